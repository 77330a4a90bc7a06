"""A reader of our feeds: from XML back to the model, field by field. It is no writer turned round."""

from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from feedpub.model import (
    ContentLink,
    Episode,
    EpisodeType,
    Funding,
    License,
    Live,
    LiveStatus,
    Owner,
    Show,
    ShowType,
    Txt,
)
from tests.feed.noun_reading import (
    URIS,
    Element,
    all_of,
    alternate,
    category,
    chapter,
    chat,
    decimal,
    foreign,
    image,
    location,
    maybe,
    one_of,
    one_text,
    person,
    remote_item,
    social,
    soundbite,
    text,
    trailer,
    transcript,
    truth,
    update_frequency,
    value,
)


def _shared(it: Element) -> dict[str, object]:
    return {
        "title": one_text(it, "title"),
        "link": one_text(it, "link"),
        "people": all_of(it, "podcast:person", person),
        "funding": all_of(it, "podcast:funding", lambda at: Funding(at.attrib["url"], text(at))),
        "location": all_of(it, "podcast:location", location),
        "license": one_of(it, "podcast:license", lambda at: License(text(at), at.get("url", ""))),
        "value": all_of(it, "podcast:value", value),
        "social": all_of(it, "podcast:socialInteract", social),
        "chat": one_of(it, "podcast:chat", chat),
        "txt": all_of(it, "podcast:txt", lambda at: Txt(text(at), at.get("purpose", ""))),
        "images": all_of(it, "podcast:image", image),
        "extra": foreign(it),
        "author": one_text(it, "itunes:author"),
        "explicit": maybe(truth, one_of(it, "itunes:explicit", text)),
        "block": bool(one_text(it, "itunes:block")),
        "artwork": one_of(it, "itunes:image", lambda at: at.attrib["href"]) or "",
    }


def read_show(feed: bytes) -> Show:
    """The show that this feed is of. What a feed does not say is left at its default."""
    root = etree.fromstring(feed)
    it = root[0]
    locked = one_of(it, "podcast:locked", lambda at: (truth(text(at)), at.get("owner")))
    owner = one_of(
        it, "itunes:owner", lambda at: Owner(one_text(at, "itunes:name"), one_text(at, "itunes:email"))
    )
    blocks = all_of(it, "podcast:block", lambda at: (text(at), at.get("id", "")))
    links = all_of(it, "atom:link", lambda at: (at.attrib["rel"], at.attrib["href"]))
    shared = _shared(it)
    proofs = [txt.text for txt in shared["txt"] if txt.purpose == "applepodcastsverify"]
    assert (("yes", "") in blocks) is shared["block"]
    assert not locked or locked[1] == (owner.email if owner else None)
    assert proofs == ([one_text(it, "itunes:applepodcastsverify")] if proofs else [])
    return Show(
        name="demo",
        description=one_text(it, "description"),
        feed_url=next(address for rel, address in links if rel == "self"),
        language=one_text(it, "language"),
        categories=tuple(each for found in all_of(it, "itunes:category", category) for each in found),
        type=ShowType(one_text(it, "itunes:type")),
        owner=owner,
        copyright=one_text(it, "copyright"),
        guid=one_text(it, "podcast:guid"),
        locked=locked[0] if locked else None,
        hubs=tuple(address for rel, address in links if rel == "hub"),
        new_feed_url=one_text(it, "itunes:new-feed-url"),
        complete=bool(one_text(it, "itunes:complete")),
        verify="".join(proofs),
        stylesheet="feed.css" if root.getprevious() is not None else "",
        medium=one_text(it, "podcast:medium"),
        block_services=tuple(id for word, id in blocks if word == "yes" and id),
        allow_services=tuple(id for word, id in blocks if word == "no"),
        trailers=all_of(it, "podcast:trailer", trailer),
        podroll=one_of(it, "podcast:podroll", lambda at: all_of(at, "podcast:remoteItem", remote_item)) or (),
        publisher=one_of(it, "podcast:publisher", lambda at: one_of(at, "podcast:remoteItem", remote_item)),
        remote_items=all_of(it, "podcast:remoteItem", remote_item),
        updates=one_of(it, "podcast:updateFrequency", update_frequency),
        podping=one_of(it, "podcast:podping", lambda at: truth(at.attrib["usesPodping"])),
        namespaces={prefix: uri for prefix, uri in root.nsmap.items() if prefix not in URIS},
        creators="dc" in root.nsmap,
        simple_chapters="psc" in root.nsmap,
        **(shared | {"txt": tuple(txt for txt in shared["txt"] if txt.purpose != "applepodcastsverify")}),
    )


def read_episode(it: Element) -> Episode:
    """The episode of an ``<item>`` or a ``<podcast:liveItem>``."""
    numbers = one_of(it, "podcast:episode", lambda at: (decimal(text(at)), at.get("display", "")))
    seasons = one_of(it, "podcast:season", lambda at: (int(text(at)), at.get("name", "")))
    chapters = one_of(it, "psc:chapters", lambda at: all_of(at, "psc:chapter", chapter))
    live = None
    if it.get("status"):
        assert datetime.fromisoformat(it.attrib["start"]) == one_of(it, "pubDate", _date)
        live = Live(LiveStatus(it.attrib["status"]), maybe(datetime.fromisoformat, it.get("end")))
    return Episode(
        source="feeds/demo/episodes/1.md",
        slug="one",
        type=EpisodeType(one_text(it, "itunes:episodeType")),
        published=one_of(it, "pubDate", _date),
        number=numbers[0] if numbers else None,
        season=seasons[0] if seasons else None,
        summary=one_text(it, "description"),
        tags=all_of(it, "category", text),
        number_display=numbers[1] if numbers else "",
        season_name=seasons[1] if seasons else "",
        soundbites=all_of(it, "podcast:soundbite", soundbite),
        content_links=all_of(it, "podcast:contentLink", lambda at: ContentLink(at.attrib["href"], text(at))),
        alternates=all_of(it, "podcast:alternateEnclosure", alternate),
        transcripts=all_of(it, "podcast:transcript", transcript),
        chapters=chapters or (),
        chapters_url=one_of(it, "podcast:chapters", lambda at: at.attrib["url"]) or "",
        live=live,
        **_shared(it),
    )


def _date(it: Element) -> datetime:
    return parsedate_to_datetime(text(it))
