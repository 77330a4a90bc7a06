"""The language of a feed, and of single elements (`language`, `xml:lang`)."""

from feedpub.validate.document.element import Element
from feedpub.validate.language_tags import find_language_fault
from feedpub.validate.rule import ERROR, Problem, Problems, everywhere, quote, rule

_NOTHING: Problems = iter(())


@rule(
    id="RSS026",
    name="invalid-language",
    each="*",
    profiles=everywhere(ERROR),
    what="A language is not given by its code.",
    why="Directories list shows by it; Apple refuses a feed with a code that it does not know.",
    fix="Write a code of ISO 639, with a country if need be: `en`, `de`, `pt-BR`.",
    spec="RSS2 language; APPLE-G; PSP1; w3c:InvalidLanguage",
    bad="<language>English</language>",
    good="<language>en-us</language>",
    within="channel",
)
def invalid_language(element: Element) -> Problems:
    if element.name == "language" or "xml:lang" in element.attributes:
        return _judge(element)
    return _NOTHING


def _judge(element: Element) -> Problems:
    if element.name == "language":
        if not element.value:
            yield Problem(element, "`language` is empty: it is not a code of a language")
        elif fault := find_language_fault(element.value):
            yield Problem(
                element,
                f"`language` is {quote(element.value)}, not a code of a language",
                fix=_fix(fault.fix),
            )
    tag = element.attributes.get("xml:lang", "")
    # Empty means: none that is known (XML 1.0 §2.12).
    if tag and (fault := find_language_fault(tag)):
        name = element.name.rpartition("}")[2]
        message = f"`xml:lang` of `{name}` is {quote(tag)}, not a code of a language"
        yield Problem(element, message, attribute="xml:lang", fix=_fix(fault.fix))


def _fix(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith("?") else ".")
