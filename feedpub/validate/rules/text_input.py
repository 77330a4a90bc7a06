"""`textInput`: a field for a word to search for, or the like (RSS 2.0)."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_REQUIRED = ("title", "description", "name", "link")
_REST = "<title>Search</title><description>Search the show</description><link>https://example.com/s</link>"
_SOUND = f"{_REST}<name>q</name>"
_CONTROL = re.compile(r"[A-Za-z][A-Za-z0-9_:.-]*")


@rule(
    id="RSS040",
    name="textinput-missing-child",
    each="channel/textInput",
    profiles=everywhere(ERROR),
    what="`textInput` lacks one of its elements.",
    why="All four are required: without them no reader can show the field or send what was typed.",
    fix="Add what is missing, or remove `<textInput>`: hardly any reader shows it.",
    spec="RSS2 textInput; w3c:MissingElement; w3c:MissingTitle; w3c:MissingDescription; w3c:MissingLink",
    bad=f"<textInput>{_REST}</textInput>",
    good=f"<textInput>{_SOUND}</textInput>",
)
def missing_child(text_input: Element) -> Problems:
    for name in _REQUIRED:
        if not text_input.has(name):
            yield Problem(text_input, f"`textInput` has no `{name}`: it is required")


@rule(
    id="RSS041",
    name="textinput-invalid-name",
    each="textInput/name",
    profiles={RSS: ERROR},
    what="The `name` in `textInput` cannot be the name of a field.",
    why="What was typed is sent under this name, as from a form in HTML.",
    fix="Begin with a letter, and go on with letters, digits and `-_:.` only.",
    spec="RSSP textInput; w3c:InvalidFormComponentName",
    bad=f"<textInput>{_REST}<name>42</name></textInput>",
    good=f"<textInput>{_SOUND}</textInput>",
    within="channel",
)
def invalid_name(name: Element) -> Problems:
    if not _CONTROL.fullmatch(name.value):
        message = (
            f"`name` of the `textInput` is {quote(name.value)}: that does not begin with a letter, "
            "or has others"
        )
        yield Problem(name, f"{message} than letters, digits and `-_:.`")


@rule(
    id="RSS042",
    name="textinput-discouraged",
    each="channel/textInput",
    profiles={RSS: WARNING},
    what="The channel has a `textInput`.",
    why="Hardly any reader shows it, and no podcast app.",
    fix="Remove `<textInput>`.",
    spec="RSSP textInput; w3c:AvoidTextInput",
    bad=f"<textInput>{_SOUND}</textInput>",
    good="<title>Tides</title>",
)
def discouraged(text_input: Element) -> Problems:
    yield Problem(text_input, "`textInput` is hardly supported by any reader")


@rule(
    id="RSS058",
    name="textinput-duplicate-child",
    each="channel/textInput",
    profiles=everywhere(ERROR),
    what="An element of `textInput` is there twice.",
    why="Some readers take the first, some the last.",
    fix="Keep the one that is right.",
    spec="RSS2 textInput; w3c:DuplicateElement",
    bad=f"<textInput>{_SOUND}<name>r</name></textInput>",
    good=f"<textInput>{_SOUND}</textInput>",
)
def duplicate_child(text_input: Element) -> Problems:
    first: dict[str, Element] = {}
    for child in text_input.children:
        if child.name in _REQUIRED and first.setdefault(child.name, child) is not child:
            message = (
                f"`{child.name}` stands in `textInput` more than once: it is already given on line {{line}}"
            )
            yield Problem(child, message, also=first[child.name])
