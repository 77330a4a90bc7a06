"""Show notes for the episode's page: more than a feed can show, and just as safe."""

import re
from typing import NamedTuple

from feedpub.kinds.xml_characters import NOT_XML
from feedpub.model import Finding
from feedpub.sources.notes.embeds import FoundPlayer, mark_players
from feedpub.sources.notes.flavours import render_markdown
from feedpub.sources.notes.link_targets import Fault, shortened
from feedpub.sources.notes.markdown_slips import check_markdown
from feedpub.sources.notes.marked_blocks import Split, check_marks, split_notes
from feedpub.sources.notes.page_html import finish_page, is_known_player
from feedpub.sources.notes.page_sanitise import clean_for_page
from feedpub.sources.notes.sanitise import check_depth, clean
from feedpub.sources.notes.show_notes import MAX_SOURCE_BYTES, encodable, too_large
from feedpub.sources.notes.source_lines import SourceLines
from feedpub.sources.notes.timestamps import link_timestamps
from feedpub.sources.settings import NotesSettings


class PageNotes(NamedTuple):
    """The show notes of one episode as its page shows them."""

    #: a fragment without scripts, styles and handlers; headings begin with h2
    html: str
    #: what :class:`feedpub.sources.notes.show_notes.Notes` does not say already
    findings: tuple[Finding, ...]


def render_page_notes(
    markdown: str, settings: NotesSettings, *, page: str, path: str, first_line: int
) -> PageNotes:
    """Show notes for a page. Raises nothing: whatever is wrong is among the findings.

    ``page`` is the page's absolute URL; ``path`` and ``first_line`` say where the Markdown stands.
    """
    markdown = encodable(markdown)
    if len(markdown.encode()) > MAX_SOURCE_BYTES:
        return PageNotes("", ())
    split = split_notes(markdown, path, first_line)
    try:
        raw, players = mark_players(render_markdown(split.site, settings.flavour), page)
        check_depth(raw)
        html = finish_page(re.sub(NOT_XML, "", clean_for_page(raw)), page, players)
        lines = SourceLines(split.site, path, first_line)
        return PageNotes(link_timestamps(html).strip(), _findings(split, raw, players, page, lines))
    except (RecursionError, MemoryError):
        return PageNotes("", (too_large("the notes are too deep or too large", path, first_line),))


def _findings(
    split: Split, raw: str, players: tuple[FoundPlayer, ...], page: str, lines: SourceLines
) -> tuple[Finding, ...]:
    """What is wrong in the lines that only the page shows, and with what only the page shows."""
    unknown = [_unknown(player) for player in players if player.url and not is_known_player(player, page)]
    found = lines.findings(unknown)
    if split.site_lines:
        faults = [*clean(raw, page)[1], *check_markdown(split.site, raw, lines), *check_marks(raw)]
        found += tuple(each for each in lines.findings(faults) if each.place.line in split.site_lines)
    return tuple(sorted(found, key=lambda finding: finding.place))


def _unknown(player: FoundPlayer) -> Fault:
    message = (
        f"the page has a link in place of the player `{shortened(player.tag)}`: its service is not known"
    )
    return Fault("unknown-player", message, "write a link in its place, if that will do", player.tag)
