"""`feedpub transcripts`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources.transcripts import samples


def run(cwd: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "feedpub", "transcripts", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.vtt").write_text(samples.VTT)
    (tmp_path / "a.txt").write_text(samples.BOLD_TXT)
    (tmp_path / "bad.srt").write_text(samples.BUZZSPROUT_SRT.replace(",500 -->", ".500 -->"))
    return tmp_path


@pytest.mark.parametrize(
    "form,begins",
    [
        ("vtt", b"WEBVTT\n\n00:00:00.500"),
        ("srt", b"1\n00:00:00,500 --> 00:00:04,000\nAda: Welcome to the lamp room.\n"),
        ("json", b'{\n  "version": "1.0.0",\n'),
        ("html", b"<cite>Ada:</cite>\n<time>0:00</time>\n<p>Welcome"),
        ("txt", b"Ada: Welcome"),
    ],
)
def test_a_transcript_is_converted_to_stdout(folder: Path, form: str, begins: bytes) -> None:
    done = run(folder, "convert", "a.vtt", "--to", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(begins)


def test_speakers_are_renamed_and_hidden(folder: Path) -> None:
    done = run(
        folder,
        "convert",
        "a.vtt",
        "--to",
        "txt",
        "--speaker",
        "ada=Lady L.",
        "--hide",
        "Grace Hopper",
        "-o",
        "out/b.txt",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (folder / "out" / "b.txt").read_text() == f"Lady L.: {samples.ADA}\n\n>> {samples.GRACE}\n"


@pytest.mark.parametrize(
    "words,said",
    [
        (("none.vtt", "--to", "srt"), "No such file"),
        ((".", "--to", "srt"), "is a directory"),
        (("a.txt", "--to", "srt"), "has no times"),
        (("a.vtt", "--to", "srt", "--hide", "Eve"), "there are: Ada, Grace Hopper"),
        (("a.vtt", "--to", "srt", "--speaker", "Ada"), "names no two names"),
        (("a.vtt", "--to", "html", "--language", "Klingonese"), "no language tag"),
        (("a.vtt", "--to", "doc"), "Invalid value"),
    ],
)
def test_wrong_usage_is_exit_2(folder: Path, words: tuple[str, ...], said: str) -> None:
    done = run(folder, "convert", *words)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stdout == b""


def test_errors_keep_a_file_from_being_written(folder: Path) -> None:
    done = run(folder, "convert", "bad.srt", "--to", "vtt", "-o", "out.vtt")
    assert done.returncode == 1
    assert b"bad.srt:2: error: " in done.stderr
    assert not (folder / "out.vtt").exists()
    done = run(folder, "convert", "bad.srt", "--to", "vtt", "-o", "out.vtt", "--anyway")
    assert done.returncode == 0
    assert run(folder, "check", "out.vtt").returncode == 0


def test_check_tells_what_is_there_and_what_is_wrong(folder: Path) -> None:
    done = run(folder, "check", "a.vtt", "a.txt", "bad.srt")
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        "a.vtt: WebVTT, 2 cues, 2 speakers, up to 0:07",
        "a.txt: plain text, 2 cues, 2 speakers, without times",
        "bad.srt: SRT, 3 cues, 2 speakers, up to 0:07",
    ]
    assert b"[srt-invalid-cue]" in done.stderr
