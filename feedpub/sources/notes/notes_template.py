"""The show's own template that arranges the notes for the feed."""

from typing import Any

from feedpub.model import Episode, Person
from feedpub.sources.notes.show_notes import MAX_SOURCE_BYTES, feed_html
from feedpub.templates import Template, TemplateFault, as_html, too_large

__all__ = ["NotesTemplate", "TemplateFault"]

#: what a template may ask of an episode and finds there as it is
_PLAIN_FIELDS = ("title", "slug", "number", "season", "link", "author", "summary", "category", "explicit")


class NotesTemplate:
    """A jinja2 template that sees ``notes`` (HTML), ``episode`` and ``show`` (``title``, ``site``)."""

    def __init__(self, text: str, path: str) -> None:
        """Raises TemplateFault on a syntax error. ``path`` is the template's, for messages."""
        self._template = Template(text, path, MAX_SOURCE_BYTES)

    def arrange(self, notes_html: str, episode: Episode, show_title: str, site: str) -> str:
        """The notes as the template arranges them, with the tags that a feed may hold and no others.

        Raises TemplateFault when the template fails for this episode.
        """
        values = {
            "notes": as_html(notes_html),  # sanitised, and it will be once more
            "episode": _plain(episode),
            "show": {"title": show_title, "site": site},
        }
        known = f"notes, show.title, show.site, and of the episode {', '.join(sorted(_plain(episode)))}"
        html = self._template.render(values, episode.source, known)
        try:
            return feed_html(html, episode.link or site)
        except (RecursionError, MemoryError) as error:
            raise too_large() from error


def _plain(episode: Episode) -> dict[str, Any]:
    """Simple values only: a sandbox still calls the public methods of whatever is handed in."""
    values: dict[str, Any] = {name: getattr(episode, name) for name in _PLAIN_FIELDS}
    values["type"] = str(episode.type)
    values["published"] = episode.published.isoformat() if episode.published else ""
    values["modified"] = episode.modified.isoformat() if episode.modified else ""
    values["tags"] = list(episode.tags)
    values["people"] = [_plain_person(person) for person in episode.people]
    values["embeds"] = [{"url": embed.url, "player": embed.player} for embed in episode.embeds]
    return values


def _plain_person(person: Person) -> dict[str, str]:
    return {"name": person.name, "role": person.role, "group": person.group, "url": person.url}
