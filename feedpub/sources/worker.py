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
import select
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

Task = TypeVar("Task")

#: tasks handed to a child at a time: enough to keep it busy, few enough to share the last ones fairly
_BATCH = 8
#: bytes of a number in a pipe
_LENGTH = 8
_BUFFER = 1 << 18
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
    waiting = list(range(len(tasks) - 1, -1, -1))
    children: dict[int, _Child] = {}
    try:
        while waiting or any(child.given for child in children.values()):
            while len(children) < workers and len(waiting) > _BATCH * _idle(children):
                child = _fork(tasks, work, limits, children.values())
                children[child.answers] = child
                child.hand(waiting)
            for child in _ready(children, _PATIENCE * limits.seconds):
                for index, result in child.receive(limits):
                    yield tasks[index], result
                if child.dead:
                    del children[child.answers]
                    child.close()
                    waiting.extend(reversed(child.given))
                elif len(child.given) < _BATCH:
                    child.hand(waiting)
    finally:
        for child in children.values():
            child.end()


class _Child:
    """A child process as its parent sees it."""

    def __init__(self, pid: int, orders: int, answers: int) -> None:
        self.pid = pid
        #: the ends of two pipes: numbers of tasks go out, results come in
        self.orders, self.answers = orders, answers
        #: indexes of the tasks it has but has not answered, in its order
        self.given: list[int] = []
        self.dead = False
        self._buffer = bytearray()

    def hand(self, waiting: list[int]) -> None:
        """Gives it the next tasks."""
        batch = [waiting.pop() for _ in range(min(_BATCH, len(waiting)))]
        self.given.extend(batch)
        try:
            os.write(self.orders, b"".join(index.to_bytes(_LENGTH, "big") for index in batch))
        except OSError:
            pass  # it is dead: receive() will find that out and say why

    def receive(self, limits: Limits) -> Iterator[tuple[int, Any]]:
        """The answers that have come; for a dead child an Overrun for the task that it died of."""
        data = os.read(self.answers, _BUFFER)
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

    def close(self) -> None:
        """Lets go of its pipes."""
        os.close(self.orders)
        os.close(self.answers)

    def end(self) -> None:
        """Stops it, whatever it is doing."""
        self.close()
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _idle(children: dict[int, _Child]) -> int:
    return sum(not child.given for child in children.values())


def _ready(children: dict[int, _Child], seconds: float) -> list[_Child]:
    """The children that have something to say. Those that say nothing for so long are given up.

    They use no processor time, so that no limit strikes: they wait for a dead disk, say.
    """
    ready, _, _ = select.select(list(children), (), (), seconds)
    if not ready:
        for child in children.values():
            os.kill(child.pid, signal.SIGKILL)
    return [children[answers] for answers in ready]


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


def _fork(
    tasks: Sequence[Task], work: Callable[[Task], Any], limits: Limits, siblings: Iterable[_Child]
) -> _Child:
    their_orders, orders = os.pipe()
    answers, their_answers = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(their_orders)
        os.close(their_answers)
        return _Child(pid, orders, answers)
    # From here on this is the child. It leaves only through _exit: nothing of the parent's is flushed twice.
    try:
        for sibling in (*siblings, _Child(0, orders, answers)):
            sibling.close()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _limit_memory(limits.megabytes)
        _serve(their_orders, their_answers, tasks, work, limits.seconds)
    except BaseException:
        os._exit(70)
    os._exit(0)


def _serve(
    orders: int, answers: int, tasks: Sequence[Task], work: Callable[[Task], Any], seconds: int
) -> None:
    with open(orders, "rb", closefd=False) as numbers, open(answers, "wb", closefd=False) as results:
        while index := numbers.read(_LENGTH):
            _limit_time(seconds)
            answer = marshal.dumps(_answer(tasks[int.from_bytes(index, "big")], work))
            results.write(len(answer).to_bytes(_LENGTH, "big") + answer)
            results.flush()


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
