"""The tags of the podcast namespace: where each may stand, how often, with what attributes and text.

One table, from the pages of the tags (podcast-namespace, docs/tags/*.md).
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from feedpub.kinds.nearest import nearest
from feedpub.validate.document.element import Element

#: what a tag has for its text: nothing, something that may be missing, something that must not
Text = Literal["none", "optional", "needed"]

PREFIX = "podcast:"


class Tag(NamedTuple):
    """What the namespace says of one of its tags."""

    #: canonical names; a live item may hold whatever an item may
    parents: tuple[str, ...]
    #: whether a parent may have only one
    single: bool
    required: tuple[str, ...]
    #: attributes that may be missing
    optional: tuple[str, ...]
    text: Text
    #: characters of the text that apps take; 0: as many as there are
    longest: int

    @property
    def attributes(self) -> tuple[str, ...]:
        """All that it may have."""
        return self.required + self.optional


#: tag | parents | one or many | attributes, `?` at those that may be missing | text, and its longest
_TABLE = """
transcript         | item                       | many | url type language? rel?             | none
locked             | channel                    | one  | owner?                              | needed
funding            | channel item               | many | url                                 | optional 128
chapters           | item                       | one  | url type                            | none
soundbite          | item                       | many | startTime duration                  | optional 128
person             | channel item               | many | role? group? img? href?             | needed 128
location           | channel item               | many | rel? geo? osm? country?             | needed 128
season             | item                       | one  | name?                               | needed
episode            | item                       | one  | display?                            | needed
trailer            | channel                    | many | url pubdate length? type? season?   | needed 128
license            | channel item               | one  | url?                                | needed 128
alternateEnclosure | item                       | many | type length? bitrate? height? lang? title? rel? codecs? default? | none
source             | podcast:alternateEnclosure | many | uri contentType?                    | none
integrity          | podcast:alternateEnclosure | one  | type value                          | none
guid               | channel                    | one  |                                     | needed
value              | channel item               | many | type method suggested?              | none
valueRecipient     | podcast:value podcast:valueTimeSplit | many | type address split name? customKey? customValue? fee? | none
medium             | channel                    | one  |                                     | needed
image              | channel item               | many | href alt? aspect-ratio? width? height? type? purpose? | none
images             | channel item               | one  | srcset                              | none
liveItem           | channel                    | many | status start end?                   | none
contentLink        | item                       | many | href                                | optional
socialInteract     | channel item               | many | protocol uri? accountId? accountUrl? priority? | none
block              | channel                    | many | id?                                 | needed
txt                | channel item               | many | purpose?                            | optional 4000
remoteItem         | channel podcast:podroll podcast:valueTimeSplit podcast:publisher | many | feedGuid feedUrl? itemGuid? medium? title? | none
podroll            | channel                    | one  |                                     | none
updateFrequency    | channel                    | one  | complete? dtstart? rrule?           | optional 128
podping            | channel                    | one  | usesPodping                         | none
valueTimeSplit     | podcast:value              | many | startTime duration remoteStartTime? remotePercentage? | none
publisher          | channel                    | one  |                                     | none
chat               | channel item               | one  | server protocol accountId? space?   | none
"""  # noqa: E501

#: tags that were proposed, and are met in feeds, but never became part of the namespace
PROPOSED = frozenset(
    "alternateFeedUrl bonusItem category contact gateway hiveAccount id ids interactions liveValue "
    "newFeedUrl opensubscribe previousUrl rating recommendation recommendations social "
    "socialSignUp verify".split()
)

#: (tag, attribute) -> characters that apps take of it
LONGEST_ATTRIBUTES = {
    ("season", "name"): 128,
    ("episode", "display"): 32,
    ("txt", "purpose"): 128,
    ("image", "purpose"): 128,
    ("alternateEnclosure", "title"): 32,
    ("alternateEnclosure", "rel"): 32,
}

#: tag -> its attributes that are web addresses, or (True) any absolute URI
ADDRESSES: dict[str, tuple[tuple[str, bool], ...]] = {
    "transcript": (("url", False),),
    "funding": (("url", False),),
    "chapters": (("url", False),),
    "person": (("img", False), ("href", False)),
    "trailer": (("url", False),),
    "license": (("url", False),),
    "source": (("uri", True),),
    "image": (("href", False),),
    "contentLink": (("href", True),),
    "socialInteract": (("uri", True), ("accountUrl", False)),
    "remoteItem": (("feedUrl", False),),
}


def _read(line: str) -> tuple[str, Tag]:
    name, parents, count, attributes, text = (cell.strip() for cell in line.split("|"))
    kind, _, longest = text.partition(" ")
    words = attributes.split()
    return name, Tag(
        parents=tuple(parents.split()),
        single=count == "one",
        required=tuple(word for word in words if not word.endswith("?")),
        optional=tuple(word[:-1] for word in words if word.endswith("?")),
        text=kind,  # type: ignore[arg-type]
        longest=int(longest or 0),
    )


#: tag, without its prefix -> what holds of it
TAGS = dict(_read(line) for line in _TABLE.strip().splitlines())
_BY_NAME = {f"{PREFIX}{name}": tag for name, tag in TAGS.items()}


def tag_of(element: Element) -> Tag | None:
    """What the namespace says of an element; None where it is none of its tags."""
    return _BY_NAME.get(element.name)


@lru_cache(maxsize=128)
def nearest_tag(local: str) -> str:
    """The tag that is meant by a name that is none; empty where that is not certain."""
    return nearest(local, TAGS)


@lru_cache(maxsize=128)
def nearest_attribute(local: str, attribute: str) -> str:
    """The attribute of a tag that is meant by a name that is none."""
    return nearest(attribute, TAGS[local].attributes)
