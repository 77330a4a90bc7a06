"""What `--help` says: the reference page of the commands, and the pages that the commands show."""

from collections.abc import Iterator

import click

from feedpub.cli.commands import feedpub

_INTRODUCTION = """\
# Commands

<!-- Written by `make docs` from the code. Do not edit. -->

What `feedpub COMMAND --help` says.
"""

_WIDTH = 100


def render_commands() -> str:
    """`docs/reference/commands.md`."""
    sections = [_section(name, text) for name, text in list_help()]
    return "\n".join([_INTRODUCTION, *sections])


def list_help() -> Iterator[tuple[str, str]]:
    """The words of each command, and its help."""
    yield from _help("feedpub", feedpub, _context(feedpub, "feedpub"))


def _help(words: str, command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    yield words, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _help(f"{words} {name}", below, _context(below, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    # The width is given, so that the page does not depend on the terminal in which it is made.
    options = {} if parent else {"help_option_names": feedpub.context_settings["help_option_names"]}
    return click.Context(command, parent, name, terminal_width=_WIDTH, max_content_width=_WIDTH, **options)


def _section(name: str, text: str) -> str:
    return f"## `{name}`\n\n```text\n{text.rstrip()}\n```\n"
