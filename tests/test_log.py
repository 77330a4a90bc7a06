"""What is logged, and what never is."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub import log

KEPT = [
    "https://example.com/a?page=2&q=x",
    "mailto:ada@example.com",
    "ada@example.com wrote https://example.com/@ada",
    "feeds/demo/episodes/040.md:3:1: error: `Date`",
    "the token economy; a key, a secret, a password",
    "https://example.com/keys?sort=asc#token",
    "http://[::1]:8000/x",
]
HIDDEN = [
    ("https://ada:pa55@host/x", "https://***@host/x"),
    ("https://pa55@host/x", "https://***@host/x"),
    ("ftp://ada:pa55@host", "ftp://***@host"),
    ("s3+https://ada:pa55@host", "s3+https://***@host"),
    ("?token=pa55", "?token=***"),
    ("?a=1&api_key=pa55&b=2", "?a=1&api_key=***&b=2"),
    ("?X-Amz-Signature=pa55&X-Amz-Credential=pa55", "?X-Amz-Signature=***&X-Amz-Credential=***"),
    ("?access-token=pa55", "?access-token=***"),
    ("?PASSWORD=pa55", "?PASSWORD=***"),
    ("Authorization: Bearer pa55", "Authorization: ***"),
    ("authorization=Basic pa55", "authorization=***"),
    ("AUTHORIZATION: pa55", "AUTHORIZATION: ***"),
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_secret_is_kept(text: str) -> None:
    assert log.redact(text) == text


@pytest.mark.parametrize("text,shown", HIDDEN)
def test_a_secret_is_hidden(text: str, shown: str) -> None:
    assert log.redact(text) == shown
    assert log.redact(f"before {text} after") == f"before {shown} after"


def test_a_secret_that_is_known_is_hidden_wherever_it_stands() -> None:
    code = (
        "from feedpub import log; log.keep_secret('s3cr3t'); log.keep_secret('abc');"
        "print(log.redact('xs3cr3ty abc /s3cr3t/'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "x***y abc /***/\n"


@given(st.text(max_size=200))
def test_hiding_ends_and_is_done_once(text: str) -> None:
    once = log.redact(text)
    assert log.redact(once) == once


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "://" * 60_000, "?key=" * 40_000, "https://" + "a" * 200_000, "?" + "token" * 40_000],
)
def test_hiding_takes_no_longer_on_hostile_text(text: str) -> None:
    import time

    began = time.process_time()
    log.redact(text)
    assert time.process_time() - began < 1


def child(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_nothing_is_logged_or_loaded_until_it_is_asked_for() -> None:
    done = child(
        "import sys; from feedpub import log; log.start(0); log.event('a.b', x=1); log.detail('a.c');"
        "print('logging' in sys.modules)"
    )
    assert (done.stdout, done.stderr) == ("False\n", "")


@pytest.mark.parametrize("verbosity,shown", [(1, ["a.b"]), (2, ["a.b", "a.c"])])
def test_verbosity_decides_what_is_shown(verbosity: int, shown: list[str]) -> None:
    done = child(
        f"from feedpub import log; log.start({verbosity}); log.event('a.b', x=1, y='z'); log.detail('a.c')"
    )
    assert re.findall(r" feedpub (\S+)", done.stderr) == shown
    assert "a.b x=1 y=z" in done.stderr


def test_secrets_are_hidden_in_records_and_tracebacks_of_all_libraries() -> None:
    done = child(
        "import logging; from feedpub import log; log.start(2)\n"
        "logging.getLogger('other').warning('GET %s', 'https://ada:pa55@host/?token=pa55')\n"
        "try: raise ValueError('https://ada:pa55@host/')\n"
        "except ValueError: logging.getLogger('other').exception('failed')\n"
        "logging.getLogger('httpx').info('chatter')\n"
    )
    assert "ValueError: https://***@host/" in done.stderr
    assert "pa55" not in done.stderr.replace("'https://ada:pa55@host/'", "")
    assert "chatter" not in done.stderr
