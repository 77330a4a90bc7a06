"""What somebody probably meant."""

from collections.abc import Iterable


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name that is most like ``written``, or nothing where none is much like it.

    Generous, for it is asked only about what is wrong in any case. Case, blanks, hyphens and
    underscores do not count.
    """
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(_fold(name), name)
    close = get_close_matches(_fold(written[:100]), folded, n=1, cutoff=0.7)
    return folded[close[0]] if close else ""


def _fold(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")
