"""Any audio file: its facts come from its content, and what cannot go into a feed is refused with a reason."""

import os
import struct
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedpub.sources.audio.file import AudioFault, read_audio

AUDIO = Path(__file__).parent / "files"
FILES = sorted(path.name for path in AUDIO.iterdir())


def write(tmp_path: Path, name: str, octets: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(octets)
    return str(path)


def fault(path: str) -> AudioFault:
    with pytest.raises(AudioFault) as caught:
        read_audio(path)
    assert caught.value.message
    assert caught.value.fix
    return caught.value


def wav(sound: int = 8000, *, size: int | None = None, form: int = 1, fact: int | None = None) -> bytes:
    """A WAV of 16-bit mono at 8 kHz; ``size`` is what its header says of the sound."""
    layout = struct.pack("<HHIIHH", form, 1, 8000, 16000, 2, 16)
    body = b"WAVEfmt " + struct.pack("<I", 16) + layout
    if fact is not None:
        body += b"fact" + struct.pack("<II", 4, fact)
    body += b"data" + struct.pack("<I", sound if size is None else size) + bytes(sound)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def ogg_page(serial: int, position: int, body: bytes, *, first: bool = False, number: int = 0) -> bytes:
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, 2 if first else 0, position, serial, number, 0, 1)
    return head + bytes([len(body)]) + body


def opus(serial: int, positions: list[int], skip: int = 312) -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, skip, 48000, 0, 0)
    tags = ogg_page(serial, 0, b"OpusTags")
    pages = b"".join(ogg_page(serial, position, b"x" * 200) for position in positions)
    return ogg_page(serial, 0, head, first=True) + tags + pages


@pytest.mark.parametrize(
    ("name", "kind", "seconds"),
    [
        ("vbr_xing.mp3", "audio/mpeg", 0.9),
        ("vbr_bare.mp3", "audio/mpeg", 0.9),
        ("index_first.m4a", "audio/x-m4a", 0.86),
        ("index_last.m4a", "audio/x-m4a", 0.86),
        ("picture.mp4", "video/mp4", 0.58),
        ("vorbis.ogg", "audio/ogg", 0.8),
        ("opus.opus", "audio/ogg", 0.8),
        ("whole.flac", "audio/flac", 0.4),
        ("streamed.flac", "audio/flac", 0.4),
        ("pcm.aiff", "audio/aiff", 0.1),
        ("adts.aac", "audio/aac", 0.9),
    ],
)
def test_type_length_and_duration_are_measured(name: str, kind: str, seconds: float) -> None:
    audio, _ = read_audio(str(AUDIO / name))
    assert audio.type == kind
    assert audio.length_bytes == (AUDIO / name).stat().st_size
    assert audio.duration.total_seconds() == pytest.approx(seconds, abs=0.01)
    assert audio.sample_rate in (16000, 48000)
    assert audio.bitrate > 0
    assert audio.channels in (1, 2)


@pytest.mark.parametrize(
    ("name", "warning"),
    [
        ("vbr_bare.mp3", "no seek table"),
        ("index_last.m4a", "index (moov) is at the end"),
        ("streamed.flac", "does not say how long"),
        ("vbr_xing.mp3", ""),
        ("index_first.m4a", ""),
        ("opus.opus", ""),
    ],
)
def test_a_warning_tells_what_players_stumble_over(name: str, warning: str) -> None:
    said = read_audio(str(AUDIO / name))[1]
    assert warning in said
    assert bool(said) == bool(warning)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("vbr_xing.mp3", "frame"),
        ("vbr_bare.mp3", "frame"),
        ("index_first.m4a", "box 'mdat'"),
        ("index_last.m4a", "box 'mdat'"),
        ("vorbis.ogg", "page"),
        ("opus.opus", "page"),
        ("whole.flac", "second"),
        ("pcm.aiff", "sound"),
        ("adts.aac", "frame"),
    ],
)
def test_half_a_file_is_refused_naming_where_it_ends(name: str, where: str, tmp_path: Path) -> None:
    octets = (AUDIO / name).read_bytes()
    half = len(octets) * 6 // 10
    # A FLAC frame is long: what is left of this file ends within its first frames.
    found = fault(write(tmp_path, name, octets[:half]))
    assert found.name == "audio-cut-short"
    assert f"ends in {where}" in found.message or f"ends in its {where}" in found.message
    assert f"byte {half:,}" in found.message


@pytest.mark.parametrize(
    ("octets", "what"),
    [
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "an HTML page"),
        (b"\n  <html lang=en>", "an HTML page"),
        (b'<?xml version="1.0"?><Error/>', "an XML document"),
        (b'{"error": "not found"}', "a JSON document"),
        (b"\xef\xbb\xbfJust a few notes.", "a text file"),
        ("Grüße".encode(), "a text file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00", "a Git LFS pointer"),
        (b"\x1aE\xdf\xa3" + bytes(50), "a WebM or Matroska file"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (bytes(5000), "a row of zeros"),
        (b"\x01\x02\x03", "something unknown"),
    ],
)
def test_what_is_not_audio_is_called_by_its_name(octets: bytes, what: str, tmp_path: Path) -> None:
    found = fault(write(tmp_path, "x.mp3", octets))
    assert found.name == "audio-not-audio"
    assert what in found.message


@pytest.mark.parametrize(
    ("name", "called", "fitting"),
    [
        ("index_first.m4a", "x.mp3", ".m4a"),
        ("vbr_xing.mp3", "x.m4a", ".mp3"),
        ("opus.opus", "x.mp3", ".ogg"),
        ("picture.mp4", "x.m4a", ".mp4"),
        ("adts.aac", "x.MP3", ".aac"),
    ],
)
def test_a_suffix_that_contradicts_the_content_is_refused(
    name: str, called: str, fitting: str, tmp_path: Path
) -> None:
    found = fault(write(tmp_path, called, (AUDIO / name).read_bytes()))
    assert found.name == "audio-wrong-suffix"
    assert fitting in found.fix


def test_capital_suffixes_are_as_good(tmp_path: Path) -> None:
    assert read_audio(write(tmp_path, "X.MP3", (AUDIO / "vbr_xing.mp3").read_bytes()))[1] == ""


def test_a_suffix_that_says_nothing_is_only_warned_of(tmp_path: Path) -> None:
    audio, warning = read_audio(write(tmp_path, "x.bin", (AUDIO / "vbr_xing.mp3").read_bytes()))
    assert audio.type == "audio/mpeg"
    assert ".mp3" in warning


@pytest.mark.parametrize(
    "name", ["adts.aac", "index_first.m4a", "vorbis.ogg", "opus.opus", "whole.flac", "pcm.aiff"]
)
def test_an_id3_tag_ahead_changes_nothing_but_the_length(name: str, tmp_path: Path) -> None:
    tag = b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10)
    plain, _ = read_audio(str(AUDIO / name))
    audio, _ = read_audio(write(tmp_path, name, tag + (AUDIO / name).read_bytes()))
    assert audio == plain._replace(length_bytes=plain.length_bytes + 20, bitrate=audio.bitrate)


def test_mono_aac_is_mono() -> None:
    """In MP4 the field for channels says two; AAC itself knows better."""
    assert read_audio(str(AUDIO / "index_first.m4a"))[0].channels == 1


def test_a_tag_is_skipped_unread(tmp_path: Path) -> None:
    """Frames in a tag may be a bomb; what looks like one costs nothing."""
    frames = b"TXXX\x7f\x7f\x7f\x7f\x00\x00" * 100_000
    size = bytes(len(frames) >> shift & 127 for shift in (21, 14, 7, 0))
    tag = b"ID3\x04\x00\x00" + size + frames
    audio, _ = read_audio(write(tmp_path, "x.mp3", tag + (AUDIO / "vbr_bare.mp3").read_bytes()))
    assert audio.duration == timedelta(seconds=0.9)


def test_a_file_that_ends_within_its_tag_is_cut_short(tmp_path: Path) -> None:
    assert (
        fault(write(tmp_path, "x.mp3", b"ID3\x04\x00\x00\x00\x01\x00\x00" + bytes(99))).name
        == "audio-cut-short"
    )


@pytest.mark.parametrize(
    ("octets", "seconds"),
    [
        pytest.param(wav(), 0.5, id="plain"),
        pytest.param(wav(size=0xFFFFFFFF), 0.5, id="written into a pipe"),
        pytest.param(wav(size=0), 0.5, id="size never filled in"),
        pytest.param(wav(form=0x55, fact=4000), 0.5, id="MP3 inside"),
    ],
)
def test_a_wav_lasts_as_long_as_its_sound(octets: bytes, seconds: float, tmp_path: Path) -> None:
    audio, _ = read_audio(write(tmp_path, "x.wav", octets))
    assert (audio.type, audio.duration) == ("audio/wav", timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("octets", "name"),
    [
        pytest.param(wav()[:4000], "audio-cut-short", id="half"),
        pytest.param(wav(form=0x55), "audio-damaged", id="MP3 inside, no length"),
        pytest.param(wav(0), "audio-damaged", id="no sound"),
        pytest.param(wav()[:30], "audio-damaged", id="no data chunk"),
    ],
)
def test_a_wav_without_a_length_is_refused(octets: bytes, name: str, tmp_path: Path) -> None:
    assert fault(write(tmp_path, "x.wav", octets)).name == name


@pytest.mark.parametrize(
    ("octets", "seconds"),
    [
        pytest.param(opus(1, [48312, 96312, 144312]), 3.0, id="plain: the pre-skip is not heard"),
        pytest.param(
            opus(1, [9_648_000, 9_696_000, 9_744_000]), 3.0, id="cut from the middle of a longer one"
        ),
        pytest.param(opus(1, [48312, 96312]) + opus(2, [48312]), 3.0, id="two streams joined"),
        pytest.param(opus(1, [48312, 96312]) + opus(1, [48312]), 3.0, id="joined to itself, with one serial"),
    ],
)
def test_an_ogg_lasts_from_its_first_page_to_its_last(octets: bytes, seconds: float, tmp_path: Path) -> None:
    audio, _ = read_audio(write(tmp_path, "x.opus", octets))
    assert audio.duration == timedelta(seconds=seconds)


def test_an_opus_that_goes_on_behind_its_last_page_lasts_to_its_end(tmp_path: Path) -> None:
    """A flag says that a stream ends here, but it does not."""
    octets = bytearray(opus(1, [48312, 96312]))
    octets[octets.rindex(b"OggS") + 5] = 4
    path = write(
        tmp_path,
        "x.opus",
        bytes(octets) + b"".join(ogg_page(1, at, b"x" * 200) for at in (200_000, 400_000, 480_000)),
    )
    assert read_audio(path)[0].duration == timedelta(seconds=10)


def test_a_damaged_ogg_is_refused_naming_the_byte(tmp_path: Path) -> None:
    octets = opus(1, [48312]) + b"garbage in the middle" + ogg_page(1, 96312, b"x")
    found = fault(write(tmp_path, "x.opus", octets))
    assert found.name == "audio-damaged"
    assert f"byte {len(opus(1, [48312])):,}" in found.message


def test_a_fragmented_mp4_is_refused() -> None:
    assert fault(str(AUDIO / "fragmented.m4a")).name == "audio-fragmented"


def test_what_is_appended_to_an_m4a_is_passed_over(tmp_path: Path) -> None:
    octets = (AUDIO / "index_first.m4a").read_bytes() + b"\0\0\0\0"
    assert read_audio(write(tmp_path, "x.m4a", octets))[0].type == "audio/x-m4a"


@pytest.mark.parametrize("depth", [3000])
def test_boxes_in_boxes_are_a_fault_and_no_crash(depth: int, tmp_path: Path) -> None:
    octets = b""
    for _ in range(depth):
        octets = (len(octets) + 8).to_bytes(4) + b"moov" + octets
    octets = b"\0\0\0\x10ftypM4A \0\0\0\0" + octets + b"\0\0\0\x09mdatx"
    assert fault(write(tmp_path, "x.m4a", octets)).name == "audio-damaged"


def test_an_aiff_lasts_as_long_as_its_sound(tmp_path: Path) -> None:
    """The header may claim what it likes."""
    octets = bytearray((AUDIO / "pcm.aiff").read_bytes())
    frames = octets.index(b"COMM") + 10
    octets[frames : frames + 4] = (16_000 * 3).to_bytes(4)
    audio, _ = read_audio(write(tmp_path, "x.aiff", bytes(octets)))
    assert audio.duration == timedelta(seconds=0.1)


def test_an_aiff_without_sound_is_refused(tmp_path: Path) -> None:
    octets = (AUDIO / "pcm.aiff").read_bytes().replace(b"SSND", b"NONE")
    assert "without sound" in fault(write(tmp_path, "x.aiff", octets)).message


def test_a_claim_of_hours_in_a_few_bytes_is_refused(tmp_path: Path) -> None:
    octets = opus(1, [48312, 96312, 48000 * 3600 * 47])
    assert "169,200 seconds of sound in" in fault(write(tmp_path, "x.opus", octets)).message


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert fault(write(tmp_path, "x.mp3", b"")).name == "audio-empty"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert fault(str(tmp_path / "x.mp3")).name == "audio-missing"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert fault(str(tmp_path)).message == "this is a folder"


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.mp3")
    assert fault(str(tmp_path / "x.mp3")).name == "audio-not-a-file"


def test_a_device_is_refused() -> None:
    assert fault("/dev/zero").name == "audio-not-a-file"


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.mp3").symlink_to(AUDIO / "vbr_xing.mp3")
    assert "symbolic link" in fault(str(tmp_path / "x.mp3")).message


@pytest.mark.parametrize("path", ["a\0b.mp3", "x" * 300 + ".mp3", "", "\udcff.mp3"])
def test_odd_paths_are_faults(path: str) -> None:
    assert fault(path).name in ("audio-missing", "audio-unreadable")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "x.mp3", b"x")
    os.chmod(path, 0)
    assert "not permitted" in fault(path).message


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for name in FILES:
        try:
            read_audio(str(AUDIO / name))
        except AudioFault:
            continue
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    assert after == before


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40)
@given(data=st.data())
def test_damage_never_raises_anything_but_a_fault(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    octets = bytearray((AUDIO / name).read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        octets[data.draw(st.integers(0, min(len(octets), 2000) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(octets)))
    try:
        audio, _ = read_audio(write(tmp_path_factory.getbasetemp(), name, bytes(octets[:cut])))
    except AudioFault:
        return
    assert audio.duration > timedelta(0)


@given(octets=st.binary(max_size=3000))
def test_any_bytes_are_facts_or_a_fault(octets: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    try:
        read_audio(write(tmp_path_factory.getbasetemp(), "any.mp3", octets))
    except AudioFault:
        return
