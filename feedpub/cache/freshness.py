"""Whether there is anything to do at all: the one question that is answered before all else."""

import os
import sqlite3
from typing import NamedTuple

FOLDER = ".feedpub"
FILE = "cache.sqlite"

#: raise it whenever a table or the meaning of a column changes
VERSION = 4


class Freshness(NamedTuple):
    """When a show needs no build: its files look like this, and the time is within these bounds."""

    fingerprint: bytes
    fresh_from: float
    fresh_until: float


def cache_path(root: str, folder: str = "") -> str:
    """Where the cache of the workspace ``root`` is; ``folder`` moves it elsewhere."""
    return os.path.join(folder or os.path.join(root, FOLDER), FILE)


def read_freshness(path: str) -> dict[str, Freshness]:
    """The Freshness of each show; empty when the cache is absent, foreign, busy or damaged."""
    if not os.path.exists(path):
        return {}
    try:
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro", uri=True, timeout=0)
        try:
            if connection.execute("pragma user_version").fetchone() != (VERSION,):
                return {}
            rows = connection.execute(
                "select name, fingerprint, fresh_from, fresh_until from show where fingerprint not null"
            )
            return {row[0]: Freshness(*row[1:]) for row in rows}
        finally:
            connection.close()
    except sqlite3.Error:
        return {}


def _quoted(path: str) -> str:
    # What would end the path in an SQLite URI (https://www.sqlite.org/uri.html, section 3.1).
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
