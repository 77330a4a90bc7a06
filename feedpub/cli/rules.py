"""`feedpub rules`."""

import click

from feedpub.cli.validate import profile_option


@click.command("rules")
@profile_option
@click.option("--family", metavar="NAME", help="Only one family, such as ENC.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(profiles: tuple[str, ...], family: str | None, form: str) -> int:
    """Lists the rules of `feedpub validate`, with the severity that each has in each profile."""
    from feedpub.errors import UsageError
    from feedpub.report.validation.rule_list import render_rule_list, render_rule_list_json
    from feedpub.validate.registry import FAMILIES, all_rules, family_of
    from feedpub.validate.specs import sources

    wanted = [family.upper()] if family else list(FAMILIES)
    if wanted[0] not in FAMILIES:
        raise UsageError(f"no family `{family}`", f"there are: {', '.join(FAMILIES)}")
    rules = [one for one in all_rules() if not set(profiles).isdisjoint(one.profiles)]
    families = [(key, FAMILIES[key], [one for one in rules if family_of(one.id) == key]) for key in wanted]
    families = [one for one in families if one[2]]
    if form == "json":
        click.echo(render_rule_list_json(families, profiles, sources), nl=False)
    else:
        click.echo(render_rule_list(families, profiles), nl=False)
    return 0
