"""A workspace in a temporary folder, and the findings of loading it."""

from collections.abc import Mapping
from pathlib import Path

from feedpub.config.load import Loaded, load_settings
from feedpub.errors import UsageError
from feedpub.model import Finding

#: everything that a show must say
COMPLETE = """\
title = "Demo"
description = "A demo."
site = "https://demo.example/"
feed_url = "https://demo.example/feed.xml"
language = "en"
author = "Ada"
categories = ["Technology"]
artwork = "art/cover.png"
"""


def make_workspace(folder: Path, show: str | bytes = COMPLETE, config: str | bytes = "") -> str:
    """A workspace with one show named demo; returns its root."""
    (folder / "feeds" / "demo").mkdir(parents=True)
    _write(folder / "config.toml", config)
    _write(folder / "feeds" / "demo" / "show.toml", show)
    return str(folder)


def load(root: str, environ: Mapping[str, str] | None = None) -> Loaded:
    return load_settings(root, "demo", environ or {})


def findings_of(root: str, environ: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """What is wrong with the settings; nothing when they load."""
    try:
        load(root, environ)
    except UsageError as error:
        return error.findings
    return ()


def _write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
