"""A show: what its feed says of itself."""

from enum import StrEnum
from typing import NamedTuple

from feedpub.model.category import Category
from feedpub.model.person import Person


class ShowType(StrEnum):
    """In which order episodes are meant to be heard (Apple, ``itunes:type``)."""

    EPISODIC = "episodic"
    SERIAL = "serial"


class Owner(NamedTuple):
    """Whom directories write to. Both stand in the feed, where everybody can read them."""

    name: str
    email: str


class Show(NamedTuple):
    """What the channel of the feed says. Texts are plain; addresses are absolute."""

    #: the folder's name in ``feeds/``
    name: str
    title: str
    description: str
    #: the show's web page
    link: str
    #: where the feed itself is read
    feed_url: str
    #: BCP 47
    language: str
    author: str
    #: absolute URL of the artwork
    artwork: str
    categories: tuple[Category, ...] = ()
    explicit: bool = False
    type: ShowType = ShowType.EPISODIC
    owner: Owner | None = None
    copyright: str = ""
    #: the regular hosts
    people: tuple[Person, ...] = ()
    #: ``podcast:guid``, a UUID that stays with the show for ever
    guid: str = ""
    #: whether other hosts must not import the feed (``podcast:locked``); None: not said
    locked: bool | None = None
    #: WebSub hubs
    hubs: tuple[str, ...] = ()
    #: where the show has moved to (``itunes:new-feed-url``)
    new_feed_url: str = ""
    #: keep the show out of Apple's directory (``itunes:block``)
    block: bool = False
    #: no episode will ever follow (``itunes:complete``)
    complete: bool = False
    #: proves ownership to Apple for a while (``itunes:applepodcastsverify``)
    verify: str = ""
    #: the file beside the feed that makes it readable in a browser; empty for none
    stylesheet: str = ""
