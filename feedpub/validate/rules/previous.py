"""What changed since the feed that was given as the previous one, where listeners would notice it."""

from collections.abc import Iterator

from feedpub.validate.dates import parse_rfc822
from feedpub.validate.document.element import Element
from feedpub.validate.facts import Previous
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    PODCASTING2,
    PSP1,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)


def _item(guid: str, more: str = "", url: str = "https://tides.io/1.mp3", length: int = 1000) -> str:
    return (
        f"<item><title>One</title><guid>{guid}</guid>{more}"
        f'<enclosure url="{url}" length="{length}" type="audio/mpeg"/></item>'
    )


_DATE = "<pubDate>Thu, 01 Jan 2026 06:00:00 GMT</pubDate>"
_LATER = "<pubDate>Fri, 02 Jan 2026 06:00:00 GMT</pubDate>"


def _by_guid(channel: Element) -> dict[str, Element]:
    return {guid: item for item in channel.items if item.name == "item" and (guid := item.get("guid"))}


def _marks(item: Element) -> Iterator[tuple[str, str]]:
    """What an episode can be recognised by when its guid is another."""
    enclosure = item.first("enclosure")
    if enclosure is not None and (url := enclosure.attribute("url").strip()):
        yield "enclosure", url
    title, date = item.get("title"), item.get("pubDate")
    if title and date:
        yield "title and date", f"{title}\0{date}"


def _same_episodes(previous: Previous) -> Iterator[tuple[Element, Element]]:
    """Each item that stood in the feed before under the same guid, as it was and as it is."""
    before = _by_guid(previous.before)
    for guid, item in _by_guid(previous.now).items():
        if guid in before:
            yield before[guid], item


@rule(
    id="MIG007",
    name="guid-changed",
    each=Previous,
    profiles=everywhere(ERROR),
    what="An episode that was published has another guid than before.",
    why="To every app it is a new episode: all listeners download it again, and lose where they stopped.",
    fix="Give it back the guid that it had.",
    spec="APPLE-G; PSP1; NSREC",
    bad=(_item("https://tides.io/1"), _item("https://tides.io/one")),
    good=(_item("https://tides.io/1"), _item("https://tides.io/1")),
)
def guid_changed(previous: Previous) -> Problems:
    before, now = _by_guid(previous.before), _by_guid(previous.now)
    gone = {mark: guid for guid, item in before.items() if guid not in now for mark in _marks(item)}
    for guid, item in now.items():
        if guid in before:
            continue
        for mark in _marks(item):
            if mark in gone:
                message = f"the `guid` of the episode was {quote(gone[mark])} and is now {quote(guid)}"
                yield Problem(item.first("guid"), f"{message}; it has the same {mark[0]}")
                break


@rule(
    id="MIG008",
    name="episode-disappeared",
    each=Previous,
    profiles=everywhere(WARNING),
    what="An episode of the previous feed is gone, while older ones are still there.",
    why="Listeners who had not heard it yet cannot find it any more.",
    fix="Put it back, if it was not taken out on purpose.",
    spec="practice",
    bad=(
        _item("https://tides.io/1", _LATER) + _item("https://tides.io/0", _DATE, "https://tides.io/0.mp3"),
        _item("https://tides.io/0", _DATE, "https://tides.io/0.mp3"),
    ),
    good=(
        _item("https://tides.io/1", _LATER) + _item("https://tides.io/0", _DATE, "https://tides.io/0.mp3"),
        _item("https://tides.io/1", _LATER),
    ),
)
def disappeared(previous: Previous) -> Problems:
    before, now = _by_guid(previous.before), _by_guid(previous.now)
    marks = {mark for item in now.values() for mark in _marks(item)}
    kept = [when for item in now.values() if (when := parse_rfc822(item.get("pubDate")).when)]
    oldest = min(kept, default=None)
    for guid, item in before.items():
        when = parse_rfc822(item.get("pubDate")).when
        # A feed that is cut to its newest episodes loses the oldest, which is as it should be.
        cut = when is not None and oldest is not None and when < oldest
        if guid not in now and not cut and not marks.intersection(_marks(item)):
            title = quote(" ".join(item.get("title").split()))
            yield Problem(previous.now, f"the episode {title} with the `guid` {quote(guid)} is gone")


@rule(
    id="MIG009",
    name="podcast-guid-changed",
    each=Previous,
    profiles={PODCASTING2: ERROR, PSP1: ERROR},
    what="`podcast:guid` is another than before.",
    why="It is the identity of the show for life, wherever its feed is: apps and indexes take it for "
    "another show.",
    fix="Give it back the value that it had.",
    spec="NS guid; PSP1",
    bad=(
        "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
        "<podcast:guid>c9c7bad3-4712-514e-9ebd-d1e208fa1b76</podcast:guid>",
    ),
    good=(
        "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
        "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
    ),
)
def show_guid_changed(previous: Previous) -> Problems:
    before, now = previous.before.get("podcast:guid"), previous.now.first("podcast:guid")
    if before and (now is None or now.value.lower() != before.lower()):
        what = f"is now {quote(now.value)}" if now is not None else "is gone"
        yield Problem(
            now if now is not None else previous.now, f"`podcast:guid` was {quote(before)} and {what}"
        )


@rule(
    id="MIG010",
    name="pubdate-changed",
    each=Previous,
    profiles=everywhere(WARNING),
    what="The date of a published episode is another than before.",
    why="Apps sort it elsewhere, and some tell listeners of it again.",
    fix="Give it back the date that it had.",
    spec="practice",
    bad=(_item("https://tides.io/1", _DATE), _item("https://tides.io/1", _LATER)),
    good=(_item("https://tides.io/1", _DATE), _item("https://tides.io/1", _DATE)),
)
def date_changed(previous: Previous) -> Problems:
    for before, item in _same_episodes(previous):
        date, old = item.first("pubDate"), before.get("pubDate")
        if date is None or not old or date.value == old:
            continue
        was, is_ = parse_rfc822(old).when, parse_rfc822(date.value).when
        # The same instant may be written in another zone.
        if was is None or is_ is None or was != is_:
            yield Problem(date, f"`pubDate` of the episode was {quote(old)} and is now {quote(date.value)}")


@rule(
    id="MIG012",
    name="artwork-replaced-in-place",
    each=Previous,
    profiles={APPLE: WARNING},
    what="The title of the show changed, but the address of its artwork did not.",
    why="Where the cover is a new one as well, apps keep the old one: they fetch a picture again only under "
    "another address.",
    fix="Where the cover changed, give it another file name.",
    spec="APPLE-G",
    bad=(
        '<title>Tides</title><itunes:image href="https://tides.io/a.jpg"/>',
        '<title>Ebb</title><itunes:image href="https://tides.io/a.jpg"/>',
    ),
    good=(
        '<title>Tides</title><itunes:image href="https://tides.io/a.jpg"/>',
        '<title>Ebb</title><itunes:image href="https://tides.io/b.jpg"/>',
    ),
)
def artwork_in_place(previous: Previous) -> Problems:
    before, now = previous.before.first("itunes:image"), previous.now.first("itunes:image")
    if before is None or now is None or previous.before.get("title") == previous.now.get("title"):
        return
    if now.attribute("href") and now.attribute("href") == before.attribute("href"):
        message = "the show has a new title, but `itunes:image` the address that it had"
        yield Problem(now, message, attribute="href")


@rule(
    id="ENC025",
    name="enclosure-reused-for-other-content",
    each=Previous,
    profiles=everywhere(WARNING),
    what="The file of an episode has another size than before, and the same address.",
    why="Spotify, apps and caches do not fetch it again: some listeners hear the old audio, some the new "
    "one.",
    fix="Publish changed audio under a new file name; the guid stays.",
    spec="SPOT",
    bad=(_item("https://tides.io/1"), _item("https://tides.io/1", length=2000)),
    good=(
        _item("https://tides.io/1"),
        _item("https://tides.io/1", url="https://tides.io/1b.mp3", length=2000),
    ),
)
def reused(previous: Previous) -> Problems:
    for before, item in _same_episodes(previous):
        old, new = before.first("enclosure"), item.first("enclosure")
        if old is None or new is None or old.attribute("url") != new.attribute("url"):
            continue
        lengths = (old.attribute("length").strip(), new.attribute("length").strip())
        if lengths[0] != lengths[1] and all(one.isdigit() and int(one) for one in lengths):
            was, is_ = (f"{int(one):,}" for one in lengths)
            message = f"`length` of `enclosure` was {was} and is now {is_}, under the same `url`"
            yield Problem(new, message, attribute="length")


@rule(
    id="IMG013",
    name="artwork-changed-under-same-url",
    each=Previous,
    profiles=everywhere(WARNING),
    what="The artwork of an episode says that it is another picture, under the same address.",
    why="Apps keep the picture that they have: they fetch one again only under another address.",
    fix="Give the new picture another file name.",
    spec="APPLE-G",
    bad=(
        _item("https://tides.io/1", '<podcast:image href="https://tides.io/a.jpg" width="600"/>'),
        _item("https://tides.io/1", '<podcast:image href="https://tides.io/a.jpg" width="3000"/>'),
    ),
    good=(
        _item("https://tides.io/1", '<podcast:image href="https://tides.io/a.jpg" width="600"/>'),
        _item("https://tides.io/1", '<podcast:image href="https://tides.io/b.jpg" width="3000"/>'),
    ),
)
def picture_in_place(previous: Previous) -> Problems:
    pairs = [(previous.before, previous.now), *_same_episodes(previous)]
    for before, now in pairs:
        old = {one.attribute("href"): one for one in before.all("podcast:image")}
        for image in now.all("podcast:image"):
            known = old.get(image.attribute("href"))
            if known is not None and any(
                known.attribute(name)
                and image.attribute(name)
                and known.attribute(name) != image.attribute(name)
                for name in ("width", "height", "aspect-ratio", "type")
            ):
                yield Problem(image, "`podcast:image` is another picture than before, under the same `href`")
