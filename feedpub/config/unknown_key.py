"""What somebody meant with a key that the settings do not know."""

from collections.abc import Sequence

from feedpub.config.keys import Key, dotted, list_keys, list_tables
from feedpub.kinds.fault import Fault
from feedpub.kinds.nearest import nearest

#: what other tools and feeds call a key at the top of the file
_OTHER_NAMES = {
    "name": "title",
    "link": "site",
    "url": "site",
    "website": "site",
    "homepage": "site",
    "siteurl": "site",
    "image": "artwork",
    "cover": "artwork",
    "logo": "artwork",
    "category": "categories",
    "subtitle": "description",
    "summary": "description",
    "lang": "language",
    "tz": "timezone",
    "host": "hosts",
    "person": "people",
    "persons": "people",
}


def unknown_key(path: Sequence[str | int], value: object) -> Fault:
    """A fault that names the key that was probably meant, or the table into which it belongs."""
    names = [part for part in path if isinstance(part, str)]
    table, name = tuple(names[:-1]), names[-1]
    what, suggest = ("table", _suggest_table) if isinstance(value, dict) else ("setting", _suggest)
    fix = suggest(table, name)
    where = f" in [{dotted(table)}]" if table else ""
    return Fault("unknown-key", f"there is no {what} `{name}`{where}", fix)


def _suggest_table(table: tuple[str, ...], name: str) -> str:
    known = [f"[{dotted(table)}]" for table in list_tables() if table]
    other = _OTHER_NAMES.get(name.casefold()) if not table else None
    close = nearest(f"[{dotted((*table, name))}]", known) or nearest(f"[{other or name}]", known)
    return f"did you mean {close}?" if close else f"the tables are: {', '.join(known)}"


def _suggest(table: tuple[str, ...], name: str) -> str:
    here = [key.path[-1] for key in list_keys() if _same_table(key, table)]
    elsewhere = [key for key in list_keys() if key.path[-1] == name]
    other = _OTHER_NAMES.get(name.casefold().replace("_", "").replace("-", "")) if not table else None
    if other:
        return f"did you mean `{other}`?"
    if elsewhere:
        return _belongs(elsewhere)
    if close := nearest(name, here):
        return f"did you mean `{close}`?"
    if close := nearest(name, [key.path[-1] for key in list_keys()]):
        return f"did you mean `{close}`? {_belongs([key for key in list_keys() if key.path[-1] == close])}"
    return f"what can be set here: {', '.join(here)}"


def _same_table(key: Key, table: tuple[str, ...]) -> bool:
    return len(key.table) == len(table) and key.table[:1] == table[:1]


def _belongs(keys: Sequence[Key]) -> str:
    if not keys[0].table:
        return "it belongs at the top of the file, ahead of the first [table]"
    return f"it belongs into the table {' or '.join(f'[{dotted(key.table)}]' for key in keys)}"
