"""The answers that need no library: help, version, and "nothing has changed".

A timer calls feedpub every few minutes, and mostly there is nothing to do. Whatever is not plainly
one of these cases is left to the real commands.
"""

import os
import sys
import time

import feedpub
from feedpub.cli.plain import parse_plain_build

_HELP = os.path.join(os.path.dirname(__file__), "help")


def quick_answer(words: list[str]) -> int | None:
    """The exit code when the answer was given here; None when a real command is needed."""
    if "_FEEDPUB_COMPLETE" in os.environ:
        return None
    if words in (["--version"], ["-V"]):
        return _say(f"feedpub {feedpub.__version__}\n")
    if not words or words[-1] in ("--help", "-h"):
        return _help(words[:-1])
    return _nothing_to_build(words)


def _help(words: list[str]) -> int | None:
    """Help pages are made from the commands by `make docs`."""
    name = "-".join(words) or "feedpub"
    try:
        with open(os.path.join(_HELP, f"{name}.txt"), encoding="utf-8") as file:
            return _say(file.read())
    except (OSError, ValueError):
        return None


def _nothing_to_build(words: list[str]) -> int | None:
    plain = parse_plain_build(words)
    if plain is None:
        return None
    environ = os.environ
    if "FEEDPUB_NOW" in environ or "FEEDPUB_LOG" in environ:
        return None
    try:
        root = _workspace(os.getcwd())
    except OSError:  # the folder is gone
        return None
    if root is None:
        return None
    from feedpub.cache.freshness import cache_path, read_freshness
    from feedpub.pipeline.freshness import is_fresh

    known = read_freshness(cache_path(root, environ.get("FEEDPUB_CACHE_DIR", "")))
    shows = sorted(plain.shows or _shows(root))
    now = time.time()
    if not shows or not all(is_fresh(root, show, known.get(show), now, environ) for show in shows):
        return None
    return (
        0
        if plain.quiet
        else _say("".join(f"{show}: nothing has changed in build/{show}/feed.xml\n" for show in shows))
    )


def _workspace(folder: str) -> str | None:
    while not os.path.isfile(os.path.join(folder, "config.toml")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _shows(root: str) -> list[str]:
    feeds = os.path.join(root, "feeds")
    try:
        names = os.listdir(feeds)
    except OSError:
        return []
    return [
        name for name in names if name[0] != "." and os.path.isfile(os.path.join(feeds, name, "show.toml"))
    ]


def _say(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except UnicodeEncodeError:
        sys.stdout.buffer.write(text.encode())
    except OSError as error:
        print(f"feedpub: output: {error.strerror}", file=sys.stderr)
        return 4
    return 0
