"""``podcast:guid``, a show's name for ever (podcast namespace, docs/tags/guid.md)."""

_NAMESPACE = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"


def show_guid(feed_url: str) -> str:
    """The guid that a show gets once, from the address that its feed has then.

    The scheme and the slashes at the end do not count. Keep it: it stays when the feed moves.
    """
    from uuid import UUID, uuid5  # needed once in the life of a show, and slow to load

    address = feed_url.partition("://")[2] or feed_url
    return str(uuid5(UUID(_NAMESPACE), address.rstrip("/")))
