"""Every transcript survives the forms that can hold it; every file is read without an exception."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from feedpub.kinds.fault import Fault
from feedpub.model import Cue, Transcript
from feedpub.sources.transcripts.forms import FORMS, Form
from feedpub.sources.transcripts.reading import read_transcript
from feedpub.sources.transcripts.wrapping import squeeze, unwrap, wrap
from feedpub.sources.transcripts.writing import prepare_conversion, render_transcript

_NASTY = [
    "<",
    ">",
    "&",
    "&amp;",
    "-->",
    "<v X>",
    "</v>",
    "<i>",
    "日本",
    "語",
    " ",
    ".",
    "WEBVTT",
    "NOTE",
    "1",
    "\u2028",
    '"',
    "A: ",
]
_characters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.lists(st.sampled_from(_NASTY) | _characters, max_size=40).map("".join).map(squeeze).filter(bool)
speakers = st.sampled_from(["", "Ada", "Grace Hopper", "Dr. Who", "山田"])
#: short, and without what SRT cannot hold
plain_texts = st.text("abc é", min_size=1, max_size=20).map(squeeze).filter(bool)


@st.composite
def transcripts(draw: st.DrawFn, text: st.SearchStrategy[str], speaker: st.SearchStrategy[str]) -> Transcript:
    cues, start = [], 0
    for words in draw(st.lists(text, max_size=6)):
        start += draw(st.integers(0, 4_000_000))
        cues.append(Cue(words, start, start + draw(st.integers(1, 100_000)), draw(speaker)))
    return Transcript(tuple(cues))


def written(transcript: Transcript, form: Form) -> bytes:
    content = render_transcript(transcript, form)
    assert isinstance(content, bytes)
    return content


def read(content: bytes, form: Form) -> Transcript | None:
    transcript, told, _ = read_transcript(content, f"a.{form}")
    assert told == form
    return transcript


@given(transcripts(texts, texts | speakers))
def test_vtt_holds_everything(transcript: Transcript) -> None:
    assert read(written(transcript, "vtt"), "vtt") == transcript


@given(transcripts(texts, texts | speakers))
def test_json_holds_everything(transcript: Transcript) -> None:
    assert read(written(transcript, "json"), "json") == transcript


@given(transcripts(plain_texts, speakers))
def test_srt_holds_short_lines(transcript: Transcript) -> None:
    content = written(transcript, "srt")
    if transcript.cues:
        assert read(content, "srt") == transcript


@given(transcripts(plain_texts, speakers))
def test_html_and_text_hold_who_said_what(transcript: Transcript) -> None:
    said = [(cue.speaker, word) for cue in transcript.cues for word in cue.text.split()]
    for form in ("html", "txt"):
        back = read(written(transcript, form), form) if said else transcript
        assert back is not None
        assert [(cue.speaker, word) for cue in back.cues for word in cue.text.split()] == said


@given(transcripts(texts, texts | speakers), st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_conversion_is_stable(transcript: Transcript, one: Form, other: Form) -> None:
    """The same bytes twice; and what is read from a form and written in it again stays as it is."""
    once = render_transcript(prepare_conversion(transcript, one, other), other)
    assert once == render_transcript(prepare_conversion(transcript, one, other), other)
    if other in ("vtt", "json"):
        assert isinstance(once, bytes)
        back = read(once, other)
        assert back is not None
        assert render_transcript(back, other) == once


_WORDS = [b"WEBVTT\n\n", b"00:01.000 --> 00:02.000\n", b"1\n00:00:01,000 --> 00:00:02,000\n", b"\n\n", b"<v A>", b"<script>",
          b'{"version": "1", "segments": [', b'{"startTime": 1, "body": "x"}', b"]}", b"<cite>", b"</cite>", b"<time>0:1", b"<p>",
          b"<!--", b"A: ", b"[0:01] ", b"### A 0:01\n", b"\xff", b"\0", b"&#x", b"-->", b"**"]  # fmt: skip


@settings(max_examples=300)
@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from(_WORDS) | st.binary(max_size=3), max_size=12).map(b"".join),
    st.sampled_from(FORMS),
)
@example(b"7" * 20_000, "srt")
@example(b"\0" * 5000, "vtt")
@example(b"\xff\xfe", "txt")
def test_any_bytes_give_findings_and_never_an_exception(content: bytes, form: Form) -> None:
    transcript, told, findings = read_transcript(content, f"a.{form}")
    assert told in FORMS
    assert transcript is not None
    assert transcript.cues or findings
    for target in FORMS:
        again = render_transcript(prepare_conversion(transcript, told, target), target)
        assert isinstance(again, bytes | Fault)


@given(texts, st.integers(1, 40))
def test_lines_are_put_together_again(text: str, width: int) -> None:
    assert unwrap(wrap(text, width)) == text


@given(st.text("ab日 ", max_size=60).map(squeeze), st.integers(4, 20))
def test_lines_are_as_short_as_words_allow(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert len(line) <= max(width, max(map(len, line.split("a")), default=0), 60)
