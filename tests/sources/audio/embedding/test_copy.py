"""Chapters in a copy of an audio file: as others read them, with the same sound, and nothing half done."""

import os
from pathlib import Path
from struct import pack, unpack

import mutagen
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import ID3
from mutagen.mp4 import MP4

from feedpub.model import Chapter
from feedpub.sources.audio.embedding.copy import held_chapters, write_copy
from feedpub.sources.audio.embedding.fault import CopyFault, OriginalFault
from feedpub.sources.audio.embedding.mp4 import Index, split_boxes
from feedpub.sources.audio.embedding.sound import digest_sound
from feedpub.sources.audio.file import AudioFault, read_audio
from feedpub.sources.audio.tags import skip_leading_tags
from tests.sources.audio.chapters import FFMPEG, brief, chap, ctoc, decoded, ffprobe, frame, make, tagged
from tests.workspace import mp3, png

FILES = Path(__file__).parent.parent / "files"
CHAPTERS = (
    Chapter(0, "Intro ö"),
    Chapter(100, "Zwei — 你好", "https://a.example/x", "https://a.example/i.png"),
    Chapter(250, "Hidden", toc=False),
    Chapter(300, "End", end_ms=400),
)
LISTED = [(0, "Intro ö"), (100, "Zwei — 你好"), (300, "End")]


def copy(tmp_path: Path, source: Path, chapters: tuple[Chapter, ...] = CHAPTERS) -> Path:
    target = tmp_path / "out" / source.name
    assert write_copy(str(source), str(target), chapters)
    return target


def chapters_of(path: Path) -> tuple[Chapter, ...]:
    return read_audio(str(path))[0].chapters


def save(tmp_path: Path, octets: bytes, name: str = "a.mp3") -> Path:
    path = tmp_path / name
    path.write_bytes(octets)
    return path


# -- what is written -----------------------------------------------------------------------------


def test_mp3_has_chapters_and_a_table_of_contents(tmp_path: Path) -> None:
    tags = ID3(copy(tmp_path, FILES / "vbr_xing.mp3"))
    (toc,) = tags.getall("CTOC")
    assert (toc.element_id, toc.child_element_ids, toc.flags) == ("toc", ["chp1", "chp2", "chp4"], 3)
    frames = sorted(tags.getall("CHAP"), key=lambda frame: frame.start_time)
    assert [(one.start_time, one.end_time) for one in frames] == [
        (0, 100),
        (100, 250),
        (250, 300),
        (300, 400),
    ]
    assert {(one.start_offset, one.end_offset) for one in frames} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    assert [str(one.sub_frames["TIT2"]) for one in frames] == ["Intro ö", "Zwei — 你好", "Hidden", "End"]
    assert frames[1].sub_frames.getall("WXXX")[0].url == "https://a.example/x"


def test_the_last_chapter_ends_with_the_sound(tmp_path: Path) -> None:
    tags = ID3(copy(tmp_path, FILES / "vbr_xing.mp3", (Chapter(0, "a"), Chapter(500, "b"))))
    duration = read_audio(str(FILES / "vbr_xing.mp3"))[0].duration.total_seconds()
    assert max(one.end_time for one in tags.getall("CHAP")) == round(duration * 1000)


def test_more_chapters_than_a_table_holds_are_in_tables_of_tables(tmp_path: Path) -> None:
    many = tuple(Chapter(n, f"c{n}") for n in range(600))
    target = copy(tmp_path, save(tmp_path, mp3(4000)), many)
    assert chapters_of(target) == many
    tables = {one.element_id: one for one in ID3(target).getall("CTOC")}
    assert tables["toc"].child_element_ids == ["toc1", "toc2", "toc3"]
    assert [len(tables[name].child_element_ids) for name in ("toc1", "toc2", "toc3")] == [255, 255, 90]


def test_m4a_has_neros_list_and_a_text_track(tmp_path: Path) -> None:
    target = copy(tmp_path, FILES / "index_first.m4a")
    assert [(round(one.start * 1000), one.title) for one in MP4(target).chapters] == LISTED
    assert brief(chapters_of(target)) == LISTED
    assert b"text" in target.read_bytes()


def test_comments_have_chapters_in_ogg_and_flac(tmp_path: Path) -> None:
    for name in ("vorbis.ogg", "opus.opus", "whole.flac"):
        tags = mutagen.File(copy(tmp_path, FILES / name)).tags
        assert tags["CHAPTER002"] == ["00:00:00.100"]
        assert tags["CHAPTER002NAME"] == ["Zwei — 你好"]
        assert tags["CHAPTER002URL"] == ["https://a.example/x"]
        assert "CHAPTER004" not in tags


# -- read by ffmpeg ------------------------------------------------------------------------------


@FFMPEG
@pytest.mark.parametrize("name", ["vbr_xing.mp3", "vbr_bare.mp3", "index_first.m4a", "index_last.m4a", "picture.mp4", "vorbis.ogg", "opus.opus", "whole.flac"])  # fmt: skip
@pytest.mark.parametrize("first", [0, 20])
def test_ffprobe_reads_the_chapters_and_ffmpeg_the_same_sound(tmp_path: Path, name: str, first: int) -> None:
    chapters = (CHAPTERS[0]._replace(start_ms=first), *CHAPTERS[1:])
    target = copy(tmp_path, FILES / name, chapters)
    expected = [(one.start_ms, one.title) for one in chapters if one.toc or name.endswith("mp3")]
    if name.endswith("flac") and first:
        expected = ffprobe(target)  # ffmpeg makes the first chapter of FLAC begin at zero
    assert ffprobe(target) == expected
    assert decoded(target) == decoded(FILES / name)


@FFMPEG
@pytest.mark.parametrize("options", [("-movflags", "+faststart"), ()])
def test_chapters_and_cover_that_were_there_are_replaced_and_kept(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    picture = save(tmp_path, png(), "cover.png")
    source = make(tmp_path / "a.m4a", *options, chapters=((0, "Old"), (500, "Older")), picture=picture)
    target = copy(tmp_path, source)
    assert ffprobe(target) == LISTED
    assert bytes(MP4(target)["covr"][0]) == png()
    assert decoded(target) == decoded(source)
    # Once more, from a file with a track of ours: it is replaced, not added to.
    again = tmp_path / "again.m4a"
    assert write_copy(str(target), str(again), CHAPTERS[:1])
    assert ffprobe(again) == LISTED[:1]


# -- what is kept --------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [3, 4])
def test_a_tag_keeps_its_version_and_its_other_frames(tmp_path: Path, version: int) -> None:
    title = frame(b"TIT2", b"\0Episode", version)
    private = frame(b"PRIV", b"x\0" + bytes(range(128)), version)
    zipped = frame(b"TALB", b"odd", version, b"\0\x80" if version == 3 else b"\0\x08")
    old = (chap(b"old", 0, 5, version=version), ctoc(b"t", 3, b"old", version=version))
    target = copy(tmp_path, save(tmp_path, tagged(title, *old, private, zipped, version=version)))
    octets = target.read_bytes()
    assert octets[:6] == b"ID3" + bytes((version, 0, 0))
    assert octets[10:].startswith(title + private + zipped)
    assert b"old\0" not in octets
    assert str(ID3(target)["TIT2"]) == "Episode"


def test_a_tag_that_knows_no_chapters_becomes_one_that_does(tmp_path: Path) -> None:
    source = save(tmp_path, tagged(frame(b"TT2", b"\0Episode", 2), version=2))
    target = copy(tmp_path, source)
    assert str(ID3(target)["TIT2"]) == "Episode"
    assert target.read_bytes()[3] == 4
    assert len(chapters_of(target)) == 4


@pytest.mark.parametrize("name", ["vbr_xing.mp3", "index_first.m4a", "index_last.m4a", "vorbis.ogg", "opus.opus", "whole.flac"])  # fmt: skip
def test_the_sound_and_the_original_stay_as_they_are(tmp_path: Path, name: str) -> None:
    source = save(tmp_path, (FILES / name).read_bytes(), name)
    target = copy(tmp_path, source)
    assert source.read_bytes() == (FILES / name).read_bytes()
    before, after = digest_sound(str(source)), digest_sound(str(target))
    assert [digest for digest in after if digest in before] == before
    assert read_audio(str(target))[0].duration == read_audio(str(source))[0].duration


def test_places_beyond_four_gigabytes_get_room() -> None:
    octets = (FILES / "index_last.m4a").read_bytes()
    moov, table = octets.index(b"moov") - 4, octets.index(b"stco")
    (place,) = unpack(">I", octets[table + 12 : table + 16])
    index = Index(split_boxes(octets[moov + 8 :]), CHAPTERS, 800)
    built = index.build([b"x"] * 4, 5, lambda place: place + (1 << 32), wide=True)
    assert b"stco" not in built.replace(b"stco" + pack(">III", 0, 1, 5), b"")
    assert b"co64" + pack(">II", 0, 1) + pack(">Q", place + (1 << 32)) in built


# -- what is refused -----------------------------------------------------------------------------


def test_the_original_is_never_replaced(tmp_path: Path) -> None:
    source = save(tmp_path, mp3())
    (tmp_path / "link.mp3").symlink_to(source)
    os.link(source, tmp_path / "hard.mp3")
    for target in (source, tmp_path / "link.mp3", tmp_path / "hard.mp3", tmp_path / "." / "a.mp3"):
        with pytest.raises(OriginalFault):
            write_copy(str(source), str(target), CHAPTERS)
    assert source.read_bytes() == mp3()


def test_formats_without_room_for_chapters_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CopyFault, match="cannot hold chapters"):
        write_copy(str(FILES / "pcm.aiff"), str(tmp_path / "x.aiff"), CHAPTERS)
    with pytest.raises(AudioFault):
        write_copy(str(save(tmp_path, b"hello")), str(tmp_path / "y.mp3"), CHAPTERS)
    many = tuple(Chapter(n, "x") for n in range(1000))
    with pytest.raises(CopyFault, match="at most 999"):
        write_copy(str(FILES / "whole.flac"), str(tmp_path / "x.flac"), many)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp3"]


def test_a_copy_that_does_not_read_back_is_thrown_away(tmp_path: Path) -> None:
    source = save(tmp_path, mp3())
    odd = (Chapter(0, "a link", "https://a.example/ö"),)
    with pytest.raises(CopyFault, match="thrown away"):
        write_copy(str(source), str(tmp_path / "b.mp3"), odd)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp3"]


def test_a_title_is_cut_where_no_app_shows_it(tmp_path: Path) -> None:
    for name in ("vbr_xing.mp3", "index_first.m4a", "whole.flac"):
        (chapter,) = chapters_of(copy(tmp_path, FILES / name, (Chapter(0, "ö" * 3000),)))
        assert chapter.title == "ö" * 500


def test_the_same_copy_is_not_written_twice(tmp_path: Path) -> None:
    source = save(tmp_path, mp3())
    target = str(tmp_path / "b.mp3")
    assert write_copy(str(source), target, CHAPTERS)
    assert not write_copy(str(source), target, CHAPTERS)


# -- any chapters --------------------------------------------------------------------------------

TITLES = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "Cf")), min_size=1, max_size=30
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Chapter, ...]:
    starts = draw(st.lists(st.integers(0, 100_000), unique=True, min_size=1, max_size=6).map(sorted))
    return tuple(
        Chapter(start, draw(TITLES), draw(st.sampled_from(["", "https://a.example/?x=1"])), toc=draw(st.booleans()))
        for start in starts
    )  # fmt: skip


@given(lists(), st.sampled_from(["vbr_xing.mp3", "index_first.m4a", "index_last.m4a"]))
def test_any_chapters_are_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, chapters: tuple[Chapter, ...], name: str
) -> None:
    target = tmp_path_factory.getbasetemp() / f"copy-{name}"
    write_copy(str(FILES / name), str(target), chapters)
    audio = read_audio(str(target))[0]
    assert [one._replace(end_ms=None) for one in audio.chapters] == list(held_chapters(chapters, audio.type))


def test_the_sound_of_a_copy_begins_behind_its_tag(tmp_path: Path) -> None:
    target = copy(tmp_path, save(tmp_path, mp3()))
    with target.open("rb") as file:
        start = skip_leading_tags(file.fileno(), 0, file.read(10))
    assert target.read_bytes()[start:] == mp3()


@pytest.mark.parametrize(
    "name", ["vbr_xing.mp3", "index_first.m4a", "index_last.m4a", "vorbis.ogg", "whole.flac"]
)
def test_a_copy_of_a_copy_is_the_same(tmp_path: Path, name: str) -> None:
    """Nobody is punished for publishing the copy, and writing the chapters once more."""
    first = copy(tmp_path, FILES / name)
    second = tmp_path / f"again-{name}"
    assert write_copy(str(first), str(second), CHAPTERS)
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("name", ["vbr_xing.mp3", "index_first.m4a", "vorbis.ogg"])
def test_titles_keep_what_joins_their_characters(tmp_path: Path, name: str) -> None:
    """A firefighter is two emoji and a joiner; Persian and Hebrew need signs that nobody sees."""
    title = "👩\u200d🚒 می\u200cخواهم \u202bשלום\u202c 10\u00a0000"
    chapters = (Chapter(0, title), Chapter(100, "x" * 499 + " y"))
    assert [one.title for one in chapters_of(copy(tmp_path, FILES / name, chapters))] == [title, "x" * 499]
