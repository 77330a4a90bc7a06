"""A show and its episodes as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from feedpub.feed import canonical
from feedpub.feed.atom import AtomChannel
from feedpub.feed.dates import DatesChannel, DatesItem
from feedpub.feed.itunes import ItunesChannel, ItunesItem
from feedpub.feed.podcast import PodcastChannel, PodcastItem
from feedpub.feed.tag import Channel, Item
from feedpub.model import Enclosure, Episode, Show

#: no version: an upgrade of feedpub must not change every feed
_GENERATOR = "feedpub"
_CHANNEL_EXTENSIONS = (
    ("dates", DatesChannel),
    ("atom", AtomChannel),
    ("itunes", ItunesChannel),
    ("podcast", PodcastChannel),
)
_ITEM_EXTENSIONS = (("dates", DatesItem), ("itunes", ItunesItem), ("podcast", PodcastItem))


def build_item(show: Show, episode: Episode, enclosure: Enclosure | None, guid: str, notes: str) -> bytes:
    """One ``<item>``, UTF-8, as it stands in a feed whose head :func:`build_channel` wrote.

    ``guid`` is the one that counts, ``notes`` the show notes as HTML; the episode's artwork must be an
    absolute URL by now. Without a summary the notes are the description, since a ``content:encoded``
    alone is not read everywhere. Characters that XML cannot hold are left out. Raises ValueError where
    there is neither title nor summary nor notes, and for a date without offset.
    """
    item = Item(show, episode, enclosure, guid, notes)
    try:
        element = _item(item)
    except ValueError:
        element = _item(canonical.without_controls(item))
    return canonical.render_item(element)


def build_channel(show: Show, published: datetime | None, changed: datetime | None) -> tuple[bytes, bytes]:
    """Everything ahead of the first item, and everything after the last one.

    ``published`` is the newest ``pubDate`` of the feed, ``changed`` its ``lastBuildDate``; neither is
    written when it is None. Characters that XML cannot hold are left out. Raises ValueError where the
    show lacks title, link or description, and for a date without offset.
    """
    channel = Channel(show, published, changed)
    try:
        feed = _feed(channel)
    except ValueError:
        feed = _feed(canonical.without_controls(channel))
    return canonical.render_channel(feed, show.stylesheet)


def _item(item: Item) -> etree._Element:
    episode, guid = item.episode, item.guid
    entry = FeedEntry()
    entry.title(episode.title)
    entry.description(episode.summary)
    if episode.link:
        entry.link({"href": episode.link})
    if item.notes:
        entry.content(_character_data(item.notes), type="CDATA")
    entry.guid(guid, permalink=guid == episode.link and guid.startswith(("http://", "https://")))
    entry.category([{"term": tag} for tag in episode.tags if tag])
    if item.enclosure:
        url, length_bytes, media_type, _ = item.enclosure
        entry.enclosure(url, length_bytes, media_type)
    for name, extension in _ITEM_EXTENSIONS:
        entry.register_extension(name, extension)
        getattr(entry, name).item = item
    element: etree._Element = entry.rss_entry()
    return element


def _character_data(html: str) -> str:
    """HTML that a CDATA section can hold: ``>`` after ``]]`` as a reference, which HTML reads alike."""
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    return html.replace("]]>", "]]&gt;") if "]]>" in html else html


def _feed(channel: Channel) -> etree._Element:
    show = channel.show
    feed = _ClocklessFeed()
    feed.title(show.title)
    feed.link({"href": show.link})
    feed.description(show.description)
    feed.language(show.language)
    feed.copyright(show.copyright)
    feed.generator(_GENERATOR)
    # The specification's address helps nobody who reads a feed today.
    feed.docs("")
    if show.artwork:
        feed.image(url=show.artwork, title=show.title, link=show.link)
    for name, extension in _CHANNEL_EXTENSIONS:
        feed.register_extension(name, extension)
        getattr(feed, name).channel = channel
    # Without huge_tree lxml refuses to read a text of 10 MB again.
    return etree.fromstring(feed.rss_str(), etree.XMLParser(huge_tree=True, resolve_entities=False))


class _ClocklessFeed(FeedGenerator):  # type: ignore[misc]  # feedgen has no types
    """feedgen's channel without the ``lastBuildDate`` that it takes from the clock."""

    def __init__(self) -> None:
        super().__init__()
        # No public method takes the date away again. Writing it would change the locale, too.
        self._FeedGenerator__rss_lastBuildDate = None
