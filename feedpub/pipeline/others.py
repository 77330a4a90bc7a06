"""What a show and its episodes say of other feeds, and of the shows next to them, by their folders' names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from feedpub.config.settings import Settings
from feedpub.kinds.quoting import quote
from feedpub.model import EpisodeState, Finding, Place, RemoteItem, Severity, Value
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.places import locate_setting
from feedpub.pipeline.remote_items import complete_item, complete_value, list_paid_shows
from feedpub.pipeline.run import Run
from feedpub.pipeline.siblings import Siblings

#: stands for all other shows
EVERY = "*"
#: stands for nobody, where a publisher would be found otherwise
NOBODY = "none"
_PUBLISHER = "publisher"


class Others(NamedTuple):
    """What is said of other feeds, with guid, address and title of those next to the show."""

    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    remote_items: tuple[RemoteItem, ...] = ()
    value: tuple[Value, ...] = ()
    #: name of a show that an episode pays -> its feed
    paid: Mapping[str, RemoteItem] = {}


def resolve_others(run: Run, settings: Settings, briefs: Iterable[Brief]) -> tuple[Others, list[Finding]]:
    """What settings and episodes say of other feeds, and the shows among these that are not there.

    A show of the medium *publisher* is the publisher of all others of its workspace, and lists them,
    unless the settings say otherwise (podcast namespace, docs/examples/publishers).
    """
    show = settings.show
    resolver = _Resolver(run)
    listed = show.remote_items or ((RemoteItem(EVERY),) if show.medium == _PUBLISHER else ())
    others = Others(
        resolver.several(show.podroll, "podroll"),
        resolver.publisher(show.medium, show.publisher),
        resolver.several(listed, "remote_items"),
        resolver.value(show.value),
        resolver.paid(briefs),
    )
    return others, resolver.findings


class _Resolver:
    """Resolves names of shows, and notes those that are not there."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._siblings = Siblings(run)
        self.findings: list[Finding] = []

    def several(self, items: Iterable[RemoteItem], setting: str) -> tuple[RemoteItem, ...]:
        """Those of the references of which the feed's guid is known; ``["first", "*"]`` lists each once."""
        return tuple(dict.fromkeys(self._each(items, setting)))

    def one(self, item: RemoteItem, setting: str) -> RemoteItem | None:
        """A reference with what is known of its feed; None where not even the guid is."""
        if item.show:
            if not self._is_there(item.show, setting):
                return None
            item = complete_item(item, self._siblings.feed_of(item.show))
        return item if item.feed_guid else None

    def publisher(self, medium: str, named: RemoteItem | None) -> RemoteItem | None:
        """The feed of the publisher: as it is named, else the one show that is a publisher."""
        if named is None and medium != _PUBLISHER:
            found = list(filter(self._is_publisher, self._siblings.names))
            named = RemoteItem(found[0]) if len(found) == 1 else None
        if named is None or named.show == NOBODY:
            return None
        publisher = self.one(named, "publisher.show")
        return publisher and publisher._replace(medium=_PUBLISHER)

    def value(self, value: tuple[Value, ...]) -> tuple[Value, ...]:
        """The payment schemes of the show."""
        names = [name for name in list_paid_shows(value) if self._is_there(name, "value", itself=True)]
        return complete_value(value, {name: self._siblings.feed_of(name) for name in names})

    def paid(self, briefs: Iterable[Brief]) -> dict[str, RemoteItem]:
        """The feeds of the shows that episodes pay."""
        feeds: dict[str, RemoteItem] = {}
        for brief in briefs:
            if brief.shows and brief.state != EpisodeState.DRAFT:
                for name in brief.shows:
                    if name not in feeds and self._is_there(name, "value", brief.source, itself=True):
                        feeds[name] = self._siblings.feed_of(name)
        return feeds

    def _each(self, items: Iterable[RemoteItem], setting: str) -> Iterator[RemoteItem]:
        for item in items:
            if item.show == EVERY:
                yield from self._every()
            elif found := self.one(item, setting):
                yield found

    def _every(self) -> Iterator[RemoteItem]:
        feeds = (
            self._siblings.feed_of(name) for name in self._siblings.names if not self._is_publisher(name)
        )
        return (feed for feed in feeds if feed.feed_guid)

    def _is_publisher(self, name: str) -> bool:
        return self._siblings.medium_of(name) == _PUBLISHER

    def _is_there(self, name: str, key: str, source: str = "", *, itself: bool = False) -> bool:
        """Whether there is such a show. An episode may say so (`source`); `itself` may be meant, too."""
        names = [*self._siblings.names, *[self._run.show] * itself]
        if name in names:
            return True
        place = Place(source) if source else locate_setting(self._run, key)
        message = f"`{key}`: there is no {'' if itself else 'other '}show {quote(name)} in this workspace"
        self.findings.append(Finding(Severity.ERROR, "unknown-show", place, message, _proposal(name, names)))
        return False


def _proposal(name: str, names: Iterable[str]) -> str:
    from feedpub.kinds.nearest import nearest

    close = nearest(name, names)
    return f"did you mean `{close}`?" if close else "name the folder of a show in feeds/, or give `feed_guid`"
