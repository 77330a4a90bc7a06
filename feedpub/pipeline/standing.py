"""How long what was built stands: until a file changes, or an instant comes at which the feed does."""

from collections.abc import Sequence
from datetime import datetime

from feedpub.cache.freshness import Freshness
from feedpub.files import stat_of
from feedpub.pipeline import freshness
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.run import Run
from feedpub.release.ledger import FILE as LEDGER
from feedpub.release.live import live_moments
from feedpub.release.schedule import last_due, next_due

#: seconds since 1970 that no clock will show
_NEVER = 9e15


def remember_build(run: Run, gathered: Gathered, *, failed: bool) -> None:
    """When nothing need be done next time, if that can be said for certain."""
    ledger = f"{run.base}/{LEDGER}"
    restless = any(
        path != ledger and not freshness.settled(stat, run.options.started_ns)
        for path, stat in gathered.inputs.items()
    )
    if restless or failed:
        run.cache.keep_freshness(run.show, None)
        return
    after = stat_of(run.absolute(ledger))
    inputs = gathered.inputs | ({ledger: after} if after else {})
    dates = _moments(gathered.briefs)
    last, coming = last_due(dates, run.options.now), next_due(dates, run.options.now)
    run.cache.keep_freshness(
        run.show,
        Freshness(
            freshness.fingerprint(run.root, run.show, inputs, run.options.environ),
            last.timestamp() if last else 0.0,
            coming.timestamp() if coming else _NEVER,
        ),
    )


def _moments(briefs: Sequence[Brief]) -> list[datetime]:
    """The instants at which the feed changes by itself."""
    dates: list[datetime] = []
    for brief in briefs:
        if brief.ready and brief.published:
            dates += live_moments(brief.live, brief.published) if brief.live else (brief.published,)
    return dates
