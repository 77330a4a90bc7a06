"""The settings of one show, and where each of them came from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from feedpub.config.settings import Settings
from feedpub.config.workspace import SHOW_FILE, SHOWS_FOLDER, WORKSPACE_FILE, list_shows
from feedpub.errors import UsageError
from feedpub.model import Finding, Severity
from feedpub.model.setting import Origin

# All else is imported late: a run that finds its settings in the cache needs neither TOML nor pydantic.
if TYPE_CHECKING:
    from feedpub.config.layers import Layer


class Loaded(NamedTuple):
    """Settings with their layers, the weakest layer first."""

    settings: Settings
    layers: tuple[Layer, ...] = ()
    #: what is doubtful in them; errors are raised
    warnings: tuple[Finding, ...] = ()

    @property
    def values(self) -> dict[str, object]:
        """Every value by the dotted name of its key, as in ``audio.url``."""
        from feedpub.config.assembly import walk_values

        return {".".join(path): value for path, value in walk_values(self.settings)}

    @property
    def origins(self) -> dict[str, Origin]:
        """Where the value of each key came from, by the same names."""
        from feedpub.config.assembly import walk_values
        from feedpub.config.shorthand import in_full

        strongest = [(layer, in_full(layer.table)) for layer in reversed(self.layers)]
        return {".".join(path): _origin(path, strongest) for path, _ in walk_values(self.settings)}


def load_settings(root: str, show: str, environ: Mapping[str, str]) -> Loaded:
    """The settings of ``show`` in the workspace ``root``.

    The environment counts more than `show.toml`, and that more than `config.toml`. Tables are
    merged key by key, everything else replaces what is below. Raises UsageError with the findings
    of both files and of the environment together, if there is an error among them.
    """
    from feedpub.config.agreement import check_agreement
    from feedpub.config.assembly import assemble
    from feedpub.config.environment import parse_environment
    from feedpub.config.shorthand import in_full
    from feedpub.config.toml_file import read_layer

    path = f"{SHOWS_FOLDER}/{show}/{SHOW_FILE}"
    _check_show(root, show)
    workspace, findings = read_layer(os.path.join(root, WORKSPACE_FILE), WORKSPACE_FILE)
    own, more = read_layer(os.path.join(root, path), path)
    variables, others = parse_environment(environ)
    layers: tuple[Layer, ...] = (workspace, own, variables)
    unreadable = bool(findings or more)
    findings += [*more, *others, *_check(layers, path, complete=not unreadable)]
    if not any(map(_is_error, findings)):
        settings = assemble(in_full(_merged(layers)))
        findings += check_agreement(settings, layers)
    findings.sort(key=_reading_order)
    if any(map(_is_error, findings)):
        raise UsageError(_summary(findings), findings=findings)
    return Loaded(settings, layers, tuple(findings))


def _is_error(finding: Finding) -> bool:
    return finding.severity >= Severity.ERROR


def _reading_order(finding: Finding) -> tuple[object, ...]:
    """File after file from top to bottom; that there are more comes last."""
    path, line, column = finding.place
    return path, finding.name == "more-errors", line, column


def _merged(layers: tuple[Layer, ...]) -> dict[str, Any]:
    from feedpub.config.layers import merge

    table: dict[str, Any] = {}
    for layer in layers:
        table = merge(table, layer.table)
    return table


def _check(layers: tuple[Layer, ...], path: str, complete: bool) -> list[Finding]:
    from feedpub.config.check import check_complete, check_layer

    findings = [finding for layer in layers for finding in check_layer(layer)]
    if complete:
        findings += check_complete(_merged(layers), layers, path)
    return findings


def _check_show(root: str, show: str) -> None:
    shows = list_shows(root)
    if show not in shows:
        from feedpub.kinds.nearest import nearest

        close = nearest(show, shows)
        fix = f"did you mean {close}?" if close else f"the shows here are: {', '.join(shows)}"
        raise UsageError(f"no show named `{show}`: there is no {SHOWS_FOLDER}/{show}/{SHOW_FILE}", fix)


def _origin(path: tuple[str, ...], strongest: Sequence[tuple[Layer, Mapping[str, Any]]]) -> Origin:
    """Where a value comes from; the layers with their tables in full, the strongest first."""
    for layer, table in strongest:
        if _holds(table, path):
            return layer.origin(path)
    return Origin("default")


def _holds(table: Any, path: tuple[str, ...]) -> bool:
    for part in path:
        if not isinstance(table, dict) or part not in table:
            return False
        table = table[part]
    return True


def _summary(findings: list[Finding]) -> str:
    errors = sum(map(_is_error, findings))
    count = "1 error" if errors == 1 else f"{errors} errors"
    return f"the settings have {count}"
