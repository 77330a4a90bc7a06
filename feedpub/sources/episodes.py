"""An episode file to an episode and its show notes."""

import re
from collections.abc import Collection
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from feedpub.errors import FindingsError
from feedpub.kinds.quoting import quote
from feedpub.model import (
    AudioClaim,
    Chapter,
    Episode,
    EpisodeState,
    EpisodeType,
    Finding,
    Person,
    Place,
    Severity,
)
from feedpub.sources.episode_checks import (
    check_episode,
    check_extra,
    check_notes,
    check_number,
    check_page,
    check_stream,
    read_live,
)
from feedpub.sources.header.field_readers import Reading
from feedpub.sources.header.fields import Fields, read_fields
from feedpub.sources.header.front_matter import FrontMatter, parse_front_matter
from feedpub.sources.header.titles import split_title
from feedpub.sources.notes.show_notes import cut_at_word, render_notes
from feedpub.sources.people import People, join_people
from feedpub.sources.settings import EpisodesSettings, NotesSettings, ShowSettings
from feedpub.sources.slugs import address_slug, file_slug, slugify
from feedpub.sources.text import decode_source

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from feedpub.sources.notes.notes_template import NotesTemplate

#: a time such as 1:35; what begins with a plain letter is found much faster than what begins with a digit
_TIME_LIKE = re.compile(r":(?<=[0-9]:)[0-5][0-9]")
#: an address below the site in which there is nothing to resolve
_PLAIN_ADDRESS = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*+/?)+")


#: what of an episode is more than what its file says under the same name
_MADE = frozenset(
    "title slug type published number people block audio season_name live chapters summary".split()
)
_ALIKE = tuple(name for name in Fields._fields if name in Episode._fields and name not in _MADE)
_take_alike = attrgetter(*_ALIKE)


class ReadEpisode(NamedTuple):
    """What an episode file gave."""

    #: None where the file is no episode, or its front matter cannot be read. Where it lacks a title, a
    #: date or a slug (the findings say so), it is here with what it has
    episode: Episode | None
    #: HTML for the feed
    notes: str
    findings: tuple[Finding, ...]
    #: HTML for the episode's page; empty where no pages are wanted
    page: str = ""


class EpisodeReader:
    """Reads the episode files of one show. Pure: it touches no file, and keeps nothing between two of them.

    `prefixes` are those of the XML namespaces that the feed declares; None: it is not asked. Raises
    FindingsError when the template (its text; empty for none) cannot be understood.
    """

    def __init__(
        self,
        show: ShowSettings,
        episodes: EpisodesSettings,
        notes: NotesSettings,
        template: str = "",
        prefixes: Collection[str] | None = None,
    ) -> None:
        self._show, self._episodes, self._notes = show, episodes, notes
        self._site = show.site.rstrip("/") + "/"
        self._plain_site = re.fullmatch(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9_-]+)*/", self._site) is not None
        self._skipped = frozenset(map(str.casefold, episodes.skip_categories))
        self._people = People(show)
        self._prefixes = prefixes
        self._zone = _read_zone(show.timezone)
        self._template = _parse_template(template, notes.template) if template else None

    def warm_up(self) -> None:
        """Loads what the first episode needs, so that processes forked from here need not do it again."""
        self.read("", b"Title: x\nDate: 2000-01-01 12:00\n\n# x\n\n- [x](https://x.example/)\n")

    def read(self, path: str, data: bytes) -> ReadEpisode:
        """The episode in a file with this content; ``path`` is relative to the workspace.

        Raises nothing: whatever is wrong is among the findings, in the order of the file.
        """
        text, findings = decode_source(data, path)
        if any(finding.name == "not-utf-8" for finding in findings):
            return ReadEpisode(None, "", tuple(findings))
        front_matter, faults = parse_front_matter(text, path)
        findings += faults
        if not front_matter.entries and faults:
            return ReadEpisode(None, "", _ordered(findings))
        reading = Reading(self._zone, self._people, path, findings)
        fields = read_fields(front_matter.entries, reading)
        if fields.category and fields.category.casefold() in self._skipped:
            return ReadEpisode(None, "", ())
        episode, html = self._assemble(front_matter, fields, reading)
        page = self._page(front_matter, episode, reading) if self._notes.pages else ""
        return ReadEpisode(episode, html, _ordered(findings), page)

    def _assemble(self, front_matter: FrontMatter, fields: Fields, reading: Reading) -> tuple[Episode, str]:
        """The episode and its notes."""
        episode = self._episode(front_matter.kind, fields, reading)
        notes = render_notes(
            front_matter.body,
            self._notes,
            page=episode.link,
            path=reading.path,
            first_line=front_matter.body_line,
            summarise=not fields.summary,
        )
        reading.findings += notes.findings
        summary = self._summary(fields.summary, reading) or notes.summary
        episode = episode._replace(
            summary=summary, embeds=notes.embeds, note_chapters=_note_chapters(front_matter.body)
        )
        html = self._arrange(notes.html, episode, reading)
        if episode.state is EpisodeState.READY and not (html or summary or notes.findings):
            check_notes(reading)
        if episode.state is not EpisodeState.DRAFT:
            check_episode(episode, reading)
            check_stream(episode, reading)
        if episode.extra and self._prefixes is not None:
            check_extra(episode, self._prefixes, reading)
        return episode, html

    def _page(self, front_matter: FrontMatter, episode: Episode, reading: Reading) -> str:
        from feedpub.sources.notes.page_notes import render_page_notes

        body, line = front_matter.body, front_matter.body_line
        notes = render_page_notes(body, self._notes, page=episode.link, path=reading.path, first_line=line)
        # What is wrong with both variants is told once.
        reading.findings += [one for one in notes.findings if one not in reading.findings]
        return notes.html

    def _episode(self, kind: str, fields: Fields, reading: Reading) -> Episode:
        in_title, title = split_title(fields.title, self._episodes.title_patterns)
        if fields.number is not None:
            check_number(fields.number, in_title, reading)
        episode = Episode(
            source=reading.path,
            title=title,
            slug=self._slug(reading.path, kind, fields),
            state=_state(fields),
            type=fields.type or EpisodeType.FULL,
            published=fields.date,
            number=in_title if fields.number is None else fields.number,
            people=self._cast(fields),
            block=bool(fields.block),
            audio=AudioClaim(fields.audio, fields.length, fields.duration, fields.audio_type),
            season_name=fields.season_name or self._season_name(fields.season),
            live=read_live(fields, reading),
            chapters=() if isinstance(fields.chapters, str) else fields.chapters,
            chapters_url=fields.chapters if isinstance(fields.chapters, str) else "",
            **dict(zip(_ALIKE, _take_alike(fields), strict=True)),
        )
        return episode._replace(link=self._link(episode, fields.url, reading))

    def _season_name(self, season: int | None) -> str:
        named = self._show.seasons.get(str(season))
        return named.name if named else ""

    def _slug(self, path: str, kind: str, fields: Fields) -> str:
        if fields.slug:
            return fields.slug
        if fields.url and (slug := address_slug(fields.url)):
            return slug
        rule = self._episodes.slug or ("title" if kind == "pelican" else "file")
        return slugify(fields.title) if rule == "title" else file_slug(path)

    def _link(self, episode: Episode, url: str, reading: Reading) -> str:
        """The absolute address of the page: what the file says, else by the rule of the settings."""
        if not url:
            rule = self._episodes.page
            check_page(episode, rule, reading)
            url = _fill(rule, episode)
        if self._plain_site and _PLAIN_ADDRESS.fullmatch(url):
            return self._site + url
        from urllib.parse import urljoin

        try:
            return urljoin(self._site, url)
        except ValueError:
            message = f"{quote(url)} is no address of a web page"
            reading.add(
                Severity.ERROR, "bad-address", "url", message, "check the brackets and the port in it"
            )
            return self._site

    def _cast(self, fields: Fields) -> tuple[Person, ...]:
        """Who takes part. An episode that names only guests keeps the hosts of the show.

        The people of an item replace those of the channel (podcast namespace, docs/tags/person.md).
        """
        people = join_people(fields.hosts or (), fields.guests, fields.people)
        if fields.hosts is not None or not people or any(person.role == "host" for person in people):
            return people
        return join_people(self._people.hosts, people)

    def _summary(self, summary: str, reading: Reading) -> str:
        limit = self._notes.summary_bytes
        # No character has more than four bytes.
        if len(summary) * 4 <= limit or len(summary.encode()) <= limit:
            return summary
        message = f"the summary has {len(summary.encode()):,} bytes, and is cut after {limit:,}"
        fix = "shorten it, and tell more in the notes"
        reading.add(Severity.WARNING, "long-summary", "summary", message, fix)
        return cut_at_word(summary, limit)

    def _arrange(self, html: str, episode: Episode, reading: Reading) -> str:
        if self._template is None:
            return html
        from feedpub.sources.notes.notes_template import TemplateFault

        try:
            return self._template.arrange(html, episode, self._show.title, self._show.site)
        except TemplateFault as fault:
            place = Place(self._notes.template, fault.line)
            message = f"{fault.message} (with {episode.source})"
            reading.findings.append(Finding(Severity.ERROR, "template-fault", place, message, fault.fix))
            return html


def _read_zone(name: str) -> "ZoneInfo | None":
    if not name:
        return None
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _parse_template(text: str, path: str) -> "NotesTemplate":
    from feedpub.sources.notes.notes_template import NotesTemplate, TemplateFault

    try:
        return NotesTemplate(text, path)
    except TemplateFault as fault:
        finding = Finding(Severity.ERROR, "template-fault", Place(path, fault.line), fault.message, fault.fix)
        raise FindingsError("the template of the notes cannot be understood", fault.fix, [finding]) from fault


def _note_chapters(markdown: str) -> tuple[Chapter, ...]:
    # Loaded where the notes hold anything like a time.
    if not _TIME_LIKE.search(markdown):
        return ()
    from feedpub.sources.chapters.notes import find_note_chapters

    return tuple(one.chapter for one in find_note_chapters(markdown))


def _state(fields: Fields) -> EpisodeState:
    if fields.draft or fields.published is False:
        return EpisodeState.DRAFT
    return fields.status or EpisodeState.READY


def _fill(rule: str, episode: Episode) -> str:
    """The rule for page addresses with the values of an episode."""
    if rule == "{slug}.html":
        return f"{episode.slug}.html"
    day = episode.published
    values = {
        "slug": episode.slug,
        "number": "" if episode.number is None else str(episode.number),
        "season": "" if episode.season is None else str(episode.season),
        "year": f"{day:%Y}" if day else "",
        "month": f"{day:%m}" if day else "",
        "day": f"{day:%d}" if day else "",
    }
    return re.sub(r"\{(slug|number|season|year|month|day)\}", lambda match: values[match[1]], rule)


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.place.line, finding.place.column)))
