"""Which key of a front matter means what: the one table, and reading by it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from feedpub.kinds.fault import RaisedFault
from feedpub.kinds.quoting import quote
from feedpub.model import (
    AlternateEnclosure,
    Chapter,
    Chat,
    ContentLink,
    EpisodeState,
    EpisodeType,
    Finding,
    ForeignTag,
    Funding,
    Image,
    License,
    LiveStatus,
    Location,
    Person,
    Place,
    Severity,
    SocialInteract,
    Soundbite,
    TranscriptFile,
    Txt,
    Value,
)
from feedpub.sources.header.entry import Entry, duplicate_key
from feedpub.sources.header.field import Field
from feedpub.sources.header.field_readers import (
    Reading,
    people_reader,
    plain,
    read_address,
    read_date,
    read_summary,
    read_title,
    read_type,
)
from feedpub.sources.header.podcast_fields import PODCAST_FIELDS
from feedpub.sources.header.values import (
    boolean_value,
    decimal_value,
    duration_value,
    explicit_value,
    file_value,
    first_value,
    is_boolean,
    joined_value,
    length_value,
    list_value,
    number_value,
    state_value,
    text_value,
)


class Fields(NamedTuple):
    """What a front matter says; None and empty are *not said*."""

    title: str = ""
    date: datetime | None = None
    modified: datetime | None = None
    slug: str = ""
    url: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    author: str = ""
    number: float | None = None
    season: int | None = None
    type: EpisodeType | None = None
    draft: bool | None = None
    published: bool | None = None
    status: EpisodeState | None = None
    guid: str = ""
    explicit: bool | None = None
    block: bool | None = None
    audio: str = ""
    length: int | None = None
    duration: timedelta | None = None
    audio_type: str = ""
    artwork: str = ""
    hosts: tuple[Person, ...] | None = None
    guests: tuple[Person, ...] = ()
    people: tuple[Person, ...] = ()
    live: LiveStatus | bool = False
    ends: datetime | None = None
    number_display: str = ""
    season_name: str = ""
    funding: tuple[Funding, ...] = ()
    location: tuple[Location, ...] = ()
    license: License | None = None
    soundbites: tuple[Soundbite, ...] = ()
    value: tuple[Value, ...] = ()
    social: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    txt: tuple[Txt, ...] = ()
    content_links: tuple[ContentLink, ...] = ()
    images: tuple[Image, ...] = ()
    alternates: tuple[AlternateEnclosure, ...] = ()
    transcripts: tuple[TranscriptFile, ...] = ()
    #: a text names the file that has them
    chapters: tuple[Chapter, ...] | str = ()
    extra: tuple[ForeignTag, ...] = ()


# fmt: off
#: Every key that means something. A key is added here, or with those of Podcasting 2.0, and nowhere else.
FIELDS = (
    Field("title", ("title",), read_title,
          "The title. A number in it is found by `title_patterns`.",
          "Ben Darnell on Tornado"),
    Field("date", ("date", "pubdate", "publish_date", "published"), read_date,
          "When it is out: a date, or a date and time; in the show's time zone unless it has an offset.",
          "2016-01-04 09:00"),
    Field("modified", ("modified", "updated", "lastmod"), read_date,
          "When its author last changed it.",
          "2016-02-01"),
    Field("slug", ("slug",), plain(text_value),
          "Its name in addresses: `a` to `z`, digits, `-`, `_` and `.`.",
          "ben-darnell-tornado"),
    Field("url", ("url", "link", "save_as"), read_address,
          "The address of its page, relative to the show's site or absolute.",
          "ben-darnell-tornado.html"),
    Field("category", ("category", "categories"), plain(first_value),
          "Its category on the site; `skip_categories` tells which are no episodes.",
          "Episodes"),
    Field("tags", ("tags", "keywords"), plain(list_value),
          "What it is about: a list, or text with commas.",
          "Async, Servers"),
    Field("summary", ("summary", "description", "subtitle", "excerpt"), read_summary,
          "What apps show beside the title: plain text. Not given: taken from the notes.",
          "How Tornado came to be."),
    Field("author", ("author", "authors"), plain(joined_value),
          "Who made it, where that is not the show's author.",
          "Ada Lovelace"),
    Field("number", ("number", "episode", "episode_number"), plain(decimal_value),
          "The episode's number; between two others, it may have a fraction: `13.5`.",
          "40"),
    Field("season", ("season",), plain(number_value),
          "The season's number.",
          "2"),
    Field("type", ("episode_type", "type"), read_type,
          "`full`, `trailer` or `bonus`.",
          "bonus"),
    Field("draft", ("draft",), plain(boolean_value),
          "`true` for an episode that is not finished.",
          "true"),
    Field("published", ("published",), plain(boolean_value),
          "`false` for an episode that is not finished. (A date is read as `date`.)",
          "false"),
    Field("status", ("status",), plain(state_value),
          "`draft`, `hidden` (has a page, but stands in no feed) or `published`.",
          "hidden"),
    Field("guid", ("guid",), plain(text_value),
          "What apps know the episode by, where it was published before. Never change it.",
          "https://example.com/?p=40"),
    Field("explicit", ("explicit",), plain(explicit_value),
          "Whether it has explicit language, where that differs from the show.",
          "true"),
    Field("block", ("block",), plain(boolean_value),
          "`true` keeps it out of Apple's directory.",
          "true"),
    Field("audio", ("audio", "audio_file", "audio_url"), plain(text_value),
          "The audio: a file in the show's audio folder, or an address. Not given: found by number or slug.",
          "040.mp3"),
    Field("length", ("length", "audio_length"), plain(length_value),
          "The size of the audio in bytes. What is measured counts more.",
          "34216300"),
    Field("duration", ("duration", "audio_duration"), plain(duration_value),
          "How long it plays: `1:02:03`, `62:03` or seconds. What is measured counts more.",
          "1:02:03"),
    Field("audio_type", ("audio_type",), plain(text_value),
          "The audio's MIME type, for audio that is not at hand.",
          "audio/mpeg"),
    Field("artwork", ("artwork", "image"), plain(file_value),
          "A picture of its own: a file below the show's folder, or an address.",
          "art/040.jpg"),
    Field("hosts", ("hosts", "host"), people_reader("host"),
          "Who hosts it, by id or name; they replace the show's hosts.",
          "ada, grace"),
    Field("guests", ("guests", "guest"), people_reader("guest"),
          "Who is the guest, by id or name, or with `name`, `role`, `url` and `image`.",
          "Ben Darnell"),
    Field("people", ("people",), people_reader(""),
          "Who else takes part, with their roles.",
          '[{name: "Ada", role: "editor"}]'),
    *PODCAST_FIELDS,
)
# fmt: on

#: What Pelican, Jekyll and Hugo read and a feed has no use for; as `fold_key` writes it.
PASSED_OVER = frozenset(
    "alias aliases build cascade comments cover expirydate featured headless ischikjlanguage "
    "lang language layout linktitle links markup menu menus outputs params permalink redirectfrom resources "
    "series sharing sitemap template toc translation translationkey unpublishdate videos weight".split()
)


@lru_cache(maxsize=1024)
def fold_key(key: str) -> str:
    """A key without what people vary: case, blanks, `-` and `_`."""
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


#: folded key -> the row, and how good a key it is for the field (0 is best)
_ROWS: dict[str, tuple[Field, int]] = {}
for _field in FIELDS:
    for _rank, _key in enumerate(_field.keys):
        _ROWS[fold_key(_key)] = _field, _rank
_DATE_ROW = _ROWS["date"][0], len(_ROWS)


def read_fields(entries: Iterable[Entry], reading: Reading) -> Fields:
    """What the entries say. What is wrong with them goes to ``reading.findings``."""
    values: dict[str, Any] = {}
    for field, entry in _choose(entries, reading.path, reading.findings):
        reading.entry = reading.entries[field.name] = entry
        try:
            value = field.read(entry.value, reading)
        except RaisedFault as fault:
            reading.add_here(Severity.ERROR, fault.name, fault.message, fault.fix)
            reading.failed.add(field.name)
        else:
            values[field.name] = value
    return Fields(**values)


def choose_entries(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Name of a field -> the entry that carries it."""
    return {field.name: entry for field, entry in _choose(entries, "", [])}


def _choose(entries: Iterable[Entry], path: str, findings: list[Finding]) -> list[tuple[Field, Entry]]:
    """For each field the entry that carries it: the best of its keys that has a value."""
    chosen: dict[str, tuple[int, Field, Entry]] = {}
    seen: dict[str, int] = {}
    for entry in entries:
        folded = fold_key(entry.key)
        row = _ROWS.get(folded)
        if row is None:
            if folded not in PASSED_OVER:
                findings.append(_unknown_key(entry, folded, path))
            continue
        if folded in seen:
            findings.append(duplicate_key(path, entry.line, entry.column, entry.key, seen[folded]))
            continue
        seen[folded] = entry.line
        if entry.value is None or entry.value == "":
            continue
        field, rank = _DATE_ROW if folded == "published" and not is_boolean(entry.value) else row
        if field.name not in chosen or rank < chosen[field.name][0]:
            chosen[field.name] = rank, field, entry
    return [(field, entry) for _, field, entry in chosen.values()]


def _unknown_key(entry: Entry, folded: str, path: str) -> Finding:
    from feedpub.kinds.misspelling import nearest_word
    from feedpub.sources.settings import ShowSettings

    place = Place(path, entry.line, entry.column)
    message = f"{quote(entry.key)} is no key that means anything here"
    if folded in map(fold_key, ShowSettings._fields):
        fix = "it is said of the whole show: write it into show.toml"
        return Finding(Severity.WARNING, "unknown-key", place, message, fix)
    if near := nearest_word(folded, _ROWS):
        field, rank = _ROWS[near]
        fix = f"did you mean `{field.keys[rank]}`?"
        return Finding(Severity.ERROR, "unknown-key", place, message, fix)
    fix = "it is passed over; delete it, or correct it if it is misspelt"
    return Finding(Severity.WARNING, "unknown-key", place, message, fix)
