"""JSON at the very top of a file, as Hugo reads it."""

from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.entry import Entry, duplicate_key
from feedpub.sources.json_places import JsonFault, JsonReader, TooDeep, value_of
from feedpub.sources.text import place_in


def parse_json(text: str, start: int, path: str) -> tuple[tuple[Entry, ...], int, list[Finding]]:
    """The entries of the object that begins at ``start``, and the index behind it (RFC 8259)."""
    reader = JsonReader(text)
    entries: dict[str, Entry] = {}
    findings = []
    try:
        for key, (index, node) in reader.members(start):
            place = place_in(text, index, path)
            if key in entries:
                findings.append(duplicate_key(path, place.line, place.column, key, entries[key].line))
            else:
                entries[key] = Entry(key, value_of(node), place.line, place.column)
    except JsonFault as fault:
        return (), len(text), [_broken(fault, text, start, path)]
    return tuple(entries.values()), reader.at, findings


def _broken(fault: JsonFault, text: str, start: int, path: str) -> Finding:
    if isinstance(fault, TooDeep):
        message = "the JSON front matter is nested too deeply"
        return Finding(Severity.ERROR, "front-matter-too-deep", Place(path, 1, 1), message, fault.fix)
    index, what, fix = fault.index, fault.what, fault.fix
    if index >= len(text):
        # Where it should end nobody can tell, but where it begins.
        index, what = start, "no closing `}`"
        fix = "put a line with } between the last key and the show notes"
    message = f"the JSON front matter cannot be read here: {what}"
    return Finding(Severity.ERROR, "json-syntax", place_in(text, index, path), message, fix)
