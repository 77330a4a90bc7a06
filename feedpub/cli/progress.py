"""How far a long run is: on a terminal, and only when it takes its time."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

#: nobody needs a bar for less
_PATIENCE_SECONDS = 0.4


class Progress:
    """A line for each kind of work: done, of how many, time left. Silent without a terminal."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._silent = quiet or not stream.isatty()
        self._started = time.monotonic()
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars:
            self._bars.stop()

    def update(self, what: str, done: int, total: int) -> None:
        """`done` of `total` of `what` (a plural noun, or `bytes of ...`) are through."""
        if self._silent or (not self._bars and time.monotonic() - self._started < _PATIENCE_SECONDS):
            return
        bars = self._bars or self._begin()
        if what not in self._tasks:
            self._tasks[what] = bars.add_task(what, total=total)
        bars.update(self._tasks[what], completed=done, total=total)

    def _begin(self) -> "Bars":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(file=self._stream),
            transient=True,
        )
        self._bars.start()
        return self._bars
