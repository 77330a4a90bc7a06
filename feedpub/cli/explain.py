"""`feedpub explain`."""

import click


def _complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from feedpub.validate.registry import all_rules

    words = [word for one in all_rules() for word in (one.id, one.name)]
    return sorted(word for word in words if word.lower().startswith(incomplete.lower()))


@click.command("explain")
@click.argument("rules", metavar="RULE...", nargs=-1, required=True, shell_complete=_complete_rule)
def command(rules: tuple[str, ...]) -> int:
    """Explains rules of `feedpub validate`: what is wrong, what comes of it, how to mend it, who asks.

    RULE is an id or a name: ENC004, enclosure-invalid-length.
    """
    import shutil

    from feedpub.errors import UsageError
    from feedpub.report.validation.explain import render_rule
    from feedpub.validate.registry import find_rule, nearest_rule
    from feedpub.validate.specs import sources

    found = [(word, find_rule(word)) for word in rules]
    for word, rule in found:
        if rule is None:
            near = nearest_rule(word)
            hint = f"did you mean `{near}`?" if near else "feedpub rules lists them all"
            raise UsageError(f"no rule `{word}`", hint)
    width = min(shutil.get_terminal_size().columns, 100)
    texts = [render_rule(rule, sources(rule.spec), width) for _, rule in found if rule]
    click.echo("\n".join(texts), nl=False)
    return 0
