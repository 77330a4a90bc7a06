"""How settings classes and model nouns declare their fields, read off their annotations.

Both are ``NamedTuple``s whose fields are ``Annotated[type, Setting(...)]``. What reads, checks, describes or
prints them walks these declarations, so that a field is written down once.
"""

from functools import cache
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from feedpub.model.setting import Setting


class Field(NamedTuple):
    """One field of a settings class or a noun."""

    name: str
    #: the type without its ``Annotated``
    type: Any
    setting: Setting
    #: None where the field is required
    default: object
    required: bool

    @property
    def kind(self) -> Any:
        """The type of what is given, where ``None`` only means that nothing is."""
        return self.type if get_origin(self.type) is not UnionType else get_args(self.type)[0]


@cache
def fields_of(noun: Any) -> tuple[Field, ...]:
    """The fields of one class, in the order of declaration."""
    hints = get_type_hints(noun, include_extras=True)
    defaults = noun._field_defaults
    return tuple(
        Field(name, get_args(hint)[0], get_args(hint)[1], defaults.get(name), name not in defaults)
        for name, hint in hints.items()
    )


def is_noun(kind: Any) -> bool:
    """Whether a type is a class with fields of its own."""
    return hasattr(kind, "_field_defaults")


def item_type(kind: Any) -> Any:
    """What a list (``tuple[X, ...]``) or a table by names (``dict[str, X]``) holds; None for all else."""
    origin = get_origin(kind)
    return get_args(kind)[origin is dict] if origin in (tuple, dict) else None


def table_class(kind: Any) -> Any:
    """The class of what a type holds: itself, or one in each place of a list or table; None for values."""
    inner = item_type(kind) or kind
    return inner if is_noun(inner) else None


@cache
def short_field(noun: Any) -> Field | None:
    """The field that a text means which stands in place of a noun: the first, if all others may be absent."""
    first, *others = fields_of(noun)
    return first if first.type is str and not any(field.required for field in others) else None


#: what attributes of the podcast namespace and habits of other tools call a field
OTHER_NAMES = {
    "href": "url",
    "uri": "url",
    "link": "url",
    "src": "url",
    "starttime": "start",
    "begin": "start",
    "dtstart": "start",
    "remotestarttime": "remote_start",
    "lang": "language",
    "length": "length_bytes",
    "bytes": "length_bytes",
    "mime": "type",
    "mimetype": "type",
    "destinations": "recipients",
    "valuerecipients": "recipients",
    "valuetimesplits": "time_splits",
    "guid": "feed_guid",
    "id": "feed_guid",
    "label": "title",
}


def find_field(noun: Any, name: str) -> Field | None:
    """The field that a name means in any spelling (`accountId`), or by what others call it (`href`)."""
    known = {_fold(field.name): field for field in fields_of(noun)}
    folded = _fold(name)
    return known.get(folded) or known.get(_fold(OTHER_NAMES.get(folded, "")))


def _fold(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")
