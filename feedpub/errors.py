"""Everything that feedpub raises on purpose, and the exit code that each leads to.

::

    FeedpubError
    ├── FindingsError       1   the input has faults; carries the findings
    ├── UsageError          2   the command line or the settings are wrong; may carry findings
    ├── RefusedError        3   going on would break something for listeners: a person must decide
    ├── HostError           4   the disk, the host or the network failed; the old feed still stands
    ├── CredentialsError    5   not allowed in
    └── LockedError         7   another run is at work

Anything else that reaches the command line is a bug (exit 70). Findings that do not stop a run are
data, never exceptions.
"""

from collections.abc import Sequence

from feedpub.model import Finding


class FeedpubError(Exception):
    """Base of all errors that are meant to be read by a user.

    ``message`` says what is wrong in one line, ``fix`` how to mend it (or nothing).
    """

    exit_code = 70

    def __init__(self, message: str, fix: str = "", findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.findings = tuple(findings)


class FindingsError(FeedpubError):
    """The input has faults at or above the threshold; nothing was written."""

    exit_code = 1


class UsageError(FeedpubError):
    """The command line or the settings are wrong."""

    exit_code = 2


class RefusedError(FeedpubError):
    """Going on would hurt listeners; a person must decide."""

    exit_code = 3


class HostError(FeedpubError):
    """A disk, a host or the network failed. What was there before is still there."""

    exit_code = 4


class CredentialsError(FeedpubError):
    """Permission was denied by a host."""

    exit_code = 5


class LockedError(FeedpubError):
    """Another run holds the lock."""

    exit_code = 7
