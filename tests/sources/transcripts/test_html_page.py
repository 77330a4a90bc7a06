"""HTML."""

import pytest

from feedpub.model import Cue, Severity, Transcript
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.writing import render_transcript
from tests.sources.transcripts import samples


def findings(text: str) -> list[tuple[str, Severity, int]]:
    return [(one.name, one.severity, one.place.line) for one in read_transcript(text.encode(), "a.html")[2]]


def cues(text: str) -> list[Cue]:
    transcript, _, _ = read_transcript(text.encode(), "a.html")
    assert transcript is not None
    return list(transcript.cues)


def test_what_the_namespace_wants_is_right() -> None:
    assert findings(samples.HTML) == []


def test_what_is_missing_is_told_of() -> None:
    assert findings("<p>Hi.</p>") == [("html-transcript-structure", Severity.INFO, 1)]


def test_a_script_and_a_whole_page_are_warnings() -> None:
    page = f"<!doctype html>\n<html><body>\n{samples.HTML}\n<script>steal()</script></body></html>"
    assert findings(page) == [
        ("html-transcript-structure", Severity.WARNING, 1),
        ("html-transcript-structure", Severity.WARNING, 12),
    ]
    assert not any("steal" in cue.text for cue in cues(page))


@pytest.mark.parametrize(
    "text,expected",
    [
        ("<cite>A:</cite><p>one</p><p>two</p>", [Cue("one", speaker="A"), Cue("two", speaker="A")]),
        ("<cite>A</cite><p>one</p><cite></cite><p>two</p>", [Cue("one", speaker="A"), Cue("two")]),
        ("<cite>A</cite><p>I read <cite>Emma</cite> at <time>12:30</time></p>", [Cue("I read Emma at 12:30", speaker="A")]),
        ("<time>1:02:03</time><p>x<br>y</p>", [Cue("x y", 3_723_000)]),
        ("<time>soon</time><cite>A</cite><p>x</p>", [Cue("x", speaker="A")]),
        ("<dl><dt>A</dt><dd>x</dd></dl>", [Cue("x", speaker="A")]),
        ("<p>R&amp;D &#39;x&#39; <!-- no <p> --> y</p>", [Cue("R&D 'x' y")]),
        ("<p>a < b</p>", [Cue("a < b")]),
        ("<p>one<p>two", [Cue("one"), Cue("two")]),
        ("<h3>Ada 0:15</h3><p>Hi.</p>", [Cue("Hi.", 15_000, None, "Ada")]),
        ("<p><!-- never ends", []),
    ],
)  # fmt: skip
def test_parts(text: str, expected: list[Cue]) -> None:
    assert cues(text) == expected


def test_it_is_written_as_the_namespace_shows() -> None:
    transcript = Transcript(
        (Cue("a <b>", 1000, 2000, "Ada"), Cue("& c.", 2000, 3000, "Ada"), Cue("Oh.", 3_600_000, None), Cue("d", None, None, "Q"))
    )  # fmt: skip
    written = render_transcript(transcript, "html", "de")
    assert isinstance(written, bytes)
    assert written.decode() == (
        '<div lang="de">\n'
        "<cite>Ada:</cite>\n<time>0:01</time>\n<p>a &lt;b&gt; &amp; c.</p>\n"
        "<cite></cite>\n<time>1:00:00</time>\n<p>Oh.</p>\n"
        "<cite>Q:</cite>\n<p>d</p>\n</div>\n"
    )
    assert [cue.speaker for cue in cues(written.decode())] == ["Ada", "", "Q"]


def test_a_long_speech_gets_paragraphs() -> None:
    transcript = Transcript(tuple(Cue("A sentence of some words.", index * 1000) for index in range(100)))
    written = render_transcript(transcript, "html")
    assert isinstance(written, bytes)
    assert written.count(b"<p>") == 3
