"""From settings to what a feed says of its show."""

from datetime import datetime, timedelta, timezone

from feedpub.model import Location, Show, ShowType, Trailer, UpdateFrequency
from feedpub.sources.settings import OwnerSettings, PersonSettings, ShowSettings, TrailerSettings
from feedpub.sources.show import describe_show

SHOW = ShowSettings(
    "Title", "Text", "https://a.example/", "https://a.example/f", "en", "Ada", ("Arts > Books",), "cover.png"
)


def describe(**changes: object) -> Show:
    return describe_show("demo", SHOW._replace(**changes))  # type: ignore[arg-type]


def test_what_is_called_the_same_is_copied() -> None:
    show = describe(location=(Location("Rome"),), medium="music", podping=True)
    assert (show.location, show.medium, show.podping) == ((Location("Rome"),), "music", True)


def test_what_is_called_otherwise_is_translated() -> None:
    show = describe(type="serial", owner=OwnerSettings("Ada", "a@a.example"))
    assert (show.name, show.link, show.artwork, show.type) == (
        "demo",
        "https://a.example/",
        "",
        ShowType.SERIAL,
    )
    assert show.categories == (("Arts", "Books"),)
    assert show.owner == ("Ada", "a@a.example")


def test_words_for_the_schedule_get_their_rule() -> None:
    assert describe(updates=UpdateFrequency("weekly")).updates == UpdateFrequency("weekly", "FREQ=WEEKLY")
    assert describe().updates == UpdateFrequency("auto")


def test_a_show_is_complete_wherever_its_settings_say_so() -> None:
    assert describe(complete=True).complete
    assert describe(updates=UpdateFrequency(complete=True)).complete
    assert not describe(updates=None).complete


def test_a_trailer_without_an_offset_is_meant_in_the_zone_of_the_show() -> None:
    settings = TrailerSettings("x", "https://a.example/x.mp3", "2026-07-05T09:00:00", 5, "audio/mpeg", 2)
    (trailer,) = describe(trailers=(settings,), timezone="Europe/Lisbon").trailers
    published = datetime(2026, 7, 5, 9, tzinfo=timezone(timedelta(hours=1)))
    assert trailer == Trailer("x", "https://a.example/x.mp3", published, 5, "audio/mpeg", 2)
    assert trailer.published.tzname() == "UTC+01:00"


def test_a_trailer_keeps_an_offset_of_its_own() -> None:
    settings = TrailerSettings("x", "https://a.example/x.mp3", "2026-07-05T09:00:00+05:00")
    assert describe(trailers=(settings,)).trailers[0].published.utcoffset() == timedelta(hours=5)


def test_hosts_have_the_group_of_their_role() -> None:
    people = {
        "a": PersonSettings("A", "audio editor"),
        "b": PersonSettings("B", "editor", group="Video Post-Production"),
    }
    groups = [person.group for person in describe(people=people, hosts=("a", "b")).people]
    assert groups == ["audio post-production", "video post-production"]
