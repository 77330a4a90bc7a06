"""Readers of the values that need more than the value: dates, people, addresses, texts."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from feedpub.kinds.quoting import quote
from feedpub.model import Chapter, EpisodeType, Finding, Image, Person, Place, Severity
from feedpub.sources.header.dates import parse_date
from feedpub.sources.header.entry import Entry
from feedpub.sources.header.values import FieldFault, file_value, paragraph_value, text_value, type_value
from feedpub.sources.people import People, resolve_people

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Reading:
    """One front matter being read: what its readers may look at, and where findings go."""

    def __init__(self, zone: "ZoneInfo | None", people: People, path: str, findings: list[Finding]) -> None:
        self.zone, self.people = zone, people
        self.path, self.findings = path, findings
        #: the entry that is being read
        self.entry = Entry("", "", 0)
        #: name of a field -> the entry that carries it
        self.entries: dict[str, Entry] = {}
        #: names of fields whose value could not be read
        self.failed: set[str] = set()

    def place(self, field: str) -> Place:
        """Where a field stands, or the whole file where it has no entry."""
        entry = self.entries.get(field)
        return Place(self.path, entry.line, entry.column) if entry else Place(self.path)

    def add(self, severity: Severity, name: str, field: str, message: str, fix: str) -> None:
        """A finding on a field."""
        self.findings.append(Finding(severity, name, self.place(field), message, fix))

    def add_here(self, severity: Severity, name: str, message: str, fix: str) -> None:
        """A finding on the entry that is being read."""
        self.add_at_entry(severity, name, f"`{self.entry.key}`: {message}", fix)

    def add_at_entry(self, severity: Severity, name: str, message: str, fix: str) -> None:
        """The same, where the message names the key itself, or one within the entry's value."""
        place = Place(self.path, self.entry.line, self.entry.column)
        self.findings.append(Finding(severity, name, place, message, fix))


Reader = Callable[[object, Reading], object]


def plain(read: Callable[[object], object]) -> Reader:
    """A reader of a value that says everything itself."""
    return lambda value, _: read(value)


#: HTML in a text; compiled when a text looks like it
_MARKUP = (
    r"(?i)</?(?:a|b|br|code|div|em|h[1-6]|i|img|p|span|strong|su[bp]|u)\b[^<>]*>"
    r"|&(?:[a-z]{2,8}|#x?[0-9a-f]+);"
)


def read_title(value: object, reading: Reading) -> str:
    """A title: one line of plain text, kept as it is."""
    return _without_markup(text_value(value), reading)


def read_summary(value: object, reading: Reading) -> str:
    """Plain text, its runs of blanks and line breaks made one blank each."""
    return _without_markup(paragraph_value(value), reading)


def _without_markup(text: str, reading: Reading) -> str:
    if ("<" in text or "&" in text) and (match := re.search(_MARKUP, text)):
        message = f"listeners will read {quote(match[0])} as it stands here, for this is plain text"
        reading.add_here(
            Severity.WARNING, "markup-in-text", message, "write the plain characters, without HTML"
        )
    return text


def read_date(value: object, reading: Reading) -> datetime:
    """An instant. Raises DateFault."""
    found, warning = parse_date(value, reading.zone)
    if warning:
        reading.add_here(Severity.WARNING, "doubtful-date", warning, "correct it if it is not meant so")
    return found


def read_type(value: object, reading: Reading) -> EpisodeType | None:
    """The kind of episode. Raises FieldFault.

    Hugo's `type` is a kind of page, whose name is of no concern here unless it is a slip of ours.
    """
    try:
        return type_value(value)
    except FieldFault:
        from feedpub.kinds.misspelling import nearest_word

        if reading.entry.key.lower() == "type" and not nearest_word(str(value).lower(), EpisodeType):
            return None
        raise


def read_address(value: object, _: Reading) -> str:
    """A path or an http address, without blanks. Raises FieldFault."""
    text = text_value(value)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    if any(map(str.isspace, text)) or (scheme and scheme[1].lower() not in ("http", "https")):
        fix = "write a path below the show's site, or an address that begins with https://"
        raise FieldFault("bad-address", f"{quote(text)} is no address of a web page", fix)
    return text


def noun_reader(noun: Any) -> Reader:
    """The reader of one noun of the model, by its own declaration."""

    def read(value: object, reading: Reading) -> object:
        from feedpub.sources.header.nouns import read_noun

        return read_noun(noun, value, reading)

    return read


def nouns_reader(noun: Any) -> Reader:
    """The reader of several nouns of one kind, or of one alone."""

    def read(value: object, reading: Reading) -> object:
        from feedpub.sources.header.nouns import read_nouns

        return read_nouns(noun, value, reading)

    return read


def read_images(value: object, reading: Reading) -> object:
    """Pictures that are described. Lists of mere paths are what Hugo shows in previews of pages."""
    values = value if isinstance(value, list) else [value]
    return nouns_reader(Image)([one for one in values if isinstance(one, dict)], reading)


def read_chapters(value: object, reading: Reading) -> tuple[Chapter, ...] | str:
    """A list of chapters; or, where a text names a file with them, that text."""
    if isinstance(value, str) and "\n" not in value and not re.match(r"\(?[0-9]{1,3}:[0-9]{2}\b", value):
        return file_value(value)
    from feedpub.sources.chapters.header import parse_header_chapters

    chapters, faults = parse_header_chapters(value)
    for fault in faults:
        reading.add_here(fault.severity, fault.name, fault.message, fault.fix)
    return chapters


def people_reader(role: str) -> Reader:
    """The reader of people who are this unless more is known of them."""

    def read(value: object, reading: Reading) -> tuple[Person, ...]:
        people, faults = resolve_people(value, role, reading.people)
        for fault in faults:
            reading.add_here(fault.severity, fault.name, fault.message, fault.fix)
        return people

    return read
