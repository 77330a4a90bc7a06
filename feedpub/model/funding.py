"""Where listeners can give money."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Funding(NamedTuple):
    """A page on which a show is supported (podcast namespace, docs/tags/funding.md)."""

    url: Annotated[str, Setting("The page.", '"https://example.com/donate"', "https url")]
    label: Annotated[str, Setting("What apps write on the button.", '"Become a member"', longest=128)] = "Support the show"
