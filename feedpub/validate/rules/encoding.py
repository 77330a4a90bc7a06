"""In which encoding the document is, and whether it says so."""

from feedpub.validate.document.reading import Document
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

#: encodings that at least most readers know (Python's names of them)
_USUAL = {"utf-8", "ascii", "iso8859-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}


@rule(
    id="XML007",
    name="encoding-not-utf-8",
    each="document",
    profiles={APPLE: ERROR, PSP1: ERROR, RSS: WARNING, SPOTIFY: WARNING},
    what="The document is not in UTF-8.",
    why="Apple and PSP-1 take nothing else, and some apps show letters wrongly that are in another encoding.",
    fix='Save the feed in UTF-8, and write `<?xml version="1.0" encoding="UTF-8"?>`.',
    spec="APPLE-G closing notes; PSP1 Required RSS Namespace Declarations; w3c:NotUTF8; w3c:ObscureEncoding; "
    "w3c:NonstdEncoding",
    bad='<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel/></rss>',
    good='<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel/></rss>',
)
def encoding_not_utf8(document: Document) -> Problems:
    encoding = document.encoding
    if encoding.unknown or encoding.actual in ("utf-8", "ascii"):
        return
    name = encoding.declared or encoding.actual.upper()
    unusual = "" if encoding.actual in _USUAL else ", which few readers know"
    yield Problem(document, f"the channel is in the encoding {quote(name)}, not in UTF-8{unusual}")


@rule(
    id="XML008",
    name="unknown-encoding",
    each="document",
    profiles=everywhere(ERROR),
    what="The declared encoding does not exist.",
    why="A reader that does not know the encoding cannot read the feed.",
    fix='Save the feed in UTF-8, and write `encoding="UTF-8"`.',
    spec="XML §4.3.3; w3c:UnknownEncoding",
    bad='<?xml version="1.0" encoding="utf-eight"?><rss version="2.0"><channel/></rss>',
    good='<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel/></rss>',
)
def unknown_encoding(document: Document) -> Problems:
    if document.encoding.unknown:
        yield Problem(document, f"the declared encoding {quote(document.encoding.declared)} is unknown")


@rule(
    id="XML009",
    name="bytes-contradict-encoding",
    each="document",
    profiles=everywhere(ERROR),
    what="Some bytes are nothing in the encoding that the document is in.",
    why="Readers refuse the feed there, or show a wrong character. Often a text in Windows-1252 was put "
    "into a feed in UTF-8.",
    fix="Save the text in UTF-8 before it goes into the feed.",
    spec="XML §4.3.3; w3c:UnicodeError",
    bad='<?xml version="1.0" encoding="ASCII"?>'
    '<rss version="2.0"><channel><title>\u00e4</title></channel></rss>',
    good='<?xml version="1.0" encoding="UTF-8"?>'
    '<rss version="2.0"><channel><title>\u00e4</title></channel></rss>',
)
def bytes_contradict_encoding(document: Document) -> Problems:
    encoding = document.encoding
    if encoding.declared.lower() in ("ascii", "us-ascii") and encoding.actual == "ascii":
        first = next((at for at, byte in enumerate(document.original) if byte > 127), None)
        if first is not None and not encoding.wrong:
            yield Problem(
                _At(first),
                f"byte 0x{document.original[first]:02X} is not in the declared encoding "
                f"`{encoding.declared}`",
            )
        return
    if encoding.mark and encoding.has_mark and encoding.declared:
        mark, declared = encoding.mark.partition("-")[0:3:2], encoding.declared.lower()
        if encoding.mark == "utf-8" and declared not in ("utf-8", "utf8") and not encoding.unknown:
            yield Problem(
                document,
                f"the byte order mark says UTF-8, the declaration says the encoding is {quote(declared)}",
            )
        elif encoding.mark != "utf-8" and mark[0] not in declared:
            yield Problem(
                document,
                f"the byte order mark says {encoding.mark.upper()}, the declaration says the encoding is "
                f"{quote(declared)}",
            )
    for wrong in encoding.wrong:
        shown = " ".join(f"0x{byte:02X}" for byte in wrong.bytes[:4])
        yield Problem(
            _At(wrong.offset, document),
            f"byte {wrong.byte:,} of the document ({shown}) is nothing in the encoding "
            f"{encoding.actual.upper()}",
        )


class _At:
    """A place in what came: it has to be looked for in the mended document."""

    def __init__(self, offset: int, document: Document | None = None) -> None:
        self.offset = document.shifts.mended(offset) if document is not None else offset


@rule(
    id="XML010",
    name="missing-xml-declaration",
    each="document",
    profiles=everywhere(INFO, apple=WARNING),
    what="The document has no XML declaration, or one without an encoding.",
    why="For UTF-8 that is lawful, but Apple asks for it, and nothing else says in which encoding the feed "
    "is.",
    fix='Begin the feed with `<?xml version="1.0" encoding="UTF-8"?>`.',
    spec="APPLE-823; w3c:MissingEncoding",
    bad='<rss version="2.0"><channel/></rss>',
    good='<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel/></rss>',
)
def missing_declaration(document: Document) -> Problems:
    if document.root is None:
        return
    declaration = document.walked.declaration
    if declaration is None:
        yield Problem(document, "there is no XML declaration, which would say the encoding")
    elif not declaration.encoding:
        yield Problem(document, "the XML declaration does not say the encoding")


@rule(
    id="XML012",
    name="xml-version-not-1-0",
    each="document",
    profiles=everywhere(ERROR),
    what="The XML declaration gives another version than 1.0.",
    why="No feed reader knows XML 1.1, and there is no other.",
    fix='Write `<?xml version="1.0" encoding="UTF-8"?>`; the version of RSS stands in `<rss version="2.0">`.',
    spec="XML §2.8; w3c:BadXmlVersion",
    bad='<?xml version="2.0"?><rss version="2.0"><channel/></rss>',
    good='<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
)
def xml_version(document: Document) -> Problems:
    declaration = document.walked.declaration
    if declaration is not None and declaration.version != "1.0":
        yield Problem(declaration, f"the version of XML is {quote(declaration.version)}, not 1.0")


@rule(
    id="XML013",
    name="doctype-present",
    each="document",
    profiles=everywhere(WARNING),
    what="The document has a DOCTYPE.",
    why="RSS 2.0 has none. Some parsers refuse a document that has one, or fetch what it names; the "
    "addresses of RSS 0.91 are gone.",
    fix="Delete the `<!DOCTYPE …>`.",
    spec="RSS2; w3c:InvalidDoctype; w3c:DeprecatedDTD",
    bad='<!DOCTYPE rss><rss version="2.0"><channel/></rss>',
    good='<rss version="2.0"><channel/></rss>',
)
def doctype(document: Document) -> Problems:
    doctype = document.walked.doctype
    if doctype is not None and not document.is_html:
        named = f", a DTD at {quote(doctype.system)}" if doctype.system else ""
        yield Problem(doctype, f"there is a DOCTYPE `{doctype.name[:40]}`{named}")


@rule(
    id="XML014",
    name="external-entity",
    each="document",
    profiles=everywhere(WARNING),
    what="An entity is declared whose content lies elsewhere.",
    why="A reader that fetches it can be made to read files of its own machine; sound ones drop it, and its "
    "text is missing. "
    "It is never fetched here.",
    fix="Put the text itself into the feed.",
    spec="XML §4.2.2; w3c:ContainsSystemEntity",
    bad='<!DOCTYPE rss [<!ENTITY notes SYSTEM "notes.txt">]><rss version="2.0"><channel/></rss>',
    good='<!DOCTYPE rss [<!ENTITY notes "Notes">]><rss version="2.0"><channel/></rss>',
)
def external_entity(document: Document) -> Problems:
    for mark in document.walked.external_entities:
        yield Problem(mark, f"the entity {quote(mark.text)} is external: its content is to be fetched")
