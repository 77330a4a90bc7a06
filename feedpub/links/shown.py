"""Addresses as people may see them."""

from feedpub.log import redact


def shown(url: str) -> str:
    """An address without name and password, and with `***` for what looks like a key."""
    scheme, mark, rest = url.partition("://")
    if not mark:
        return redact(url)
    end = min((at for at in (rest.find(sign) for sign in "/?#") if at >= 0), default=len(rest))
    return redact(f"{scheme}://{rest[:end].rpartition('@')[2]}{rest[end:]}")
