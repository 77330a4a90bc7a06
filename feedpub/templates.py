"""A show's own jinja2 templates, which run in a sandbox, with what is wrong in them told by line."""

from collections.abc import Mapping
from functools import cache
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

_MANUAL = "see https://jinja.palletsprojects.com/templates/"


class TemplateFault(ValueError):
    """A template that cannot be read, or that does not work for an episode."""

    def __init__(self, message: str, fix: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        #: in the template, from 1; 0 where it is not known
        self.line = line


class Template:
    """A jinja2 template that escapes whatever is no HTML, and refuses names that do not exist."""

    def __init__(self, text: str, path: str, longest: int) -> None:
        """Raises TemplateFault on a syntax error.

        ``path`` is the template's, for messages; ``longest`` how many characters it may give.
        """
        from jinja2 import Template as Jinja2Template
        from jinja2 import TemplateSyntaxError

        environment = _environment()
        try:
            code = environment.compile(text, filename=path)
        except TemplateSyntaxError as error:
            raise TemplateFault(str(error.message), _MANUAL, error.lineno) from error
        except (RecursionError, MemoryError) as error:
            raise too_large() from error
        self._path, self._longest = path, longest
        self._template = Jinja2Template.from_code(environment, code, environment.globals)

    def render(self, values: Mapping[str, object], source: str, known: str) -> str:
        """What the template makes of ``values``, for the episode in the file ``source``.

        ``known`` names the values for somebody who asks for another. They should be simple: a sandbox
        still calls the public methods of whatever is handed in. Raises TemplateFault.
        """
        try:
            html = self._template.render(values)
        except (RecursionError, MemoryError) as error:
            raise too_large(self._line(error.__traceback__)) from error
        except Exception as error:  # whatever an expression in a template can raise
            raise self._fault(error, source, known) from error
        if len(html) > self._longest:
            raise too_large()
        return html

    def _fault(self, error: Exception, source: str, known: str) -> TemplateFault:
        from jinja2.exceptions import SecurityError, UndefinedError

        fix = "mend the expression, or ask whether the value is there: {% if episode.number %}"
        if isinstance(error, UndefinedError):
            fix = f"there are {known}"
        elif isinstance(error, SecurityError):
            fix = "a template can only show values, not change or call them"
        message = f"the template fails for {source}: {error}"
        return TemplateFault(" ".join(message.split()), fix, self._line(error.__traceback__))

    def _line(self, traceback: TracebackType | None) -> int:
        """jinja2 makes tracebacks speak of template lines."""
        lines = [line for frame, line in walk_tb(traceback) if frame.f_code.co_filename == self._path]
        return lines[-1] if lines else 0


def as_html(trusted: str) -> "Markup":
    """HTML that a template takes as it is. It must have been sanitised or escaped, or be our own."""
    from markupsafe import Markup

    return Markup(trusted)  # noqa: S704 (see above)


def too_large(line: int = 0) -> TemplateFault:
    """Says that a template was given up."""
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
