"""The show's own template that arranges the notes for the feed."""

from functools import cache
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING, Any

from feedpub.model import Episode, Person
from feedpub.sources.notes.show_notes import MAX_SOURCE_BYTES, feed_html

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

#: what a template may ask of an episode and finds there as it is
_PLAIN_FIELDS = ("title", "slug", "number", "season", "link", "author", "summary", "category", "explicit")


class TemplateFault(ValueError):
    """A notes template that cannot be read, or that does not work for an episode."""

    def __init__(self, message: str, fix: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        #: in the template, from 1; 0 where it is not known
        self.line = line


class NotesTemplate:
    """A jinja2 template that sees ``notes`` (HTML), ``episode`` and ``show`` (``title``, ``site``).

    It runs in jinja2's sandbox, escapes whatever is no HTML, and refuses names that do not exist.
    """

    def __init__(self, text: str, path: str) -> None:
        """Raises TemplateFault on a syntax error. ``path`` is the template's, for messages."""
        from jinja2 import Template, TemplateSyntaxError

        environment = _environment()
        try:
            code = environment.compile(text, filename=path)
        except TemplateSyntaxError as error:
            raise TemplateFault(
                str(error.message), "see https://jinja.palletsprojects.com/templates/", error.lineno
            ) from error
        except (RecursionError, MemoryError) as error:
            raise _too_large(0) from error
        self._path = path
        self._template = Template.from_code(environment, code, environment.globals)

    def arrange(self, notes_html: str, episode: Episode, show_title: str, site: str) -> str:
        """The notes as the template arranges them, with the tags that a feed may hold and no others.

        Raises TemplateFault when the template fails for this episode.
        """
        from markupsafe import Markup

        values = {
            "notes": Markup(notes_html),  # noqa: S704 (sanitised, and it will be once more)
            "episode": _plain(episode),
            "show": {"title": show_title, "site": site},
        }
        try:
            html = self._template.render(values)
            if len(html) <= MAX_SOURCE_BYTES:
                return feed_html(html, episode.link or site)
        except (RecursionError, MemoryError) as error:
            raise _too_large(self._line(error.__traceback__)) from error
        except Exception as error:  # whatever an expression in a template can raise
            raise self._fault(error, episode) from error
        raise _too_large(0)

    def _fault(self, error: Exception, episode: Episode) -> TemplateFault:
        from jinja2.exceptions import SecurityError, UndefinedError

        fix = "mend the expression, or ask whether the value is there: {% if episode.number %}"
        if isinstance(error, UndefinedError):
            known = ", ".join(sorted(_plain(episode)))
            fix = f"there are notes, show.title, show.site, and of the episode {known}"
        elif isinstance(error, SecurityError):
            fix = "a notes template can only show values, not change or call them"
        message = f"the template fails for {episode.source}: {error}"
        return TemplateFault(" ".join(message.split()), fix, self._line(error.__traceback__))

    def _line(self, traceback: TracebackType | None) -> int:
        """jinja2 makes tracebacks speak of template lines."""
        lines = [line for frame, line in walk_tb(traceback) if frame.f_code.co_filename == self._path]
        return lines[-1] if lines else 0


def _too_large(line: int) -> TemplateFault:
    return TemplateFault("the template makes too much text or nests too deeply", "shorten its loops", line)


@cache
def _environment() -> "ImmutableSandboxedEnvironment":
    from jinja2 import StrictUndefined, pass_context
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    @pass_context
    def as_it_is(_: object, value: object) -> object:
        return value

    # A template is read where no limits hold yet. jinja2 works out constants while it reads, so that
    # {{ "x" * 10**10 }} would take all memory there: without its optimizer, and with a finalizer that
    # asks for the context, nothing is worked out before an episode is there.
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, optimized=False, finalize=as_it_is
    )
    # Same input, same bytes: nothing is left to chance.
    del environment.globals["lipsum"], environment.filters["random"]
    return environment


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
