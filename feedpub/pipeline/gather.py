"""What there is of a show: its settings, its files, its episodes. The first half of every command."""

import hashlib
import os
from typing import NamedTuple

from feedpub import log
from feedpub.config.settings import Settings
from feedpub.files import PathFault, Stat, inside, read_regular, reason_of
from feedpub.kinds.quoting import quote
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline import freshness
from feedpub.pipeline.brief import Brief
from feedpub.pipeline.reading import read_episodes
from feedpub.pipeline.run import Run

_LARGEST = 1 << 18


class Gathered(NamedTuple):
    """A show as its files tell it. Nothing is judged yet but each file by itself."""

    settings: Settings
    #: changes with everything that decides how an episode file is read: settings, template, program
    key: bytes
    #: every file of the show, by its path relative to the workspace
    inputs: dict[str, Stat]
    briefs: list[Brief]
    findings: list[Finding]
    #: the episode files that were read anew
    anew: set[str]


def gather_show(run: Run) -> Gathered:
    """Reads what has changed of a show. Raises UsageError for faults in the settings."""
    inputs = freshness.scan_inputs(run.root, run.show)
    settings, key, warnings = read_settings(run)
    findings = [*warnings, *_drop_unreadable(inputs), *_drop_odd_names(inputs)]
    if not os.path.isdir(os.path.join(run.folder, settings.episodes.folder)):
        findings.append(_no_folder(run, settings.episodes.folder))
    template = _read_template(run, settings.notes.template, findings)
    key = hashlib.sha256(key + template.encode()).digest()[:16]
    reading = read_episodes(run, inputs, settings, key, template)
    log.event("build.read", show=run.show, episodes=len(reading.briefs), anew=len(reading.anew))
    return Gathered(settings, key, inputs, reading.briefs, findings + reading.findings, reading.anew)


class ReadSettings(NamedTuple):
    """The settings of a show."""

    settings: Settings
    #: changes with everything that decides them: the files, the environment, the program
    key: bytes
    #: warnings; those of settings that have not changed only where everything is asked for
    findings: tuple[Finding, ...] = ()


def read_settings(run: Run, *, aside: bool = False) -> ReadSettings:
    """The settings of a show, from the cache where nothing has changed. Raises UsageError for faults.

    `aside` from its own build, its warnings are left for that to tell.
    """
    digest = hashlib.sha256(freshness.program_key() + freshness.environment_key(run.options.environ))
    for path in ("config.toml", f"{run.base}/show.toml"):
        try:
            digest.update(read_regular(run.absolute(path), _LARGEST))
        except (OSError, PathFault):
            pass  # load_settings says what is wrong with it
        digest.update(b"\0")
    key, text = run.cache.settings(run.show)
    if key == digest.digest() and not run.options.everything:
        return ReadSettings(from_json(Settings, text), key)
    from feedpub.config.load import load_settings

    loaded = load_settings(run.root, run.show, run.options.environ)
    if not (aside and loaded.warnings):
        run.cache.keep_settings(run.show, digest.digest(), to_json(loaded.settings))
    return ReadSettings(loaded.settings, digest.digest(), loaded.warnings)


def _no_folder(run: Run, folder: str) -> Finding:
    message = f"there is no folder {run.base}/{folder} for the episodes"
    place = Place(f"{run.base}/show.toml")
    return Finding(
        Severity.ERROR, "no-episodes-folder", place, message, "make it, or correct `episodes.folder`"
    )


def _drop_unreadable(inputs: dict[str, Stat]) -> list[Finding]:
    """Folders that may not be read: who takes them for empty ones withdraws what is in them."""
    folders = [path for path in inputs if path.endswith("/")]
    for path in folders:
        del inputs[path]
    message, fix = "the folder cannot be read", "mend its permissions, or see whether its disk is there"
    return [
        Finding(Severity.ERROR, "unreadable-folder", Place(path.rstrip("/")), message, fix)
        for path in folders
    ]


def _drop_odd_names(inputs: dict[str, Stat]) -> list[Finding]:
    """Names that are no UTF-8 or hold control characters: no address and no cache can spell them."""
    findings = []
    for path in [path for path in inputs if not path.isprintable()]:
        shown = path.encode(errors="surrogateescape").decode(errors="backslashreplace")
        shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in shown)
        message = "the name cannot stand in an address"
        findings.append(Finding(Severity.ERROR, "odd-file-name", Place(shown), message, "rename the file"))
        del inputs[path]
    return findings


def _read_template(run: Run, name: str, findings: list[Finding]) -> str:
    if not name:
        return ""
    try:
        return read_regular(inside(run.folder, name), _LARGEST).decode()
    except (OSError, PathFault, UnicodeDecodeError) as error:
        message = f"`notes.template`: {quote(name)} cannot be read: {reason_of(error)}"
        place = Place(f"{run.base}/show.toml")
        findings.append(Finding(Severity.ERROR, "template-unreadable", place, message, "correct the path"))
        return ""
