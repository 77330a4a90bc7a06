"""Chapters in ID3v2 tags (ID3v2 Chapter Frame Addendum 1.0), and where the cover lies."""

import os
import re
from collections.abc import Iterator

from feedpub.model import Chapter
from feedpub.sources.audio.embedded import Embedded, Picture, plain_link, plain_text
from feedpub.sources.audio.id3_frames import (
    Frame,
    Octets,
    decode_text,
    parse_text,
    split_text,
    walk_frames,
    walk_tags,
)

#: chapters, and tables of contents, that are looked at
_MOST = 10_000
#: bytes of a title, an address or an identifier that are looked at
_LONGEST = 2048
#: bytes of a tag that is searched as a whole for the names of what counts: most have nothing of it
_SMALL = 4096
_NAMES = re.compile(rb"CHAP|A?PIC|TIT2|TT2|TPE1|TP1")
#: bytes that chapters of one tag may take to read; what is more is no longer chapters
_BUDGET = 16 << 20
#: frame -> what it says of the whole file
_TEXTS = {b"TIT2": "title", b"TT2": "title", b"TPE1": "artist", b"TP1": "artist"}
_FRONT_COVER = 3
_TOP_LEVEL = 2


def read_id3(fd: int, start: int, size: int) -> Embedded:
    """Chapters and cover of the tags ahead of ``start``; of several tags the first that has any."""
    if start <= _SMALL and not _NAMES.search(os.pread(fd, start, 0)):
        return Embedded()
    found = Embedded()
    for version, frames in walk_tags(fd, start):
        tag = _Tag(version)
        for frame in frames:
            tag.take(frame)
        chapters = found.chapters or tuple(tag.chapters())
        texts = (found.title or tag.texts.get("title", ""), found.artist or tag.texts.get("artist", ""))
        found = Embedded(chapters, found.cover or tag.cover, *texts)
    return found


class _Tag:
    """What has been seen of one tag."""

    def __init__(self, version: int) -> None:
        self._version = version
        self._chapters: dict[bytes, Chapter] = {}
        #: table of contents -> its children; and those at the top
        self._tables: dict[bytes, list[bytes]] = {}
        self._top: list[bytes] = []
        self._budget = _BUDGET
        self.cover: Picture | None = None
        self._front = False
        #: title and artist
        self.texts: dict[str, str] = {}

    def take(self, frame: Frame) -> None:
        """Takes note of a frame, if it is of a kind that counts."""
        if frame.id in (b"APIC", b"PIC") and not self._front:
            self._take_picture(frame)
        elif frame.id in _TEXTS:
            self.texts.setdefault(_TEXTS[frame.id], plain_text(parse_text(frame.read(_LONGEST))))
        elif frame.id == b"CHAP" and len(self._chapters) < _MOST and self._budget > 0:
            self._budget -= min(frame.length, _LONGEST)
            self._take_chapter(frame)
        elif frame.id == b"CTOC" and len(self._tables) < _MOST and self._budget > 0:
            self._budget -= min(frame.length, 1 << 16)
            self._take_table(frame.read(1 << 16))

    def chapters(self) -> Iterator[Chapter]:
        """In the order of the table of contents, if there is one; chapters outside it are not in it."""
        listed = self._listed() if self._top else self._chapters.keys()
        for id_, chapter in self._chapters.items():
            yield chapter._replace(toc=id_ in listed)

    def _listed(self) -> set[bytes]:
        seen: set[bytes] = set()
        named = {id_ for children in self._tables.values() for id_ in children}
        waiting = list(self._top)
        while waiting:
            id_ = waiting.pop()
            if id_ not in seen:
                seen.add(id_)
                waiting += self._tables.get(id_, ())
        # Tables that name things, but none of the chapters, are broken and hide nothing.
        return seen if seen & self._chapters.keys() or not named else set(self._chapters)

    def _take_picture(self, frame: Frame) -> None:
        head = frame.read(64)
        if frame.id == b"PIC":
            kind = head[4] if len(head) > 4 else 0
        else:
            behind = head.find(b"\0", 1)
            kind = head[behind + 1] if 0 < behind < len(head) - 1 else 0
        self._front = kind == _FRONT_COVER
        if self.cover is None or self._front:
            form = "id3v2" if frame.id == b"PIC" else "id3"
            self.cover = Picture(frame.start, frame.length, form + ("-unsynced" if frame.unsynced else ""))

    def _take_chapter(self, frame: Frame) -> None:
        head = frame.read(_LONGEST)
        id_, _, rest = head.partition(b"\0")
        if len(rest) < 16:
            return
        start, end = int.from_bytes(rest[:4]), int.from_bytes(rest[4:8])
        chapter = Chapter(start, end_ms=end if end != 0xFFFFFFFF else None)
        at = len(id_) + 17
        source, first, last = frame.source, frame.start + at, frame.start + frame.length
        if frame.unsynced:
            whole = frame.read(_LONGEST)
            source, first, last = Octets(whole=whole), at, len(whole)
        self._chapters.setdefault(id_, _with_details(chapter, source, self._version, first, last))

    def _take_table(self, content: bytes) -> None:
        id_, _, rest = content.partition(b"\0")
        if len(rest) < 2:
            return
        self._tables[id_] = rest[2:].split(b"\0")[: rest[1]]
        if rest[0] & _TOP_LEVEL:
            self._top.append(id_)


def _with_details(chapter: Chapter, source: Octets, version: int, at: int, end: int) -> Chapter:
    """The chapter with what the frames within its own frame say. Those within them are not looked at."""
    for count, inner in enumerate(walk_frames(source, version, at, end)):
        if count > 20:
            break
        if inner.id == b"TIT2" and not chapter.title:
            chapter = chapter._replace(title=plain_text(parse_text(inner.read(_LONGEST))))
        elif inner.id[:1] == b"W" and not chapter.url:
            chapter = chapter._replace(url=_parse_link(inner))
        elif inner.id == b"APIC" and not chapter.image:
            chapter = chapter._replace(image=_parse_picture_link(inner.read(_LONGEST)))
    return chapter


def _parse_link(frame: Frame) -> str:
    content = frame.read(_LONGEST)
    if frame.id == b"WXXX":
        if not content:
            return ""
        content = split_text(content[0], content[1:])[1]
    return plain_link(decode_text(0, content.partition(b"\0")[0]))


def _parse_picture_link(content: bytes) -> str:
    """The address that stands in the place of a picture: its type is `-->`."""
    if content[1:5] != b"-->\0":
        return ""
    return plain_link(decode_text(0, split_text(content[0], content[6:])[1].rstrip(b"\0")))
