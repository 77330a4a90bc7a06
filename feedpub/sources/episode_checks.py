"""What an episode needs before it can stand in a feed. Drafts are never asked."""

from collections.abc import Collection

from feedpub.kinds.quoting import quote
from feedpub.model import Episode, EpisodeState, Live, LiveStatus, Severity
from feedpub.sources.header.field_readers import Reading
from feedpub.sources.header.fields import Fields
from feedpub.sources.slugs import file_slug, is_slug, slugify

#: characters (podcast namespace, docs/tags/season.md and docs/tags/episode.md)
_LONGEST_SEASON = 128
_LONGEST_DISPLAY = 32
#: characters of a slug that is proposed
_LONG_ENOUGH = 60


def check_episode(episode: Episode, reading: Reading) -> None:
    """Report that there is no title, date or fit slug, unless that is known already."""
    if not episode.title and "title" not in reading.failed:
        fix = "add the key `title`"
        reading.add(Severity.ERROR, "missing-title", "title", "the episode has no title", fix)
    if episode.published is None and "date" not in reading.failed:
        fix = "add the key `date`, such as 2024-05-13, or `draft: true` while it is not finished"
        reading.add(Severity.ERROR, "missing-date", "date", "the episode has no date", fix)
    if episode.title and not is_slug(episode.slug):
        _add_bad_slug(episode, reading)
    _check_names(episode, reading)
    if episode.live and episode.state is EpisodeState.READY and not episode.content_links:
        # podcast namespace, docs/tags/live-item.md: at least one must be there
        message = "the live stream has no link to where it can be followed"
        fix = "add the key `content_links` with the address of a page that plays it"
        reading.add(Severity.ERROR, "missing-content-link", "live", message, fix)


def _check_names(episode: Episode, reading: Reading) -> None:
    """Report what apps show in place of numbers where there is no number, or where it is too long."""
    for key, text, number, of_what, longest in (
        ("season_name", episode.season_name, episode.season, "season", _LONGEST_SEASON),
        ("number_display", episode.number_display, episode.number, "number", _LONGEST_DISPLAY),
    ):
        if text and number is None:
            message = f"{quote(text)} is shown nowhere, since the episode has no {of_what}"
            fix = f"add the key `{of_what}`, or remove this one"
            reading.add(Severity.WARNING, f"no-{of_what}", key, message, fix)
        elif len(text) > longest:
            message = f"{quote(text)} has {len(text)} characters, and apps may cut it after {longest}"
            reading.add(Severity.WARNING, "long-text", key, message, "shorten it")


def check_stream(episode: Episode, reading: Reading) -> None:
    """Warn of a live stream of which apps are told nothing to play (docs/tags/live-item.md)."""
    awaited = episode.live and episode.state is EpisodeState.READY
    if awaited and not (episode.audio.file or episode.alternates):
        message = "the live stream has no address that apps can play"
        fix = "add `audio` with the address of the stream, or `alternates`"
        reading.add(Severity.WARNING, "missing-stream", "live", message, fix)


def check_extra(episode: Episode, prefixes: Collection[str], reading: Reading) -> None:
    """Report tags of namespaces that the feed does not declare."""
    from feedpub.kinds.prefixes import check_prefixes

    for tag in episode.extra:
        if fault := check_prefixes(tag, prefixes):
            reading.add(fault.severity, fault.name, "extra", fault.message, fault.fix)


def read_live(fields: Fields, reading: Reading) -> Live | None:
    """What makes an episode a live stream, or None; reports an end that cannot be."""
    if "live" in reading.failed:
        return Live()  # it was meant to be one
    if not fields.live:
        if fields.ends:
            message, fix = "only a live stream ends at a time", "add `live: true`, or remove the key"
            reading.add(Severity.WARNING, "end-without-live", "ends", message, fix)
        return None
    if fields.ends and fields.date and fields.ends <= fields.date:
        message = f"the live stream ends at {fields.ends:%Y-%m-%d %H:%M}, before it begins"
        reading.add(Severity.ERROR, "end-before-start", "ends", message, "correct `ends` or `date`")
    return Live(fields.live if isinstance(fields.live, LiveStatus) else None, fields.ends)


def _add_bad_slug(episode: Episode, reading: Reading) -> None:
    if episode.slug:
        message = f"the slug {quote(episode.slug)} is not fit for an address"
    else:
        message = f"the title {quote(episode.title)} gives no slug for an address"
    proposed = slugify(episode.slug) or slugify(episode.title) or file_slug(episode.source) or "my-episode"
    proposed = proposed[:_LONG_ENOUGH].rstrip("-._")
    fix = f"use a to z, digits, `-`, `_` and `.`; for example: slug: {proposed}"
    reading.add(Severity.ERROR, "bad-slug", "slug" if episode.slug else "title", message, fix)


def check_notes(reading: Reading) -> None:
    """Report that there is nothing to read about an episode; the caller knows that there is not."""
    message = "the episode has neither show notes nor a summary"
    fix = "write some lines below the front matter, or add the key `summary`"
    reading.add(Severity.ERROR, "missing-notes", "", message, fix)


def check_number(number: float, in_title: int | None, reading: Reading) -> None:
    """Warn where the title carries another number than the key."""
    if in_title is not None and in_title != number:
        message = f"the title says that this is number {in_title}, but the number is given as {number}"
        reading.add(Severity.WARNING, "number-differs", "number", message, "correct the one that is wrong")


def check_page(episode: Episode, rule: str, reading: Reading) -> None:
    """Report what the rule for page addresses asks for and the episode does not have."""
    if episode.state is EpisodeState.DRAFT:
        return
    # A missing slug or date is reported for itself.
    for name, value in (("number", episode.number), ("season", episode.season)):
        if value is None and f"{{{name}}}" in rule:
            message = f"the address of the page needs a {name}, and the episode has none"
            fix = f"add the key `{name}`, or `url` with the address of the page"
            reading.add(Severity.ERROR, "no-page-address", "", message, fix)
