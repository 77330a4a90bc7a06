"""Opening the cache, and making it anew where it is absent or of no use."""

import os
import sqlite3

from feedpub.cache.freshness import VERSION
from feedpub.cache.store import Cache, locked
from feedpub.errors import HostError

_TABLES = """
create table show (
    name text primary key, fingerprint blob, fresh_from real, fresh_until real,
    settings_key blob, settings text, ledger_key blob, ledger text, judged_key blob, judged text);
create table episode (
    id integer primary key, show text, path text, size int, mtime int, ctime int,
    digest blob, reader_key blob, brief text, errors text, remarks text, unique (show, path));
create table record (id integer primary key, episode text, notes text, page text);
create table item (id integer primary key, key blob, xml blob);
create table beside (
    show text, id integer, key blob, facts text, errors text, remarks text, claims text, made blob,
    outputs text,
    primary key (show, id)) without rowid;
create table page (id integer primary key, key blob, html blob, made text);
create table audio (
    show text, path text, size int, mtime int, ctime int, facts text, findings text, sha256 text,
    primary key (show, path)) without rowid;
"""


#: instead of a path: a cache of one run alone, which SQLite drops when it is closed
FORGETFUL = ""


def can_keep_cache(path: str) -> bool:
    """Whether a cache can be written at ``path``: it cannot in a workspace that is mounted read-only, say."""
    folder = os.path.dirname(path)
    while not os.path.exists(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK | os.X_OK) and (not os.path.exists(path) or os.access(path, os.W_OK))


def open_cache(path: str) -> tuple[Cache, str]:
    """The cache at ``path``, made anew where it is absent or of no use; and a note when that was so.

    Raises HostError when the place cannot be written, LockedError when another process is at work.
    """
    if path == FORGETFUL:
        return Cache(_connect(path)), ""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        raise HostError(
            f"{os.path.dirname(path)}: {error.strerror}", "the cache needs a folder it may write"
        ) from None
    note = ""
    for _ in range(2):
        try:
            return Cache(_connect(path)), note
        except _Foreign:
            note = "the cache was of another version and is made anew"
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise locked() from None
            if isinstance(error, sqlite3.OperationalError):
                raise HostError(f"{path}: {error}", "the cache needs a folder it may write") from None
            note = "the cache was damaged and is made anew"
        discard_cache(path)
    raise HostError(f"{path}: cannot be made", "remove it, or choose another place with FEEDPUB_CACHE_DIR")


def discard_cache(path: str) -> None:
    """Removes the cache; nothing is lost but time."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        try:
            os.unlink(path + suffix)
        except FileNotFoundError:
            pass


class _Foreign(Exception):
    """Written by another version."""


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2, isolation_level=None)
    try:
        connection.execute("pragma page_size = 32768")  # items and notes are long: fewer pages to chain
        connection.execute("pragma synchronous = normal")
        if _version(connection) == 0:
            connection.execute("begin immediate")
            if _version(connection) == 0:  # still: nobody else has made the tables meanwhile
                if connection.execute("select 1 from sqlite_master").fetchone():
                    raise _Foreign
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"pragma user_version = {VERSION}")
            connection.execute("commit")
        if _version(connection) != VERSION:
            raise _Foreign
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])
