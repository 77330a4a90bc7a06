"""What was found, for people: by file, then by rule, the worst first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from feedpub import log
from feedpub.model import Finding, Severity
from feedpub.report.text import COLOURS, count_of, escape
from feedpub.report.validation.excerpt import Excerpts
from feedpub.report.validation.outcome import Judged, Unread
from feedpub.report.validation.tally import (
    Tally,
    counts_as_failure,
    grouped_reasons,
    in_words,
)

#: of one rule in one file so many are shown, and the rest is counted
_SHOWN = {Severity.ERROR: 20, Severity.WARNING: 3, Severity.INFO: 3}


class Style(NamedTuple):
    """How much is said, and how it looks."""

    colour: bool = False
    #: nothing is cut short
    everything: bool = False
    #: only what makes the run fail
    quiet: bool = False


def render_feed(
    judged: Judged, tally: Tally, style: Style, excerpts: Excerpts | None = None
) -> Iterator[str]:
    """The lines on one feed: its findings, and one line that sums them up. `tally` is that of this feed."""
    fail_on = tally.asked.fail_on
    findings: Iterable[Finding] = judged.findings
    if style.quiet:
        findings = [one for one in findings if counts_as_failure(one.severity, fail_on)]
        if not findings:
            return
    elif not _wants_notes(tally, style):
        findings = [one for one in findings if one.severity is not Severity.INFO]
    for group in _groups(findings, judged.path):
        yield from _render_group(group, tally, style, excerpts)
        if excerpts:
            yield ""
    yield summary_of(judged, tally)


def render_unread(unread: Unread, style: Style) -> Iterator[str]:
    """The lines on an input that could not be read."""
    yield f"{_safe(unread.path)}: {_painted(Severity.ERROR, style)}: {_safe(unread.message)}"
    if unread.fix:
        yield f"    {_safe(unread.fix)}"


def summary_of(judged: Judged, tally: Tally) -> str:
    """`feed.xml: 2 errors, 3 warnings, 12 notes in 6 episodes (48,102 bytes)`."""
    size = f"{count_of(judged.items, 'episode')} ({judged.size_bytes:,} bytes)"
    words = ", ".join(in_words(tally.by_severity))
    if not judged.size_bytes and words:  # there is no feed
        said = words
    elif tally.by_severity[Severity.ERROR]:
        clean = tally.clean_profiles()
        said = f"{words} in {size}" + (f"; valid for {', '.join(clean)}" if clean else "")
    else:
        valid = f"valid for {', '.join(tally.asked.profiles)}"
        said = f"{valid}; {words} in {size}" if words else f"{valid}; {size}"
    return f"{_safe(judged.path)}: {said}"


def render_end(total: Tally, style: Style) -> Iterator[str]:
    """The lines on the whole run: totals, counts by profile, what passed, what was not run."""
    if style.quiet:
        return
    if total.feeds + total.unread > 1:
        words = ", ".join(in_words(total.by_severity)) or "nothing to say"
        unread = f"; {count_of(total.unread, 'input')} could not be read" if total.unread else ""
        size = f"{count_of(total.items, 'episode')} ({total.size_bytes:,} bytes)"
        yield f"{count_of(total.feeds, 'feed')}: {words} in {size}{unread}"
    if not total.feeds:
        return
    if total.by_severity[Severity.INFO] and not _wants_notes(total, style):
        yield "Notes are shown with -v."
    if len(total.by_profile) > 1 and any(total.by_severity.values()):
        yield ""
        yield from _profile_table(total)
    yield ""
    yield f"{count_of(total.passed, 'rule')} found nothing to say"
    for why, rules in grouped_reasons(total.not_run):
        names = f" ({', '.join(rules)})" if style.everything else ""
        were = "was" if len(rules) == 1 else "were"
        yield f"{count_of(len(rules), 'rule')} {were} not run: {why}{names}"


def _wants_notes(tally: Tally, style: Style) -> bool:
    """Whether advice is shown: where everything is asked for, or where it makes the run fail."""
    return style.everything or tally.asked.fail_on == "info"


def _profile_table(total: Tally) -> Iterator[str]:
    wide = max(map(len, total.by_profile))
    yield f"{'':{wide}}  errors  warnings  notes"
    for name, counts in total.by_profile.items():
        errors, warnings, notes = (counts[severity] for severity in sorted(counts, reverse=True))
        yield f"{name:{wide}}  {errors:6,}  {warnings:8,}  {notes:5,}"


def _groups(findings: Iterable[Finding], feed: str) -> list[list[Finding]]:
    """The findings of one rule and severity each: those in the feed first, the worst first, then by place.

    What is found in many of a show's files is one group: nobody wants to read it for each of them.
    """
    groups: dict[tuple[bool, Severity, str], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.place.path != feed, one.severity, one.rule or one.name), []).append(one)
    for group in groups.values():
        group.sort(key=lambda one: (one.place, one.message))
    in_order = sorted(groups, key=lambda key: (key[0], -key[1], groups[key][0].place))
    return [groups[key] for key in in_order]


def _render_group(
    group: Sequence[Finding], tally: Tally, style: Style, excerpts: Excerpts | None
) -> Iterator[str]:
    shown = group if style.everything else group[: _SHOWN[group[0].severity]]
    fix = ""
    for one in shown:
        message = _safe(one.message)
        label = f"{one.rule} {one.name}" if one.rule else one.name
        yield f"{_safe(str(one.place))}: {_painted(one.severity, style)}: {message} [{label}]"
        if excerpts:
            yield from excerpts.at(one.place)
        details = _details(one, tally)
        if details:
            yield f"    {details}"
        if one.fix != fix:  # what is said of all of them is said once
            fix = one.fix
            yield f"    {_safe(fix)}"
    if len(group) > len(shown):
        yield f"    … and {len(group) - len(shown):,} more of {group[0].name} (all with -v)"


def _details(one: Finding, tally: Tally) -> str:
    """The episode that it is about, where it came from, and whose demand it is when not everybody's."""
    parts = []
    if one.episode:
        parts.append(f"in “{_safe(one.episode)}”")
    if one.source:
        parts.append(f"from {_safe(str(one.source))}")
    if demand := _demand(tally.demands_of(one), len(tally.asked.profiles)):
        parts.append(demand)
    return ", ".join(parts)


def _demand(demands: Mapping[str, Severity], asked: int) -> str:
    """`for apple, psp1`; `error for apple; info for rss, psp1`; nothing where all ask for the same."""
    levels = sorted(set(demands.values()), reverse=True)
    if len(levels) == 1:
        return f"for {', '.join(demands)}" if len(demands) < asked else ""
    names = {level: [name for name, one in demands.items() if one is level] for level in levels}
    return "; ".join(f"{level.name.lower()} for {', '.join(names[level])}" for level in levels)


def _safe(text: str) -> str:
    return escape(log.redact(text))


def _painted(severity: Severity, style: Style) -> str:
    word = severity.name.lower()
    return f"\x1b[{COLOURS[severity]}m{word}\x1b[0m" if style.colour else word
