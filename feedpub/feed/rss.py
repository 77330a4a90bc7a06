"""A show and its episodes as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from feedpub.feed import canonical
from feedpub.feed.dates import format_timestamp
from feedpub.feed.extension import ChannelTags, ItemTags
from feedpub.feed.foreign import write_foreign
from feedpub.feed.namespaces import namespaces_of, podcast
from feedpub.feed.tag import Channel, Item
from feedpub.model import Enclosure, Episode, LiveStatus, Show

#: no version: an upgrade of feedpub must not change every feed
_GENERATOR = "feedpub"


def build_item(show: Show, episode: Episode, enclosure: Enclosure | None, guid: str, notes: str) -> bytes:
    """One ``<item>``, UTF-8, as it stands in a feed whose head :func:`build_channel` wrote.

    ``guid`` is the one that counts, ``notes`` the show notes as HTML; addresses of pictures and other files
    must be absolute URLs by now. Without a summary the notes are the description, since a
    ``content:encoded`` alone is not read everywhere. Characters that XML cannot hold are left out. Raises
    ValueError where there is neither title nor summary nor notes, for a date without offset, and for a
    foreign tag whose prefix the show does not declare.

    Of the show it says nothing but what these fields make of it: ``author``, ``creators``,
    ``simple_chapters`` and ``namespaces``.
    """
    item = Item(show, episode, enclosure, guid, notes)
    return canonical.render_item(_item(item), namespaces_of(show))


def build_live_item(
    show: Show, episode: Episode, enclosure: Enclosure | None, guid: str, notes: str, status: LiveStatus
) -> bytes:
    """One ``<podcast:liveItem>``, which stands ahead of the items and holds whatever an item holds.

    It begins at the episode's date. Raises ValueError where there is none, and as :func:`build_item` does.
    """
    if not episode.published:
        raise ValueError(f"the live stream {episode.title!r} has no date")
    element = _item(Item(show, episode, enclosure, guid, notes))
    element.tag = podcast("liveItem")
    element.set("status", status)
    element.set("start", format_timestamp(episode.published))
    if episode.live and episode.live.end:
        element.set("end", format_timestamp(episode.live.end))
    return canonical.render_item(element, namespaces_of(show))


def build_channel(show: Show, published: datetime | None, changed: datetime | None) -> tuple[bytes, bytes]:
    """Everything ahead of the first item, and everything after the last one.

    ``published`` is the newest ``pubDate`` of the feed, ``changed`` its ``lastBuildDate``; neither is
    written when it is None. Characters that XML cannot hold are left out. Raises ValueError where the
    show lacks title, link or description, for a date without offset, and for a foreign tag whose prefix
    the show does not declare.
    """
    channel = Channel(show, published, changed)
    try:
        feed = _feed(channel)
    except ValueError:
        feed = _feed(canonical.without_controls(channel))
    return canonical.render_channel(feed, canonical.without_controls(show.stylesheet))


def _item(item: Item) -> etree._Element:
    try:
        return _element(item)
    except ValueError:
        return _element(canonical.without_controls(item))


def _element(item: Item) -> etree._Element:
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
    entry.register_extension("tags", ItemTags)
    entry.tags.item = item
    element: etree._Element = entry.rss_entry()
    if episode.extra:
        write_foreign(element, episode.extra, namespaces_of(item.show))
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
    feed.register_extension("tags", ChannelTags)
    feed.tags.channel = channel
    # Without huge_tree lxml refuses to read a text of 10 MB again.
    root = etree.fromstring(feed.rss_str(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    write_foreign(root[0], show.extra, namespaces_of(show))
    return root


class _ClocklessFeed(FeedGenerator):  # type: ignore[misc]  # feedgen has no types
    """feedgen's channel without the ``lastBuildDate`` that it takes from the clock."""

    def __init__(self) -> None:
        super().__init__()
        # No public method takes the date away again. Writing it would change the locale, too.
        self._FeedGenerator__rss_lastBuildDate = None
