"""Slugs: the short names of episodes in addresses."""

import re

#: letters that Unicode does not take apart into a base letter and marks
_LETTERS = str.maketrans(
    dict(zip("łŁøØđĐðÐħĦıŧŦŋŊ", "llooddddhhittnn", strict=True))
    | {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
)
_DROPPED = r"[^a-z0-9_\s-]"
_BETWEEN = r"[\s-]+"
_SLUG = r"[a-z0-9_][a-z0-9_.-]*"
_DATE = r"\d{4}-\d{1,2}-\d{1,2}[-_]?"


def slugify(text: str) -> str:
    """The slug that Pelican makes of a title, in essence; empty where no ASCII letter or digit is left.

    Accents and punctuation go (an apostrophe leaves no gap), blanks and hyphens become one hyphen.
    """
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFKD", text.translate(_LETTERS))
    kept = re.sub(_DROPPED, "", text.lower())
    return re.sub(_BETWEEN, "-", kept).strip("-")


def is_slug(text: str) -> bool:
    """Whether a text is fit for a slug: ASCII letters in lower case, digits, `-`, `_` and `.`."""
    return re.fullmatch(_SLUG, text) is not None


def file_slug(path: str) -> str:
    """The slug of a file's name: `2016-01-04-ben-darnell.md` gives `ben-darnell`."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return _made_fit(re.sub(_DATE, "", stem, count=1) or stem)


def address_slug(address: str) -> str:
    """The slug in an episode's address: the last part that says something, without its suffix."""
    path = re.sub(r"^[A-Za-z]+://[^/]*|[?#].*", "", address)
    parts = [part for part in path.split("/") if part]
    if parts and parts[-1].lower() in ("index.html", "index.htm", "index.php"):
        parts.pop()
    if not parts:
        return ""
    return _made_fit(re.sub(r"\.(?:html?|php|md)$", "", parts[-1], flags=re.IGNORECASE))


def _made_fit(stem: str) -> str:
    lower = stem.lower()
    return lower if is_slug(lower) else slugify(stem)
