"""Chapters and covers within audio files: of every format and tool, and never a price for those without."""

import base64
import time
import zlib
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import AudioFile, Chapter
from feedpub.sources.audio.cover import read_cover
from feedpub.sources.audio.file import AudioFault, read_audio
from tests.sources.audio.chapters import FFMPEG, box, brief, chap, ctoc, ffprobe, frame, make, tag, tagged
from tests.workspace import mp3, png

FILES = Path(__file__).parent / "files"


def read(tmp_path: Path, octets: bytes, name: str = "a.mp3") -> AudioFile:
    path = tmp_path / name
    path.write_bytes(octets)
    return read_audio(str(path))[0]


def title(text: str, version: int = 4) -> bytes:
    return frame(b"TIT2", b"\3" + text.encode(), version)


# -- ID3 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [3, 4])
def test_id3_chapters_are_read_with_title_link_picture_and_end(tmp_path: Path, version: int) -> None:
    link = frame(b"WXXX", b"\0chapter url\0https://a.example/", version)
    picture = frame(b"APIC", b"\0-->\0\3\0https://a.example/i.png", version)
    utf16 = frame(b"TIT2", b"\1" + "Zwei — 你".encode("utf-16"), version)
    audio = read(
        tmp_path,
        tagged(
            chap(b"a", 0, 60_000, title("Intro", version), version=version),
            chap(b"b", 60_000, 70_000, utf16, link, picture, version=version),
            version=version,
        ),
    )
    assert audio.chapters == (
        Chapter(0, "Intro"),
        Chapter(60_000, "Zwei — 你", "https://a.example/", "https://a.example/i.png", end_ms=70_000),
    )


def test_chapters_outside_the_table_of_contents_are_hidden(tmp_path: Path) -> None:
    audio = read(
        tmp_path,
        tagged(
            ctoc(b"toc", 3, b"part", b"a"), ctoc(b"part", 1, b"b", b"toc"),
            chap(b"c", 20, 30, title("C")), chap(b"b", 10, 20, title("B")), chap(b"a", 0, 10, title("A")),
        ),
    )  # fmt: skip
    assert [(chapter.title, chapter.toc) for chapter in audio.chapters] == [
        ("A", True),
        ("B", True),
        ("C", False),
    ]


@pytest.mark.parametrize("table", [b"", ctoc(b"toc", 3, b"x", b"y"), ctoc(b"toc", 1, b"b")])
def test_without_a_sound_table_no_chapter_is_hidden(tmp_path: Path, table: bytes) -> None:
    audio = read(tmp_path, tagged(table, chap(b"a", 0, 10, title("A"))))
    assert [chapter.toc for chapter in audio.chapters] == [True]


def test_a_tag_that_was_unsynchronised_is_read(tmp_path: Path) -> None:
    content = chap(b"a", 255, 511, title("ÿ", 3), version=3).replace(b"\xff", b"\xff\0")
    audio = read(tmp_path, tagged(content, version=3, flags=0x80))
    assert (audio.chapters[0].start_ms, audio.chapters[0].end_ms) == (255, 511)


def test_lengths_that_itunes_wrote_are_understood(tmp_path: Path) -> None:
    long = b"\3" + b"x" * 300
    plain = b"TALB" + pack(">I", len(long)) + b"\0\0" + long
    assert brief(read(tmp_path, tagged(plain, chap(b"a", 5, 10, title("A")))).chapters) == [(5, "A")]


def test_a_cover_in_a_tag_is_told_and_read(tmp_path: Path) -> None:
    other = frame(b"APIC", b"\0image/png\0\0\0" + b"other")
    front = frame(b"APIC", b"\1image/png\0\3" + "x".encode("utf-16") + b"\0\0" + png())
    assert read(tmp_path, tagged(other, front)).has_cover
    assert read_cover(str(tmp_path / "a.mp3")) == png()
    old = tagged(frame(b"PIC", b"\0PNG\3x\0" + png(), 2), version=2)
    assert read(tmp_path, old).has_cover
    assert read_cover(str(tmp_path / "a.mp3")) == png()


def test_a_file_without_a_tag_has_neither(tmp_path: Path) -> None:
    audio = read(tmp_path, mp3())
    assert (audio.chapters, audio.has_cover) == ((), False)
    assert read_cover(str(tmp_path / "a.mp3")) is None


# -- as ffmpeg writes them -----------------------------------------------------------------------

THREE = ((0, "Intro ö"), (1000, "Zwei — 你好"), (2000, "Three"))


@FFMPEG
@pytest.mark.parametrize("options", [(), ("-id3v2_version", "3"), ("-write_xing", "0")])
def test_mp3_of_ffmpeg(tmp_path: Path, options: tuple[str, ...]) -> None:
    path = make(tmp_path / "a.mp3", *options, chapters=THREE)
    assert brief(read_audio(str(path))[0].chapters) == list(THREE)


@FFMPEG
@pytest.mark.parametrize("options", [(), ("-movflags", "+faststart")])
def test_m4a_of_ffmpeg(tmp_path: Path, options: tuple[str, ...]) -> None:
    path = make(tmp_path / "a.m4a", *options, chapters=THREE)
    assert brief(read_audio(str(path))[0].chapters) == list(THREE)


@FFMPEG
def test_m4a_with_more_chapters_than_nero_knows(tmp_path: Path) -> None:
    many = tuple((n * 10, f"Chapter {n}") for n in range(260))
    path = make(tmp_path / "a.m4a", chapters=many)
    assert brief(read_audio(str(path))[0].chapters) == list(many)


@FFMPEG
def test_opus_of_ffmpeg(tmp_path: Path) -> None:
    path = make(tmp_path / "a.opus", chapters=THREE)
    assert brief(read_audio(str(path))[0].chapters) == ffprobe(path)


@FFMPEG
@pytest.mark.parametrize("name", ["a.m4a", "a.flac", "a.mp3"])
def test_covers_that_ffmpeg_wrote_are_read(tmp_path: Path, name: str) -> None:
    picture = tmp_path / "cover.png"
    picture.write_bytes(png())
    path = make(tmp_path / name, picture=picture)
    assert read_audio(str(path))[0].has_cover
    assert read_cover(str(path)) == png()


# -- MP4 and comments by hand --------------------------------------------------------------------


def mp4_with(name: str, *boxes: bytes) -> bytes:
    """A real M4A whose index has more boxes at its end."""
    octets = (FILES / name).read_bytes()
    at = octets.index(b"moov") - 4
    size = int.from_bytes(octets[at : at + 4])
    more = b"".join(boxes)
    return (
        octets[:at] + pack(">I", size + len(more)) + octets[at + 4 : at + size] + more + octets[at + size :]
    )


def test_neros_list_is_read_in_both_its_versions(tmp_path: Path) -> None:
    entry = pack(">QB", 5_000_000, 3) + b"One"
    for content in (pack(">IIB", 0x01000000, 0, 1) + entry, pack(">IB", 0, 1) + entry):
        audio = read(tmp_path, mp4_with("index_last.m4a", box(b"udta", box(b"chpl", content))), "a.m4a")
        assert brief(audio.chapters) == [(500, "One")]


def comments(*texts: bytes) -> bytes:
    return pack("<I", 0) + pack("<I", len(texts)) + b"".join(pack("<I", len(text)) + text for text in texts)


def flac_with(*texts: bytes) -> bytes:
    octets, block = (FILES / "whole.flac").read_bytes(), comments(*texts)
    return (
        octets[:42].replace(b"fLaC\x80", b"fLaC\0") + b"\4" + pack(">I", len(block))[1:] + block + octets[42:]
    )


def test_vorbis_comments_are_read(tmp_path: Path) -> None:
    audio = read(
        tmp_path,
        flac_with(
            b"CHAPTER002=00:00:00.250", b"chapter002name=Zw\xc3\xb6i", b"CHAPTER002URL=https://a.example/",
            b"CHAPTER001=00:00:00.000", b"CHAPTER001NAME=One", b"CHAPTER003NAME=no time", b"CHAPTERX=1",
        ),
        "a.flac",
    )  # fmt: skip
    assert audio.chapters == (Chapter(0, "One"), Chapter(250, "Zwöi", "https://a.example/"))


def test_a_cover_in_a_comment_is_read(tmp_path: Path) -> None:
    block = pack(">II", 3, 9) + b"image/png" + pack(">I", 0) + bytes(16) + pack(">I", len(png())) + png()
    text = b"METADATA_BLOCK_PICTURE=" + base64.b64encode(block)
    assert read(tmp_path, flac_with(b"TITLE=x", text, b"CHAPTER001=0:0:0"), "a.flac").has_cover
    assert read_cover(str(tmp_path / "a.flac")) == png()


# -- hostile files -------------------------------------------------------------------------------


def bombs() -> dict[str, bytes]:
    nested = b""
    for _ in range(3000):
        nested = frame(b"CHAP", b"x\0" + bytes(16) + nested)
    zipped = pack(">I", 400_000_000) + zlib.compress(bytes(400_000_000))
    picture = frame(b"APIC", b"\0image/png\0\3\0" + bytes(60_000_000))
    crowd = b"".join(chap(b"%d" % n, n, n + 1, title("x")) for n in range(150_000))
    tables = b"".join(ctoc(b"%d" % n, 3, *(b"%d" % (n + m) for m in range(255))) for n in range(3000))
    return {
        "300,000 frames": tag(frame(b"TXXX", b"\0a\0b") * 300_000),
        "compressed": tag(frame(b"CHAP", zipped, flags=b"\0\x09")),
        "nested": tag(nested),
        "crowd": tag(crowd),
        "tables": tag(tables, chap(b"1", 0, 1)),
        "large picture": tag(picture),
    }


@pytest.mark.parametrize(
    "name", ["300,000 frames", "compressed", "nested", "crowd", "tables", "large picture"]
)
def test_a_hostile_tag_costs_little_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(bombs()[name] + mp3())
    start = time.process_time()
    read_audio(str(path))
    assert time.process_time() - start < 1


def test_a_picture_larger_than_any_cover_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(bombs()["large picture"] + mp3())
    assert read_cover(str(path)) is None


@given(st.data())
def test_damage_to_a_tag_loses_chapters_and_raises_nothing(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:  # fmt: skip
    inner = (
        title("A")
        + frame(b"WXXX", b"\0\0https://a.example/")
        + frame(b"APIC", b"\0-->\0\3\0https://a.example/")
    )
    octets = bytearray(tag(ctoc(b"t", 3, b"a", b"b"), chap(b"a", 0, 5, inner), chap(b"b", 5, 9, inner), frame(b"APIC", b"\0x\0\3\0y")))  # fmt: skip
    for at in data.draw(st.lists(st.integers(10, len(octets) - 1), min_size=1, max_size=6)):
        octets[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.mp3"
    path.write_bytes(bytes(octets) + mp3())
    read_audio(str(path))
    read_cover(str(path))


@given(st.data())
@pytest.mark.parametrize("name", ["chapters.m4a", "chapters.opus", "chapters.flac"])
def test_damage_to_other_files_raises_nothing_but_faults(tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject) -> None:  # fmt: skip
    track = box(b"trak", box(b"tref", box(b"chap", pack(">I", 1))))
    entry = box(b"udta", box(b"chpl", pack(">IIB", 0x01000000, 0, 1) + pack(">QB", 5, 1) + b"x"))
    octets = bytearray(
        flac_with(b"CHAPTER001=0:0:1", b"METADATA_BLOCK_PICTURE=AAAA") if name.endswith("flac")
        else mp4_with("index_first.m4a", track, entry) if name.endswith("m4a")
        else (FILES / "opus.opus").read_bytes()
    )  # fmt: skip
    begin = octets.find(b"moov") if name.endswith("m4a") else 0
    end = min(len(octets), begin + 2000)
    for at in data.draw(st.lists(st.integers(begin, end - 1), min_size=1, max_size=6)):
        octets[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(octets)
    try:
        read_audio(str(path))
    except AudioFault:
        pass
    read_cover(str(path))
