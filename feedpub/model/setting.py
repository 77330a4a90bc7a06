"""How a setting is described where it is declared, and where its value came from."""

from typing import NamedTuple

from feedpub.model.place import Place


class Setting(NamedTuple):
    """Stands in ``Annotated[type, Setting(...)]`` of a field of a settings class.

    The settings classes are ``NamedTuple``s, so that a run that finds them in the cache imports no
    validator; ``feedpub.config`` builds the validator, the JSON Schema and the reference from them.
    """

    #: one or two sentences for the reference
    doc: str
    #: a value as it would stand in TOML, for the reference
    example: str = ""
    #: what the text must be: one of the kinds of ``feedpub.kinds.text``; empty for free text
    kind: str = ""
    #: what the text may name in braces
    placeholders: tuple[str, ...] = ()
    #: the smallest number that makes sense
    minimum: int = 0
    #: how many characters of a text readers keep; 0 where there is no limit
    longest: int = 0
    #: the largest number that makes sense
    largest: int = 2**31 - 1


class Origin(NamedTuple):
    """Where the value of a setting came from."""

    #: default, file or environment
    kind: str
    #: the key in its file
    place: Place | None = None
    #: the environment variable
    variable: str = ""
