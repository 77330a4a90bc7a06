"""Logging, and keeping secrets out of it.

Events are named ``room.what`` and carry their facts as ``key=value``::

    log.event("build.wrote", path="build/demo/feed.xml", bytes=8123)

Nobody pays for logging that nobody asked for: the standard library's logging is imported when
:func:`start` has switched it on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

_on = False

#: libraries that put addresses, secrets or call arguments into their own messages
_TALKATIVE = ("httpx", "httpcore", "stamina", "asyncssh", "botocore", "urllib3", "MARKDOWN")

_SECRETS: set[str] = set()


def start(verbosity: int) -> None:
    """Switches logging on, to stderr: 1 shows what is done, 2 everything. 0 does nothing."""
    global _on
    if verbosity <= 0:
        return
    import logging
    import sys

    stream = logging.StreamHandler(sys.stderr)
    stream.setFormatter(_redacting_formatter())
    logging.basicConfig(level=logging.DEBUG if verbosity > 1 else logging.INFO, handlers=[stream], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    _on = True


def event(name: str, **facts: object) -> None:
    """Logs that something was done."""
    if _on:
        import logging

        logging.getLogger("feedpub").info(
            "%s%s", name, "".join(f" {key}={value}" for key, value in facts.items())
        )


def detail(name: str, **facts: object) -> None:
    """Logs what only matters to somebody who looks for a fault."""
    if _on:
        import logging

        logging.getLogger("feedpub").debug(
            "%s%s", name, "".join(f" {key}={value}" for key, value in facts.items())
        )


def keep_secret(value: str) -> None:
    """From now on ``value`` is never shown by :func:`redact`."""
    if len(value) >= 4:  # a shorter one would blank out half of every message
        _SECRETS.add(value)


def redact(text: str) -> str:
    """``text`` with `***` for passwords in addresses, token-like query values, credentials, known secrets."""
    import re

    for secret in _SECRETS:
        text = text.replace(secret, "***")
    text = re.sub(r"(?i)(\b[a-z][a-z0-9+.-]{0,30}://)[^\s/@?#]*@", r"\1***@", text)
    text = re.sub(
        r"(?i)([?&;](?:[\w-]*(?:token|key|secret|sig|signature|password|passwd|auth)|x-amz-[\w-]+)=)[^&\s\"'<>#]+",
        r"\1***",
        text,
    )
    return re.sub(r"(?i)(authorization\s*[:=]\s*)(?:(?:basic|bearer)\s+)?\S+", r"\1***", text)


def _redacting_formatter() -> logging.Formatter:
    import logging

    class Redacting(logging.Formatter):
        """The last place that every record and every traceback passes."""

        def format(self, record: logging.LogRecord) -> str:
            return redact(super().format(record))

    return Redacting("%(asctime)s %(levelname)s %(name)s %(message)s")
