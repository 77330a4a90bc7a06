"""What is wrong with a value by the checks of sources, as the problem of a rule."""

from feedpub.kinds.fault import Fault
from feedpub.validate.document.element import Element
from feedpub.validate.rule import Problem, Severity


def attribute_problem(
    element: Element, attribute: str, fault: Fault, severity: Severity | None = None
) -> Problem:
    """The problem of an attribute of an element."""
    message = f"`{attribute}` of `{element.name}`: {fault.message}"
    return Problem(element, message, attribute=attribute, fix=sentence(fault.fix), severity=severity)


def text_problem(element: Element, fault: Fault, severity: Severity | None = None) -> Problem:
    """The problem of the text of an element."""
    return Problem(element, f"`{element.name}`: {fault.message}", fix=sentence(fault.fix), severity=severity)


def sentence(text: str) -> str:
    """A remedy as a sentence. A full stop behind an address might be taken for a part of it."""
    if not text:
        return ""
    last = text.split()[-1]
    stop = "" if text[-1] in "?.!" or any(mark in last for mark in "/:@=") else "."
    return f"{text[0].upper()}{text[1:]}{stop}"
