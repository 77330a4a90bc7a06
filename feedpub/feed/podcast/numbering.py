"""``podcast:season`` and ``podcast:episode``: like Apple's, but with fractions, zeros and names."""

from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_decimal
from feedpub.feed.tag import Item, Tag, Value, Values, given


def _season(item: Item) -> Values:
    episode = item.episode
    if episode.season is None:
        return ()
    return (Value(str(episode.season), given({"name": episode.season_name})),)


def _number(item: Item) -> Values:
    episode = item.episode
    if episode.number is None:
        return ()
    return (Value(format_decimal(episode.number), given({"display": episode.number_display})),)


TAGS = (
    Tag(podcast("season"), item=_season),
    Tag(podcast("episode"), item=_number),
)
