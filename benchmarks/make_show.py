"""Makes a workspace with one show of any size; the same size gives the same bytes.

python -m benchmarks.make_show FOLDER --episodes 1000 [--flavour pelican] [--companions]

Beside the workspace stands ``metadata.pickle``: the same episodes with their notes as HTML, for the
programs that feedpub is compared with.
"""

import argparse
import pickle
import struct
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks import notes
from benchmarks.mp3 import frames_of, seconds_of, silent_mp3

SHOW = "bench"
SITE = "https://bench.example/"

_CONFIG = """\
# Defaults for every show.
timezone = "UTC"
"""

_SHOW = """\
title = "The Benchmark Hour"
description = "A show that exists to be measured."
site = "https://bench.example/"
feed_url = "https://bench.example/feed.xml"
language = "en"
author = "Ada Lovelace"
categories = ["Technology"]
artwork = "art/cover.png"
copyright = "Ada Lovelace"

[owner]
name = "Ada Lovelace"
email = "ada@bench.example"

[notes]
flavour = "{flavour}"
"""

_EPISODE = """\
Title: {title}
Date: {published:%Y-%m-%d %H:%M}
Tags: {tags}
Slug: {slug}
Summary: {summary}
Episode: {number}
Season: {season}
Audio: {slug}.mp3

{notes}"""


def make_show(folder: Path, episodes: int, flavour: str = "commonmark") -> None:
    """Writes the workspace and the metadata. What stands there already is left as it is."""
    show = folder / "feeds" / SHOW
    for name in ("episodes", "audio", "art"):
        (show / name).mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(_CONFIG, encoding="utf-8")
    (show / "show.toml").write_text(_SHOW.format(flavour=flavour), encoding="utf-8")
    (show / "art" / "cover.png").write_bytes(_cover(1_400))
    facts = [_episode(number) for number in range(1, episodes + 1)]
    for fact in facts:
        _write_episode(show, fact)
    (folder / "metadata.pickle").write_bytes(pickle.dumps([_for_peers(fact) for fact in facts]))


def add_companions(folder: Path, episodes: int) -> None:
    """A file of chapters and a transcript beside each episode, to be published as WebVTT, SubRip and JSON."""
    show = folder / "feeds" / SHOW
    with (show / "show.toml").open("a", encoding="utf-8") as file:
        file.write('\n[transcripts]\nformats = ["vtt", "srt", "json"]\n')
    for name in ("chapters", "transcripts"):
        (show / name).mkdir(exist_ok=True)
    chapters = "".join(f"00:00:{second:02}.000 Part {second}\n" for second in range(0, 28, 2))
    cues = [_cue(at) for at in range(0, 28_000, 100)]
    transcript = "\n".join(["WEBVTT\n", *cues])
    for number in range(1, episodes + 1):
        slug = f"episode-{number:05}"
        (show / "chapters" / f"{slug}.txt").write_text(chapters, encoding="utf-8")
        transcript_path(folder, number).write_text(transcript, encoding="utf-8")


def transcript_path(folder: Path, number: int) -> Path:
    """The transcript of episode ``number``."""
    return folder / "feeds" / SHOW / "transcripts" / f"episode-{number:05}.vtt"


def _cue(at: int) -> str:
    speaker = ("Ada", "Grace")[at // 1000 % 2]
    return f"{_vtt_time(at)} --> {_vtt_time(at + 90)}\n<v {speaker}>{notes.summary(at)}\n"


def _vtt_time(ms: int) -> str:
    return f"00:00:{ms // 1000:02}.{ms % 1000:03}"


def episode_path(folder: Path, number: int) -> Path:
    """The file of episode ``number``."""
    return folder / "feeds" / SHOW / "episodes" / f"{number:05}.md"


def _episode(number: int) -> dict[str, Any]:
    return {
        "number": number,
        "season": number // 50 + 1,
        "slug": f"episode-{number:05}",
        "title": notes.title(number),
        "summary": notes.summary(number),
        "tags": ["Technology", "Sea & Sky", f"Season {number // 50 + 1}"],
        "published": datetime(2000, 1, 1, 6, tzinfo=UTC) + timedelta(hours=20 * number),
        "frames": frames_of(30 + number * 7 % 31),
        "notes": notes.show_notes(number),
    }


def _write_episode(show: Path, fact: dict[str, Any]) -> None:
    text = _EPISODE.format(**{**fact, "tags": ", ".join(fact["tags"])})
    (show / "episodes" / f"{fact['number']:05}.md").write_text(text, encoding="utf-8")
    audio = silent_mp3(fact["frames"], fact["title"], "Ada Lovelace", fact["number"])
    (show / "audio" / f"{fact['slug']}.mp3").write_bytes(audio)
    fact["audio_bytes"] = len(audio)


def _for_peers(fact: dict[str, Any]) -> dict[str, Any]:
    import cmarkgfm

    return {
        **fact,
        "html": cmarkgfm.markdown_to_html(fact["notes"]),
        "seconds": round(seconds_of(fact["frames"])),
        "link": f"{SITE}{fact['slug']}.html",
        "url": f"{SITE}audio/{fact['slug']}.mp3",
        "guid": f"{SITE}{fact['slug']}",
    }


def _cover(side: int) -> bytes:
    """A blue square as PNG (RFC 2083): 8 bits a channel, three channels."""
    row = b"\0" + bytes((18, 52, 86)) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * side, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--episodes", type=int, default=1_000)
    parser.add_argument("--flavour", choices=("commonmark", "pelican"), default="commonmark")
    parser.add_argument(
        "--companions", action="store_true", help="chapters and a transcript for each episode"
    )
    words = parser.parse_args()
    make_show(words.folder, words.episodes, words.flavour)
    if words.companions:
        add_companions(words.folder, words.episodes)


if __name__ == "__main__":
    main()
