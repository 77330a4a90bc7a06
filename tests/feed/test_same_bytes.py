"""The same input gives the same bytes."""

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.feed.samples import sample_item, whole_feed

ROOT = Path(__file__).resolve().parents[2]


def test_feed_does_not_know_the_time() -> None:
    """The same show gives the same bytes ten years later, in another zone."""
    with time_machine.travel(datetime(2020, 1, 1, tzinfo=UTC)):
        before = whole_feed(items=(sample_item(),))
    with time_machine.travel(datetime(2030, 7, 1, tzinfo=UTC)):
        assert whole_feed(items=(sample_item(),)) == before


def test_feed_leaves_the_locale_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Changing the locale, even for a moment, changes it for every thread of the process."""

    def refuse(*arguments: object) -> str:
        raise AssertionError(f"setlocale{arguments}")

    monkeypatch.setattr("locale.setlocale", refuse)
    whole_feed(items=(sample_item(),))


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kolkata"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    ],
)
def test_feed_does_not_know_the_environment(environment: dict[str, str]) -> None:
    """Another process, language, zone and hash seed: the same bytes."""
    program = (
        "import sys, hashlib; from tests.feed.samples import whole_feed, sample_item; "
        "print(hashlib.sha256(whole_feed(items=(sample_item(),))).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=True,
        text=True,
    )
    assert run.stdout.strip() == hashlib.sha256(whole_feed(items=(sample_item(),))).hexdigest()
