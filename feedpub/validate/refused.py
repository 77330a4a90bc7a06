"""What the schemas refuse in a feed, and no rule has told yet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from feedpub.validate.document.element import Element
from feedpub.validate.document.positions import offset_of_attribute
from feedpub.validate.document.reading import Document
from feedpub.validate.findings import Noted
from feedpub.validate.rule import Rule
from feedpub.validate.schema import Violation, check_schema

#: rules that tell the same where the schemas cannot tell them apart
_KIN = (
    frozenset({"RSS011", "RSS012", "RSS013", "RSS016"}),
    frozenset({"POD002", "POD003", "POD210", "POD250", "POD360", "POD400"}),
    frozenset({"POD005", "POD008", "POD280", "POD350"}),
    # an attribute that is misspelt
    frozenset({"GUID005", "RSS014"}),
)


def find_refused(document: Document, noted: Iterable[Noted], rules: Iterable[Rule]) -> list[Noted]:
    """The violations of rules in force that are not among what was `noted`."""
    root = document.root
    if root is None or root.name != "rss" or document.broken is not None or b"<!ENTITY" in document.data:
        return []
    violations = check_schema(document.data)
    if not violations:
        return []
    by_id = {one.id: one for one in rules}
    told: dict[str, list[int]] = {}
    for one in noted:
        if not one.path:
            told.setdefault(one.rule, []).append(one.offset)
    for offsets in told.values():
        offsets.sort()
    items = [item for channel in root.all("channel") for item in channel.items]
    items.sort(key=lambda item: item.offset)
    return [
        _noted(document, one, by_id[one.rule].fix, items)
        for one in violations
        if one.rule in by_id and not _is_told(document, one, told)
    ]


def _is_told(document: Document, violation: Violation, told: dict[str, list[int]]) -> bool:
    """Whether a rule spoke of the element, of something in it, or of the element around it."""
    starts, end = document.walked.offsets, len(document.data)

    def after(ordinal: int) -> int:
        return starts[ordinal + 1] if ordinal + 1 < len(starts) else end

    ranges = [
        (starts[violation.ordinal], after(violation.last)),
        (starts[violation.parent], after(violation.parent)),
    ]
    for rule in _alike(violation.rule):
        offsets = told.get(rule, [])
        if any(bisect_left(offsets, first) < bisect_left(offsets, past) for first, past in ranges):
            return True
    return False


def _alike(rule: str) -> frozenset[str]:
    return next((kin for kin in _KIN if rule in kin), frozenset({rule}))


def _noted(document: Document, violation: Violation, fix: str, items: list[Element]) -> Noted:
    offset = document.walked.offsets[violation.ordinal]
    index = bisect_right(items, offset, key=lambda item: item.offset) - 1
    title = guid = ""
    if index >= 0 and offset < items[index].end:
        title, guid = " ".join(items[index].get("title")[:200].split()), items[index].get("guid")
    if violation.attribute:
        offset = offset_of_attribute(document.data, offset, violation.attribute)
    said, element = violation.message, violation.element
    return Noted(violation.rule, "", offset, 0, 0, said, fix, None, None, None, title, guid, element)
