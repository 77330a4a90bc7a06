"""The commands, as click knows them. Each is imported when it is called."""

import importlib

import click

import feedpub as package

#: in the order in which a podcaster meets them: name -> where it is, in one line what it does
COMMANDS = {
    "init": ("feedpub.cli.init", "A new show, ready to build."),
    "new": ("feedpub.cli.new", "The next episode file."),
    "build": ("feedpub.cli.build", "Sources and audio -> the feed."),
    "chapters": ("feedpub.cli.chapters", "Chapters, looked at, converted, written into audio."),
    "transcripts": ("feedpub.cli.transcripts", "Transcripts, checked and converted."),
    "validate": ("feedpub.cli.validate", "What is wrong with a feed, whose rule it is, and how to mend it."),
    "explain": ("feedpub.cli.explain", "One rule: what, why, how to mend it, where it is written."),
    "rules": ("feedpub.cli.rules", "The rules of validate, with their severities."),
    "next": ("feedpub.cli.next", "What is due when."),
    "config": ("feedpub.cli.config", "Every setting, and where its value came from."),
    "completion": ("feedpub.cli.completion", "Shell completion."),
}


class _Late(click.Group):
    """A group that knows its commands by name and imports the one that is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[name][0]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            close = difflib.get_close_matches(args[0], COMMANDS, 1)
            if not close:
                raise
            raise click.UsageError(f"{error.message} Did you mean `{close[0]}`?", ctx) from None


@click.group(cls=_Late, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package.__version__, "-V", "--version", message="feedpub %(version)s")
def feedpub() -> None:
    """Markdown show notes and audio files in, a podcast feed that every directory accepts out.

    Start with `feedpub init myshow`, then `feedpub build`. Exit codes: 0 done, 1 faults in the
    episodes, 2 wrong usage or settings, 3 refused for the listeners' sake, 4 disk or network,
    7 another run is at work, 70 a bug.
    """
