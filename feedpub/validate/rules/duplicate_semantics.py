"""Elements of RSS beside those of other vocabularies that say the same (RSS Best Practices Profile)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import RSS, WARNING, Problem, Problems, rule

#: what says the same in a channel
_IN_CHANNEL = (
    ("language", "dc:language"),
    ("copyright", "dc:rights"),
    ("managingEditor", "dc:creator"),
    ("webMaster", "dc:publisher"),
    ("pubDate", "dc:date"),
    ("lastBuildDate", "dcterms:modified"),
    ("category", "dc:subject"),
    ("generator", "admin:generatorAgent"),
    ("creativeCommons:license", "cc:license"),
)
#: and in an item
_IN_ITEM = (
    ("author", "dc:creator"),
    ("category", "dc:subject"),
    ("pubDate", "dc:date"),
    ("source", "dc:source"),
    ("guid", "atom:id"),
    ("pubDate", "atom:published"),
    ("creativeCommons:license", "cc:license"),
)
_TWINS = frozenset(twin for _, twin in (*_IN_CHANNEL, *_IN_ITEM))


def _find_twins(parent: Element, pairs: tuple[tuple[str, str], ...]) -> Problems:
    names = {child.name for child in parent.children}
    if names.isdisjoint(_TWINS):
        return
    for core, twin in pairs:
        if core in names and twin in names:
            one, other = parent.first(core), parent.first(twin)
            assert one is not None
            assert other is not None
            first, second = sorted((one, other), key=lambda element: element.offset)
            message = (
                f"there are both `{core}` and `{twin}` in `{parent.name}`, which say the same (line {{line}})"
            )
            yield Problem(second, message, also=first)


@rule(
    id="RSS053",
    name="duplicate-semantics",
    each="channel",
    profiles={RSS: WARNING},
    what="The channel says the same in an element of RSS and in one of an extension.",
    why="Readers that know both do not know which to take when they differ, and show both when they do not.",
    fix="Keep the element of RSS and remove the other.",
    spec="RSSP; w3c:DuplicateSemantics",
    bad="<language>en</language><dc:language>en</dc:language>",
    good="<language>en</language>",
)
def in_channel(channel: Element) -> Problems:
    return _find_twins(channel, _IN_CHANNEL)


@rule(
    id="RSS054",
    name="duplicate-item-semantics",
    each="item",
    profiles={RSS: WARNING},
    what="The item says the same in an element of RSS and in one of an extension.",
    why="Readers that know both do not know which to take when they differ, and show both when they do not.",
    fix="Keep one of the two. `dc:creator` has the name of a person, `author` the e-mail address.",
    spec="RSSP; w3c:DuplicateItemSemantics",
    bad="<author>ada@example.com (Ada)</author><dc:creator>Ada</dc:creator>",
    good="<dc:creator>Ada</dc:creator>",
)
def in_item(item: Element) -> Problems:
    return _find_twins(item, _IN_ITEM)
