"""What somebody meant with a key that the settings do not know."""

from collections.abc import Sequence
from typing import Any

from feedpub.config.keys import Key, dotted, find_table, list_keys, list_tables
from feedpub.kinds.fault import Fault
from feedpub.kinds.fields import fields_of, find_field
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
    "donate": "funding",
    "donations": "funding",
    "licence": "license",
    "place": "location",
    "frequency": "updates",
    "updatefrequency": "updates",
    "schedule": "updates",
    "socialinteract": "social",
    "comments": "social",
    "trailer": "trailers",
    "season": "seasons",
    "transcript": "transcripts",
    "recommendations": "podroll",
}


#: so many tables of which a key may be one are worth naming
_MOST = 3


def unknown_key(path: Sequence[str | int], value: object) -> Fault:
    """A fault that names the key that was probably meant, or the table into which it belongs."""
    names = [part for part in path if isinstance(part, str)]
    table, name = tuple(names[:-1]), names[-1]
    is_table = isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict))
    home = find_table(table)
    if home and is_model_noun(home.kind):
        fix = _suggest_here(home.kind, name)
    else:
        fix = _suggest_table(table, name) if is_table else _suggest(table, name)
    where = f" in [{dotted(table)}]" if table else ""
    return Fault("unknown-key", f"there is no {'table' if is_table else 'setting'} `{name}`{where}", fix)


def is_model_noun(kind: Any) -> bool:
    """Whether a table is a noun of podcasting, whose keys mean nothing elsewhere."""
    return str(kind.__module__).startswith("feedpub.model.")


def _suggest_here(kind: Any, name: str) -> str:
    known = [field.name for field in fields_of(kind)]
    field = find_field(kind, name)
    close = field.name if field else nearest(name, known)
    return f"did you mean `{close}`?" if close else f"what can be set here: {', '.join(known)}"


def _suggest_table(table: tuple[str, ...], name: str) -> str:
    known = {f"[{dotted(one.path)}]": one.header for one in list_tables() if one.path}
    other = _OTHER_NAMES.get(name.casefold()) if not table else None
    close = nearest(f"[{dotted((*table, name))}]", known) or nearest(f"[{other or name}]", known)
    if close:
        return f"did you mean {known[close]}?"
    return f"the tables are: {', '.join(header for header in known.values() if '.' not in header)}"


def _suggest(table: tuple[str, ...], name: str) -> str:
    here = [field.name for field in fields_of(home.kind)] if (home := find_table(table)) else []
    others = [key for key in list_keys() if not is_model_noun(key.home.kind)]
    elsewhere = [key for key in others if key.path[-1] == name]
    other = _OTHER_NAMES.get(name.casefold().replace("_", "").replace("-", "")) if not table else None
    if other:
        return f"did you mean `{other}`?"
    if elsewhere:
        return _belongs(elsewhere)
    if close := nearest(name, here):
        return f"did you mean `{close}`?"
    if close := nearest(name, [key.path[-1] for key in others]):
        return f"did you mean `{close}`? {_belongs([key for key in others if key.path[-1] == close])}"
    return f"what can be set here: {', '.join(here)}"


def _belongs(keys: Sequence[Key]) -> str:
    if not keys[0].table:
        return "it belongs at the top of the file, ahead of the first [table]"
    headers = [key.home.header for key in keys[:_MOST]]
    return f"it belongs into the table {' or '.join(headers)}"
