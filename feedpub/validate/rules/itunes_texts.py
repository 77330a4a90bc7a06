"""Titles and other texts in Apple's elements."""

import re

from feedpub.validate.document.element import Element
from feedpub.validate.markup import find_markup
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

#: characters
_LONG, _LONG_SUMMARY = 255, 4_000
#: how titles begin or end that hold the number of the episode
_NUMBER = r"(?:episode|ep\.?|folge|épisode|s\d{1,2}\s?[e:]\s?\d{1,4}|#)"
_AT_START = re.compile(rf"\s*\[?(?:{_NUMBER}\s*#?\s*\d{{1,4}}|s\d{{1,2}}\s?e\d{{1,4}})\b", re.IGNORECASE)
_AT_END = re.compile(
    rf"[\s\[(–-](?:{_NUMBER}\s*#?\s*\d{{1,4}}|s\d{{1,2}}\s?e\d{{1,4}})[\])]?\s*$", re.IGNORECASE
)
_PLAIN = (
    "itunes:title",
    "itunes:subtitle",
    "itunes:author",
    "itunes:keywords",
    "itunes:name",
    "itunes:summary",
)


@rule(
    id="ITU044",
    name="itunes-text-too-long",
    each=("itunes:author", "itunes:subtitle", "itunes:keywords", "itunes:name", "itunes:summary"),
    profiles=everywhere(ERROR),
    what="A text is longer than Apple takes it: 255 characters, of a summary 4,000.",
    why="It is cut off, or ignored.",
    fix="Shorten it.",
    spec="APPLE-17; APPLE-G; PSP1; w3c:TooLong",
    bad=f"<itunes:subtitle>{'Tides and moons. ' * 20}</itunes:subtitle>",
    good="<itunes:subtitle>Tides and moons.</itunes:subtitle>",
)
def too_long(element: Element) -> Problems:
    limit = _LONG_SUMMARY if element.name == "itunes:summary" else _LONG
    if len(element.text) > limit:
        length = len(element.value)
        if length > limit:
            yield Problem(
                element, f"`{element.name}` is too long: {length:,} characters, more than {limit:,}"
            )


@rule(
    id="ITU045",
    name="keywords-not-comma-separated",
    each="itunes:keywords",
    profiles={RSS: WARNING},
    what="Keywords are not separated by commas.",
    why="They count as one long keyword.",
    fix="Put a comma between two keywords.",
    spec="w3c:InvalidKeywords",
    bad="<itunes:keywords>tides sea moon</itunes:keywords>",
    good="<itunes:keywords>tides, sea, moon</itunes:keywords>",
)
def keywords(element: Element) -> Problems:
    text = element.value
    if " " in text and "," not in text:
        yield Problem(element, f"`itunes:keywords` has blanks and no comma: {quote(text)}")


@rule(
    id="ITU046",
    name="title-contains-episode-number",
    each="item",
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="The title of an episode holds its number.",
    why="Apps show the number beside the title: it stands there twice. Where there is an `itunes:title`, "
    "that is the one which Apple shows.",
    fix="Put the number into `itunes:episode`, the season into `itunes:season`, and let the title be the "
    "title.",
    spec="APPLE-G; PSP1 item title",
    bad="<title>Episode 12: Ebb</title>",
    good="<title>Ebb</title><itunes:episode>12</itunes:episode>",
)
def number_in_title(item: Element) -> Problems:
    title = item.first("itunes:title") or item.first("title")
    text = title.text if title is not None else ""
    if title is not None and len(text) < 500 and (_AT_START.match(text) or _AT_END.search(text)):
        # A title that is nothing but a number has no other.
        yield Problem(title, f"`{title.name}` of the episode holds its number: {quote(title.value)}")


@rule(
    id="ITU047",
    name="episode-title-repeats-show",
    each="channel",
    profiles={APPLE: INFO},
    what="Titles of episodes hold the title of the show.",
    why="Apps show the show's title anyway; of the episode's own one then less is to be seen.",
    fix="Leave the title of the show out of them.",
    spec="APPLE-G",
    bad="<title>The Tide Table</title><item><title>The Tide Table: Ebb</title></item>",
    good="<title>The Tide Table</title><item><title>Ebb</title></item>",
)
def repeats_show(channel: Element) -> Problems:
    show = channel.get("title").lower()
    if len(show) < 5:
        return
    for item in channel.items:
        title = item.first("title")
        if title is not None and show in title.text.lower():
            yield Problem(title, f"`title` of the episode repeats that of the show: {quote(title.value)}")


@rule(
    id="ITU049",
    name="html-in-itunes-text",
    each=_PLAIN,
    profiles=everywhere(WARNING),
    what="A text of Apple's that is plain holds HTML.",
    why="Apps show the tags as they are.",
    fix="Leave the tags out.",
    spec="w3c:ContainsHTML",
    bad="<itunes:subtitle>All &lt;b&gt;about&lt;/b&gt; tides</itunes:subtitle>",
    good="<itunes:subtitle>All about tides</itunes:subtitle>",
)
def html(element: Element) -> Problems:
    found = find_markup(element.text) if "<" in element.text or "&" in element.text else None
    if found:
        # Apple shows the HTML of a summary; plain RSS does not.
        profiles = {RSS: WARNING} if element.name == "itunes:summary" else None
        message = f"`{element.name}` contains HTML: {quote(found[0])}"
        yield Problem(element, message, offset=found.start(), profiles=profiles)
