"""The root element `rss`, and the channel in it (RSS 2.0, "What is RSS?")."""

from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Document
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_CHANNEL = "<channel><title>Tides</title></channel>"
#: what stands at the root of other documents -> what they are
_OTHERS = {
    "rdf:RDF": "an RSS 1.0 feed",
    "feed": "an Atom feed without its namespace",
    "atom:feed": "an Atom feed",
    "html": "a web page",
    "xhtml:html": "a web page",
    "channel": "a bare channel",
    "opml": "an OPML list of feeds",
    "RSS": "`rss` in capital letters",
}


@rule(
    id="RSS001",
    name="root-not-rss",
    each="document",
    profiles=everywhere(ERROR),
    what="The outermost element is not `rss`.",
    why="Podcast apps and directories read RSS 2.0 and nothing else; whatever else it is, they find no "
    "podcast.",
    fix="Give the address of an RSS 2.0 feed, or let your program write one.",
    spec="RSS2 What is RSS?; w3c:UndefinedElement; w3c:InvalidNamespace",
    bad='<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title></feed>',
    good=f'<rss version="2.0">{_CHANNEL}</rss>',
)
def root_not_rss(document: Document) -> Problems:
    # Web pages as browsers take them, which are no XML, have a rule of their own.
    root = document.root
    if root is None or root.name == "rss":
        return
    namespace, _, local = root.name.rpartition("}")
    if local == "rss":
        yield Problem(root, f"the root element `rss` is in the namespace {quote(namespace[1:])}, not in none")
        return
    what = _OTHERS.get(root.name)
    yield Problem(root, f"the root element is `{local}`, not `rss`" + (f": this is {what}" if what else ""))


@rule(
    id="RSS002",
    name="missing-rss-version",
    each="rss",
    profiles=everywhere(ERROR),
    what="The `rss` element has no `version`.",
    why="It is required, and tells readers which elements they may expect.",
    fix='Write `<rss version="2.0">`.',
    spec="RSS2 What is RSS?; w3c:MissingAttribute",
    bad=f"<rss>{_CHANNEL}</rss>",
    good=f'<rss version="2.0">{_CHANNEL}</rss>',
)
def missing_version(rss: Element) -> Problems:
    if rss.parent is None and "version" not in rss.attributes:
        yield Problem(rss, "`rss` has no `version`")


@rule(
    id="RSS003",
    name="rss-version-not-2-0",
    each="rss",
    profiles=everywhere(ERROR),
    what="The `version` of `rss` is not 2.0.",
    why="Enclosures came with 0.92 and the elements of extensions, without which there is no podcast, with "
    "2.0. "
    "An old version that is sound in itself is only a warning to readers of news.",
    fix='Write `version="2.0"`.',
    spec="RSS2 What is RSS?; APPLE-823; w3c:InvalidRSSVersion",
    bad=f'<rss version="0.92">{_CHANNEL}</rss>',
    good=f'<rss version="2.0">{_CHANNEL}</rss>',
)
def wrong_version(rss: Element) -> Problems:
    version = rss.attributes.get("version")
    if rss.parent is not None or version is None or version.strip() == "2.0":
        return
    milder = {**everywhere(ERROR), RSS: WARNING} if version in ("0.91", "0.92") else None
    yield Problem(
        rss, f"the `version` of `rss` is {quote(version)}, not 2.0", attribute="version", profiles=milder
    )


@rule(
    id="RSS004",
    name="missing-channel",
    each="rss",
    profiles=everywhere(ERROR),
    what="There is no `channel` in `rss`.",
    why="The channel is the podcast: without it there is nothing to show.",
    fix="Put everything into one `<channel>` inside `<rss>`.",
    spec="RSS2 What is RSS?; w3c:MissingElement",
    bad='<rss version="2.0"></rss>',
    good=f'<rss version="2.0">{_CHANNEL}</rss>',
)
def missing_channel(rss: Element) -> Problems:
    if rss.parent is None and not rss.has("channel"):
        yield Problem(rss, "`rss` has no `channel`")


@rule(
    id="RSS005",
    name="multiple-channels",
    each="rss",
    profiles=everywhere(ERROR),
    what="There is more than one `channel`.",
    why="A feed is one podcast. Readers take the first channel, or the last, or mix them up.",
    fix="Give every podcast a feed of its own.",
    spec="RSS2 What is RSS?; SPOT 5.2; w3c:DuplicateElement",
    bad=f'<rss version="2.0">{_CHANNEL}{_CHANNEL}</rss>',
    good=f'<rss version="2.0">{_CHANNEL}</rss>',
)
def multiple_channels(rss: Element) -> Problems:
    if rss.parent is not None:
        return
    channels = rss.all("channel")
    for more in channels[1:]:
        yield Problem(more, "there is more than one `channel`: the first is on line {line}", also=channels[0])
