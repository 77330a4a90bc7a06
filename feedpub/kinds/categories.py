"""Whether Apple's directory knows a category, and what it would take instead."""

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.nearest import nearest
from feedpub.model.apple_categories import CATEGORIES, RETIRED, list_categories
from feedpub.model.category import parse_category


def check_category(text: str) -> Fault | None:
    """Whether it is `Category` or `Category > Subcategory` of today's tree, to the letter."""
    category = parse_category(text)
    if str(category) in list_categories() and ">" not in category.subcategory:
        return None
    return _fault(text, str(category))


def _fault(text: str, name: str) -> Fault:
    folded = {known.casefold(): known for known in list_categories()}
    if same := folded.get(name.casefold()):
        return _unknown(f"{quote(text)} is not spelled as Apple spells it", f"write `{same}`")
    if (retired := _retired(name)) is not None:
        fix = f"today it is `{retired}`" if retired else f"choose one of: {', '.join(CATEGORIES)}"
        return _unknown(f"{quote(text)} is no longer a category of Apple's", fix)
    if outer := _category_of(name):
        return _unknown(f"{quote(text)} is a subcategory", f"write `{outer}`")
    return _unknown(f"{quote(text)} is no category of Apple's", _suggest(name))


def _unknown(message: str, fix: str) -> Fault:
    return Fault("unknown-category", message, fix)


def _retired(name: str) -> str | None:
    return {old.casefold(): today for old, today in RETIRED.items()}.get(name.casefold())


def _category_of(name: str) -> str:
    """The full name of a subcategory that was written alone."""
    for full in list_categories():
        if full.partition(" > ")[2].casefold() == name.casefold():
            return full
    return ""


def _suggest(name: str) -> str:
    known = list(list_categories())
    plain = name.replace("&amp;", "&").replace(" and ", " & ")
    for separator in (":", "/", "|", " - ", ","):
        plain = plain.replace(separator, " > ")
    top, _, subcategory = plain.partition(">")
    close = nearest(plain, known)
    if not close and (found := nearest(subcategory or top, _bare_names(known))):
        close = _bare_names(known)[found]
    close = close or nearest(top, CATEGORIES)
    return f"did you mean `{close}`?" if close else f"choose one of: {', '.join(CATEGORIES)}"


def _bare_names(known: list[str]) -> dict[str, str]:
    return {full.rpartition(" > ")[2]: full for full in known}
