"""Work on hostile input in child processes that may use only so much time and memory.

Somebody else's Markdown can keep a renderer busy for hours, and a small audio file can ask for
gigabytes. So episodes are read and audio is measured in forked children with limits (setrlimit(2)).
A child that goes over them dies alone: its task is reported, the others go on.

Tasks need not be sent, as the children are copies of the parent that already hold them; results
come back through ``marshal`` and therefore are plain values.
"""

import marshal
import os
import resource
import selectors
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

Task = TypeVar("Task")

#: tasks handed to a child at a time: enough to keep it busy, few enough to share the last ones fairly
_BATCH = 8
_LENGTH = 8
#: how many times its processor time a task may take by the clock
_PATIENCE = 12


class Overrun(NamedTuple):
    """Takes the place of a result whose task was too much for a child."""

    #: what ran out, to be read after "needs": "more than 10 s of processor time"
    reason: str


class Limits(NamedTuple):
    """What one task may use."""

    seconds: int
    megabytes: int


def run_limited(
    tasks: Sequence[Task], work: Callable[[Task], Any], limits: Limits, workers: int
) -> Iterator[tuple[Task, Any | Overrun]]:
    """``work(task)`` for each task, in children; pairs come in the order in which they are ready.

    ``work`` returns plain values (what marshal takes) and raises nothing but MemoryError and
    RecursionError. Raises RuntimeError when it raises anything else, which is a bug.
    """
    if not tasks:
        return
    waiting = list(range(len(tasks)))
    waiting.reverse()
    children: dict[int, _Child] = {}
    selector = selectors.DefaultSelector()

    def start() -> None:
        child = _fork(tasks, work, limits, children.values())
        children[child.connection.fileno()] = child
        selector.register(child.connection, selectors.EVENT_READ, child)
        child.hand(waiting)

    try:
        for _ in range(min(workers, -(-len(tasks) // _BATCH))):
            start()
        while any(child.given for child in children.values()):
            ready = selector.select(timeout=_PATIENCE * limits.seconds)
            if not ready:
                _give_up(children.values())
            for key, _ in ready:
                child = key.data
                for index, result in child.receive(limits):
                    yield tasks[index], result
                if child.dead:
                    selector.unregister(child.connection)
                    del children[child.connection.fileno()]
                    child.connection.close()
                    waiting.extend(reversed(child.given))
                    if waiting:
                        start()
                elif len(child.given) < _BATCH:
                    child.hand(waiting)
    finally:
        selector.close()
        for child in children.values():
            child.end()


class _Child:
    """A child process as its parent sees it."""

    def __init__(self, pid: int, connection: socket.socket) -> None:
        self.pid = pid
        self.connection = connection
        #: indexes of the tasks it has but has not answered, in its order
        self.given: list[int] = []
        self.dead = False
        self._buffer = bytearray()

    def hand(self, waiting: list[int]) -> None:
        """Gives it the next tasks."""
        batch = [waiting.pop() for _ in range(min(_BATCH, len(waiting)))]
        self.given.extend(batch)
        try:
            self.connection.sendall(b"".join(index.to_bytes(_LENGTH, "big") for index in batch))
        except OSError:
            pass  # it is dead: receive() will find that out and say why

    def receive(self, limits: Limits) -> Iterator[tuple[int, Any]]:
        """The answers that have come; for a dead child an Overrun for the task that it died of."""
        data = b""
        try:
            data = self.connection.recv(1 << 18)
        except OSError:
            pass
        if not data:
            self.dead = True
            _, status = os.waitpid(self.pid, 0)
            if self.given:
                yield self.given.pop(0), Overrun(_cause_of_death(status, limits))
            return
        self._buffer += data
        while (end := _frame_end(self._buffer)) is not None:
            answer = marshal.loads(self._buffer[_LENGTH:end])
            del self._buffer[:end]
            yield self.given.pop(0), _checked(answer, limits)

    def end(self) -> None:
        """Stops it, whatever it is doing."""
        self.connection.close()
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)


def _give_up(children: Iterable[_Child]) -> None:
    """Ends children that wait without using processor time, so that no limit strikes: a dead disk, say."""
    for child in children:
        os.kill(child.pid, signal.SIGKILL)


def _frame_end(buffer: bytearray) -> int | None:
    if len(buffer) < _LENGTH:
        return None
    end = _LENGTH + int.from_bytes(buffer[:_LENGTH], "big")
    return end if len(buffer) >= end else None


def _checked(answer: tuple[str, Any], limits: Limits) -> Any:
    kind, value = answer
    if kind == "bug":
        raise RuntimeError(f"in a worker process: {value}")
    if kind == "memory":
        return Overrun(f"more than {limits.megabytes} MB of memory")
    if kind == "depth":
        return Overrun("deeper nesting than any reader follows")
    return value


def _cause_of_death(status: int, limits: Limits) -> str:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return f"more than {limits.seconds} s of processor time"
    if os.WIFSIGNALED(status):
        return f"a process that does not survive it (signal {os.WTERMSIG(status)})"
    return "a process that does not survive it"


def _fork(tasks: Sequence[Task], work: Callable[[Task], Any], limits: Limits, siblings: Any) -> _Child:
    ours, theirs = socket.socketpair()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        theirs.close()
        return _Child(pid, ours)
    # From here on this is the child. It leaves only through _exit: nothing of the parent's is flushed twice.
    try:
        ours.close()
        for sibling in siblings:
            sibling.connection.close()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _limit_memory(limits.megabytes)
        _serve(theirs, tasks, work, limits.seconds)
    except BaseException:
        os._exit(70)
    os._exit(0)


def _serve(
    connection: socket.socket, tasks: Sequence[Task], work: Callable[[Task], Any], seconds: int
) -> None:
    while index := connection.recv(_LENGTH, socket.MSG_WAITALL):
        task = tasks[int.from_bytes(index, "big")]
        _limit_time(seconds)
        answer = marshal.dumps(_answer(task, work))
        connection.sendall(len(answer).to_bytes(_LENGTH, "big") + answer)


def _answer(task: Task, work: Callable[[Task], Any]) -> tuple[str, Any]:
    try:
        return "ok", work(task)
    except MemoryError:
        return "memory", None
    except RecursionError:
        return "depth", None
    except Exception:
        import traceback

        return "bug", f"{task!r}\n{traceback.format_exc()}"


def _limit_time(seconds: int) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _limit_memory(megabytes: int) -> None:
    """On top of what the process has mapped already, where the system can tell (Linux)."""
    try:
        with open("/proc/self/statm", "rb") as file:
            mapped = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = mapped + megabytes * 1_000_000
    if hard == resource.RLIM_INFINITY or soft <= hard:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
