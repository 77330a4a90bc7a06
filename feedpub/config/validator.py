"""The settings classes as one pydantic model, which finds all faults of a table at once."""

from datetime import timedelta
from functools import cache
from typing import Annotated, Any, ForwardRef, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, create_model
from pydantic import Field as ModelField

from feedpub.config.plainly_right import LONGEST
from feedpub.config.settings import Settings
from feedpub.kinds.fault import Fault
from feedpub.kinds.fields import Field, fields_of, is_noun, item_type, table_class
from feedpub.kinds.text import check_text
from feedpub.kinds.times import check_time
from feedpub.model.setting import Setting


class FaultError(ValueError):
    """Carries a Fault through pydantic."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@cache
def settings_model() -> type[BaseModel]:
    """The model of a settings file in full: the show's keys at the top, a table for each other stage."""
    fields: dict[str, Any] = {}
    for name, settings in Settings.__annotations__.items():
        if name == "show":
            fields |= _model_fields(settings)
        else:
            fields[name] = (_table_model(settings), None)
    return _model("Settings", fields)


@cache
def _table_model(settings: Any) -> type[BaseModel]:
    model = _model(settings.__name__, _model_fields(settings))
    if any(table_class(field.kind) is settings for field in fields_of(settings)):
        model.model_rebuild(_types_namespace={settings.__name__: model})
    return model


def _model(name: str, fields: dict[str, Any]) -> type[BaseModel]:
    return create_model(name, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _model_fields(settings: Any) -> dict[str, Any]:
    # Defaults are of no interest here: the model only judges, `assemble` makes the settings. Names are
    # aliases, so that a key may be called as a method of pydantic's is.
    return {
        f"{field.name}_": (
            Annotated[_annotation(field, settings), ModelField(alias=field.name)],
            ... if field.required else None,
        )
        for field in fields_of(settings)
    }


def _annotation(field: Field, settings: Any) -> Any:
    item = item_type(field.kind)
    if item is None:
        return _value(field.kind, field, settings, may_be_empty=field.default == "")
    inner: Any = _value(item, field, settings, may_be_empty=False)
    if get_origin(field.kind) is dict:
        return Annotated[dict[str, inner], ModelField(max_length=LONGEST)]
    return Annotated[list[inner], ModelField(min_length=int(field.required), max_length=LONGEST)]


def _value(kind: Any, field: Field, settings: Any, may_be_empty: bool) -> Any:
    if is_noun(kind):
        return ForwardRef(kind.__name__) if kind is settings else _table_model(kind)
    if kind is str:
        return _text(field.setting, may_be_empty)
    if kind is int:
        return Annotated[int, ModelField(ge=field.setting.minimum, le=field.setting.largest)]
    return Annotated[Any, PlainValidator(_checked_time)] if kind is timedelta else kind


def _text(setting: Setting, may_be_empty: bool) -> Any:
    def checked(text: str) -> str:
        if fault := check_text(text, setting, may_be_empty):
            raise FaultError(fault)
        return text

    return Annotated[str, AfterValidator(checked)]


def _checked_time(value: object) -> object:
    if fault := check_time(value):
        raise FaultError(fault)
    return value
