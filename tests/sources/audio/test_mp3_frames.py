"""MP3: the duration is that of the frames, whatever a header says; what is cut short is refused."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedpub.sources.audio.fault import AudioFacts, AudioFault
from feedpub.sources.audio.mp3_frames import read_mp3

#: second and third byte of a header, samples, hertz, length: MPEG-1 layer III, mono, 44.1 kHz
SECOND, SAMPLES, HERTZ = 0xFB, 1152, 44100
LENGTHS = {32: 104, 64: 208, 128: 417}
INDEX = {32: 1, 64: 5, 128: 9}
FILL = b"\x55"


def frame(kilobits: int = 64) -> bytes:
    return bytes([0xFF, SECOND, INDEX[kilobits] << 4, 0xC4]) + FILL * (LENGTHS[kilobits] - 4)


def xing(frames: int, octets: int, name: bytes = b"Xing") -> bytes:
    """A header of 208 bytes without LAME's checksum."""
    head = bytes([0xFF, SECOND, 0x50, 0xC4]) + bytes(17) + name + (3).to_bytes(4)
    return (head + frames.to_bytes(4) + octets.to_bytes(4)).ljust(208, b"\0")


def lame(body: bytes, frames: int, delay: int, padding: int) -> bytes:
    """``body`` behind a header that says how many samples at its ends are no sound."""
    head = bytes([0xFF, SECOND, 0x50, 0xC4]) + bytes(17) + b"Xing" + (15).to_bytes(4)
    head += frames.to_bytes(4) + (208 + len(body)).to_bytes(4) + bytes(104) + b"LAME3.100\x04"
    return (head + bytes(11) + (delay << 12 | padding).to_bytes(3)).ljust(208, b"\0") + body


def vbri(frames: int) -> bytes:
    head = bytes([0xFF, SECOND, 0x50, 0xC4]) + bytes(32) + b"VBRI" + bytes(6) + bytes(4)
    return (head + frames.to_bytes(4)).ljust(208, b"\0")


def with_header(body: bytes, frames: int) -> bytes:
    return xing(frames, 208 + len(body)) + body


def variable(count: int) -> bytes:
    return b"".join(frame(kilobits) for _ in range(count // 3) for kilobits in (32, 64, 128))


def id3(size: int, flags: int = 0) -> bytes:
    lengths = bytes(size >> shift & 127 for shift in (21, 14, 7, 0))
    tag = b"ID3\x04\x00" + bytes([flags]) + lengths + b"x" * size
    return tag + (b"3DI\x04\x00" + bytes([flags]) + lengths if flags & 0x10 else b"")


def ape(size: int) -> bytes:
    footer = b"APETAGEX" + (2000).to_bytes(4, "little") + (size + 32).to_bytes(4, "little")
    return b"x" * size + footer + bytes(16)


ID3V1 = b"TAG" + bytes(125)


def read(octets: bytes, tmp_path: Path, start: int = 0) -> AudioFacts:
    path = tmp_path / "x.mp3"
    path.write_bytes(octets)
    fd = os.open(path, os.O_RDONLY)
    try:
        return read_mp3(fd, start, len(octets))
    finally:
        os.close(fd)


def seconds(frames: int) -> float:
    return frames * SAMPLES / HERTZ


@pytest.mark.parametrize(
    ("octets", "frames"),
    [
        pytest.param(frame() * 300, 300, id="constant rate, no header"),
        pytest.param(variable(300), 300, id="varying rate, no header"),
        pytest.param(with_header(variable(300), 300), 300, id="a right header is not counted itself"),
        pytest.param(vbri(300) + variable(300), 300, id="the header of Fraunhofer is not counted either"),
        pytest.param(with_header(variable(300), 600), 300, id="header with twice the frames"),
        pytest.param(with_header(variable(300), 0), 300, id="header with no frames"),
        pytest.param(with_header(variable(300), 300) + frame() * 300, 600, id="another file appended"),
        pytest.param(frame() * 100 + id3(5000) + frame() * 100, 200, id="a tag in the middle"),
        pytest.param(frame() * 100 + ID3V1 + frame() * 100, 200, id="an ID3v1 tag in the middle"),
        pytest.param(frame() * 300 + ID3V1, 300, id="ID3v1"),
        pytest.param(frame() * 300 + ape(200_000), 300, id="APE tag with a picture"),
        pytest.param(frame() * 300 + ape(100) + ID3V1, 300, id="APE tag and ID3v1"),
        pytest.param(frame() * 300 + b"LYRICSBEGIN" + b"000011LYRICS200" + ID3V1, 300, id="Lyrics3"),
        pytest.param(frame() * 300 + id3(3000, 0x10), 300, id="ID3v2 with a footer, appended"),
        pytest.param(frame() * 300 + bytes(50_000), 300, id="zeros at the end"),
        pytest.param(bytes(2_000_000) + frame() * 300, 300, id="zeros at the beginning"),
        pytest.param(frame()[100:] + frame() * 300, 300, id="begins within a frame"),
        pytest.param(b"\xff\xfb\x50\xc4no frame" * 100 + frame() * 300, 300, id="false beginnings"),
        pytest.param(frame() * 300 + b"<html>gone</html>" * 90, 300, id="HTML at the end"),
        pytest.param(frame() * 150 + frame(128) * 150, 300, id="joined of two rates"),
    ],
)
def test_the_duration_is_that_of_all_frames(octets: bytes, frames: int, tmp_path: Path) -> None:
    assert read(octets, tmp_path).seconds == pytest.approx(seconds(frames), abs=0.027)


@pytest.mark.parametrize("behind", [b"", b"\x01" * 40], ids=["by samples", "by all frames"])
def test_padding_is_not_heard(behind: bytes, tmp_path: Path) -> None:
    """LAME says how many samples at both ends it has added."""
    octets = lame(variable(300), 300, 576, 1000) + behind
    assert read(octets, tmp_path).seconds == pytest.approx((300 * SAMPLES - 1576) / HERTZ)


def test_a_long_file_is_walked_across_blocks(tmp_path: Path) -> None:
    assert read(variable(30_000), tmp_path).seconds == pytest.approx(seconds(30_000))


@pytest.mark.parametrize(
    ("second", "third", "length", "duration"),
    [
        (0xFB, 0x90, 417, 1152 / 44100),
        (0xFA, 0x90, 417, 1152 / 44100),
        (0xFB, 0x94, 384, 1152 / 48000),
        (0xF3, 0x80, 208, 576 / 22050),
        (0xE3, 0x88, 576, 576 / 8000),
        (0xFD, 0xC4, 768, 1152 / 48000),
        (0xFF, 0xC4, 384, 384 / 48000),
    ],
    ids=["MPEG-1", "with checksums", "48 kHz", "MPEG-2", "MPEG-2.5 at 8 kHz", "layer II", "layer I"],
)
def test_each_kind_of_frame_has_its_length(
    second: int, third: int, length: int, duration: float, tmp_path: Path
) -> None:
    body = (bytes([255, second, third, 0x40]) + FILL * (length - 4)) * 50
    assert read(body, tmp_path).seconds == pytest.approx(50 * duration)


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        pytest.param(frame() * 300 + frame()[:90], "frame 301 at byte 62,490", id="last frame broken"),
        pytest.param(
            with_header(variable(300), 300)[:20_000], "at byte 20,000", id="less than the header announces"
        ),
        pytest.param(
            xing(300, 0) + frame() * 150, "frame 150 at byte 31,408", id="fewer frames, bytes unsaid"
        ),
        pytest.param(
            (whole := with_header(frame() * 300, 300))[:40_000] + bytes(len(whole) - 40_000),
            "zeros where its header announces sound",
            id="full length, but zeros at the end",
        ),
    ],
)
def test_a_file_that_is_cut_short_is_refused(octets: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(AudioFault, match=message) as caught:
        read(octets, tmp_path)
    assert caught.value.name == "audio-cut-short"


@pytest.mark.parametrize(
    "octets",
    [
        pytest.param(xing(8, 5000), id="a header and nothing else"),
        pytest.param(b"\x12\x34" * 50_000, id="no frames"),
        pytest.param(b"\xff\xfb\x50\xc4" * 100_000, id="false beginnings only"),
        pytest.param(bytes(100_000), id="zeros only"),
        pytest.param(ID3V1 * 3, id="tags only"),
        pytest.param(frame() * 10 + b"\x01" * 100_000, id="mostly something else"),
    ],
)
def test_what_has_no_sound_is_refused(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(AudioFault):
        read(octets, tmp_path)


@pytest.mark.parametrize(
    ("octets", "warning"),
    [
        pytest.param(variable(300), "no seek table", id="varying rate without header"),
        pytest.param(
            with_header(variable(300), 300) * 2, "its header says 0:00:08 but it lasts 0:00:16", id="joined"
        ),
        pytest.param(frame() * 300 + b"<p>gone</p>" * 90, "990 bytes in it are neither sound nor", id="junk"),
        pytest.param((bytes([255, 0xFD, 0xC4, 0]) + bytes(764)) * 9, "layer II,", id="layer II"),
        pytest.param(
            frame() * 20 + (bytes([255, 0xFB, 0x94, 0]) + FILL * 380) * 20,
            "sample rate changes",
            id="two rates",
        ),
        pytest.param(frame() * 300, "^$", id="constant rate without header"),
        pytest.param(with_header(variable(300), 300), "^$", id="varying rate with header"),
    ],
)
def test_what_players_stumble_over_is_said(octets: bytes, warning: str, tmp_path: Path) -> None:
    assert re.search(warning, read(octets, tmp_path).warning)


def test_channels_rate_and_bitrate_come_from_the_frames(tmp_path: Path) -> None:
    facts = read(with_header(frame(64) * 1000, 1000), tmp_path)
    assert (facts.type, facts.channels, facts.sample_rate) == ("audio/mpeg", 1, 44100)
    assert facts.bitrate == pytest.approx(64_000, rel=0.01)


def test_a_proven_header_costs_few_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long file with a right header is not read through."""
    taken: list[int] = []
    pread = os.pread

    def counted(fd: int, length: int, at: int) -> bytes:
        taken.append(length)
        return pread(fd, length, at)

    monkeypatch.setattr(os, "pread", counted)
    facts = read(with_header(variable(9_000), 9_000), tmp_path)
    assert facts.seconds == pytest.approx(seconds(9_000))
    assert sum(taken) < 16_384


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_damage_never_raises_anything_but_a_fault(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    octets = bytearray(with_header(variable(30), 30) + ape(50) + ID3V1)
    for _ in range(data.draw(st.integers(0, 6))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(octets)))
    try:
        facts = read(bytes(octets[:cut]), tmp_path_factory.getbasetemp())
    except AudioFault:
        return
    assert 0 < facts.seconds < 60
