"""From a transcript to the bytes of a file, in any form."""

from feedpub.kinds.fault import Fault
from feedpub.model import Transcript
from feedpub.sources.transcripts.filling import fill_ends, fill_starts
from feedpub.sources.transcripts.forms import TIMED, TITLES, Form
from feedpub.sources.transcripts.joining import find_monologues, join_words
from feedpub.sources.transcripts.speakers import find_speakers

#: characters of captions that are made of single words
_LONGEST: dict[Form, int] = {"vtt": 120, "srt": 60}


def render_transcript(transcript: Transcript, form: Form, language: str = "") -> bytes | Fault:
    """The file, in UTF-8 with LF line ends; the same transcript gives the same bytes.

    Speakers and times are kept as far as the form can hold them, and times that it wants are worked out. A
    Fault tells that there are none to work them out from. Only HTML has a place for the language.
    """
    if form == "html":
        from feedpub.sources.transcripts.html_page import render_html

        return render_html(list(find_monologues(transcript.cues)), language).encode()
    if form == "txt":
        from feedpub.sources.transcripts.plain_text import render_txt

        return render_txt(list(find_monologues(transcript.cues))).encode()
    cues = fill_starts(transcript.cues)
    if cues is None:
        message = f"the transcript has no times, which {TITLES[form]} must have"
        fix = "publish it as html or txt, or export it with times"
        return Fault("transcript-without-times", message, fix)
    if form == "json":
        from feedpub.sources.transcripts.podcast_json import render_json

        return render_json(cues).encode()
    if form == "srt":
        from feedpub.sources.transcripts.srt import render_srt

        return render_srt(fill_ends(cues)).encode()
    from feedpub.sources.transcripts.vtt import render_vtt

    return render_vtt(fill_ends(cues)).encode()


def prepare_conversion(transcript: Transcript, source: Form, target: Form) -> Transcript:
    """A transcript as another form is written from it: with speakers on all cues, and sentences for captions.

    What is written in the form in which it was read keeps its cues.
    """
    transcript = find_speakers(transcript)
    if source != target and target in TIMED and target in _LONGEST:
        return Transcript(tuple(join_words(transcript.cues, _LONGEST[target])))
    return transcript
