"""`feedpub validate`."""

from typing import Any

import click

from feedpub.cli.options import not_empty, now_option, workspace_option

PROFILES = ("rss", "apple", "spotify", "psp1", "podcasting2")


def _complete_input(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    from click.shell_completion import CompletionItem

    from feedpub.cli.options import complete_show

    shows = [CompletionItem(name) for name in complete_show(ctx, param, incomplete)]
    return [*shows, CompletionItem(incomplete, type="file")]


def _parse_profiles(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The names of profiles, in their order; all of them where none is named."""
    names = {name.strip().lower() for words in given for name in words.split(",") if name.strip()}
    unknown = sorted(names - {*PROFILES, "all"})
    if unknown:
        from feedpub.kinds.misspelling import nearest_word

        near = nearest_word(unknown[0], (*PROFILES, "all"))
        hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(PROFILES)}, all"
        raise click.BadParameter(f"`{unknown[0]}` is no profile; {hint}")
    return tuple(name for name in PROFILES if not names or name in names or "all" in names)


def _parse_size(ctx: click.Context, param: click.Parameter, given: str | None) -> int:
    """Bytes; 0 where nothing is said."""
    import re

    if given is None:
        return 0
    found = re.fullmatch(r"(\d{1,15})\s*(?:([kmg])i?)?b?", given.strip(), re.IGNORECASE)
    size = int(found[1]) * 1024 ** ("kmg".index(found[2].lower()) + 1 if found[2] else 0) if found else 0
    if not size:
        raise click.BadParameter(f"`{given}` is no size; write it like 200M")
    return size


profile_option = click.option(
    "--profile",
    "profiles",
    metavar="NAME",
    multiple=True,
    callback=_parse_profiles,
    shell_complete=lambda ctx, param, typed: [one for one in (*PROFILES, "all") if one.startswith(typed)],
    help="Whose rules: rss, apple, spotify, psp1, podcasting2, all. May be repeated, or a list with commas  "
    "[default: all]",
)


@click.command("validate")
@click.argument("inputs", nargs=-1, metavar="[X]...", shell_complete=_complete_input)
@profile_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"], case_sensitive=False),
    default="error",
    help="What makes the exit code 1  [default: error]",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Where to write it  [default: stdout]",
)
@click.option(
    "--previous",
    metavar="FILE",
    callback=not_empty,
    help="The feed as it was before: says what changed for listeners.",
)
@click.option(
    "--feed-url",
    metavar="URL",
    callback=not_empty,
    help="Where the feed is published, if it is a file here.",
)
@click.option(
    "--offline/--online",
    "offline",
    default=None,
    help="Fetch nothing; or also what is live at the address of a show, to compare with.",
)
@click.option(
    "--allow-private",
    "private_hosts",
    metavar="HOST",
    multiple=True,
    help="A host that may be in a private network. May be repeated.",
)
@click.option(
    "--max-size", metavar="SIZE", callback=_parse_size, help="Read no larger feeds  [default: 200M]"
)
@now_option
@click.option("-q", "--quiet", is_flag=True, help="Say only what makes the exit code other than 0.")
@click.option("-v", "--verbose", count=True, help="Show all findings; twice for everything.")
@workspace_option
def command(**given: Any) -> int:
    """Says what is wrong with feeds: where exactly, whose rule it is, and how to mend it.

    X is a file, a pattern such as 'old/*.xml', an address, - for stdin, or a show of the workspace.
    Without any, all shows are validated: the feeds that were built, and the files that they are made
    from. Nothing that a feed names is fetched.

    Exit codes: 0 nothing found that --fail-on names, 1 something found, 2 wrong usage, 4 an input could
    not be read or fetched. The others are validated all the same, and the highest code counts.
    """
    from feedpub.cli.validating import validate

    return validate(**given)
