"""Show notes: Markdown to the HTML that stands in the feed, and to a summary in plain text."""

import re
from typing import NamedTuple

from feedpub.kinds.xml_characters import NOT_XML
from feedpub.model import Embed, Finding, Place, Severity
from feedpub.sources.notes.embeds import FoundPlayer, mark_players
from feedpub.sources.notes.feed_html import Block, Kind, translate
from feedpub.sources.notes.flavours import render_markdown
from feedpub.sources.notes.link_targets import Fault, shortened
from feedpub.sources.notes.markdown_slips import check_markdown
from feedpub.sources.notes.marked_blocks import check_marks, split_notes
from feedpub.sources.notes.plain_text import cut_at_word, plain_text
from feedpub.sources.notes.sanitise import check_depth, clean
from feedpub.sources.notes.source_lines import SourceLines
from feedpub.sources.settings import NotesSettings
from feedpub.sources.text import holds_forbidden

__all__ = ["Notes", "cut_at_word", "feed_html", "render_notes"]

#: the longest source that is rendered; the longest notes in the wild are a hundredth of it
MAX_SOURCE_BYTES = 512_000
#: what Apple shows of an episode's notes, markup included (its podcast RSS requirements)
LONG_NOTES = 4000


class Notes(NamedTuple):
    """The show notes of one episode."""

    #: only p, br, a with href, ul, ol, li, strong, em, b and i
    html: str
    #: plain text
    summary: str
    embeds: tuple[Embed, ...]
    findings: tuple[Finding, ...]


def render_notes(
    markdown: str, settings: NotesSettings, *, page: str, path: str, first_line: int, summarise: bool = True
) -> Notes:
    """Show notes for the feed. Raises nothing: whatever is wrong is among the findings.

    ``page`` is the absolute URL of the episode's page, against which relative addresses are read;
    ``path`` and ``first_line`` say where the Markdown stands. The summary is left empty where none is
    asked for.
    """
    markdown = encodable(markdown)
    source = markdown.encode()
    if len(source) > MAX_SOURCE_BYTES:
        return _failed(f"the notes are too large: {len(source):,} bytes", path, first_line)
    # As it is, or from a character reference.
    forbidden = b"&#" in source or holds_forbidden(source)
    try:
        split = split_notes(markdown, path, first_line)
        lines = SourceLines(split.feed, path, first_line)
        html, blocks, embeds, faults = _render(split.feed, settings, page, lines, forbidden)
        summary = _summary(blocks, settings.summary_bytes) if summarise else ""
        return Notes(html, summary, embeds, _ordered(split.findings, lines.findings(faults)))
    except (RecursionError, MemoryError):
        return _failed("the notes are too deep or too large", path, first_line)


def feed_html(html: str, page: str) -> str:
    """Any HTML in the form in which notes stand in the feed. What has to be left out is not reported.

    Raises RecursionError for HTML that nests too deeply.
    """
    check_depth(html)
    marked, players = mark_players(html, page)
    blocks, _ = translate(_without_forbidden(clean(marked, page)[0]), players)
    return "\n".join([block.html for block in blocks])


def _render(
    markdown: str, settings: NotesSettings, page: str, lines: SourceLines, forbidden: bool
) -> tuple[str, list[Block], tuple[Embed, ...], list[Fault]]:
    raw, players = mark_players(render_markdown(markdown, settings.flavour), page)
    check_depth(raw)
    canonical, faults = clean(raw, page, written=markdown if settings.flavour == "commonmark" else None)
    if settings.timestamps == "page":
        canonical = _with_links_to_times(raw, page) or canonical
    if forbidden:
        canonical = _without_forbidden(canonical)
    blocks, met = translate(canonical, players)
    html = "\n".join([block.html for block in blocks])
    faults += [_no_address(player) for player in met if not player.url]
    faults += check_markdown(markdown, raw, lines)
    if "<!--" in raw:
        faults += check_marks(raw)
    if len(html) > LONG_NOTES:
        faults.append(_too_long(html))
    embeds = tuple([Embed(player.url, player.player, lines.line(player.tag)) for player in met if player.url])
    return html, blocks, embeds, faults


def _with_links_to_times(raw: str, page: str) -> str:
    """The sanitised HTML with links for its times, or nothing where it has none."""
    from feedpub.sources.notes.page_sanitise import clean_for_page
    from feedpub.sources.notes.timestamps import link_timestamps, may_hold_timestamps

    # From HTML that still tells code from text.
    return clean(link_timestamps(clean_for_page(raw), page), page)[0] if may_hold_timestamps(raw) else ""


def _failed(message: str, path: str, line: int) -> Notes:
    return Notes("", "", (), (too_large(message, path, line),))


def too_large(message: str, path: str, line: int) -> Finding:
    """Says that notes were given up."""
    fix = "shorten them, or move long lists and transcripts to a page of their own"
    return Finding(Severity.ERROR, "notes-too-large", Place(path, line), message, fix)


def _ordered(marks: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(marks + others, key=lambda finding: finding.place)) if marks else others


def _no_address(player: FoundPlayer) -> Fault:
    message = f"the player `{shortened(player.tag)}` has no address that an app could open"
    fix = "copy the embed code again: its src should begin with https://"
    return Fault("player-without-address", message, fix, player.tag)


def _too_long(html: str) -> Fault:
    # A look at little text is enough, unless it is all links.
    words = _words_before(html, LONG_NOTES, 500)
    if len(words) < 8:
        words = _words_before(html, LONG_NOTES, 1000)
    words = words[-7:-1]
    near = " ".join(words)
    message = (
        f'the notes have {len(html):,} characters with markup; the {LONG_NOTES:,}th stands near "{near}"'
    )
    fix = f"put what matters ahead of that: apps may show the first {LONG_NOTES:,} only"
    return Fault("long-notes", message, fix, " ".join(words[-3:]))


def _words_before(html: str, end: int, length: int) -> list[str]:
    """The words in ``length`` characters of HTML."""
    before = html[end - length : end]
    if before.rfind("<") > before.rfind(">"):
        before = before[: before.rfind("<")]
    return plain_text(before[before.find(">") + 1 :]).split()


# -- summary -------------------------------------------------------------------------------------


def _summary(blocks: list[Block], limit_bytes: int) -> str:
    text = _summary_section(blocks) or _first_paragraph(blocks)
    return cut_at_word(text, limit_bytes)


def _summary_section(blocks: list[Block]) -> str:
    """The text under the heading "Summary", as far as the next heading."""
    section: list[str] | None = None
    for kind, html in blocks:
        if kind is Kind.HEADING:
            if section is not None:
                break
            if len(html) < 100 and plain_text(html).rstrip(" :").casefold() == "summary":
                section = []
        elif section is not None and kind is not Kind.PLAYER:
            section.append(html)
    return plain_text(" ".join(section)) if section else ""


def _first_paragraph(blocks: list[Block]) -> str:
    for kind, html in blocks:
        if kind is Kind.PARAGRAPH and (text := plain_text(html)):
            return text
    return ""


# -- characters ----------------------------------------------------------------------------------


def encodable(text: str) -> str:
    """``text`` with question marks for halves of characters, which no UTF-8 file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _without_forbidden(html: str) -> str:
    """Without the characters that XML 1.0 forbids."""
    return re.sub(NOT_XML, "", html)
