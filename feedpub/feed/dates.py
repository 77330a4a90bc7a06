"""Dates as RSS writes them (RFC 822 with a year of four digits), and as ISO 8601 does."""

from datetime import datetime, timedelta, timezone

from feedpub.feed.tag import Tag, Values, text

# strftime asks the locale for these names, and feedgen changes the locale of the whole process around it.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTE = timedelta(minutes=1)


def format_date(moment: datetime) -> str:
    """``Mon, 04 Jan 2016 00:00:00 -0500``.

    An offset that is no whole number of minutes, as zones had before 1972, is cut to minutes and the clock
    time with it. Raises ValueError where there is no offset.
    """
    moment, minutes = _in_minutes(moment)
    hours, minutes_left = divmod(abs(minutes), 60)
    return (
        f"{_DAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment.year:04} "
        f"{moment.hour:02}:{moment.minute:02}:{moment.second:02} "
        f"{'-' if minutes < 0 else '+'}{hours:02}{minutes_left:02}"
    )


def format_timestamp(moment: datetime) -> str:
    """``2016-01-04T00:00:00-05:00`` (ISO 8601). Offsets and errors as in :func:`format_date`."""
    return _in_minutes(moment)[0].isoformat(timespec="seconds")


def _in_minutes(moment: datetime) -> tuple[datetime, int]:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError(f"{moment.isoformat()} has no UTC offset")
    minutes, rest = divmod(offset, _MINUTE)
    return (moment.astimezone(timezone(minutes * _MINUTE)) if rest else moment), minutes


def _date(moment: datetime | None) -> Values:
    return text(format_date(moment)) if moment else ()


TAGS = (
    Tag(
        "pubDate",
        channel=lambda channel: _date(channel.published),
        item=lambda item: _date(item.episode.published),
    ),
    Tag("lastBuildDate", channel=lambda channel: _date(channel.changed)),
)
