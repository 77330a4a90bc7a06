"""What the pages of docs/how-to show, and a show that has all the files that they name."""

import re
from io import BytesIO
from pathlib import Path
from textwrap import dedent

from PIL import Image

from tests.house.checkout import ROOT
from tests.workspace import SHOW, Workspace, mp3

_PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
#: fenced code, which may be part of a list
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_OWNER = '[owner]\nname = "Ada"\nemail = "ada@demo.example"\n'
_CHAPTERS = '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Welcome"}]}'
_TRANSCRIPT = (
    "WEBVTT\n\n00:00.000 --> 01:00.000\n<v Speaker 1>Hello.\n\n"
    "01:00.000 --> 02:00.000\n<v Speaker 2>Hello.\n\n02:00.000 --> 03:00.000\n<v Caller>Hello.\n"
)


def blocks(language: str) -> list[str]:
    """The fenced blocks in a language."""
    texts = [page.read_text(encoding="utf-8") for page in _PAGES]
    return [dedent(match[3]) for text in texts for match in _BLOCK.finditer(text) if match[2] == language]


def sentences(pattern: str) -> list[str]:
    """What stands between backticks within sentences and fits as a whole."""
    prose = "".join(_BLOCK.sub("", page.read_text(encoding="utf-8")) for page in _PAGES)
    spans = [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]
    return sorted({span for span in spans if re.fullmatch(pattern, span) and "…" not in span})


def harbour(root: Path, settings: str = "", head: str = "", notes: str = "Notes.") -> Workspace:
    """A show with these settings and one episode, number 40, with this head and these notes."""
    start = re.search(r"^\[", settings, flags=re.MULTILINE)
    top, tables = (settings[: start.start()], settings[start.start() :]) if start else (settings, "")
    workspace = Workspace(root, f"{SHOW}{top}\n{_OWNER}\n{tables}\n")
    workspace.write("feeds/demo/audio/040.mp3", mp3(38 * 200))
    if "chapters/040.json" in head:
        workspace.write("feeds/demo/chapters/040.json", _CHAPTERS)
    workspace.write("feeds/demo/texts/talk.srt", "1\n00:00:00,000 --> 00:03:00,000\nHello.\n")
    workspace.write("feeds/demo/art/gauge.jpg", _jpeg())
    workspace.write("feeds/demo/transcripts/040.vtt", _TRANSCRIPT)
    for key, value in (("title", "Talk"), ("date", "2025-11-30"), ("number", "40")):
        head += "" if re.search(rf"^{key}:", head, flags=re.MULTILINE) else f"{key}: {value}\n"
    workspace.write("feeds/demo/episodes/040.md", f"---\n{head}---\n\n{notes}\n")
    return workspace


def _jpeg() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (1400, 1400)).save(buffer, "JPEG")
    return buffer.getvalue()
