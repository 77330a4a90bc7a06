"""Podlove Simple Chapters: XML with a start, a title, and perhaps a link and a picture for each chapter.

https://podlove.org/simple-chapters/
"""

import re
from typing import Any

from lxml import etree

from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.misspelling import nearest_word
from feedpub.kinds.one_line import one_line
from feedpub.model import Chapter, Severity
from feedpub.model.duration import parse_clock
from feedpub.sources.chapters.check import MOST
from feedpub.sources.chapters.render import NAMESPACE
from feedpub.sources.chapters.rows import Row, bad_link, bad_start, too_many
from feedpub.sources.complaints import Complaints

_NAMESPACES = ("", NAMESPACE, NAMESPACE + "/")
_VERSIONS = ("1.0", "1.1", "1.2")
_ATTRIBUTES = ("start", "title", "href", "image")
#: a document type: nothing in chapters needs one, and entities can be made to fill memory
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)")


def read_simple_chapters(text: str, complaints: Complaints) -> list[Row]:
    """The chapters of an XML file; everything that is wrong with it goes into ``complaints``."""
    root = _parse(text, complaints)
    if root is None:
        return []
    lists = [element for element in root.iter(etree.Element) if _local(element) == "chapters"]
    if not lists:
        message = f"the XML is {quote(_local(root))}, and holds no `psc:chapters`"
        fix = f'put the chapters into <psc:chapters version="1.2" xmlns:psc="{NAMESPACE}">'
        complaints.add(Fault("chapters-missing-list", message, fix), _line(root))
        return []
    _check_list(lists[0], complaints)
    chapters = [child for child in lists[0].iterchildren(etree.Element) if _local(child) == "chapter"]
    if len(chapters) > MOST:
        complaints.add(too_many(len(chapters)), _line(lists[0]))
        return []
    rows = [_read_chapter(chapter, complaints) for chapter in chapters]
    return [row for row in rows if row is not None]


def _parse(text: str, complaints: Complaints) -> etree._Element | None:
    if found := _DOCTYPE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        fault = Fault("chapters-not-xml", "the XML has a document type", "remove it: chapters need none")
        complaints.add(fault, line)
        return None
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        what = str(error.msg).partition(", line")[0]
        fault = Fault("chapters-not-xml", f"this is no XML: {what}", "mend it, or export the chapters again")
        complaints.add(fault, error.lineno or 0, error.offset or 0)
        return None


def _check_list(element: etree._Element, complaints: Complaints) -> None:
    line, version = _line(element), element.get("version")
    if version not in _VERSIONS:
        what = "has no `version`" if version is None else f"has the `version` {quote(version)}"
        severity = Severity.ERROR if version is None else Severity.WARNING
        fault = Fault("psc-missing-attribute", f"`psc:chapters` {what}", 'write version="1.2"', severity)
        complaints.add(fault, line)
    for child in element.iterchildren(etree.Element):
        if _local(child) != "chapter":
            message = f"{quote(_local(child))} stands where only `psc:chapter` may be"
            fix = "apps pass over it: remove it"
            complaints.add(Fault("chapters-unknown-key", message, fix, Severity.INFO), _line(child))
    if not len(element):
        fix = "add chapters, or remove the file"
        complaints.add(Fault("chapters-empty", "`psc:chapters` is empty", fix, Severity.WARNING), line)


def _read_chapter(element: etree._Element, complaints: Complaints) -> Row | None:
    line, start, title = _line(element), element.get("start"), element.get("title")
    _check_attributes(element, complaints)
    href, image = (_read_link(element, name, complaints) for name in ("href", "image"))
    if start is None or title is None:
        return None
    ms = parse_clock(start.strip())
    if ms is None:
        complaints.add(bad_start(start)._replace(name="psc-invalid-start"), line)
        return None
    return Row(Chapter(ms, one_line(title), href, image), line)


def _check_attributes(element: etree._Element, complaints: Complaints) -> None:
    for name, example in (("start", "00:01:34.000"), ("title", "...")):
        if element.get(name) is None:
            message = f"this `psc:chapter` has no `{name}`"
            complaints.add(Fault("psc-missing-attribute", message, f'add {name}="{example}"'), _line(element))
    for name in map(str, element.keys()):
        if name not in _ATTRIBUTES:
            close = nearest_word(name, _ATTRIBUTES)
            fix = f"did you mean `{close}`?" if close else "apps pass over it: remove it"
            message = f"`psc:chapter` has no attribute {quote(name)}"
            severity = Severity.WARNING if close else Severity.INFO
            complaints.add(Fault("chapters-unknown-key", message, fix, severity), _line(element))


def _read_link(element: etree._Element, name: str, complaints: Complaints) -> str:
    value = element.get(name, "").strip()
    if value and (fault := bad_link(name, value)):
        complaints.add(fault, _line(element))
        return ""
    return value


def _local(element: etree._Element) -> str:
    """The name without its namespace; with it where that is a foreign one."""
    name = etree.QName(element)
    return name.localname if (name.namespace or "") in _NAMESPACES else str(element.tag)


def _line(element: etree._Element) -> int:
    """Where its start tag ends, which is all that libxml2 remembers."""
    line: Any = element.sourceline
    return int(line or 1)
