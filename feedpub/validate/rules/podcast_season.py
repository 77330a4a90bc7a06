"""`podcast:season` and `podcast:episode`: the place of an episode in the order (docs/tags)."""

from feedpub.validate.document.element import Element
from feedpub.validate.numbers import parse_decimal, parse_whole
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule

_SEASON, _EPISODE = "podcast:season", "podcast:episode"


@rule(
    id="POD170",
    name="season-not-integer",
    each=_SEASON,
    profiles={PODCASTING2: ERROR},
    what="`podcast:season` is not a whole number.",
    why="Apps sort and group episodes by it.",
    fix="Write the number as the text, and the name of the season as `name`.",
    spec="NS season; XSD",
    bad="<podcast:season>Spring</podcast:season>",
    good='<podcast:season name="Spring">2</podcast:season>',
)
def season_not_integer(season: Element) -> Problems:
    if season.value and parse_whole(season.value) is None:
        yield Problem(season, f"`podcast:season` is {quote(season.value)}, not an integer")


@rule(
    id="POD171",
    name="season-differs-from-itunes",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="`podcast:season` and `itunes:season` of an episode disagree.",
    why="In some apps the episode stands in one season, in some in the other.",
    fix="Give both the same number.",
    spec="practice",
    bad="<podcast:season>2</podcast:season><itunes:season>1</itunes:season>",
    good="<podcast:season>2</podcast:season><itunes:season>2</itunes:season>",
)
def season_differs(item: Element) -> Problems:
    season = item.first(_SEASON)
    itunes = item.first("itunes:season") if season is not None else None
    if season is None or itunes is None:
        return
    number, other = parse_whole(season.value), parse_whole(itunes.value)
    if number is not None and other is not None and number != other:
        message = f"`podcast:season` is {number}, but `itunes:season` on line {{line}} is {other}"
        yield Problem(season, message, also=itunes)


@rule(
    id="POD172",
    name="season-name-inconsistent",
    each="channel",
    profiles={PODCASTING2: WARNING},
    what="A season has two names.",
    why="Apps show one of the two for all of its episodes, or make two seasons of it.",
    fix="Give all episodes of a season the same `name`.",
    spec="practice",
    bad='<item><podcast:season name="Spring">1</podcast:season></item>'
    '<item><podcast:season name="Neap">1</podcast:season></item>',
    good='<item><podcast:season name="Spring">1</podcast:season></item>'
    '<item><podcast:season name="Neap">2</podcast:season></item>',
)
def two_names(channel: Element) -> Problems:
    names: dict[int, Element] = {}
    for item in channel.items:
        season = item.first(_SEASON)
        name = season.attribute("name").strip() if season is not None else ""
        number = parse_whole(season.value) if season is not None and name else None
        if season is None or number is None:
            continue
        before = names.setdefault(number, season)
        other = before.attribute("name").strip()
        if other != name:
            message = (
                f"`name` of `podcast:season` {number} is {quote(name)}, but {quote(other)} on line {{line}}"
            )
            yield Problem(season, message, attribute="name", also=before)


@rule(
    id="POD180",
    name="episode-not-decimal",
    each=_EPISODE,
    profiles={PODCASTING2: ERROR},
    what="`podcast:episode` is no number.",
    why="Apps sort episodes by it.",
    fix="Write a number as the text, with a point if need be, and what is to be shown as `display`.",
    spec="NS episode; XSD",
    bad="<podcast:episode>Ch. 3</podcast:episode>",
    good='<podcast:episode display="Ch. 3">100.5</podcast:episode>',
)
def episode_not_decimal(episode: Element) -> Problems:
    if episode.value and parse_decimal(episode.value) is None:
        yield Problem(episode, f"`podcast:episode` is {quote(episode.value)}, not a decimal number")


@rule(
    id="POD181",
    name="episode-differs-from-itunes",
    each="item",
    profiles={PODCASTING2: WARNING},
    what="`podcast:episode` and `itunes:episode` of an episode disagree.",
    why="Apps number the episode differently. Only a number with a point has no like in itunes.",
    fix="Give both the same number.",
    spec="practice",
    bad="<podcast:episode>2</podcast:episode><itunes:episode>1</itunes:episode>",
    good="<podcast:episode>1.5</podcast:episode><itunes:episode>1</itunes:episode>",
)
def episode_differs(item: Element) -> Problems:
    episode = item.first(_EPISODE)
    itunes = item.first("itunes:episode") if episode is not None else None
    if episode is None or itunes is None:
        return
    number, other = parse_decimal(episode.value), parse_whole(itunes.value)
    if number is not None and other is not None and number == int(number) != other:
        message = f"`podcast:episode` is {number:g}, but `itunes:episode` on line {{line}} is {other}"
        yield Problem(episode, message, also=itunes)
