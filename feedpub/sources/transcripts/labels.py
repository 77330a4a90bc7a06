"""Names before a colon: `Ada: Hello.` says who speaks, `Note: ...` does not."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from feedpub.kinds.one_line import one_line

_LABEL = re.compile(
    r"(?:>>[ \t]?)?(?:\[([^\[\]:]{1,60})\]|\*\*([^*:]{1,60})(?=:\*\*|\*\*:)"
    r"|([^\s:\[\]<>()*#][^:\[\]<>()*#]{0,59}(?:\([^:\[\]<>()*#]{1,30}\))?))"
    r"(?::\*\*|\*\*:|:)(?:\s+|$)"
)
#: characters within which a name has ended
_ENOUGH = 70
#: a change of speaker in captions (CEA-608)
CHANGE = ">>"
#: one of these is no name of anybody
_NO_NAMES = frozenset(
    "note notes ps warning question answer example quote update spoiler source sources tip edit fact also "
    "first second third finally remember plus today yes no well so and but because here there this that what "
    "why how who when where chapter part step episode links link music sponsor date title summary".split()
)
_PARTICLES = frozenset(
    "af al and bin da das de del della der di do dos du e el i la le och of ten ter the und van von y zu"
    "".split()
)
#: Zoom and Teams: `Ada Byron (she/her): Hello.`
_ASIDE = re.compile(r"[ \t]?\([^()]{1,30}\)$")
#: engines that tell voices apart without knowing their names
_NUMBERED = re.compile(r"(?:spk|speaker)[ _-]?[0-9a-z]{1,3}")
_NO_PART = re.compile(r"[,;!?\"“”…]|\.\s+[a-z]|\.$")


class Labelled(NamedTuple):
    """A line, taken apart."""

    #: None where no name stands at its beginning; empty where only the speaker changes
    name: str | None
    text: str


def split_label(line: str) -> Labelled:
    """The name at the beginning of a line, if what stands there looks like one, and the rest."""
    found = _LABEL.match(line) if ":" in line[:_ENOUGH] else None
    if found:
        name = one_line(found[1] or found[2] or found[3])
        if looks_like_name(name):
            return Labelled(name, line[found.end() :])
    if line.startswith(CHANGE):
        return Labelled("", line[len(CHANGE) :].lstrip())
    return Labelled(None, line)


def pick_names(lines: Iterable[str]) -> frozenset[str]:
    """The names that speak in a file, told by how its paragraphs or cues begin.

    They are believed where the very first one has a name or `>>`, or where one comes back: in a text without
    speakers a colon stands somewhere, too.
    """
    counts: Counter[str] = Counter()
    first: bool | None = None
    for line in lines:
        name = split_label(line).name
        first = name is not None if first is None else first
        if name:
            counts[name] += 1
    if first or any(count > 1 for count in counts.values()):
        return frozenset(counts)
    return frozenset()


def write_labels(speakers: Sequence[str]) -> Iterator[str]:
    """What to write before each of several texts, so that :func:`split_label` tells who speaks.

    A speaker is named when it changes. Where no text has a speaker, nothing is written.
    """
    before = None if any(speakers) else ""
    for speaker in speakers:
        yield "" if speaker == before else f"{speaker}: " if speaker else f"{CHANGE} "
        before = speaker


def looks_like_name(name: str) -> bool:
    """Whether somebody may be called so, as far as upper case and punctuation tell."""
    name = _ASIDE.sub("", name)
    if _NUMBERED.fullmatch(name):
        return True
    words = name.split()
    if not words or len(words) > 5 or name.casefold().rstrip(".") in _NO_NAMES:
        return False
    if _NO_PART.search(name) and not name.endswith(("Jr.", "Sr.", "Dr.")):
        return False
    if not any(char.isalpha() for char in name):
        return False
    return _starts_name(words[0]) and all(word in _PARTICLES or _starts_name(word) for word in words)


def _starts_name(word: str) -> bool:
    """Upper case, a digit or sign, or a script that knows no cases."""
    char = word[0]
    return not char.islower()
