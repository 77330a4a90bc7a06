"""What there is of a show: its settings, its files, its episodes. The first half of every command."""

import hashlib
import os
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from feedpub import log
from feedpub.cache import Cache
from feedpub.config import Settings, load_settings
from feedpub.files import PathFault, Stat, inside, read_regular
from feedpub.model import Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline import freshness
from feedpub.pipeline.reading import Brief, read_episodes

_TEMPLATE_LIMIT = 1 << 18


class Options(NamedTuple):
    """How a command is to be carried out."""

    #: the instant at which the feed is made; read once, by the command line
    now: datetime
    #: the file system's time when the run began, in ns since 1970
    started_ns: int
    environ: Mapping[str, str]
    #: processes at work
    jobs: int = 1
    #: a lost ledger is no reason to stop
    new_ledger: bool = False
    #: called with what is being done, how many are done, of how many
    progress: Callable[[str, int, int], None] = lambda what, done, total: None
    #: called with something that a person may want to know
    note: Callable[[str], None] = lambda text: None


class Gathered(NamedTuple):
    """A show as its files tell it. Nothing is judged yet but each file by itself."""

    settings: Settings
    #: changes with everything that decides how an episode file is read: settings, template, program
    key: bytes
    #: every file of the show, relative to the workspace
    inputs: dict[str, Stat]
    briefs: list[Brief]
    findings: list[Finding]


def gather_show(cache: Cache, root: str, show: str, options: Options) -> Gathered:
    """Reads what has changed of a show. Raises UsageError for faults in the settings."""
    inputs = freshness.scan_inputs(root, show)
    settings, key = _read_settings(cache, root, show, options)
    findings = _drop_odd_names(inputs)
    folder = freshness.show_folder(root, show)
    template = _read_template(folder, show, settings, findings)
    reader_key = hashlib.sha256(key + template.encode()).digest()[:16]
    reading = read_episodes(
        cache,
        show,
        folder,
        inputs,
        settings,
        reader_key,
        template,
        jobs=options.jobs,
        started_ns=options.started_ns,
        progress=options.progress,
    )
    log.event("build.read", show=show, episodes=len(reading.briefs), anew=reading.read)
    return Gathered(settings, reader_key, inputs, reading.briefs, findings + reading.findings)


def _read_settings(cache: Cache, root: str, show: str, options: Options) -> tuple[Settings, bytes]:
    digest = hashlib.sha256(freshness.program_key() + freshness.environment_key(options.environ))
    for path in ("config.toml", f"feeds/{show}/show.toml"):
        try:
            digest.update(read_regular(os.path.join(root, path), _TEMPLATE_LIMIT))
        except (OSError, PathFault):
            pass  # load_settings says what is wrong with it
        digest.update(b"\0")
    key, text = cache.settings(show)
    if key == digest.digest():
        return from_json(Settings, text), key
    settings = load_settings(root, show, options.environ).settings
    cache.keep_settings(show, digest.digest(), to_json(settings))
    return settings, digest.digest()


def _drop_odd_names(inputs: dict[str, Stat]) -> list[Finding]:
    """Names that are not UTF-8, or hold control characters, can be spelled neither in an address nor in the cache."""
    findings = []
    for path in [path for path in inputs if not path.isprintable()]:
        shown = path.encode(errors="surrogateescape").decode(errors="backslashreplace")
        shown = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in shown)
        findings.append(
            Finding(Severity.ERROR, "odd-file-name", Place(shown), "the name cannot stand in an address", "rename the file")
        )
        del inputs[path]
    return findings


def _read_template(folder: str, show: str, settings: Settings, findings: list[Finding]) -> str:
    name = settings.notes.template
    if not name:
        return ""
    try:
        return read_regular(inside(folder, name), _TEMPLATE_LIMIT).decode()
    except (OSError, PathFault, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        place = Place(f"feeds/{show}/show.toml")
        message = f"`notes.template`: {name} cannot be read: {reason}"
        findings.append(Finding(Severity.ERROR, "template-unreadable", place, message, "correct the path"))
        return ""
