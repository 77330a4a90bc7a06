"""The file behind `podcast:transcript`, line by line (podcast namespace, docs/examples/transcripts)."""

from feedpub.validate.complaints import complaints_of
from feedpub.validate.facts import LocalTranscript
from feedpub.validate.rule import APPLE, ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, rule

_BOTH_ERROR = {PODCASTING2: ERROR, APPLE: ERROR}
_BOTH_WARNING = {PODCASTING2: WARNING, APPLE: WARNING}
_CUE = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nThe lamp is lit.\n"
_CARD = "1\n00:00:01,000 --> 00:00:04,000\nThe lamp is lit.\n"


@rule(
    id="TRAN001",
    name="transcript-unreachable",
    each=LocalTranscript,
    profiles=_BOTH_ERROR,
    what="The transcript cannot be read.",
    why="Apps offer a transcript that then does not open.",
    fix="Put the file where the feed says that it is, or take the element out.",
    spec="NS transcript",
    bad={"unreadable": "there is no such file"},
    good={"text": _CUE},
)
def unreachable(file: LocalTranscript) -> Problems:
    if file.unreadable:
        yield Problem(file, f"the transcript cannot be read: {file.unreadable}")


@rule(
    id="TRAN002",
    name="transcript-type-mismatch",
    each=LocalTranscript,
    profiles=_BOTH_WARNING,
    what="The transcript is of another kind than its name or its type says.",
    why="Apps choose how to read it by the type, and show nothing where it does not fit.",
    fix="Give the file the suffix, and the element the type, of what it is.",
    spec="NSTR",
    bad={"path": "one.srt", "text": _CUE},
    good={"path": "one.vtt", "text": _CUE},
)
def type_mismatch(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "transcript-type-mismatch")


@rule(
    id="TRAN003",
    name="vtt-missing-header",
    each=LocalTranscript,
    profiles=_BOTH_ERROR,
    what="A WebVTT file does not begin with `WEBVTT` and an empty line.",
    why="Browsers and Apple Podcasts refuse such a file as a whole.",
    fix="Let the file begin with a line `WEBVTT` and an empty line.",
    spec="WEBVTT §4.1; NSTR",
    bad={"path": "one.vtt", "text": "00:00:01.000 --> 00:00:04.000\nThe lamp is lit.\n"},
    good={"path": "one.vtt", "text": _CUE},
)
def vtt_header(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "vtt-missing-header")


@rule(
    id="TRAN004",
    name="vtt-invalid-cue-timing",
    each=LocalTranscript,
    profiles=_BOTH_ERROR,
    what="The times of a WebVTT cue are not as they must be.",
    why="Players leave out a cue whose times they cannot read, and show cues out of order wrongly.",
    fix="Write `00:00:01.000 --> 00:00:04.000`, with a dot, the end after the start, in ascending order.",
    spec="WEBVTT §4.1",
    bad={"path": "one.vtt", "text": _CUE.replace("01.000", "01,000")},
    good={"path": "one.vtt", "text": _CUE},
)
def vtt_timing(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "vtt-invalid-cue-timing")


@rule(
    id="TRAN005",
    name="srt-invalid-cue",
    each=LocalTranscript,
    profiles=_BOTH_ERROR,
    what="A cue of an SRT file is not as it must be.",
    why="Apps show the cues up to there, or leave this one out.",
    fix="Write a number, then `00:00:01,000 --> 00:00:04,000` then the text, then an empty line.",
    spec="NSTR SRT",
    bad={"path": "one.srt", "text": _CARD.replace("04,000", "04.000")},
    good={"path": "one.srt", "text": _CARD},
)
def srt_cue(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "srt-invalid-cue")


@rule(
    id="TRAN006",
    name="srt-line-limits",
    each=LocalTranscript,
    profiles={PODCASTING2: INFO},
    what="A cue of an SRT file has more than 2 lines of 32 characters.",
    why="That is as much as fits under a picture, and as the namespace asks for.",
    fix="Split it: `feedpub transcripts convert` does.",
    spec="NSTR SRT",
    bad={"path": "one.srt", "text": _CARD.replace("lit.", "lit, and the keeper goes down to sleep.")},
    good={"path": "one.srt", "text": _CARD},
)
def srt_limits(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "srt-line-limits")


@rule(
    id="TRAN007",
    name="vtt-line-too-long",
    each=LocalTranscript,
    profiles={PODCASTING2: INFO},
    what="A line of a WebVTT cue is longer than 65 characters.",
    why="As captions it does not fit on one line.",
    fix="Break the line where it is meant for captions.",
    spec="NSTR WebVTT",
    bad={"path": "one.vtt", "text": _CUE.replace("lit.", "lit, " + "and the tide comes in, " * 3)},
    good={"path": "one.vtt", "text": _CUE},
)
def vtt_long_line(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "vtt-line-too-long")


@rule(
    id="TRAN008",
    name="json-transcript-structure",
    each=LocalTranscript,
    profiles={PODCASTING2: ERROR},
    what="A JSON transcript lacks what it must have.",
    why="Apps read `segments`, each with `startTime` and `body`, and skip everything else.",
    fix='Write {"version": "1.0.0", "segments": [{"startTime": 0.5, "body": "Hello."}]}.',
    spec="NSTR JSON",
    bad={"path": "one.json", "text": '{"version": "1.0.0", "segments": [{"body": "The lamp is lit."}]}'},
    good={
        "path": "one.json",
        "text": '{"version": "1.0.0", "segments": [{"startTime": 1, "body": "The lamp is lit."}]}',
    },
)
def json_structure(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "json-transcript-structure")


@rule(
    id="TRAN009",
    name="html-transcript-structure",
    each=LocalTranscript,
    profiles={PODCASTING2: INFO},
    what="An HTML transcript is not made of `<cite>`, `<time>` and `<p>`.",
    why="By these apps tell who speaks and when; scripts and the rest of a web page they cannot use.",
    fix="Keep `<cite>` for speakers, `<time>` for times and `<p>` for what is said, and nothing else.",
    spec="NSTR HTML",
    bad={"path": "one.html", "text": "<div>The lamp is lit.</div>"},
    good={"path": "one.html", "text": "<cite>Ada:</cite>\n<time>0:01</time>\n<p>The lamp is lit.</p>"},
)
def html_structure(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "html-transcript-structure", "script-in-transcript")


@rule(
    id="TRAN010",
    name="transcript-not-utf-8",
    each=LocalTranscript,
    profiles=_BOTH_ERROR,
    what="The transcript is not in UTF-8.",
    why="Players take no other encoding, and show other letters than those meant.",
    fix="Save the file in UTF-8.",
    spec="WEBVTT §4.1",
    bad={"path": "one.vtt", "data": _CUE.encode() + b"\n00:00:05.000 --> 00:00:06.000\nJos\xe9\n"},
    good={"path": "one.vtt", "text": _CUE},
)
def not_utf8(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "transcript-not-utf-8", "not-utf8", "encoding-guessed")


@rule(
    id="TRAN011",
    name="transcript-beyond-duration",
    each=LocalTranscript,
    profiles={PODCASTING2: WARNING},
    what="The transcript goes on after the end of the episode, or covers less than half of it.",
    why="Most often it is the transcript of another recording, or of another cut.",
    fix="See whether it is the transcript of this very recording.",
    spec="practice",
    bad={"path": "one.vtt", "text": _CUE.replace("00:00:04", "00:09:04"), "duration": 60},
    good={"path": "one.vtt", "text": _CUE, "duration": 5},
)
def beyond_duration(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "transcript-beyond-duration")


@rule(
    id="TRAN013",
    name="transcript-empty",
    each=LocalTranscript,
    profiles=_BOTH_WARNING,
    what="The transcript holds no text.",
    why="Apps offer a transcript, and show nothing.",
    fix="Export it again, or take the element out.",
    spec="practice",
    bad={"path": "one.vtt", "text": "WEBVTT\n"},
    good={"path": "one.vtt", "text": _CUE},
)
def empty(file: LocalTranscript) -> Problems:
    yield from complaints_of(file, "transcript-empty")
