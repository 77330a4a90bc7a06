import os
import signal
import time

import pytest

from feedpub.sources.worker import Limits, Overrun, run_limited

LIMITS = Limits(seconds=1, megabytes=200)


def square(number: int) -> int:
    return number * number


def test_every_task_is_answered_once_whatever_the_number_of_workers() -> None:
    for workers in (1, 2, 5):
        results = dict(run_limited(range(100), square, LIMITS, workers))
        assert results == {number: number * number for number in range(100)}


def test_no_tasks_need_no_process() -> None:
    assert list(run_limited([], square, LIMITS, 2)) == []


def _work(task: str) -> str:
    if task == "spin":
        while True:
            pass
    if task == "hoard":
        return "x" * 10**10
    if task == "deep":
        return _work(task)
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return task.upper()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("spin", "1 s of processor time"),
        ("hoard", "200 MB of memory"),
        ("deep", "nesting"),
        ("die", "signal 9"),
    ],
)
def test_a_task_that_is_too_much_is_named_and_the_others_go_on(bad: str, reason: str) -> None:
    tasks = [f"task {number}" for number in range(30)]
    tasks.insert(11, bad)
    results = dict(run_limited(tasks, _work, LIMITS, 2))
    assert isinstance(results[bad], Overrun)
    assert reason in results[bad].reason
    assert all(results[task] == task.upper() for task in tasks if task != bad)


def test_the_time_limit_is_for_each_task_and_not_for_all_of_them() -> None:
    def busy(number: int) -> int:
        end = time.process_time() + 0.5
        while time.process_time() < end:
            pass
        return number

    assert [result for _, result in run_limited(range(5), busy, LIMITS, 1)] == list(range(5))


def test_large_answers_come_through() -> None:
    results = dict(run_limited([1, 2, 3], lambda task: bytes(task * 5_000_000), LIMITS, 2))
    assert {task: len(result) for task, result in results.items()} == {
        1: 5_000_000,
        2: 10_000_000,
        3: 15_000_000,
    }


def test_a_bug_in_the_work_is_not_hidden() -> None:
    def broken(task: int) -> int:
        return 1 // task

    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        list(run_limited([0], broken, LIMITS, 1))


def test_stopping_early_leaves_no_process_behind() -> None:
    results = run_limited(["spin"] * 4 + ["quick"] * 20, _work, Limits(60, 200), 2)
    results.close()  # type: ignore[attr-defined]
    started = run_limited(["quick"] * 20 + ["spin"] * 20, _work, Limits(60, 200), 2)
    next(started)
    started.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_that_waits_without_using_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("feedpub.sources.worker._PATIENCE", 0.2)

    def sleeper(task: int) -> int:
        if task == 3:
            time.sleep(60)
        return task

    results = dict(run_limited(range(5), sleeper, LIMITS, 1))
    assert isinstance(results[3], Overrun)
    assert results[4] == 4
