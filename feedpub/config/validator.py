"""The settings classes as one pydantic model, which finds all faults of a table at once."""

from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, create_model
from pydantic import Field as ModelField

from feedpub.config.keys import Field, fields_of, table_class
from feedpub.config.plainly_right import LARGEST, LONGEST
from feedpub.config.settings import Settings
from feedpub.kinds.fault import Fault
from feedpub.kinds.text import check_text
from feedpub.model.setting import Setting


class FaultError(ValueError):
    """Carries a Fault through pydantic."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@cache
def settings_model() -> type[BaseModel]:
    """The model of a whole settings file: the show's keys at the top, a table for each other stage."""
    fields: dict[str, Any] = {}
    for name, settings in Settings.__annotations__.items():
        if name == "show":
            fields |= _model_fields(settings)
        else:
            fields[name] = (_table_model(settings), None)
    return _model("Settings", fields)


def _table_model(settings: Any) -> type[BaseModel]:
    return _model(settings.__name__, _model_fields(settings))


def _model(name: str, fields: dict[str, Any]) -> type[BaseModel]:
    return create_model(name, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _model_fields(settings: Any) -> dict[str, Any]:
    # Defaults are of no interest here: the model only judges, `assemble` makes the settings.
    return {
        field.name: (_annotation(field), ... if field.required else None) for field in fields_of(settings)
    }


def _annotation(field: Field) -> Any:
    below = table_class(field.type)
    if get_origin(field.type) is dict:
        return dict[str, _table_model(below)]  # type: ignore[misc]
    if below:
        return _table_model(below)
    if field.type is str:
        return _text(field.setting, may_be_empty=field.default == "")
    if get_origin(field.type) is tuple:
        return _list(field)
    if field.type is int:
        return Annotated[int, ModelField(ge=field.setting.minimum, le=LARGEST)]
    return bool if bool in get_args(field.type) else field.type


def _list(field: Field) -> Any:
    items: Any = list[_text(field.setting, may_be_empty=False)]  # type: ignore[misc]
    return Annotated[items, ModelField(min_length=int(field.required), max_length=LONGEST)]


def _text(setting: Setting, may_be_empty: bool) -> Any:
    def checked(text: str) -> str:
        if fault := check_text(text, setting, may_be_empty):
            raise FaultError(fault)
        return text

    return Annotated[str, AfterValidator(checked)]
