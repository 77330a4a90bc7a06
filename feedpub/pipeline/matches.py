"""The episodes of a show, matched with its ledger."""

from collections.abc import Mapping
from typing import NamedTuple

from feedpub.model import Enclosure, Finding
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.gather import Gathered
from feedpub.pipeline.identity import KnownLedger, complete_entries, match_ledger, read_ledger
from feedpub.pipeline.listening import Heard
from feedpub.pipeline.run import Run
from feedpub.release.identity import Candidate
from feedpub.release.ledger import Ledger


class Matches(NamedTuple):
    """Who is who. Nothing is written yet."""

    #: the ledger as it is on disk
    known: KnownLedger
    #: the ledger as it is to be
    ledger: Ledger
    #: positions in it of scheduled entries that no file belongs to any more
    dropped: frozenset[int]
    #: brief's id -> the guid that counts, for all that have an entry
    guids: dict[int, str]
    #: what is odd
    findings: list[Finding]


def match_episodes(
    run: Run, gathered: Gathered, heard: Heard, enclosures: Mapping[int, Enclosure]
) -> Matches:
    """Raises RefusedError where listeners would be hurt: for a lost ledger, or a changed guid."""
    briefs, feed_url = gathered.briefs, gathered.settings.show.feed_url
    known = read_ledger(run, feed_url)
    candidates = [_candidate(run, brief, enclosures.get(brief.id)) for brief in briefs]
    identities, odd = match_ledger(run, known, candidates, feed_url)
    measured = {}
    for number, position in identities.positions.items():
        sound = heard.sounds.get(briefs[number].id)
        if sound and sound.path:
            measured[position] = heard.rows[sound.path]
    ledger = complete_entries(run, known, identities, measured)
    guids = {
        briefs[number].id: ledger.entries[position].guid for number, position in identities.positions.items()
    }
    return Matches(known, ledger, identities.dropped, guids, odd)


def _candidate(run: Run, brief: Brief, enclosure: Enclosure | None) -> Candidate:
    return Candidate(
        brief.source.removeprefix(run.base + "/"),
        brief.slug,
        brief.guid,
        brief.published,
        enclosure.url if enclosure else "",
        enclosure is not None and brief.live is None,
    )
