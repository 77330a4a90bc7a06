"""Cues put together: words to sentences, and cues to what one person says in one go."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from feedpub.model import Cue
from feedpub.sources.transcripts.wrapping import unwrap

#: characters after which a monologue gets a new paragraph at the end of a sentence
_PARAGRAPH = 1000
#: milliseconds of silence within a sentence
_PAUSE_MS = 1500
_ENDINGS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", '."', "!”", "?”", ".”", ".)")


class Monologue(NamedTuple):
    """A paragraph."""

    speaker: str
    start_ms: int | None
    text: str


def find_monologues(cues: Sequence[Cue]) -> Iterator[Monologue]:
    """What is said until somebody else speaks; a long speech is broken into paragraphs between sentences."""
    texts: list[str] = []
    length = 0
    for index, cue in enumerate(cues):
        if not texts:
            first = cue
        texts.append(cue.text)
        length += len(cue.text)
        following = cues[index + 1].speaker if index + 1 < len(cues) else None
        if following != cue.speaker or (length > _PARAGRAPH and ends_sentence(cue.text)):
            yield Monologue(first.speaker, first.start_ms, unwrap(texts))
            texts, length = [], 0


def join_words(cues: Sequence[Cue], longest: int) -> list[Cue]:
    """Sentences of single words, of at most `longest` characters; other transcripts are left as they are.

    Word for word is how apps highlight what is being said; as captions it cannot be read.
    """
    if sum(" " not in cue.text for cue in cues) * 4 < len(cues) * 3 or len(cues) < 4:
        return list(cues)
    joined: list[Cue] = []
    run: list[Cue] = []
    length = 0
    for cue in cues:
        if run and (length + len(cue.text) > longest or not _goes_on(run[-1], cue)):
            joined.append(_join(run))
            run, length = [], 0
        run.append(cue)
        length += len(cue.text) + 1
    return [*joined, _join(run)]


def ends_sentence(text: str) -> bool:
    """Whether a sentence may end here."""
    return text.endswith(_ENDINGS)


def _goes_on(before: Cue, cue: Cue) -> bool:
    if before.speaker != cue.speaker or ends_sentence(before.text):
        return False
    if before.end_ms is None or cue.start_ms is None:
        return True
    return cue.start_ms - before.end_ms < _PAUSE_MS


def _join(run: Sequence[Cue]) -> Cue:
    return run[0]._replace(text=unwrap(cue.text for cue in run), end_ms=run[-1].end_ms)
