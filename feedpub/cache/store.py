"""What is kept in the cache, and read from it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from feedpub.cache.freshness import Freshness
from feedpub.errors import LockedError
from feedpub.files import Stat

#: how many long rows are fetched in one go
_TOGETHER = 100


class EpisodeRow(NamedTuple):
    """What is known of one episode file. Texts are JSON of feedpub.model.plain."""

    id: int
    path: str
    stat: Stat
    digest: bytes
    reader_key: bytes
    brief: str
    errors: str
    #: findings that are no errors
    remarks: str


class AudioRow(NamedTuple):
    """What is known of one audio file; ``facts`` is empty when it could not be measured."""

    path: str
    stat: Stat
    facts: str
    findings: str
    sha256: str


class BesideRow(NamedTuple):
    """What is known of the files beside an episode (of those beside the show: id 0)."""

    id: int
    #: what was judged
    key: bytes
    #: JSON of what came of it
    facts: str
    errors: str
    #: findings that are no errors
    remarks: str
    #: the outputs that are to be written, as ``path`` NUL and how they are made, a line each
    claims: str
    #: the key for which the outputs were last written
    made: bytes
    #: the outputs as they were written, as ``path`` NUL and what they looked like, a line each
    outputs: str


class Cache:
    """An open cache. Use :func:`open_cache`; raises sqlite3.DatabaseError when the file turns out damaged."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def begin(self) -> None:
        """Starts the work on one show. Raises LockedError when another process is at work."""
        try:
            self._db.execute("begin immediate")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) and "busy" not in str(error):
                raise
            raise locked() from None

    def commit(self) -> None:
        """Keeps what was learnt, and lets others in."""
        self._db.execute("commit")

    def close(self) -> None:
        """Closes the file; what was not committed is lost."""
        self._db.close()

    # shows

    def settings(self, show: str) -> tuple[bytes, str]:
        """(key, JSON) of the settings as last read; empty when unknown."""
        return self._pair("select settings_key, settings from show where name = ?", show)

    def keep_settings(self, show: str, key: bytes, text: str) -> None:
        """Remembers the settings of a show."""
        self._keep(show, settings_key=key, settings=text)

    def ledger(self, show: str) -> tuple[bytes, str]:
        """(key, JSON) of the ledger as last read or written; empty when unknown."""
        return self._pair("select ledger_key, ledger from show where name = ?", show)

    def keep_ledger(self, show: str, key: bytes, text: str) -> None:
        """Remembers the ledger of a show."""
        self._keep(show, ledger_key=key, ledger=text)

    def judged(self, show: str) -> tuple[bytes, str]:
        """(key, JSON) of what a validation found in the items of the feed; empty when unknown."""
        return self._pair("select judged_key, judged from show where name = ?", show)

    def keep_judged(self, show: str, key: bytes, text: str) -> None:
        """Remembers what was found in items."""
        self._keep(show, judged_key=key, judged=text)

    def keep_freshness(self, show: str, fresh: Freshness | None) -> None:
        """Remembers when the show needs no build; None: it always does."""
        if fresh:
            self._keep(show, **fresh._asdict())
        else:
            self._keep(show, fingerprint=None)

    def freshness(self, show: str) -> Freshness | None:
        """When the show needs no build; None when that is not known."""
        row = self._db.execute(
            "select fingerprint, fresh_from, fresh_until from show where name = ? and fingerprint not null",
            (show,),
        ).fetchone()
        return Freshness(*row) if row else None

    def _pair(self, query: str, show: str) -> tuple[bytes, str]:
        key, text = self._db.execute(query, (show,)).fetchone() or (None, None)
        return (key, text) if key and text else (b"", "")

    def _keep(self, show: str, **columns: object) -> None:
        names = ", ".join(columns)
        marks = ", ".join("?" * len(columns))
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        self._db.execute(
            f"insert into show (name, {names}) values (?, {marks})"
            f" on conflict (name) do update set {changes}",
            (show, *columns.values()),
        )

    # episodes

    def episodes(self, show: str) -> Iterator[EpisodeRow]:
        """What is known of each episode file of a show, in no particular order."""
        for row in self._db.execute(
            "select id, path, size, mtime, ctime, digest, reader_key, brief, errors, remarks"
            " from episode where show = ?",
            (show,),
        ):
            yield EpisodeRow(row[0], row[1], Stat(*row[2:5]), *row[5:])

    def keep_episodes(self, show: str, read: Sequence[tuple[EpisodeRow, str, str, str]]) -> None:
        """Remembers episodes as read: row, JSON of the Episode, HTML of its notes for feed and page."""
        self._db.executemany(
            f"insert or replace into episode values ({'?, ' * 10}?)",
            ((row.id, show, row.path, *row.stat[:3], *row[3:]) for row, *_ in read),
        )
        self._db.executemany(
            "insert or replace into record values (?, ?, ?, ?)", ((row.id, *texts) for row, *texts in read)
        )

    def next_id(self) -> int:
        """An id that no episode has."""
        return int(self._db.execute("select coalesce(max(id), 0) + 1 from episode").fetchone()[0])

    def touch_episode(self, id: int, stat: Stat) -> None:
        """Remembers that a file looks otherwise but holds the same bytes."""
        self._db.execute("update episode set size = ?, mtime = ?, ctime = ? where id = ?", (*stat[:3], id))

    def forget_episodes(self, ids: list[int]) -> None:
        """Forgets files that are gone."""
        for table in ("episode", "record", "item", "page"):
            self._db.executemany(f"delete from {table} where id = ?", ((id,) for id in ids))

    def records(self, ids: Sequence[int]) -> Iterator[tuple[str, str]]:
        """(JSON of the Episode, HTML of its notes), in the order of `ids`."""
        yield from self._in_order(ids, "select episode, notes from {} join record using (id)")

    # items

    def item_keys(self) -> dict[int, bytes]:
        """What each rendered item was made from, by the episode's id."""
        return dict(self._db.execute("select id, key from item"))

    def keep_items(self, items: Sequence[tuple[int, bytes, bytes]]) -> None:
        """Remembers rendered items: id, key, bytes."""
        self._db.executemany("insert or replace into item values (?, ?, ?)", items)

    def items(self, ids: Sequence[int]) -> Iterator[bytes]:
        """The bytes of rendered items, in the order of `ids`."""
        for (xml,) in self._in_order(ids, "select xml from {} join item using (id)"):
            yield xml

    def _in_order(self, ids: Sequence[int], query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query whose `{}` stands for a table of the ids.

        A cross join keeps the order of its left side (https://www.sqlite.org/optoverview.html,
        section 8.2), so that nothing has to be sorted. Some rows are fetched at a time: a cursor that
        were left open when a build is interrupted would complain that its cache is closed.
        """
        query = query.format("(select value as id from json_each(?)) cross")
        for start in range(0, len(ids), _TOGETHER):
            wanted = f"[{','.join(map(str, ids[start : start + _TOGETHER]))}]"
            yield from self._db.execute(query, (wanted,)).fetchall()

    # beside episodes

    def beside(self, show: str) -> dict[int, BesideRow]:
        """What is known beside each episode of a show, by the episode's id; without the facts."""
        rows = self._db.execute(
            "select id, key, '', errors, remarks, claims, made, outputs from beside where show = ?", (show,)
        )
        return {row[0]: BesideRow(*row) for row in rows}

    def beside_facts(self, show: str, ids: Sequence[int]) -> dict[int, str]:
        """The JSON of what came of it, by the episode's id."""
        marks = f"[{','.join(map(str, ids))}]"
        return dict(
            self._db.execute(
                "select id, facts from beside where show = ? and id in (select value from json_each(?))",
                (show, marks),
            )
        )

    def keep_beside(self, show: str, rows: Iterable[BesideRow]) -> None:
        """Remembers what was judged."""
        self._db.executemany(
            "insert or replace into beside values (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((show, *row) for row in rows)
        )

    def keep_made(self, show: str, made: Iterable[tuple[int, bytes, str]]) -> None:
        """Remembers the outputs that were written: id, key, outputs."""
        self._db.executemany(
            "update beside set made = ?, outputs = ? where show = ? and id = ?",
            ((key, outputs, show, id) for id, key, outputs in made),
        )

    def forget_beside(self, show: str, ids: Iterable[int]) -> None:
        """Forgets what no longer stands beside an episode."""
        self._db.executemany("delete from beside where show = ? and id = ?", ((show, id) for id in ids))

    # pages

    def page_keys(self) -> dict[int, bytes]:
        """What each page was made from, by the episode's id."""
        return dict(self._db.execute("select id, key from page"))

    def keep_pages(self, pages: Sequence[tuple[int, bytes, bytes]]) -> None:
        """Remembers pages that are still to be written: id, key, bytes."""
        self._db.executemany("insert or replace into page values (?, ?, ?, '')", pages)

    def written_pages(self) -> dict[int, str]:
        """What each page looked like when it was written, by the episode's id."""
        return dict(self._db.execute("select id, made from page"))

    def keep_written_pages(self, pages: Iterable[tuple[int, str]]) -> None:
        """Remembers what pages look like that have been written: id, look."""
        self._db.executemany("update page set made = ? where id = ?", ((made, id) for id, made in pages))

    def pages(self, ids: Sequence[int]) -> Iterator[bytes]:
        """The bytes of pages, in the order of `ids`."""
        for (html,) in self._in_order(ids, "select html from {} join page using (id)"):
            yield html

    def page_notes(self, ids: Sequence[int]) -> Iterator[str]:
        """The HTML of notes as pages show them, in the order of `ids`."""
        for (html,) in self._in_order(ids, "select page from {} join record using (id)"):
            yield html

    # audio

    def audio(self, show: str) -> dict[str, AudioRow]:
        """What is known of each audio file of a show, by path."""
        rows = self._db.execute(
            "select path, size, mtime, ctime, facts, findings, sha256 from audio where show = ?", (show,)
        )
        return {row[0]: AudioRow(row[0], Stat(*row[1:4]), *row[4:]) for row in rows}

    def keep_audio(self, show: str, rows: Iterable[AudioRow]) -> None:
        """Remembers what was measured."""
        self._db.executemany(
            "insert or replace into audio values (?, ?, ?, ?, ?, ?, ?, ?)",
            ((show, row.path, *row.stat[:3], row.facts, row.findings, row.sha256) for row in rows),
        )

    def forget_audio(self, show: str, paths: list[str]) -> None:
        """Forgets files that are gone."""
        self._db.executemany(
            "delete from audio where show = ? and path = ?", ((show, path) for path in paths)
        )


def locked() -> LockedError:
    """Another process holds the write transaction."""
    return LockedError("another feedpub is building in this workspace", "try again when it is done")
