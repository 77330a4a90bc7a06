"""Namespaces: whether they are declared, are the right ones, and have their usual prefixes."""

from feedpub.validate.document.namespaces import (
    ALIASES,
    PREFIXES,
    RESERVED,
    intended_namespace,
    prefix_of,
)
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import ERROR, INFO, WARNING, Problem, Problems, everywhere, quote, rule

_RSS = '<rss version="2.0" '
_END = "><channel><title>Tides</title></channel></rss>"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
#: further prefixes under which a namespace is so often met that no reader minds
_ALSO_USUAL = {
    "creativeCommons": {"cc"},
    "atom": {"a10", "atom10", ""},
    "podcast": {"podcast"},
    "cc": {"creativeCommons"},
}
#: namespaces of RSS 2.0 itself, which has none: programs declare them all the same
_RSS_ITSELF = (
    "http://backend.userland.com/rss2",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/rss/1.0/",
)


@rule(
    id="XML005",
    name="undeclared-namespace-prefix",
    each="document",
    profiles=everywhere(ERROR),
    what="A prefix is used that no `xmlns:` declares.",
    why="To a reader that knows namespaces such a document is broken as a whole.",
    fix="Declare the prefix in `<rss>`.",
    spec="XMLNS §5; w3c:SAXError; w3c:MissingNamespace",
    bad='<rss version="2.0"><channel><itunes:author>Ada</itunes:author></channel></rss>',
    good=f'{_RSS}xmlns:itunes="{_ITUNES}"><channel><itunes:author>Ada</itunes:author></channel></rss>',
)
def undeclared_prefix(document: Document) -> Problems:
    for mark in document.walked.undeclared:
        uri = RESERVED.get(mark.text) or next(
            (uri for uri, prefix in PREFIXES.items() if prefix == mark.text), ""
        )
        fix = f'Declare it in `<rss>`: xmlns:{mark.text}="{uri}"' if uri else ""
        yield Problem(mark, f"the namespace prefix `{mark.text}` is not declared", fix=fix)


@rule(
    id="XML017",
    name="unusual-namespace-prefix",
    each="document",
    profiles=everywhere(INFO),
    what="A namespace that podcasts use has another prefix than the usual one.",
    why="It is lawful, but many podcast apps look for the prefix and not for the namespace.",
    fix="Use the usual prefix.",
    spec="NS 1.0 intro; w3c:NonstdPrefix",
    bad=f'{_RSS}xmlns:apple="{_ITUNES}"{_END}',
    good=f'{_RSS}xmlns:itunes="{_ITUNES}"{_END}',
)
def unusual_prefix(document: Document) -> Problems:
    for one in document.walked.namespaces:
        usual = PREFIXES.get(one.uri) or prefix_of(one.uri)
        if not usual or one.prefix == usual or one.prefix in _ALSO_USUAL.get(usual, ()):
            continue
        if usual in ("xhtml", "xml") or (one.prefix in RESERVED and RESERVED[one.prefix] != one.uri):
            continue
        attribute = f"xmlns:{one.prefix}" if one.prefix else "xmlns"
        yield Problem(
            one.element,
            f"the prefix of the namespace {quote(one.uri)} is `{one.prefix}`, usually it is `{usual}`",
            attribute=attribute,
        )


@rule(
    id="XML018",
    name="reserved-prefix-misused",
    each="document",
    profiles=everywhere(WARNING),
    what="A prefix that every reader takes for one namespace stands for another.",
    why="Apps that go by the prefix read these elements as something that they are not.",
    fix="Use another prefix, or the namespace that the prefix stands for.",
    spec="NS 1.0 intro; w3c:ReservedPrefix",
    bad=f'{_RSS}xmlns:itunes="https://tides.example.com/ns"{_END}',
    good=f'{_RSS}xmlns:itunes="{_ITUNES}"{_END}',
)
def reserved_prefix(document: Document) -> Problems:
    for one in document.walked.namespaces:
        meant = RESERVED.get(one.prefix)
        if not meant or prefix_of(one.uri) == one.prefix or intended_namespace(one.uri):
            continue
        if PREFIXES.get(ALIASES.get(one.uri, one.uri)) == one.prefix:
            continue
        yield Problem(
            one.element,
            f"the prefix `{one.prefix}` is bound to the namespace {quote(one.uri)}, but it is reserved for "
            f"{meant}",
            attribute=f"xmlns:{one.prefix}",
        )


@rule(
    id="XML019",
    name="namespace-uri-misspelt",
    each="document",
    profiles=everywhere(ERROR),
    what="The address of a namespace is almost, but not quite, a known one.",
    why="Namespaces are compared letter by letter. Apple ignores all elements of one that is misspelt; here "
    "they are "
    "judged as if it were right.",
    fix="Copy the namespace exactly.",
    spec="APPLE-G; PSP1; NS 1.0 intro; NSLIST; w3c:MediaRssNamespace",
    bad=f'{_RSS}xmlns:itunes="https://www.itunes.com/dtds/podcast-1.0.dtd"{_END}',
    good=f'{_RSS}xmlns:itunes="{_ITUNES}"{_END}',
)
def misspelt_namespace(document: Document) -> Problems:
    for one in document.walked.namespaces:
        meant = intended_namespace(one.uri)
        if meant:
            severity = None if _is_for_podcasts(meant) else WARNING
            yield Problem(
                one.element,
                f"the namespace {quote(one.uri)} is misspelt: it is not {meant}",
                attribute=f"xmlns:{one.prefix}" if one.prefix else "xmlns",
                fix=f'Write xmlns:{one.prefix or PREFIXES[meant]}="{meant}".',
                severity=severity,
            )


def _is_for_podcasts(uri: str) -> bool:
    """Whether a podcast loses something when the elements of a namespace are ignored."""
    return PREFIXES[uri] in {"itunes", "podcast", "atom", "content", "psc", "media", "spotify", "googleplay"}


@rule(
    id="XML020",
    name="unknown-namespace",
    each="document",
    profiles=everywhere(INFO),
    what="A namespace is declared that is not known here.",
    why="That is lawful and common: its elements are passed over.",
    fix="Nothing, if it is meant; else compare its address with the one in its documentation.",
    spec="RSS2 Extending RSS; w3c:UnknownNamespace",
    bad=f'{_RSS}xmlns:tides="https://tides.example.com/ns"{_END}',
    good=f'{_RSS}xmlns:itunes="{_ITUNES}"{_END}',
)
def unknown_namespace(document: Document) -> Problems:
    for one in document.walked.namespaces:
        if one.uri and one.is_root and not prefix_of(one.uri) and one.uri not in _RSS_ITSELF:
            yield Problem(
                one.element,
                f"the namespace {quote(one.uri)} is unknown",
                attribute=f"xmlns:{one.prefix}" if one.prefix else "xmlns",
            )


@rule(
    id="XML021",
    name="unused-namespace",
    each="document",
    profiles=everywhere(INFO),
    what="A namespace is declared at the root that nothing uses.",
    why="It does no harm, and nothing for the feed.",
    fix="Leave the declaration out.",
    spec="practice",
    bad=f'{_RSS}xmlns:dc="http://purl.org/dc/elements/1.1/"{_END}',
    good=f'{_RSS}xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><dc:creator>Ada</dc:creator></channel></rss>',
)
def unused_namespace(document: Document) -> Problems:
    used = document.walked.used_prefixes
    for one in document.walked.namespaces:
        # PSP-1 wants these three whether they are used or not, Apple's sample has content.
        needless = one.is_root and one.prefix and one.prefix not in used
        if needless and prefix_of(one.uri) not in ("itunes", "podcast", "atom", "content"):
            yield Problem(
                one.element,
                f"the namespace prefix `{one.prefix}` is not used",
                attribute=f"xmlns:{one.prefix}",
            )
