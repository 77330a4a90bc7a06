"""A workspace in a temporary folder, and the real command line run in it."""

import os
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path
from struct import pack
from textwrap import dedent

from lxml import etree

#: everything that a show must say
SHOW = """\
title = "Demo"
description = "A demo."
site = "https://demo.example/"
feed_url = "https://demo.example/feed.xml"
language = "en"
author = "Ada"
categories = ["Technology"]
artwork = "cover.png"
timezone = "Europe/Berlin"
"""
NOW = "2026-01-01T12:00:00+00:00"

_FRAME = bytes((0xFF, 0xFB, 0x10, 0xC0)).ljust(104, b"\0")


def mp3(frames: int = 100) -> bytes:
    """Silence: MPEG-1 Layer III, 32 kbit/s, mono, 44,100 Hz, 1,152 samples a frame."""
    return _FRAME * frames


@cache
def png(side: int = 1400) -> bytes:
    """A black square, which every directory accepts as a cover: RGB, 8 bits a channel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    pixels = zlib.compress((b"\0" + bytes(3 * side)) * side)
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def episode(
    number: int = 1, title: str = "", date: str = "2025-01-01", extra: str = "", notes: str = "Notes."
) -> str:
    """An episode file with a Pelican header."""
    title = title or f"Episode {number} - Talk {number}"
    return (
        f"Title: {title}\nDate: {date}\n{extra}\n{notes}\n"
        if extra
        else f"Title: {title}\nDate: {date}\n\n{notes}\n"
    )


class Workspace:
    """A show named `demo`; `feedpub` is run in its root as a user would."""

    def __init__(self, root: Path, show: str = SHOW, config: str = "") -> None:
        self.root = root
        self.show = root / "feeds" / "demo"
        self.feed = root / "build" / "demo" / "feed.xml"
        self.ledger = self.show / "ledger.toml"
        (self.show / "episodes").mkdir(parents=True)
        self.write("config.toml", config)
        self.write("feeds/demo/show.toml", show)
        self.write("feeds/demo/cover.png", png())

    def write(self, path: str, content: str | bytes) -> Path:
        """A file, relative to the root; texts are dedented."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return target

    def add(self, number: int, *, frames: int = 100, file: str = "", audio: str = "", **fields: str) -> Path:
        """An episode with audio that is found by its number."""
        self.write(f"feeds/demo/audio/{audio or f'{number:03}.mp3'}", mp3(frames + number))
        return self.write(f"feeds/demo/episodes/{file or f'{number:03}-talk.md'}", episode(number, **fields))

    def run(self, *words: str, now: str = NOW, **environ: str) -> "subprocess.CompletedProcess[str]":
        """`feedpub WORDS`, in the root."""
        env = {key: value for key, value in os.environ.items() if not key.startswith("FEEDPUB_")}
        env |= {"FEEDPUB_NOW": now} if now else {}
        command = [sys.executable, "-m", "feedpub", *words]
        return subprocess.run(
            command, cwd=self.root, env=env | environ, capture_output=True, text=True, timeout=120
        )

    def build(self, *words: str, code: int = 0, now: str = NOW, **environ: str) -> str:
        """`feedpub build`; returns what it said on stderr and stdout."""
        done = self.run("build", *words, now=now, **environ)
        said = done.stderr + done.stdout
        assert done.returncode == code, said
        return said

    def channel(self) -> etree._Element:
        """The channel of the feed."""
        return etree.parse(self.feed).getroot()[0]

    def items(self) -> list[etree._Element]:
        """The items of the feed."""
        return list(self.channel().iterfind("item"))

    def texts(self, path: str) -> list[str]:
        """The text of an element of each item."""
        names = {"itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd"}
        return [item.findtext(path, "", names) for item in self.items()]
