"""The settings of a show -> the Show that its feed describes."""

from datetime import datetime, timedelta, timezone
from typing import Any

from feedpub.model import Owner, Show, ShowType, Trailer, UpdateFrequency
from feedpub.model.category import parse_category
from feedpub.sources.people import People
from feedpub.sources.settings import ShowSettings, TrailerSettings

#: what a show has as its settings say it
_ALIKE = tuple(name for name in ShowSettings._fields if name in Show._fields)


def describe_show(name: str, settings: ShowSettings) -> Show:
    """The show in the folder `name`, without what other stages know of it (guid, address of its artwork).

    `updates` says `auto` or `none` as the settings do: when episodes come is for others to tell.
    """
    owner = settings.owner
    values: dict[str, Any] = {alike: getattr(settings, alike) for alike in _ALIKE}
    values |= {
        "link": settings.site,
        "artwork": "",
        "categories": tuple(map(parse_category, settings.categories)),
        "type": ShowType(settings.type),
        "owner": Owner(owner.name, owner.email) if owner else None,
        "people": People(settings).hosts,
        "trailers": tuple(_trailer(trailer, settings.timezone) for trailer in settings.trailers),
        "updates": _with_rule(settings.updates),
        "complete": settings.complete or bool(settings.updates and settings.updates.complete),
    }
    return Show(name=name, **values)


def _with_rule(updates: UpdateFrequency | None) -> UpdateFrequency | None:
    if updates is None or updates.text == "auto":
        return updates
    from feedpub.sources.updates import with_rule

    return with_rule(updates)


def _trailer(trailer: TrailerSettings, zone: str) -> Trailer:
    return Trailer(**{**trailer._asdict(), "published": _instant(trailer.published, zone)})


def _instant(text: str, zone: str) -> datetime:
    """A date of ISO 8601 as an instant; without an offset it is meant in the show's zone."""
    from zoneinfo import ZoneInfo

    found = datetime.fromisoformat(text)
    found = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone or "UTC"))
    # A plain offset, as episodes have it.
    return found.replace(tzinfo=timezone(found.utcoffset() or timedelta()))
