"""The guid of an episode: by it apps tell what they have from what is new."""

import re
from collections.abc import Iterator

from feedpub.validate.document.element import Element
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

_HTTP = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
#: URIs that name something, and say nothing of where it is (RFC 4151, RFC 9562)
_NAMES = re.compile(r"tag:|urn:", re.IGNORECASE)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
#: hosts that count downloads, and stand in front of addresses only as long as a show uses them
_TRACKERS = re.compile(
    r"(?:podtrac\.com|chtbl\.com|chrt\.fm|pdst\.fm|op3\.dev|blubrry\.com|mgln\.ai|pscrb\.fm|verifi\.podscribe)",
    re.IGNORECASE,
)
#: so few characters are soon used again somewhere else
_SHORT = 6
#: and numbers of so many digits: hosts that count the episodes of all their shows are beyond
_SHORT_NUMBER = 8
_ENCLOSURE = '<enclosure url="https://tides.example/1.mp3" length="1" type="audio/mpeg"/>'


def _guids(channel: Element) -> Iterator[Element]:
    for item in channel.items:
        if (guid := item.first("guid")) is not None and guid.value:
            yield guid


def _is_permalink(guid: Element) -> bool:
    """Whether it says that it is an address; without a word it is (RSS 2.0)."""
    return guid.attribute("isPermaLink").strip().lower() in ("", "true")


@rule(
    id="GUID001",
    name="missing-guid",
    each="item",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR, RSS: WARNING},
    what="An episode has no `guid`.",
    why="Apps tell episodes apart by it. Without one they take the address of the audio: when that changes, "
    "everybody "
    "downloads the episode again.",
    fix="Give every episode a guid, and never change it.",
    spec="APPLE-823; PSP1 required item elements; SPOT; w3c:MissingGuid",
    bad="<title>One</title>",
    good='<title>One</title><guid isPermaLink="false">tides-one</guid>',
)
def missing_guid(item: Element) -> Problems:
    # Of live items POD303 tells it.
    if item.name == "item" and not item.has("guid"):
        yield Problem(item, "the `item` has no `guid`")


@rule(
    id="GUID002",
    name="duplicate-guid",
    each="channel",
    profiles=everywhere(ERROR),
    what="Two items have the same guid.",
    why="Apps take them for one: the second never appears, or replaces the first.",
    fix="Give the newer one a guid of its own. The guid of an episode that was published must stay.",
    spec="RSS2 guid; APPLE-G; PSP1; w3c:DuplicateValue",
    bad="<item><guid>https://tides.example/1</guid></item><item><guid>https://tides.example/1</guid></item>",
    good="<item><guid>https://tides.example/1</guid></item><item><guid>https://tides.example/2</guid></item>",
)
def duplicate_guid(channel: Element) -> Problems:
    seen: dict[tuple[bool, str], Element] = {}
    for guid in _guids(channel):
        # A live item has the guid that its episode will have: the two are counted apart.
        live = guid.parent is not None and guid.parent.name != "item"
        first = seen.setdefault((live, guid.value), guid)
        if first is not guid:
            message = f"duplicate `guid`: {quote(guid.value)} already stands on line {{line}}"
            yield Problem(guid, message, also=first)


@rule(
    id="GUID003",
    name="guid-not-a-url",
    each="guid",
    profiles=everywhere(ERROR),
    what="The guid is no address, but does not say so.",
    why='Without isPermaLink="false" a guid is an address that apps may open (RSS 2.0).',
    fix='Write `<guid isPermaLink="false">`; never change the guid itself.',
    spec="RSS2 guid; w3c:InvalidHttpGUID",
    bad="<guid>tides-one</guid>",
    good='<guid isPermaLink="false">tides-one</guid>',
)
def guid_not_a_url(guid: Element) -> Problems:
    value = guid.value
    if value and _is_permalink(guid) and not _HTTP.match(value) and not _NAMES.match(value):
        yield Problem(guid, f"the `guid` {quote(value)} is not a full URL, though it counts as a permalink")


@rule(
    id="GUID004",
    name="guid-permalink-not-locator",
    each="guid",
    profiles=everywhere(ERROR),
    what="The guid is a `tag:` or `urn:` name, but counts as an address.",
    why='Such names lead nowhere; without isPermaLink="false" apps may try to open them.',
    fix='Write `<guid isPermaLink="false">`; never change the guid itself.',
    spec="RSS2 guid; w3c:InvalidPermalink",
    bad="<guid>tag:tides.example,2026:one</guid>",
    good='<guid isPermaLink="false">tag:tides.example,2026:one</guid>',
)
def guid_is_a_name(guid: Element) -> Problems:
    if _is_permalink(guid) and _NAMES.match(guid.value):
        yield Problem(
            guid, f"the `guid` {quote(guid.value)} is a name and no permalink, though it counts as one"
        )


@rule(
    id="GUID005",
    name="invalid-ispermalink",
    each="guid",
    profiles=everywhere(ERROR),
    what="`isPermaLink` is neither `true` nor `false`.",
    why="Readers take anything else for true, and open the guid as an address. That it is misspelt, as in "
    "`isPermalink`, unexpected-attribute tells.",
    fix='Write isPermaLink="false", or isPermaLink="true" where the guid is an address that stays.',
    spec="RSS2 guid; w3c:InvalidBooleanAttribute; w3c:UnexpectedAttribute",
    bad='<guid isPermaLink="no">tides-one</guid>',
    good='<guid isPermaLink="false">tides-one</guid>',
)
def invalid_is_permalink(guid: Element) -> Problems:
    value = guid.attributes.get("isPermaLink", "true")
    if value not in ("true", "false"):
        message = f"`isPermaLink` of `guid` is {quote(value)}, not true or false"
        yield Problem(guid, message, attribute="isPermaLink")


@rule(
    id="GUID006",
    name="blank-guid",
    each="guid",
    profiles=everywhere(ERROR),
    what="The guid is empty.",
    why="That is as if there were none, and all episodes with such a guid count as one.",
    fix="Give the episode a guid, and never change it.",
    spec="RSS2 guid; w3c:InvalidHttpGUID; w3c:NotBlank",
    bad="<guid> </guid>",
    good='<guid isPermaLink="false">tides-one</guid>',
)
def blank_guid(guid: Element) -> Problems:
    if not guid.value:
        yield Problem(guid, "the `guid` is blank")


@rule(
    id="GUID007",
    name="weak-guid",
    each="guid",
    profiles=everywhere(WARNING),
    what="The guid is so short, or so plain a number, that others will have it too.",
    why="Apps and indexes keep guids of many shows side by side; `12` is in thousands of them.",
    fix="Give new episodes a UUID or a permanent address as guid. Do not change those that are published.",
    spec="NSREC episode GUID; w3c:NotSufficientlyUnique",
    bad='<guid isPermaLink="false">12</guid>',
    good='<guid isPermaLink="false">5b4c0ba5-7d06-4b7d-8fd9-7d0f2b7a9f43</guid>',
)
def weak_guid(guid: Element) -> Problems:
    value = guid.value
    if value and (len(value) < _SHORT or (value.isdigit() and len(value) < _SHORT_NUMBER)):
        yield Problem(guid, f"the `guid` {quote(value)} is too short to be globally unique")


@rule(
    id="GUID008",
    name="guid-near-duplicate",
    each="channel",
    profiles=everywhere(WARNING),
    what="Two guids differ only in case, in http or https, in `www.`, or in a slash at the end.",
    why="Guids are compared letter by letter: an episode that was published again with such a guid appears "
    "twice.",
    fix="See whether both are the same episode, and keep the guid that was published first.",
    spec="APPLE-G",
    bad="<item><guid>http://tides.example/1</guid></item><item><guid>https://tides.example/1/</guid></item>",
    good="<item><guid>https://tides.example/1</guid></item><item><guid>https://tides.example/2</guid></item>",
)
def near_duplicate(channel: Element) -> Problems:
    seen: dict[str, Element] = {}
    for guid in _guids(channel):
        value = guid.value
        first = seen.setdefault(_SCHEME.sub("", value).rstrip("/").lower(), guid)
        if first is not guid and first.value != value:
            message = f"the `guid` {quote(value)} differs only slightly from the one on line {{line}}"
            yield Problem(guid, message, also=first)


@rule(
    id="GUID009",
    name="guid-volatile",
    each="item",
    profiles=everywhere(INFO),
    what="The guid is the address of the audio, or holds a query or a tracking prefix.",
    why="When the show moves to another host, these addresses change, and it is tempting to change the guid "
    "as well.",
    fix="Give new episodes a guid that has nothing to do with where the audio is. Keep the published ones.",
    spec="NSREC; APPLE-G",
    bad=f"<guid>https://tides.example/1.mp3</guid>{_ENCLOSURE}",
    good=f"<guid>https://tides.example/1</guid>{_ENCLOSURE}",
)
def volatile_guid(item: Element) -> Problems:
    guid = item.first("guid")
    if guid is None:
        return
    value = guid.value
    enclosure = item.first("enclosure")
    if enclosure is not None and value and value == enclosure.attribute("url").strip():
        yield Problem(guid, "the `guid` is the address of the enclosure, which changes with the host")
    elif _HTTP.match(value) and _TRACKERS.search(value):
        yield Problem(guid, f"the `guid` {quote(value)} goes through a service that counts downloads")


@rule(
    id="GUID010",
    name="guid-permalink-differs-from-link",
    each="item",
    profiles={RSS: INFO},
    what="The guid counts as the address of the episode, and `link` gives another.",
    why="Readers that open one and those that open the other end up on different pages.",
    fix='Let both be the same, or write `<guid isPermaLink="false">`.',
    spec="RSSP guid",
    bad="<guid>https://tides.example/1</guid><link>https://tides.example/one</link>",
    good="<guid>https://tides.example/one</guid><link>https://tides.example/one</link>",
)
def permalink_differs(item: Element) -> Problems:
    guid, link = item.first("guid"), item.first("link")
    if guid is None or link is None or not _is_permalink(guid) or not _HTTP.match(guid.value):
        return
    if link.value and guid.value.rstrip("/") != link.value.rstrip("/"):
        yield Problem(guid, "the `guid` is a permalink, but not the page that `link` names")
