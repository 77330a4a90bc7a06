"""One element of a feed, as rules see it."""

from typing import NamedTuple

_NO_ATTRIBUTES: dict[str, str] = {}

#: What is kept of an item after it was judged, for the rules that compare items with each other and
#: with the channel. Long texts are not among it.
KEPT = frozenset(
    """
    author category enclosure guid link pubDate title
    dc:creator dc:date
    itunes:author itunes:block itunes:duration itunes:episode itunes:episodeType itunes:explicit itunes:image
    itunes:season itunes:title
    podcast:alternateEnclosure podcast:chapters podcast:episode podcast:image podcast:person podcast:season
    podcast:transcript slash:comments
    """.split()
)


class Element:
    """An element with its attributes, its own text, and its children.

    Names are canonical, whatever prefix the feed uses: ``title`` (no namespace), ``itunes:image`` (one of
    :data:`feedpub.validate.document.namespaces.PREFIXES`), or ``{uri}local``.
    """

    __slots__ = (
        "_first",
        "attributes",
        "children",
        "end",
        "has_cdata",
        "items",
        "name",
        "offset",
        "parent",
        "text",
    )

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None", offset: int) -> None:
        self.name = name
        self.attributes = attributes or _NO_ATTRIBUTES
        self.parent = parent
        #: bytes from the beginning of the document (in UTF-8) to the ``<`` of the start tag
        self.offset = offset
        #: the same to the ``<`` of the end tag, or of the tag itself when it is empty
        self.end = offset
        #: all character data directly inside, as it is after references are resolved
        self.text = ""
        self.children: list[Element] = []
        #: of a channel: what is kept of its items, in their order (they are not among the children)
        self.items: list[Element] = []
        #: name -> its first child, once it was asked for
        self._first: dict[str, Element] | None = None
        #: whether any of the text stands in a CDATA section
        self.has_cdata = False

    def __repr__(self) -> str:
        return f"<{self.name} at {self.offset}>"

    @property
    def value(self) -> str:
        """The text without the white space around it."""
        return self.text.strip()

    @property
    def has_references(self) -> bool:
        """Whether any `&` or `<` of the text is written as a reference, such as ``&amp;``."""
        return not self.has_cdata and ("&" in self.text or "<" in self.text)

    @property
    def is_item(self) -> bool:
        """Whether it is an item, or a live item, which holds whatever an item holds."""
        return self.name in ("item", "podcast:liveItem")

    def attribute(self, name: str) -> str:
        """The value of an attribute; empty when there is none."""
        return self.attributes.get(name, "")

    def first(self, name: str) -> "Element | None":
        """The first child of that name."""
        if self._first is None:
            # Asked when all children are there.
            self._first = {child.name: child for child in reversed(self.children)}
        return self._first.get(name)

    def all(self, name: str) -> "list[Element]":
        """The children of that name."""
        return [child for child in self.children if child.name == name]

    def has(self, name: str) -> bool:
        """Whether there is a child of that name."""
        return self.first(name) is not None

    def get(self, name: str) -> str:
        """The text of the first child of that name, without white space around it; else empty."""
        child = self.first(name)
        return child.text.strip() if child else ""

    def prune(self) -> None:
        """Lets go of everything but what other rules than the item's own may want to know."""
        self.children = [child for child in self.children if child.name in KEPT]
        self._first = None
        self.text = ""


class Declaration(NamedTuple):
    """The XML declaration."""

    version: str
    encoding: str
    standalone: str
    offset: int
