"""Audio files with chapters, made as tools make them, and what others read in them."""

import json
import shutil
import subprocess
from pathlib import Path
from struct import pack

import pytest

from feedpub.model import Chapter
from tests.workspace import mp3

FFMPEG = pytest.mark.skipif(
    not (shutil.which("ffmpeg") and shutil.which("ffprobe")),
    reason="ffmpeg is not installed: nobody else reads chapters",
)


def synchsafe(value: int) -> bytes:
    return bytes(value >> shift & 127 for shift in (21, 14, 7, 0))


def frame(id_: bytes, content: bytes, version: int = 4, flags: bytes = b"\0\0") -> bytes:
    """A frame of ID3v2."""
    if version == 2:
        return id_ + pack(">I", len(content))[1:] + content
    return id_ + (synchsafe(len(content)) if version == 4 else pack(">I", len(content))) + flags + content


def tag(*frames: bytes, version: int = 4, flags: int = 0) -> bytes:
    """An ID3v2 tag."""
    body = b"".join(frames)
    return b"ID3" + bytes((version, 0, flags)) + synchsafe(len(body)) + body


def chap(id_: bytes, start: int, end: int, *inner: bytes, version: int = 4) -> bytes:
    return frame(
        b"CHAP", id_ + b"\0" + pack(">IIII", start, end, 0xFFFFFFFF, 0xFFFFFFFF) + b"".join(inner), version
    )


def ctoc(id_: bytes, flags: int, *children: bytes, version: int = 4) -> bytes:
    return frame(
        b"CTOC",
        id_ + b"\0" + bytes((flags, len(children))) + b"".join(child + b"\0" for child in children),
        version,
    )


def tagged(*frames: bytes, version: int = 4, flags: int = 0, frames_of_sound: int = 4000) -> bytes:
    """An MP3 of 104 seconds behind a tag."""
    return tag(*frames, version=version, flags=flags) + mp3(frames_of_sound)


def box(name: bytes, *contents: bytes) -> bytes:
    """A box of MP4."""
    content = b"".join(contents)
    return pack(">I", len(content) + 8) + name + content


def brief(chapters: tuple[Chapter, ...]) -> list[tuple[int, str]]:
    return [(chapter.start_ms, chapter.title) for chapter in chapters]


def ffprobe(path: Path) -> list[tuple[int, str]]:
    """Start (ms) and title of each chapter, as ffmpeg sees them."""
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        (round(float(one["start_time"]) * 1000), one.get("tags", {}).get("title", ""))
        for one in json.loads(done.stdout)["chapters"]
    ]


def decoded(path: Path) -> str:
    """A digest of the samples."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a:0", "-f", "md5", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def make(
    path: Path,
    *options: str,
    chapters: tuple[tuple[int, str], ...] = (),
    seconds: int = 3,
    picture: Path | None = None,
) -> Path:
    """A file of a tone, written by ffmpeg, with chapters (start in ms, title) and perhaps a cover."""
    meta = path.with_suffix(".ffmeta")
    ends = [start for start, _ in chapters[1:]] + [seconds * 1000]
    meta.write_text(
        ";FFMETADATA1\nartist=Ada\n"
        + "".join(
            f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={start}\nEND={end}\ntitle={title}\n"
            for (start, title), end in zip(chapters, ends, strict=False)
        ),
        "utf-8",
    )
    command = ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"sine=440:d={seconds}", "-i", str(meta)]
    if picture is not None:
        command += [
            "-i",
            str(picture),
            "-map",
            "0",
            "-map",
            "2",
            "-c:v",
            "copy",
            "-disposition:v",
            "attached_pic",
        ]
    subprocess.run([*command, "-map_metadata", "1", *options, str(path)], check=True)
    return path
