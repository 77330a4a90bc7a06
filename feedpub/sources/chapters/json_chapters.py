"""JSON: the chapters of the podcast namespace (JSON Chapters 1.2), and the list that Podlove writes.

https://github.com/Podcastindex-org/podcast-namespace, docs/examples/chapters/jsonChapters.md
"""

from collections.abc import Callable
from typing import Any

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.misspelling import nearest_word
from feedpub.model import Chapter, Severity
from feedpub.sources.chapters.check import MOST
from feedpub.sources.chapters.json_fields import READERS, Collected
from feedpub.sources.chapters.render import VERSION
from feedpub.sources.chapters.rows import Row, too_many
from feedpub.sources.complaints import Complaints
from feedpub.sources.json_places import JsonFault, Lines, Node, parse_json, value_of

_VERSIONS = ("1.0.0", "1.1.0", "1.2.0", "1.0", "1.1", "1.2")
_TOP = {
    **dict.fromkeys(("author", "title", "podcastName", "description", "fileName"), str),
    "version": str, "chapters": list, "waypoints": bool,
}  # fmt: skip
#: what people write for what they mean, beyond slips of the keyboard
_MEANT = {
    "start": "startTime", "time": "startTime", "timestamp": "startTime", "end": "endTime", "name": "title",
    "image": "img", "picture": "img", "link": "url", "href": "url", "hidden": "toc",
}  # fmt: skip
_PODLOVE = ("start", "title", "href", "image")


def read_json_chapters(text: str, complaints: Complaints) -> list[Row]:
    """The chapters of a JSON file; everything that is wrong with it goes into ``complaints``."""
    reader = _JsonChapters(Lines(text), complaints)
    try:
        node = parse_json(text)
    except JsonFault as broken:
        message = f"this is no JSON: {broken.what}"
        reader.complain(broken.index, Fault("chapters-not-json", message, broken.fix))
        return []
    if isinstance(node.value, list):
        return reader.read_list(node, podlove=True)
    if isinstance(node.value, dict):
        return reader.read_object(node)
    message = f"{quote(node.value)} stands where an object with `chapters` must be"
    reader.complain(node.at, Fault("chapters-not-json", message, "begin the file with {"))
    return []


class _JsonChapters:
    def __init__(self, lines: Lines, complaints: Complaints) -> None:
        self._lines, self._complaints = lines, complaints

    def complain(self, index: int, fault: Fault) -> None:
        self._complaints.add(fault, *self._lines.place(index))

    def read_object(self, node: Node) -> list[Row]:
        members: dict[str, tuple[int, Node]] = node.value  # type: ignore[assignment]
        if _is_player(members):
            return self.read_list(members["chapters"][1], podlove=True)
        self._check_version(node.at, members.get("version"))
        self._check_top(members)
        if "chapters" not in members:
            message = "the object has no `chapters`"
            fix = 'add "chapters": [ ... ] with one object for each chapter'
            self.complain(node.at, Fault("chapters-missing-list", message, fix))
            return []
        at, chapters = members["chapters"]
        if not isinstance(chapters.value, list):
            message = f"`chapters` is {quote(value_of(chapters))}, and must be a list"
            self.complain(at, Fault("chapters-missing-list", message, "put the chapters between [ and ]"))
            return []
        if not chapters.value:
            fix = "add chapters, or remove the file"
            self.complain(at, Fault("chapters-empty", "`chapters` is an empty list", fix, Severity.WARNING))
        return self.read_list(chapters, podlove=False)

    def read_list(self, node: Node, *, podlove: bool) -> list[Row]:
        items: list[Node] = node.value  # type: ignore[assignment]
        if len(items) > MOST:
            self.complain(node.at, too_many(len(items)))
            return []
        rows = [self._read_chapter(item, podlove=podlove) for item in items]
        return [row for row in rows if row is not None]

    def _read_chapter(self, node: Node, *, podlove: bool) -> Row | None:
        if not isinstance(node.value, dict):
            message = f"{quote(value_of(node))} stands where a chapter must be"
            fix = 'write {"startTime": 94, "title": "..."}'
            self.complain(node.at, Fault("chapter-missing-start", message, fix))
            return None
        start_key = "start" if podlove else "startTime"
        if start_key not in node.value:
            meant = next((key for key in node.value if _intended(key) == "startTime"), "")
            fix = (
                f"write `{start_key}` in place of `{meant}`"
                if meant
                else f'add "{start_key}": the second it starts at'
            )
            fault = Fault("chapter-missing-start", f"this chapter has no `{start_key}`", fix)
            self.complain(node.at, fault)
        collected = Collected(podlove=podlove)
        for key, (index, member) in node.value.items():
            self._read_member(key, index, member, collected)
        if "start_ms" not in collected.values:
            return None
        return Row(Chapter(**collected.values), *self._lines.place(node.at))

    def _read_member(self, key: str, index: int, node: Node, collected: Collected) -> None:
        podlove = collected.podlove
        reader: Callable[[Any, Collected], Fault | None] | None = READERS.get(key)
        if podlove != (key in _PODLOVE) and key != "title":
            reader = None
        if reader is None:
            meant = "" if podlove else _intended(key)
            fix = f"did you mean `{meant}`?" if meant else "apps pass over it: remove it"
            severity = Severity.WARNING if meant else Severity.INFO
            message = f"chapters have no {quote(key)}"
            self.complain(index, Fault("chapters-unknown-key", message, fix, severity))
        # Several tools write null for what is not there.
        elif node.value is None and key not in ("startTime", "start"):
            return
        elif fault_found := reader(value_of(node), collected):
            self.complain(node.at, fault_found)

    def _check_version(self, start: int, member: tuple[int, Node] | None) -> None:
        if member is None or not isinstance(member[1].value, str):
            what = "has no `version`" if member is None else "has a `version` that is no text"
            fault = Fault("chapters-missing-version", f"the object {what}", f'add "version": "{VERSION}"')
            self.complain(member[1].at if member else start, fault)
        elif member[1].value not in _VERSIONS:
            message = f"{quote(member[1].value)} is no version that is known"
            fix = f'write "version": "{VERSION}"'
            self.complain(member[1].at, Fault("chapters-unknown-version", message, fix, Severity.INFO))

    def _check_top(self, members: dict[str, tuple[int, Node]]) -> None:
        for key, (index, node) in members.items():
            if key not in _TOP:
                close = nearest_word(key, _TOP)
                fix = f"did you mean `{close}`?" if close else "apps pass over it: remove it"
                message = f"{quote(key)} is no key of a file of chapters"
                severity = Severity.WARNING if close else Severity.INFO
                self.complain(index, Fault("chapters-unknown-key", message, fix, severity))
            elif key not in ("version", "chapters") and not isinstance(node.value, (_TOP[key], type(None))):
                wanted = "true or false" if _TOP[key] is bool else "a text"
                message = f"`{key}` is {quote(value_of(node))}"
                self.complain(node.at, Fault("chapters-wrong-type", message, f"it must be {wanted}"))


def _intended(key: str) -> str:
    """The key of a chapter that somebody probably meant, or nothing."""
    known = [name for name in READERS if name not in _PODLOVE or name == "title"]
    return _MEANT.get(key.lower(), "") or nearest_word(key, known)


def _is_player(members: dict[str, tuple[int, Node]]) -> bool:
    """Whether this is for the Podlove web player, whose chapters start at texts such as `00:01:02`."""
    chapters = members["chapters"][1].value if "chapters" in members else None
    first = chapters[0].value if isinstance(chapters, list) and chapters else None
    if "version" in members and members["version"][1].value == "1.2.0":
        return False
    start = first["start"][1].value if isinstance(first, dict) and "start" in first else None
    return isinstance(start, str) and ":" in start
