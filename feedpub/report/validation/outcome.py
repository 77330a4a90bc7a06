"""What the reports want to know of a run."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from feedpub.model import Finding


class Judged(Protocol):
    """An input that was judged."""

    @property
    def path(self) -> str:
        """As the findings call it."""

    @property
    def findings(self) -> Sequence[Finding]: ...

    @property
    def ran(self) -> Sequence[str]:
        """The ids of the rules that were asked."""

    @property
    def not_run(self) -> Mapping[str, str]:
        """The ids of the rules that were not -> why."""

    @property
    def size_bytes(self) -> int: ...

    @property
    def items(self) -> int: ...


class Unread(Protocol):
    """An input that could not be read or fetched."""

    @property
    def path(self) -> str: ...

    @property
    def message(self) -> str: ...

    @property
    def fix(self) -> str: ...

    @property
    def exit_code(self) -> int: ...


#: the content, in UTF-8, of a file that findings name; None where it is not at hand
Contents = Callable[[str], bytes | None]


class Asked(NamedTuple):
    """What was asked for."""

    #: the names of the profiles in force, in their order
    profiles: tuple[str, ...]
    #: `error`, `warning`, `info` or `never`: from where on a finding makes the run fail
    fail_on: str
    #: the version of feedpub
    version: str
