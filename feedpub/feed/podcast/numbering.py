"""``podcast:season`` and ``podcast:episode``: like Apple's, but with fractions, zeros and names."""

from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_decimal
from feedpub.feed.tag import Item, Tag, Value, Values


def _season(item: Item) -> Values:
    season, name = item.episode.season, item.episode.season_name
    return () if season is None else (Value(str(season), {"name": name} if name else {}),)


def _number(item: Item) -> Values:
    number, display = item.episode.number, item.episode.number_display
    return () if number is None else (Value(format_decimal(number), {"display": display} if display else {}),)


TAGS = (
    Tag(podcast("season"), item=_season),
    Tag(podcast("episode"), item=_number),
)
