"""A page for each episode of the feed, made anew where it would say something else."""

import hashlib
import os
from collections.abc import Sequence

from feedpub import log
from feedpub.errors import FindingsError
from feedpub.files import (
    PathFault,
    inside,
    look_of,
    read_regular,
    reason_of,
    scan_tree,
    stat_of,
    write_if_changed,
)
from feedpub.model import Finding, Place, Severity, Show
from feedpub.model.plain import to_json
from feedpub.pipeline.entries import Entry
from feedpub.pipeline.items import dress, made_from
from feedpub.pipeline.run import Run
from feedpub.site.episode_page import EpisodePage, TemplateFault

FOLDER = "pages"
#: a show's own template, below its folder
TEMPLATE = "templates/episode.html"
_LARGEST = 1 << 18
#: how many pages are made and stored in one go
_TOGETHER = 100


def render_pages(run: Run, key: bytes, show: Show, entries: Sequence[Entry]) -> list[Entry]:
    """Leaves the page of each entry in the cache; returns the entries whose page has changed.

    `key` is as for items. Raises FindingsError when the show's own template fails.
    """
    template = _read_template(run)
    base = hashlib.sha256(key + to_json(show).encode() + b"\0" + template.encode())
    known = run.cache.page_keys()
    stale = []
    for entry in entries:
        digest = base.copy()
        digest.update(made_from(entry))
        if known.get(entry.brief.id) != digest.digest():
            stale.append((entry, digest.digest()))
    if stale:
        page = _parse(run, template)
        for start in range(0, len(stale), _TOGETHER):
            part = stale[start : start + _TOGETHER]
            run.cache.keep_pages(list(_render(run, page, show, part)))
            run.options.progress("pages", start + len(part), len(stale))
    log.event("build.pages", show=run.show, pages=len(stale))
    return [entry for entry, _ in stale]


def write_pages(run: Run, entries: Sequence[Entry], stale: Sequence[Entry]) -> list[str]:
    """Writes the pages that changed, are not there or were touched; returns their paths. Raises OSError."""
    folder = os.path.join(run.output, FOLDER)
    there, known = scan_tree(folder), run.cache.written_pages()
    changed = {entry.brief.id for entry in stale}
    wanted = [
        one
        for one in entries
        if one.brief.id in changed or known[one.brief.id] != look_of(there.get(_name(one)))
    ]
    written, looks = [], []
    for entry, html in zip(wanted, run.cache.pages([one.brief.id for one in wanted]), strict=True):
        path = os.path.join(folder, _name(entry))
        if write_if_changed(path, (html,)):
            written.append(f"{FOLDER}/{_name(entry)}")
        looks.append((entry.brief.id, look_of(stat_of(path))))
    run.cache.keep_written_pages(looks)
    return written


def _name(entry: Entry) -> str:
    return f"{entry.brief.slug}.html"


def _render(
    run: Run, page: EpisodePage, show: Show, stale: Sequence[tuple[Entry, bytes]]
) -> list[tuple[int, bytes, bytes]]:
    pages = []
    written = run.cache.page_notes([entry.brief.id for entry, _ in stale])
    dressed = dress(run, [entry for entry, _ in stale])
    for one, notes, (entry, key) in zip(dressed, written, stale, strict=True):
        try:
            html = page.render(show, one.episode, entry.enclosure, notes)
        except TemplateFault as fault:
            raise _failed(run, fault) from None
        pages.append((entry.brief.id, key, html))
    return pages


def _read_template(run: Run) -> str:
    """The show's own template; empty where it has none. Raises FindingsError where it cannot be read."""
    try:
        return read_regular(inside(run.folder, TEMPLATE), _LARGEST).decode()
    except FileNotFoundError:
        return ""
    except (OSError, PathFault, UnicodeDecodeError) as error:
        fault = TemplateFault(f"it cannot be read: {reason_of(error)}", "mend the file", 0)
        raise _failed(run, fault) from None


def _parse(run: Run, template: str) -> EpisodePage:
    try:
        return EpisodePage(template, f"{run.base}/{TEMPLATE}" if template else "")
    except TemplateFault as fault:
        raise _failed(run, fault) from None


def _failed(run: Run, fault: TemplateFault) -> FindingsError:
    place = Place(f"{run.base}/{TEMPLATE}", fault.line)
    finding = Finding(Severity.ERROR, "template-fault", place, fault.message, fault.fix)
    return FindingsError("the template of the pages does not work", "", [finding])
