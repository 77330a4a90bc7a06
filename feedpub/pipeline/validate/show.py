"""A show of the workspace: the feed that was built, and everything that it is made from."""

import os
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from feedpub.errors import RefusedError
from feedpub.files import PathFault, read_regular, reason_of
from feedpub.model import AudioFile, Finding, Place, Severity
from feedpub.pipeline.build import FEED, judge_show
from feedpub.pipeline.enclosures import check_addresses, list_enclosures
from feedpub.pipeline.freshness import is_fresh
from feedpub.pipeline.gather import Gathered, gather_show
from feedpub.pipeline.listening import Heard
from feedpub.pipeline.matches import match_episodes
from feedpub.pipeline.places import place_findings
from feedpub.pipeline.run import Run, limits_of
from feedpub.pipeline.validate.local_media import find_artwork, join_audio
from feedpub.pipeline.validate.local_site import LocalSite
from feedpub.pipeline.validate.memory import ItemMemory
from feedpub.pipeline.validate.options import Validated, Wanted
from feedpub.pipeline.validate.origins import Origins
from feedpub.pipeline.validate.previous import fetch_live, judge_changes
from feedpub.validate import runner
from feedpub.validate.adopted import adopt
from feedpub.validate.facts import LocalArtwork, LocalAudio, LocalChapters, LocalTranscript
from feedpub.validate.registry import all_rules

#: bytes; no feed of ours is larger
_LARGEST = 1 << 30


class _Sources(NamedTuple):
    """What the sources of a show tell."""

    findings: list[Finding]
    #: guid -> episode file, relative to the workspace
    origins: dict[str, str]
    #: address of an enclosure -> path and measures of the local file behind it
    audio: dict[str, tuple[str, AudioFile]]


def validate_show(run: Run, wanted: Wanted) -> Validated:
    """Judges the sources of a show, and the feed built from them. Raises UsageError for its settings."""
    gathered = gather_show(run)
    sources = _judge_sources(run, gathered)
    path = f"build/{run.show}/{FEED}"
    adopted = [adopt(one, wanted.profiles) for one in sources.findings]
    findings = [one for one in adopted if one is not None]
    try:
        data = read_regular(run.absolute(path), _LARGEST)
    except FileNotFoundError:
        return _without_feed(run, path, findings, "the show was not built")
    except (OSError, PathFault) as error:
        return _without_feed(run, path, findings, f"the feed cannot be read: {reason_of(error)}")
    memory = ItemMemory(run.cache, run.show, wanted.profiles)
    feed_url = wanted.feed_url or gathered.settings.show.feed_url
    judging = runner.Judging(
        data, path, runner.Run(wanted.now, wanted.profiles, feed_url), all_rules(), memory
    )
    judging.judge_facts(LocalAudio, join_audio(judging.channels, sources.audio))
    site = LocalSite(run.output, f"build/{run.show}/", urljoin(feed_url, "."))
    limits, jobs = limits_of(gathered.settings), run.options.jobs
    judging.judge_facts(LocalArtwork, find_artwork(site, judging.channels, limits, jobs))
    # What is in these was told where it was written, in the sources.
    judging.judge_facts(LocalChapters, ())
    judging.judge_facts(LocalTranscript, ())
    judge_changes(judging, wanted.before or fetch_live(run, feed_url, wanted))
    judgement = judging.finish()
    memory.keep()
    origins = Origins(run, sources.origins)
    findings += [origins.trace(one) for one in judgement.findings]
    findings += _tell_stale(run, wanted, path)
    return Validated(
        path,
        tuple(findings),
        judgement.ran,
        judgement.not_run,
        judgement.size_bytes,
        judgement.items,
        _Contents(run, path, judging.document.original),
    )


def _judge_sources(run: Run, gathered: Gathered) -> _Sources:
    judged = judge_show(run, gathered)
    enclosures = list_enclosures(run, gathered, judged.heard)
    findings = [*judged.findings, *check_addresses(run, gathered, judged.heard, enclosures)]
    origins: dict[str, str] = {}
    try:
        matches = match_episodes(run, gathered, judged.heard, enclosures)
    except RefusedError as refused:
        place = Place(f"{run.base}/ledger.toml")
        findings += refused.findings or [
            Finding(Severity.ERROR, "ledger-refused", place, refused.message, refused.fix)
        ]
    else:
        findings += matches.findings
        origins = {
            matches.guids[brief.id]: brief.source for brief in gathered.briefs if brief.id in matches.guids
        }
    origins |= {brief.guid: brief.source for brief in gathered.briefs if brief.guid}
    audio = dict(_audio_behind(gathered, judged.heard, {id: one.url for id, one in enclosures.items()}))
    return _Sources(place_findings(run, findings), origins, audio)


def _audio_behind(
    gathered: Gathered, heard: Heard, urls: dict[int, str]
) -> Iterator[tuple[str, tuple[str, AudioFile]]]:
    for brief in gathered.briefs:
        sound = heard.sounds.get(brief.id)
        if sound and sound.path and brief.id in urls:
            yield urls[brief.id], (sound.path, sound.audio)


def _without_feed(run: Run, path: str, findings: list[Finding], why: str) -> Validated:
    fix = f"run `feedpub build {run.show}`"
    findings.append(Finding(Severity.ERROR, "feed-not-built", Place(path), f"there is no feed: {why}", fix))
    reason = {one.id: "there is no feed" for one in all_rules()}
    return Validated(path, tuple(findings), (), reason, 0, 0, _Contents(run, path, None))


def _tell_stale(run: Run, wanted: Wanted, path: str) -> Iterator[Finding]:
    """Whether the feed is known to be older than what it is made from."""
    known = run.cache.freshness(run.show)
    if known and not is_fresh(run.root, run.show, known, wanted.now.timestamp(), run.options.environ):
        message = (
            "the feed is not what its sources would make of it now: something has changed since the build"
        )
        fix = f"run `feedpub build {run.show}`, and validate again"
        yield Finding(Severity.WARNING, "feed-out-of-date", Place(path), message, fix)


class _Contents:
    """The contents of files that findings name."""

    def __init__(self, run: Run, path: str, feed: bytes | None) -> None:
        self._run, self._path, self._feed = run, path, feed

    def __call__(self, path: str) -> bytes | None:
        if path == self._path:
            return self._feed
        try:
            return read_regular(os.path.join(self._run.root, path), 1 << 24)
        except (OSError, PathFault):
            return None
