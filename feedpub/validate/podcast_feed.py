"""Whether a feed is a podcast at all: plain RSS asks nothing of Apple's of other feeds."""

from collections.abc import Mapping

from feedpub.validate.document.element import Element
from feedpub.validate.rule import Profile, Severity

#: so many items are looked at
_ENOUGH = 20


def uses_itunes(channel: Element) -> bool:
    """Whether anything of Apple's is in the channel."""
    return any(
        child.name.startswith("itunes:")
        for element in (channel, *channel.items[:_ENOUGH])
        for child in element.children
    )


def for_podcasts(channel: Element, profiles: Mapping[Profile, Severity]) -> Mapping[Profile, Severity]:
    """The same without `rss` where nothing of Apple's is in the channel."""
    if uses_itunes(channel):
        return profiles
    return {profile: severity for profile, severity in profiles.items() if profile is not Profile.RSS}
