"""What `--help` says: the reference page of the commands, and the pages that the commands show."""

from collections.abc import Iterator

import click

from feedpub.cli.commands import COMMANDS, feedpub

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
    parent = _context(feedpub, "feedpub")
    yield "feedpub", feedpub.get_help(parent)
    for name in COMMANDS:
        command = feedpub.get_command(parent, name)
        assert command is not None
        yield f"feedpub {name}", command.get_help(_context(command, name, parent))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    # The width is given, so that the page does not depend on the terminal in which it is made.
    options = {} if parent else {"help_option_names": feedpub.context_settings["help_option_names"]}
    return click.Context(command, parent, name, terminal_width=_WIDTH, max_content_width=_WIDTH, **options)


def _section(name: str, text: str) -> str:
    return f"## `{name}`\n\n```text\n{text.rstrip()}\n```\n"
