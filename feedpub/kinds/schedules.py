"""Schedules in words. Any words will do; that a usual one is misspelt is likely, though."""

import re

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.misspelling import nearest_word
from feedpub.model.finding import Severity

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: words that say everything by themselves
_ALONE = (
    "daily", "weekly", "biweekly", "fortnightly", "monthly", "bimonthly", "quarterly", "yearly", "annually",
    "none", "auto",
)  # fmt: skip
#: so many words of a schedule are looked at
_MOST = 20


def check_schedule(text: str) -> Fault | None:
    """Whether a schedule has a day of the week that is misspelt, or is a misspelt word and no other."""
    words = re.findall(r"[^\W\d_]{1,30}", text[:400].casefold())[:_MOST]
    known = (*DAYS, *(f"{day}s" for day in DAYS), *(_ALONE if len(words) == 1 else ()))
    for word in words:
        near = "" if word in known else nearest_word(word, known)
        if near:
            message = f"{quote(text)} has the word {quote(word)}, of which no schedule can be made"
            fix = f"did you mean `{near.capitalize() if near in DAYS else near}`?"
            return Fault("misspelt-schedule", message, fix, Severity.WARNING)
    return None
