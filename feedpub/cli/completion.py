"""`feedpub completion`."""

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Prints what makes a shell complete commands, options and show names.

    For bash, put this into ~/.bashrc:  eval "$(feedpub completion bash)"
    """
    from click.shell_completion import get_completion_class

    from feedpub.cli.commands import feedpub

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(feedpub, {}, "feedpub", "_FEEDPUB_COMPLETE").source())
    return 0
