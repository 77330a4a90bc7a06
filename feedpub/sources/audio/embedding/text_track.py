"""A QuickTime text track whose samples are the titles of chapters (QuickTime File Format, "Text media")."""

from collections.abc import Sequence
from itertools import pairwise
from struct import pack

from feedpub.model import Chapter

#: ticks a second: the track counts milliseconds
_SCALE = 1000
_UTF8 = 0x0100
_MATRIX = pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
#: a track that is part of the film, but is not shown
_IN_MOVIE = 2
_UNDETERMINED = 0x55C4


def join_box(name: bytes, *contents: bytes) -> bytes:
    """A box with this content."""
    content = b"".join(contents)
    return pack(">I", len(content) + 8) + name + content


def build_samples(chapters: Sequence[Chapter], film_scale: int) -> list[bytes]:
    """A sample for each chapter. ``film_scale`` is how many ticks a second the film counts.

    A first chapter that starts later makes the whole track begin later, if the film can count that; else a
    sample without a title stands ahead of it.
    """
    first = [] if _delay(chapters, film_scale) is not None else [""]
    return [_sample(title) for title in (*first, *(chapter.title for chapter in chapters))]


def build_track(
    track_id: int,
    chapters: Sequence[Chapter],
    samples: Sequence[bytes],
    place: int,
    duration_ms: int,
    film_scale: int,
) -> bytes:
    """The track (`trak`) whose samples lie one behind the other at ``place`` in the file."""
    delay = _delay(chapters, film_scale)
    starts = [0] if delay is None else []
    starts += [chapter.start_ms for chapter in chapters]
    end = max([duration_ms, *(start + 1 for start in starts)])
    durations = [max(after - before, 0) for before, after in pairwise([*starts, end])]
    lasts = round(end * film_scale / _SCALE)
    head = pack(">IIIIIIQHHHH", _IN_MOVIE, 0, 0, track_id, 0, lasts, 0, 0, 0, 0, 0) + _MATRIX + bytes(8)
    media = pack(">IIIIIHH", 0, 0, 0, _SCALE, sum(durations), _UNDETERMINED, 0)
    handler = pack(">II4s12x", 0, 0, b"text") + b"Chapters\0"
    return join_box(
        b"trak",
        join_box(b"tkhd", head),
        _late_begin(delay, lasts - delay) if delay else b"",
        join_box(
            b"mdia",
            join_box(b"mdhd", media),
            join_box(b"hdlr", handler),
            join_box(b"minf", _description(), _here(), _tables(samples, durations, place)),
        ),
    )


def _late_begin(delay: int, lasts: int) -> bytes:
    """First nothing for ``delay`` ticks of the film, then all of the track."""
    edits = pack(">IiIIiI", delay, -1, 0x10000, lasts, 0, 0x10000)
    return join_box(b"edts", join_box(b"elst", pack(">II", 0, 2), edits))


def _delay(chapters: Sequence[Chapter], film_scale: int) -> int | None:
    """When the first chapter starts, in ticks of the film; None where these are too coarse for it."""
    ticks = chapters[0].start_ms * film_scale if chapters else 0
    return ticks // _SCALE if ticks % _SCALE == 0 else None


def _description() -> bytes:
    kind = join_box(b"gmin", pack(">IHHHHHH", 0, 0x40, 0x8000, 0x8000, 0x8000, 0, 0))
    return join_box(b"gmhd", kind, join_box(b"text", _MATRIX))


def _here() -> bytes:
    """The samples lie in this very file."""
    return join_box(b"dinf", join_box(b"dref", pack(">II", 0, 1), join_box(b"url ", pack(">I", 1))))


def _tables(samples: Sequence[bytes], durations: Sequence[int], place: int) -> bytes:
    times = b"".join(pack(">II", 1, duration) for duration in durations)
    sizes = b"".join(pack(">I", len(sample)) for sample in samples)
    return join_box(
        b"stbl",
        join_box(b"stsd", pack(">II", 0, 1), _sample_description()),
        join_box(b"stts", pack(">II", 0, len(durations)), times),
        join_box(b"stsc", pack(">IIIII", 0, 1, 1, len(samples), 1)),
        join_box(b"stsz", pack(">III", 0, 0, len(samples)), sizes),
        join_box(b"stco" if place < 1 << 32 else b"co64", pack(">II", 0, 1), _place(place)),
    )


def _place(place: int) -> bytes:
    return pack(">I" if place < 1 << 32 else ">Q", place)


def _sample_description() -> bytes:
    """Black on white, left, in the font of the system: nobody sees it."""
    flags, left = 1, 0
    colours = pack(">3H4H8x", 0xFFFF, 0xFFFF, 0xFFFF, 0, 0, 0, 0)
    font = pack(">HHBH3HB", 0, 0, 0, 0, 0, 0, 0, 0)
    return join_box(b"text", pack(">6xHII", 1, flags, left), colours, font)


def _sample(title: str) -> bytes:
    text = title.encode("utf-8", "replace")
    return pack(">H", len(text)) + text + join_box(b"encd", pack(">I", _UTF8))
