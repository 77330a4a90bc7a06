"""What somebody probably meant."""

from collections.abc import Iterable

#: characters
_SHORT = 8


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name that is most like ``written``, or nothing where none is much like it.

    Generous, for it is asked only about what is wrong in any case. Case, blanks, hyphens and
    underscores do not count.
    """
    from difflib import get_close_matches

    from feedpub.kinds.misspelling import nearest_word

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_fold(name), name)
    close = get_close_matches(_fold(written[:100]), folded, n=1, cutoff=0.7)
    if close:
        return folded[close[0]]
    # Of short words a slip leaves too little that is alike: `goe`.
    short = [name for name in folded if 2 < len(name) < _SHORT]
    slip = nearest_word(_fold(written[:_SHORT]), short)
    return folded[slip] if slip else ""


def _fold(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")
