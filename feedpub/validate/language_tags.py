"""Languages as feeds have to name them."""

from functools import lru_cache

from feedpub.kinds.fault import Fault
from feedpub.kinds.languages import check_language


@lru_cache(maxsize=256)
def find_language_fault(text: str) -> Fault | None:
    """What is wrong with a language tag (BCP 47), if it is none; outdated ones (`iw`, `en-UK`) will do.

    Private ones will not, as no directory knows what they stand for.
    """
    fault = check_language(text)
    if fault is None or "_" in text or text.lower().startswith("x-") or text != text.strip():
        return fault
    # Late: it takes longer to import than all else here, and few feeds need it.
    from langcodes import tag_is_valid

    return None if tag_is_valid(text) else fault
