"""The other shows of the workspace, as far as a show speaks of them: podroll, publisher, remote items."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from feedpub.config.settings import Settings
from feedpub.config.workspace import list_shows
from feedpub.errors import UsageError
from feedpub.feed.show_guid import show_guid
from feedpub.model import Finding, Place, RemoteItem, Severity
from feedpub.pipeline.gather import read_settings
from feedpub.pipeline.run import Run
from feedpub.release.ledger import FILE as LEDGER

#: stands for all other shows
EVERY = "*"
#: stands for nobody, where a publisher would be found otherwise
NOBODY = "none"
_PUBLISHER = "publisher"
#: where in a ledger the show's own guid stands
_HEAD = 4096


class Others(NamedTuple):
    """What a channel says of other feeds."""

    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    remote_items: tuple[RemoteItem, ...] = ()


def resolve_others(run: Run, settings: Settings) -> tuple[Others, list[Finding]]:
    """What the show's settings say of other feeds, with guid, address and title of those next to it.

    A show of the medium *publisher* is the publisher of all others of its workspace, and lists them,
    unless the settings say otherwise (podcast namespace, docs/examples/publishers).
    """
    show = settings.show
    siblings = _Siblings(run)
    podroll = tuple(siblings.resolve(show.podroll, "podroll"))
    listed = show.remote_items or ((RemoteItem(EVERY),) if show.medium == _PUBLISHER else ())
    remote_items = tuple(siblings.resolve(listed, "remote_items"))
    publisher = next(siblings.resolve(_publisher(siblings, show.medium, show.publisher), "publisher"), None)
    if publisher:
        publisher = publisher._replace(medium=_PUBLISHER)
    return Others(podroll, publisher, remote_items), siblings.findings


def _publisher(siblings: "_Siblings", medium: str, named: RemoteItem | None) -> tuple[RemoteItem, ...]:
    if named:
        return () if named.show == NOBODY else (named,)
    if medium == _PUBLISHER:
        return ()
    found = [name for name in siblings.names if siblings.medium_of(name) == _PUBLISHER]
    return (RemoteItem(found[0]),) if len(found) == 1 else ()


class _Siblings:
    """The shows beside one; each is looked at when it is asked for."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: dict[str, Settings | None] = {}
        self.names = [name for name in list_shows(run.root) if name != run.show]
        self.findings: list[Finding] = []

    def resolve(self, items: Iterable[RemoteItem], key: str) -> Iterator[RemoteItem]:
        for item in items:
            if item.show == EVERY:
                for name in self.names:
                    if self.medium_of(name) != _PUBLISHER:
                        yield from self._sibling(RemoteItem(name))
            elif not item.show:
                yield item
            elif item.show in self.names:
                yield from self._sibling(item)
            else:
                self.findings.append(self._unknown(item.show, key))

    def medium_of(self, name: str) -> str:
        settings = self._settings(name)
        return settings.show.medium if settings else ""

    def _sibling(self, item: RemoteItem) -> Iterator[RemoteItem]:
        """The item with what its show says of itself; what the item itself says counts more."""
        settings = self._settings(item.show)
        if settings is None:
            return
        show = settings.show
        yield RemoteItem(
            "",
            item.feed_guid or _guid_of(self._run, item.show, show.feed_url),
            item.feed_url or show.feed_url,
            item.item_guid,
            item.medium or show.medium,
            item.title or show.title,
        )

    def _settings(self, name: str) -> Settings | None:
        if name not in self._known:
            try:
                self._known[name] = read_settings(self._run._replace(show=name)).settings
            except UsageError:
                # Its own build says what is wrong with it.
                self._known[name] = None
        return self._known[name]

    def _unknown(self, name: str, key: str) -> Finding:
        from feedpub.kinds.nearest import nearest

        close = nearest(name, self.names)
        fix = (
            f"did you mean `{close}`?"
            if close
            else "name the folder of a show in feeds/, or give `feed_guid`"
        )
        message = f"`{key}`: there is no other show `{name}` in this workspace"
        return Finding(Severity.ERROR, "unknown-show", Place(f"{self._run.base}/show.toml"), message, fix)


def _guid_of(run: Run, show: str, feed_url: str) -> str:
    """The guid in a show's ledger; where it has none yet, the one that it will get."""
    try:
        with open(run.absolute(f"feeds/{show}/{LEDGER}"), encoding="utf-8", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        head = ""
    found = re.search(r'^guid = "([0-9a-fA-F-]{36})"$', head, re.MULTILINE)
    return found[1] if found else show_guid(feed_url)
