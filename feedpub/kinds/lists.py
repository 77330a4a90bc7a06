"""Names that are on one of the lists that the podcast namespace keeps."""

from collections.abc import Callable, Collection

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model import podcast_lists as lists
from feedpub.model.finding import Severity
from feedpub.model.podcast_taxonomy import TAXONOMY, groups_of, list_roles

#: what people write -> what a list calls it
_OTHER_NAMES = {
    "bluesky": "atproto",
    "x": "twitter",
    "fediverse": "activitypub",
    "mastodon": "activitypub",
    "applepodcasts": "apple",
    "applepodcast": "apple",
    "pocket casts": "pocketcasts",
    "jabber": "xmpp",
    "off": "disabled",
    "none": "disabled",
    "sound engineer": "audio engineer",
    "translator": "translater",
}


def check_medium(text: str) -> Fault | None:
    """What a feed holds. Case counts: apps compare to the letter (docs/tags/medium.md)."""
    if text in lists.MEDIUMS:
        return None
    return _unlisted(text, "medium", lists.MEDIUMS, Severity.ERROR)


def check_role(text: str) -> Fault | None:
    """A role of the taxonomy, in any case."""
    if text.casefold() in list_roles():
        return None
    return _unlisted(text, "role", sorted(list_roles()), Severity.WARNING)


def check_group(text: str) -> Fault | None:
    """A group of the taxonomy, in any case."""
    return None if text.casefold() in TAXONOMY else _unlisted(text, "group", TAXONOMY, Severity.WARNING)


def check_role_in_group(role: str, group: str) -> Fault | None:
    """Whether a known role stands in the group that is given; both are checked for themselves elsewhere."""
    groups = groups_of(role)
    if not groups or not group or group.casefold() in groups or group.casefold() not in TAXONOMY:
        return None
    message = f"the role {quote(role)} does not belong to the group {quote(group)}"
    fix = f"its group is {' or '.join(map(quote, groups))}; leave `group` out to have it taken"
    return Fault("role-outside-group", message, fix, Severity.WARNING)


def listed(what: str, known: Collection[str], severity: Severity) -> Callable[[str], Fault | None]:
    """A check whether a text is one of the ``known``, which are called ``what``."""

    def check(text: str) -> Fault | None:
        return None if text in known else _unlisted(text, what, known, severity)

    return check


check_service = listed("service", lists.SERVICES, Severity.WARNING)
check_social_protocol = listed("protocol", lists.SOCIAL_PROTOCOLS, Severity.WARNING)
check_chat_protocol = listed("protocol", lists.CHAT_PROTOCOLS, Severity.WARNING)
check_value_type = listed("payment network", lists.VALUE_TYPES, Severity.WARNING)
check_value_method = listed("payment method", lists.VALUE_METHODS, Severity.WARNING)
check_recipient_type = listed("recipient type", lists.RECIPIENT_TYPES, Severity.WARNING)
check_integrity_type = listed("integrity type", lists.INTEGRITY_TYPES, Severity.ERROR)
check_transcript_rel = listed("transcript rel", lists.TRANSCRIPT_RELS, Severity.WARNING)


def _unlisted(text: str, what: str, known: Collection[str], severity: Severity) -> Fault:
    other = _OTHER_NAMES.get(text.casefold())
    close = other if other in known else nearest(text, known)
    if close:
        fix = f"did you mean `{close}`?"
    elif len(known) > 20:
        fix = "look whether it is misspelt; the list of the podcast namespace does not have it"
    else:
        fix = f"known are: {', '.join(known)}"
    name = f"unknown-{what.replace(' ', '-')}"
    return Fault(name, f"{quote(text)} is no {what} of the podcast namespace", fix, severity)
