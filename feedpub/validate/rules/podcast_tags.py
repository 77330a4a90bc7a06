"""What holds of all tags of the podcast namespace, by one table of them."""

from urllib.parse import quote as percent_encode

from feedpub.kinds.addresses import check_url
from feedpub.kinds.identifiers import check_https_url, check_uri
from feedpub.model.finding import Severity
from feedpub.validate.document.element import Element
from feedpub.validate.document.namespaces import ATOM, ITUNES, PODCAST, prefix_of
from feedpub.validate.document.reading import Document
from feedpub.validate.podcast_tags import (
    ADDRESSES,
    LONGEST_ATTRIBUTES,
    PREFIX,
    PROPOSED,
    nearest_attribute,
    nearest_tag,
    tag_of,
)
from feedpub.validate.rule import (
    ERROR,
    INFO,
    PODCASTING2,
    PSP1,
    WARNING,
    Problem,
    Problems,
    quote,
    rule,
)

_WITH_ADDRESSES = tuple(f"{PREFIX}{name}" for name in ADDRESSES)
_WANTED = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}
_ROOT = '<rss version="2.0" ' + " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _WANTED.items())
_REST = "><channel><title>Tides</title></channel></rss>"
#: required attributes that rules of their own ask for
_ASKED_ELSEWHERE = {("image", "href"), ("remoteItem", "feedGuid")}
#: attributes in which the page of the tag itself has addresses with `http:`
_ONLY_WARNED = {("podcast:person", "img")}


@rule(
    id="POD001",
    name="missing-podcast-namespace",
    each="document",
    profiles={PSP1: ERROR},
    what="The root does not declare the namespaces `podcast` and `atom`.",
    why="The Podcast RSS Standard asks for both, and for `itunes`, so that every reader finds them where it "
    "looks; of `itunes` missing-itunes-namespace tells.",
    fix="Declare them in `<rss>`.",
    spec="PSP1 required namespaces",
    bad=f'<rss version="2.0" xmlns:itunes="{ITUNES}" xmlns:atom="{ATOM}"{_REST}',
    good=f"{_ROOT}{_REST}",
)
def missing_namespace(document: Document) -> Problems:
    root = document.root
    if root is None or root.name != "rss":
        return
    declared = {prefix_of(one.uri) for one in document.walked.namespaces if one.is_root}
    missing = [prefix for prefix in ("podcast", "atom") if prefix not in declared]
    if missing:
        names = ", ".join(f"`xmlns:{prefix}`" for prefix in missing)
        fix = " ".join(f'xmlns:{prefix}="{_WANTED[prefix]}"' for prefix in missing)
        yield Problem(root, f"the root does not declare {names}", fix=f"Add to `<rss>`: {fix}")


@rule(
    id="POD002",
    name="unknown-podcast-element",
    each="podcast:*",
    profiles={PODCASTING2: WARNING},
    what="An element of the podcast namespace is none of its tags.",
    why="Apps ignore what they do not know; names are compared letter by letter.",
    fix="Correct the name, or remove the element.",
    spec="NS 1.0 contents",
    bad='<podcast:transcripts url="https://tides.example/1.vtt" type="text/vtt"/>',
    good='<podcast:transcript url="https://tides.example/1.vtt" type="text/vtt"/>',
)
def unknown_tag(element: Element) -> Problems:
    if tag_of(element) is not None:
        return
    local = element.name.removeprefix(PREFIX)
    if local in PROPOSED:
        message = f"`{element.name}` was proposed, but is no tag of the podcast namespace"
        yield Problem(element, message, fix="Nothing need be done: few apps read it.", severity=INFO)
        return
    meant = nearest_tag(local)
    message = f"`{element.name}` is no tag of the podcast namespace"
    yield Problem(element, message, fix=f"Did you mean `podcast:{meant}`?" if meant else "")


@rule(
    id="POD003",
    name="misplaced-podcast-element",
    each="podcast:*",
    profiles={PODCASTING2: ERROR},
    what="A tag of the podcast namespace stands where it may not.",
    why="Apps look for each tag in its place, and find it nowhere else.",
    fix="Move it to where it belongs.",
    spec='NS each tag, "Parent"',
    bad="<podcast:locked>yes</podcast:locked>",
    good="<podcast:season>1</podcast:season>",
    within="item",
)
def misplaced_tag(element: Element) -> Problems:
    tag, parent = tag_of(element), element.parent
    if tag is None or parent is None:
        return
    if parent.name in tag.parents or (parent.name == "podcast:liveItem" and "item" in tag.parents):
        return
    if parent.name.startswith(PREFIX) and tag_of(parent) is None:
        # It has a home of its own making.
        return
    homes = " or ".join(f"`{one}`" for one in tag.parents)
    message = f"`{element.name}` stands in `{parent.name}`, where it may not be"
    yield Problem(element, message, fix=f"Move it into {homes}.")


@rule(
    id="POD004",
    name="duplicate-podcast-element",
    each="podcast:*",
    profiles={PODCASTING2: ERROR},
    what="A tag of which there may be one stands in its parent twice.",
    why="Some apps take the first, some the last, so listeners see different things.",
    fix="Remove the one that is too many.",
    spec='NS each tag, "Count"',
    bad="<podcast:season>1</podcast:season><podcast:season>2</podcast:season>",
    good="<podcast:season>1</podcast:season><podcast:episode>2</podcast:episode>",
)
def duplicate_tag(element: Element) -> Problems:
    tag = tag_of(element)
    if tag is None or not tag.single or element.parent is None:
        return
    first = element.parent.first(element.name)
    if first is not None and first is not element:
        message = f"`{element.parent.name}` has `{element.name}` more than once: it is given on line {{line}}"
        yield Problem(element, message, also=first)


@rule(
    id="POD005",
    name="podcast-missing-attribute",
    each="podcast:*",
    profiles={PODCASTING2: ERROR},
    what="A tag of the podcast namespace lacks an attribute that it needs, or has it empty.",
    why="Without it apps can do nothing with the tag, and pass it over.",
    fix="Add the attribute.",
    spec="NS 1.0 Podcast Tags",
    bad='<podcast:transcript url="https://tides.example/1.vtt"/>',
    good='<podcast:transcript url="https://tides.example/1.vtt" type="text/vtt"/>',
)
def missing_attribute(element: Element) -> Problems:
    tag = tag_of(element)
    if tag is None:
        return
    local = element.name.removeprefix(PREFIX)
    for name in tag.required:
        if element.attribute(name).strip() or (local, name) in _ASKED_ELSEWHERE:
            continue
        if name in element.attributes:
            yield Problem(element, f"`{name}` of `{element.name}` is empty", attribute=name)
        else:
            yield Problem(element, f"`{element.name}` has no `{name}`", fix=f"Add `{name}`.")


@rule(
    id="POD006",
    name="podcast-unknown-attribute",
    each="podcast:*",
    profiles={PODCASTING2: WARNING},
    what="A tag of the podcast namespace has an attribute that it does not know.",
    why="Apps ignore what they do not know; names are compared letter by letter.",
    fix="Correct the name, or remove the attribute.",
    spec="NS each tag, attributes",
    bad='<podcast:soundbite starttime="73" startTime="73" duration="60"/>',
    good='<podcast:soundbite startTime="73" duration="60"/>',
)
def unknown_attribute(element: Element) -> Problems:
    tag = tag_of(element)
    if tag is None or not element.attributes:
        return
    for name in element.attributes:
        if name in tag.attributes or ":" in name or name.startswith(("{", "xmlns")):
            continue
        meant = nearest_attribute(element.name.removeprefix(PREFIX), name)
        fix = f"Did you mean `{meant}`?" if meant else ""
        yield Problem(element, f"`{element.name}` knows no attribute `{name}`", attribute=name, fix=fix)


@rule(
    id="POD007",
    name="podcast-text-too-long",
    each="podcast:*",
    profiles={PODCASTING2: WARNING},
    what="A text of the podcast namespace is longer than apps take it.",
    why="Aggregators cut off what is beyond, in the middle of a word if need be.",
    fix="Shorten it.",
    spec='NS each tag, "Node value"',
    bad=f"<podcast:person>{'Ada ' * 40}</podcast:person>",
    good="<podcast:person>Ada</podcast:person>",
)
def text_too_long(element: Element) -> Problems:
    tag = tag_of(element)
    if tag is None:
        return
    if tag.longest and (length := len(element.value)) > tag.longest:
        yield Problem(
            element, f"the text of `{element.name}` has {length:,} characters, over {tag.longest:,}"
        )
    local = element.name.removeprefix(PREFIX)
    for name, value in element.attributes.items():
        longest = LONGEST_ATTRIBUTES.get((local, name), 0)
        if longest and len(value) > longest:
            message = f"`{name}` of `{element.name}` has {len(value):,} characters, over {longest}"
            yield Problem(element, message, attribute=name)


@rule(
    id="POD008",
    name="podcast-blank-value",
    each="podcast:*",
    profiles={PODCASTING2: ERROR},
    what="A tag of the podcast namespace that lives by its text has none.",
    why="Without a text there is nothing that apps could show, or go by.",
    fix="Write the text, or remove the tag.",
    spec='NS each tag, "Node value"',
    bad="<podcast:person role='host'> </podcast:person>",
    good="<podcast:person role='host'>Ada</podcast:person>",
)
def blank_value(element: Element) -> Problems:
    tag = tag_of(element)
    if tag is not None and tag.text == "needed" and not element.value:
        yield Problem(element, f"`{element.name}` is empty")


@rule(
    id="POD009",
    name="podcast-insecure-url",
    each=_WITH_ADDRESSES,
    profiles={PODCASTING2: ERROR},
    what="An address in the podcast namespace begins with `http:`.",
    why="The namespace demands `https:` of all web addresses. Web players cannot load anything else. The "
    "picture of a person is only warned of: the examples on the page of `podcast:person` have `http:` there.",
    fix="Write `https:`, if the server can do that.",
    spec="NS 1.0 Podcast Tags",
    bad='<podcast:person href="http://tides.example/ada">Ada</podcast:person>',
    good='<podcast:person href="https://tides.example/ada">Ada</podcast:person>',
    within="item",
)
def insecure_url(element: Element) -> Problems:
    for name, is_uri in ADDRESSES[element.name.removeprefix(PREFIX)]:
        text = element.attribute(name).strip()
        if text[:5].lower() != "http:":
            continue
        fault = (check_uri if is_uri else check_https_url)(text)
        if fault is not None and fault.name == "insecure-url":
            message = f"`{name}` of `{element.name}` is not https: {quote(text)}"
            severity = WARNING if (element.name, name) in _ONLY_WARNED else None
            yield Problem(element, message, attribute=name, severity=severity)


@rule(
    id="POD010",
    name="podcast-invalid-url",
    each=_WITH_ADDRESSES,
    profiles={PODCASTING2: ERROR},
    what="An address in the podcast namespace is none, or not a complete one.",
    why="Apps have only the feed: what is relative to a web site leads nowhere.",
    fix="Write the whole address, beginning with `https://`.",
    spec="NS 1.0 Podcast Tags; RFC 3986",
    bad='<podcast:person href="/ada">Ada</podcast:person>',
    good='<podcast:person href="https://tides.example/ada">Ada</podcast:person>',
    within="item",
)
def invalid_url(element: Element) -> Problems:
    if element.name == "podcast:source":
        return
    for name, is_uri in ADDRESSES[element.name.removeprefix(PREFIX)]:
        text = element.attribute(name).strip()
        fault = (check_uri if is_uri else check_url)(text) if text else None
        if fault is not None and fault.name != "insecure-url":
            message = f"`{name}` of `{element.name}`: {fault.message}"
            fix = f"{fault.fix[:1].upper()}{fault.fix[1:]}."
            yield Problem(element, message, attribute=name, fix=fix, severity=_severity_of(text))


def _severity_of(text: str) -> Severity | None:
    """Letters that ought to be written with `%` are forgiven by most programs."""
    encoded = percent_encode(text, safe=":/?#[]@!$&'()*+,;=%~")
    return WARNING if encoded != text and check_url(encoded) is None else None
