"""What the channel says: the settings, and what follows from the episodes and the other shows."""

from collections.abc import Sequence

from feedpub.config.settings import Settings
from feedpub.model import EpisodeType, Show, Trailer, UpdateFrequency
from feedpub.pipeline.entries import Entry
from feedpub.pipeline.others import Others
from feedpub.release.rhythm import find_rhythm
from feedpub.sources.show import describe_show

#: the text of `updates` that asks for the rhythm of the dates, and the one that wants none
AUTO, NONE = "auto", "none"


def describe_channel(
    name: str, settings: Settings, due: Sequence[Entry], others: Others, guid: str, stylesheet: str
) -> Show:
    """The show, without its pictures. `due` are the episodes of its feed."""
    feed = settings.feed
    show = describe_show(name, settings.show)
    return show._replace(
        guid=guid,
        locked=feed.locked,
        hubs=feed.hubs,
        stylesheet=stylesheet,
        namespaces=feed.namespaces,
        creators=feed.creators,
        simple_chapters=settings.chapters.simple,
        podroll=others.podroll,
        publisher=others.publisher,
        remote_items=others.remote_items,
        value=others.value,
        trailers=(*show.trailers, *_trailers(due)),
        updates=_updates(show, due),
    )


def _trailers(due: Sequence[Entry]) -> list[Trailer]:
    """Episodes of the type *trailer*: apps look for trailers in the channel."""
    return [
        Trailer(
            entry.brief.title,
            entry.enclosure.url,
            entry.brief.published,
            entry.enclosure.length_bytes,
            entry.enclosure.type,
            entry.brief.season,
        )
        for entry in due
        if entry.brief.type == EpisodeType.TRAILER and entry.brief.published and entry.enclosure
    ]


def _updates(show: Show, due: Sequence[Entry]) -> UpdateFrequency | None:
    """Where the settings do not say how often episodes come, their dates may."""
    said = show.updates
    if said and said.text == NONE:
        return None
    if said and said.text != AUTO:
        return said
    if show.complete:
        return UpdateFrequency("", complete=True)
    full = [one.brief.published for one in due if one.brief.type == EpisodeType.FULL and one.brief.published]
    found = find_rhythm(full)
    if found and not show.language.lower().startswith("en"):
        return found._replace(text="")  # the rule says it in every language
    return found
