"""A reader of our feeds: the nouns, from their elements back to the model."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TypeVar

from lxml import etree

from feedpub.model import (
    AlternateEnclosure,
    Category,
    Chapter,
    Chat,
    ForeignTag,
    Image,
    Integrity,
    Location,
    Person,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Source,
    Trailer,
    TranscriptFile,
    UpdateFrequency,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)

Element = etree._Element
T = TypeVar("T")
URIS = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}


def all_of(parent: Element, name: str, read: Callable[[Element], T]) -> tuple[T, ...]:
    """What the children of this name say."""
    return tuple(map(read, parent.findall(name, URIS)))


def one_of(parent: Element, name: str, read: Callable[[Element], T]) -> T | None:
    """What the only child of this name says, or None. More than one is a fault of the writer."""
    found = all_of(parent, name, read)
    assert len(found) < 2, name
    return found[0] if found else None


def text(element: Element) -> str:
    return element.text or ""


def one_text(parent: Element, name: str) -> str:
    return one_of(parent, name, text) or ""


def truth(word: str) -> bool:
    return {"true": True, "false": False, "yes": True, "no": False, "Yes": True}[word]


def maybe(read: Callable[[str], T], word: str | None) -> T | None:
    return None if word is None else read(word)


def seconds(word: str) -> timedelta:
    """Exactly, without a detour over binary fractions."""
    whole, _, rest = word.partition(".")
    assert "e" not in word
    assert not rest.endswith("0")
    return timedelta(seconds=int(whole), microseconds=int(rest.ljust(6, "0")) if rest else 0)


def decimal(word: str) -> float:
    return float(word) if "." in word else int(word)


# -- the nouns


def person(it: Element) -> Person:
    return Person(
        text(it), it.get("role", ""), it.get("group", "cast"), it.get("href", ""), it.get("img", "")
    )


def location(it: Element) -> Location:
    return Location(text(it), it.get("rel", ""), it.get("geo", ""), it.get("osm", ""), it.get("country", ""))


def image(it: Element) -> Image:
    width, height = int(it.get("width", "0")), int(it.get("height", "0"))
    alt, ratio = it.get("alt", ""), it.get("aspect-ratio", "")
    return Image(it.attrib["href"], alt, ratio, width, height, it.get("type", ""), it.get("purpose", ""))


def social(it: Element) -> SocialInteract:
    priority = maybe(int, it.get("priority"))
    account = it.get("accountId", ""), it.get("accountUrl", "")
    return SocialInteract(it.attrib["protocol"], it.get("uri", ""), *account, priority)


def chat(it: Element) -> Chat:
    return Chat(it.attrib["server"], it.attrib["protocol"], it.get("accountId", ""), it.get("space", ""))


def remote_item(it: Element) -> RemoteItem:
    names = ("feedGuid", "feedUrl", "itemGuid", "medium", "title")
    return RemoteItem("", *(it.get(name, "") for name in names))


def recipient(it: Element) -> ValueRecipient:
    return ValueRecipient(
        it.get("name", ""),
        it.attrib["address"],
        int(it.attrib["split"]),
        it.attrib["type"],
        it.get("customKey", ""),
        it.get("customValue", ""),
        truth(it.get("fee", "false")),
    )


def time_split(it: Element) -> ValueTimeSplit:
    return ValueTimeSplit(
        seconds(it.attrib["startTime"]),
        seconds(it.attrib["duration"]),
        all_of(it, "podcast:valueRecipient", recipient),
        one_of(it, "podcast:remoteItem", remote_item),
        maybe(seconds, it.get("remoteStartTime")),
        maybe(int, it.get("remotePercentage")),
    )


def value(it: Element) -> Value:
    return Value(
        all_of(it, "podcast:valueRecipient", recipient),
        it.attrib["type"],
        it.attrib["method"],
        it.get("suggested", ""),
        all_of(it, "podcast:valueTimeSplit", time_split),
    )


def trailer(it: Element) -> Trailer:
    published = parsedate_to_datetime(it.attrib["pubdate"])
    length, season = maybe(int, it.get("length")), maybe(int, it.get("season"))
    return Trailer(text(it), it.attrib["url"], published, length, it.get("type", ""), season)


def alternate(it: Element) -> AlternateEnclosure:
    return AlternateEnclosure(
        "",
        it.get("title", ""),
        all_of(it, "podcast:source", lambda at: Source(at.attrib["uri"], at.get("contentType", ""))),
        it.attrib["type"],
        maybe(int, it.get("length")),
        it.get("bitrate", ""),
        maybe(int, it.get("height")),
        it.get("lang", ""),
        it.get("rel", ""),
        it.get("codecs", ""),
        truth(it.get("default", "false")),
        one_of(it, "podcast:integrity", lambda at: Integrity(at.attrib["type"], at.attrib["value"])),
    )


def transcript(it: Element) -> TranscriptFile:
    return TranscriptFile(it.attrib["url"], it.attrib["type"], it.get("language", ""), it.get("rel", ""))


def soundbite(it: Element) -> Soundbite:
    return Soundbite(seconds(it.attrib["startTime"]), seconds(it.attrib["duration"]), text(it))


def chapter(it: Element) -> Chapter:
    hours, minutes, rest = it.attrib["start"].split(":")
    whole, thousandths = rest.split(".")
    start = ((int(hours) * 60 + int(minutes)) * 60 + int(whole)) * 1000 + int(thousandths)
    return Chapter(start, it.attrib["title"], it.get("href", ""), it.get("image", ""))


def update_frequency(it: Element) -> UpdateFrequency:
    complete = truth(it.get("complete", "false"))
    return UpdateFrequency(text(it), it.get("rrule", ""), it.get("dtstart", ""), complete)


def category(it: Element) -> Iterator[Category]:
    inner = [child.attrib["text"] for child in it]
    for subcategory in inner or [""]:
        yield Category(it.attrib["text"], subcategory)


def foreign(parent: Element) -> tuple[ForeignTag, ...]:
    """The elements of namespaces that are not ours."""
    strange = [it for it in parent if it.prefix and it.prefix not in URIS]
    return tuple(
        ForeignTag(
            shown(it, it.tag),
            (it.text or "") if not len(it) else "",
            {shown(it, name): word for name, word in it.attrib.items()},
            foreign(it),
        )
        for it in strange
    )


def shown(it: Element, name: str) -> str:
    """A name with the prefix that the feed declares for it."""
    parts = etree.QName(name)
    prefixes = {uri: prefix for prefix, uri in it.nsmap.items()} | {
        "http://www.w3.org/XML/1998/namespace": "xml"
    }
    return f"{prefixes[parts.namespace]}:{parts.localname}" if parts.namespace else parts.localname
