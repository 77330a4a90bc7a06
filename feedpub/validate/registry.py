"""All rules, as they are found in the folder `rules`."""

import importlib
import os
from functools import cache

from feedpub.kinds.misspelling import nearest_word
from feedpub.validate import rules
from feedpub.validate.rule import Rule

#: family of ids -> what it is about
FAMILIES = {
    "XML": "Well-formedness, encoding, namespaces",
    "RSS": "Structure and core elements of RSS 2.0",
    "GUID": "Identity of episodes",
    "DATE": "Dates and times",
    "URL": "Addresses",
    "ATOM": "Atom elements in RSS",
    "ITU": "Apple's itunes namespace",
    "ENC": "Enclosures and media files",
    "IMG": "Artwork",
    "HTML": "Show notes and plain text",
    "SIZE": "Lengths and sizes",
    "CHAP": "Chapters",
    "TRAN": "Transcripts",
    "POD": "The podcast namespace",
    "SPOT": "Spotify's own tags",
    "EXT": "Other modules met in podcast feeds",
    "MIG": "Moving a feed, and changes since the last version",
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by family in the order of FAMILIES, then by number."""
    found: list[Rule] = []
    names = {file.partition(".")[0] for folder in rules.__path__ for file in os.listdir(folder)}
    for name in sorted(names - {"__init__", "__pycache__"}):
        contents = vars(importlib.import_module(f"{rules.__name__}.{name}"))
        found += [judge.rule for judge in contents.values() if hasattr(judge, "rule")]
    order = list(FAMILIES)
    return tuple(sorted(found, key=lambda one: (order.index(family_of(one.id)), one.id)))


def family_of(rule_id: str) -> str:
    """The letters at the beginning of an id."""
    return rule_id.rstrip("0123456789")


def find_rule(words: str) -> Rule | None:
    """The rule with that id or name, in whatever case."""
    return _by_word().get(words.strip().lower())


def nearest_rule(words: str) -> str:
    """The id or name that `words` most likely mean; empty when none is like it."""
    known = _by_word()
    near = nearest_word(words.strip().lower(), known)
    return (known[near].id if near == known[near].id.lower() else near) if near else ""


@cache
def _by_word() -> dict[str, Rule]:
    return {word: one for one in all_rules() for word in (one.id.lower(), one.name)}
