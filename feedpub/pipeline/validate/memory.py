"""What was found in the items of a feed, kept in the cache: what has not changed is not judged again."""

import hashlib
import json
from collections.abc import Iterable

from feedpub.cache.store import Cache
from feedpub.model import Severity
from feedpub.pipeline.freshness import program_key
from feedpub.validate.findings import Noted
from feedpub.validate.rule import Profile


class ItemMemory:
    """The memory of one show's feed, for one choice of profiles."""

    def __init__(self, cache: Cache, show: str, profiles: Iterable[Profile]) -> None:
        self._cache, self._show = cache, show
        digest = hashlib.sha256(program_key() + ",".join(sorted(profiles)).encode())
        self._key = digest.digest()
        key, text = cache.judged(show)
        self._known: dict[str, list[list[object]]] = json.loads(text) if key == self._key else {}
        self._used: dict[str, list[list[object]]] = {}
        #: how many items had to be judged
        self.judged = 0

    def recall(self, key: bytes) -> list[Noted] | None:
        """What was found in an item that has this key."""
        name = key.hex()
        rows = self._known.get(name)
        if rows is None:
            return None
        self._used[name] = rows
        return [_noted(*row) for row in rows]

    def remember(self, key: bytes, noted: list[Noted]) -> None:
        """Keeps what was found in an item."""
        self.judged += 1
        self._used[key.hex()] = [
            [*one._replace(profiles=None), _plain(one.profiles) if one.profiles else None] for one in noted
        ]

    def keep(self) -> None:
        """Writes what was met in this run, if anything of it is new."""
        if self.judged or len(self._used) != len(self._known):
            self._cache.keep_judged(self._show, self._key, json.dumps(self._used, ensure_ascii=False))


def _plain(profiles: object) -> dict[str, int]:
    assert isinstance(profiles, dict)
    return {str(profile): int(severity) for profile, severity in profiles.items()}


def _noted(*row: object) -> Noted:
    *values, profiles = row
    noted = Noted(*values)  # type: ignore[arg-type]
    severity = noted.severity
    return noted._replace(
        severity=Severity(severity) if severity is not None else None,
        profiles={Profile(name): Severity(value) for name, value in profiles.items()}
        if isinstance(profiles, dict)
        else None,
    )
