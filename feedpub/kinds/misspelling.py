"""Slips of the keyboard: which known word somebody probably meant."""

from collections.abc import Iterable


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word that ``word`` is a slip of, or nothing.

    One wrong, missing, additional or swapped letter counts as a slip; two where both words are long, or
    where one begins with the other. This is stricter than a ratio of common letters: `audio_size` is
    another key than `audio_file`, and no slip of it.
    """
    best = ""
    fewest = 3
    for candidate in sorted(known):
        allowed = 2 if min(len(word), len(candidate)) >= 10 or _begins(word, candidate) else 1
        if abs(len(candidate) - len(word)) > allowed:
            continue
        edits = count_edits(word, candidate)
        if edits <= allowed and edits < fewest:
            best, fewest = candidate, edits
    return best


def _begins(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and (one.startswith(other) or other.startswith(one))


def count_edits(one: str, other: str) -> int:
    """How many letters to change, add, drop or swap with the next (optimal string alignment distance)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, other_letter in enumerate(other, 1):
            edits = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                edits = min(edits, before[j - 2] + 1)
            row.append(edits)
        before, above = above, row
    return above[-1]
