"""A show: what its feed says of itself."""

from enum import StrEnum
from typing import NamedTuple

from feedpub.model.category import Category
from feedpub.model.foreign_tag import ForeignTag
from feedpub.model.funding import Funding
from feedpub.model.image import Image
from feedpub.model.license import License
from feedpub.model.location import Location
from feedpub.model.person import Person
from feedpub.model.remote_item import RemoteItem
from feedpub.model.social import Chat, SocialInteract
from feedpub.model.trailer import Trailer
from feedpub.model.txt import Txt
from feedpub.model.update_frequency import UpdateFrequency
from feedpub.model.value import Value


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
    #: what the feed holds (``podcast:medium``); empty: not said, which means podcasts
    medium: str = ""
    funding: tuple[Funding, ...] = ()
    location: tuple[Location, ...] = ()
    license: License | None = None
    #: payment schemes; apps take the one that they know
    value: tuple[Value, ...] = ()
    social: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    txt: tuple[Txt, ...] = ()
    #: platforms that must not list the show, and those that may although ``block`` is set, by their slugs
    block_services: tuple[str, ...] = ()
    allow_services: tuple[str, ...] = ()
    #: pictures beside the artwork
    images: tuple[Image, ...] = ()
    trailers: tuple[Trailer, ...] = ()
    #: shows that its makers recommend
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    #: what a feed of a list medium, or of a publisher, lists
    remote_items: tuple[RemoteItem, ...] = ()
    updates: UpdateFrequency | None = None
    #: whether Podping is told of changes; None: not said
    podping: bool | None = None
    #: tags of other namespaces
    extra: tuple[ForeignTag, ...] = ()
    #: prefix -> URI of further namespaces that the feed uses
    namespaces: dict[str, str] = {}
    #: whether items say who made them in ``dc:creator``
    creators: bool = False
    #: whether items carry their chapters in ``psc:chapters``
    simple_chapters: bool = False
