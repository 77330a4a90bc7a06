"""Values of a front matter -> nouns of the model, by the nouns' own declarations.

A noun is written as a mapping, or, where one text says enough, as that text; several of them as a list. Keys
may be spelt as the podcast namespace spells its attributes (`accountId`, `href`).
"""

from datetime import date, timedelta
from typing import Any, Literal, NoReturn, get_args, get_origin

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.fields import Field, fields_of, find_field, is_noun, item_type, short_field
from feedpub.kinds.nearest import nearest
from feedpub.kinds.nouns import check_noun, check_several
from feedpub.kinds.text import check_text
from feedpub.kinds.times import check_time, parse_time
from feedpub.model import Severity
from feedpub.sources.header.field_readers import Reading
from feedpub.sources.header.values import FieldFault, boolean_value, number_value, shown

#: tags of other namespaces hold each other; no such thing is deeper
_DEEPEST = 40


class _BadNoun(Exception):
    """A noun that cannot be made. What is wrong with it has been reported."""


def read_nouns(noun: Any, value: object, reading: Reading) -> tuple[Any, ...]:
    """Those of the nouns that are right. What is wrong with the others goes to the findings."""
    values = value if isinstance(value, list) else [value]
    found = []
    for number, one in enumerate(values, 1):
        reader = _NounReader(reading, number if len(values) > 1 else 0)
        try:
            found.append(reader.read(noun, one, (), 0))
        except _BadNoun:
            continue
    if fault := check_several(found):
        _NounReader(reading).add((), fault)
    return tuple(found)


def read_noun(noun: Any, value: object, reading: Reading) -> Any | None:
    """One noun; None where it is not right, which the findings say."""
    one = value[0] if isinstance(value, list) and len(value) == 1 else value
    try:
        return _NounReader(reading).read(noun, one, (), 0)
    except _BadNoun:
        return None


class _NounReader:
    """Reads one value, and adds what is wrong to the findings."""

    def __init__(self, reading: Reading, number: int = 0) -> None:
        """``number`` says which of several it is; 0: it stands alone."""
        self._reading = reading
        self._which = f" of number {number}" if number else ""

    def add(self, path: tuple[str, ...], fault: Fault) -> None:
        """A finding on what stands at a path within the value."""
        key = ".".join((self._reading.entry.key, *path))
        message = f"`{key}`{self._which}: {fault.message}"
        self._reading.add_at_entry(fault.severity, fault.name, message, fault.fix)

    def read(self, noun: Any, value: object, path: tuple[str, ...], depth: int) -> Any:
        """A noun. Raises _BadNoun when it cannot be made."""
        short = short_field(noun)
        if short and isinstance(value, str | int) and not isinstance(value, bool):
            value = {short.name: value}
        if not isinstance(value, dict) or depth > _DEEPEST:
            self._fail(path, _no_noun(noun, value))
        values = self._read_values(noun, value, path, depth)
        made = noun(**values)
        if fault := check_noun(made):
            self.add(path, fault)
            if fault.severity >= Severity.ERROR:
                raise _BadNoun
        return made

    def _read_values(
        self, noun: Any, mapping: dict[Any, object], path: tuple[str, ...], depth: int
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        is_bad = False
        for key, given in mapping.items():
            field = find_field(noun, str(key))
            if field is None:
                is_bad |= self._report_unknown(noun, str(key), path)
            elif given is not None and given != "":
                try:
                    values[field.name] = self._read_field(field, given, (*path, field.name), depth)
                except _BadNoun:
                    is_bad = True
        for field in fields_of(noun):
            if field.required and field.name not in values and not is_bad:
                self._fail(path, _missing(field))
        if is_bad:
            raise _BadNoun
        return values

    def _read_field(self, field: Field, value: object, path: tuple[str, ...], depth: int) -> Any:
        item = item_type(field.kind)
        if item is None:
            return self._read_value(field.kind, field, value, path, depth)
        if get_origin(field.kind) is dict:
            if not isinstance(value, dict):
                self._fail(path, Fault("wrong-type", f"{shown(value)} is no mapping", _example(field)))
            return {str(key): self._read_value(item, field, one, path, depth) for key, one in value.items()}
        values = value if isinstance(value, list) else [value]
        return tuple(self._read_value(item, field, one, path, depth) for one in values)

    def _read_value(self, kind: Any, field: Field, value: object, path: tuple[str, ...], depth: int) -> Any:
        if is_noun(kind):
            return self.read(kind, value, path, depth + 1)
        try:
            if kind is bool:
                return boolean_value(value)
            if kind is int:
                return self._number(field, value, path)
        except FieldFault as fault:
            self._fail(path, Fault(fault.name, fault.message, fault.fix))
        if kind is timedelta:
            if wrong := check_time(value):
                self._fail(path, wrong)
            return parse_time(value)
        return self._text(kind, field, value, path)

    def _number(self, field: Field, value: object, path: tuple[str, ...]) -> int:
        number = number_value(value, digits=16)
        low, high = field.setting.minimum, field.setting.largest
        if not low <= number <= high:
            fix = f"it must be at least {low}" if number < low else f"it must be at most {high}"
            self._fail(path, Fault("out-of-range", f"{quote(number)} is out of range", fix))
        return number

    def _text(self, kind: Any, field: Field, value: object, path: tuple[str, ...]) -> str:
        if isinstance(value, date) and field.setting.kind == "iso date":
            value = value.isoformat()
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            fix = _example(field) or "write text"
            self._fail(path, Fault("wrong-type", f"{shown(value)} stands where text must be", fix))
        # Its inner blanks and lines are kept: a note to a service may be a signature.
        text = str(value).strip()
        if get_origin(kind) is Literal:
            return self._choice(get_args(kind), text, path)
        if fault := check_text(text, field.setting, may_be_empty=field.default == ""):
            self.add(path, fault)
            if fault.severity >= Severity.ERROR:
                raise _BadNoun
        return text

    def _choice(self, choices: tuple[str, ...], text: str, path: tuple[str, ...]) -> str:
        if text.lower() not in choices:
            known = [choice for choice in choices if choice]
            close = nearest(text, known)
            fix = f"did you mean `{close}`?" if close else f"write {' or '.join(known)}"
            self._fail(path, Fault("unknown-value", f"it cannot be {quote(text)}", fix))
        return text.lower()

    def _report_unknown(self, noun: Any, key: str, path: tuple[str, ...]) -> bool:
        """Reports a key that means nothing; whether it is likely that another one was meant."""
        known = [field.name for field in fields_of(noun)]
        close = nearest(key, known)
        fix = f"did you mean `{close}`?" if close else f"it is passed over; the keys are: {', '.join(known)}"
        severity = Severity.ERROR if close else Severity.WARNING
        self.add(path, Fault("unknown-key", f"there is no key {quote(key)} in it", fix, severity))
        return bool(close)

    def _fail(self, path: tuple[str, ...], fault: Fault) -> NoReturn:
        self.add(path, fault)
        raise _BadNoun


def _missing(field: Field) -> Fault:
    return Fault("missing-value", f"it has no `{field.name}`", f"add {field.name}: {field.setting.example}")


def _no_noun(noun: Any, value: object) -> Fault:
    required = [field.name for field in fields_of(noun) if field.required] or [fields_of(noun)[0].name]
    keys = " and ".join(f"`{name}`" for name in required)
    return Fault("wrong-type", f"{shown(value)} says too little", f"write a mapping with {keys}")


def _example(field: Field) -> str:
    return f"write for example {field.setting.example}" if field.setting.example else ""
