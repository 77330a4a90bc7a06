"""Kinds of text that only podcasts have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.kinds.text import check_text
from feedpub.model import Severity
from feedpub.model.setting import Setting

KINDS = (
    "https url", "uri", "namespace", "geo", "osm", "country", "license", "service", "social protocol", "chat protocol",
    "host name", "guid", "medium", "role", "group", "value type", "value method", "recipient type", "decimal",
    "aspect ratio", "media type", "tokens", "integrity type", "rrule", "iso date", "transcript rel", "tag name",
)  # fmt: skip
GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def check(kind: str, text: str):  # type: ignore[no-untyped-def]
    return check_text(text, Setting("", kind=kind), may_be_empty=False)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("https url", "https://example.com/donate?x=1"),
        ("uri", "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"),
        ("uri", "magnet:?xt=urn:btih:0123456789abcdef"),
        ("uri", "https://example.com/1"),
        ("uri", "http://duskgytldkxiuqc6.onion/a.mp3"),
        ("namespace", "http://search.yahoo.com/mrss/"),
        ("namespace", "urn:example:x"),
        ("geo", "geo:58.6103,-4.9987"),
        ("geo", "geo:37.786971,-122.399677,250"),
        ("geo", "geo:39.7837304,-100.445882;u=3900000"),
        ("geo", "geo:-90,180;crs=wgs84;u=0"),
        ("osm", "N1"),
        ("osm", "R7444#188"),
        ("license", "whatever I like"),
        ("host name", "irc.example.com"),
        ("guid", GUID),
        ("guid", GUID.upper()),
        ("decimal", "0.00000005000"),
        ("decimal", "96000"),
        ("aspect ratio", "16/9"),
        ("aspect ratio", "1 / 1"),
        ("aspect ratio", "1.5"),
        ("media type", "audio/mpeg"),
        ("media type", "application/x-subrip"),
        ("media type", 'audio/ogg; codecs="opus"'),
        ("tokens", "artwork social truefans/hero"),
        ("rrule", "FREQ=WEEKLY"),
        ("rrule", "FREQ=DAILY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR"),
        ("rrule", "FREQ=WEEKLY;BYDAY=FR;BYMONTHDAY=13"),
        ("rrule", "FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11"),
        ("rrule", "FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z;BYDAY=MO"),
        ("rrule", "FREQ=WEEKLY;UNTIL=20231231T000000Z"),
        ("rrule", "RRULE:freq=monthly;bysetpos=-1;byday=MO"),
        ("iso date", "2026-01-05"),
        ("iso date", "2023-08-28T00:00:00.000Z"),
        ("iso date", "2026-01-05 09:00+01:00"),
        ("tag name", "media:rating"),
    ],
)
def test_what_is_right_passes(kind: str, text: str) -> None:
    assert check(kind, text) is None


@pytest.mark.parametrize(
    ("kind", "text", "name", "fix"),
    [
        ("https url", "example.com", "bad-url", "did you mean https://example.com ?"),
        ("uri", "example.com/x", "bad-uri", "did you mean https://example.com/x ?"),
        ("uri", "https://ex ample.com/", "bad-url", "https://example.com/feed.xml"),
        ("geo", "58.6103, -4.9987", "bad-geo", "write geo:58.6103,-4.9987"),
        ("geo", "(58.6103 -4.9987)", "bad-geo", "write geo:58.6103,-4.9987"),
        ("geo", "geo:-122.39,37.78", "bad-geo", "latitude comes first: write geo:37.78,-122.39"),
        ("geo", "geo:91,0", "bad-geo", "latitude comes first: write geo:0,91"),
        ("geo", "geo:1,2;u=wide", "bad-geo", "write it in metres, as ;u=350"),
        ("geo", "Boston", "bad-geo", "as in geo:58.6103,-4.9987"),
        ("osm", "w43678282", "bad-osm", "write W43678282"),
        ("osm", "way/43678282", "bad-osm", "write W43678282"),
        ("osm", "https://www.openstreetmap.org/relation/7444#map=12/48.8/2.3", "bad-osm", "write R7444"),
        ("osm", "148838", "bad-osm", "as in R148838"),
        ("host name", "https://irc.example.com/x", "bad-host", "write irc.example.com"),
        ("host name", "irc.example.com:6667", "bad-host", "write irc.example.com"),
        ("host name", "irc", "bad-host", "as in irc.example.com"),
        ("guid", "{917393E3-1B1E-5CEF-ACE4-EDAA54E1F810}", "bad-guid", f"write {GUID}"),
        ("guid", "917393e31b1e5ceface4edaa54e1f810", "bad-guid", f"write {GUID}"),
        ("guid", "my-show", "bad-guid", "36 characters"),
        ("decimal", "0,5", "bad-decimal", "write 0.5"),
        ("decimal", "5 sats", "bad-decimal", "write digits with a point"),
        ("aspect ratio", "16:9", "bad-aspect-ratio", "write 16/9"),
        ("aspect ratio", "16/0", "bad-aspect-ratio", "as in 16/9"),
        ("aspect ratio", "wide", "bad-aspect-ratio", "as in 16/9"),
        ("media type", "mp3", "bad-media-type", "did you mean audio/mpeg?"),
        ("media type", ".vtt", "bad-media-type", "did you mean text/vtt?"),
        ("media type", "sound", "bad-media-type", "as in audio/mpeg"),
        ("tokens", "artwork, social", "bad-tokens", "write artwork social"),
        ("rrule", "weekly", "bad-rrule", "write parts as NAME=VALUE"),
        ("rrule", "FREQ=WEEKLEY", "bad-rrule", "did you mean WEEKLY?"),
        ("rrule", "FRQ=WEEKLY", "bad-rrule", "did you mean FREQ?"),
        ("rrule", "FREQ=WEEKLY;BYDAY=Monday", "bad-rrule", "RFC 5545"),
        ("rrule", "FREQ=DAILY;BYHOUR=24", "bad-rrule", "RFC 5545"),
        ("rrule", "INTERVAL=2", "bad-rrule", "begin it with FREQ="),
        ("rrule", "FREQ=DAILY;COUNT=3;UNTIL=20260101", "bad-rrule", "remove one of the two"),
        ("rrule", "FREQ=DAILY;FREQ=WEEKLY", "bad-rrule", "write parts as NAME=VALUE"),
        ("rrule", "FREQ=DAILY;UNTIL=99999999-1", "bad-date", "2026-01-05"),
        ("iso date", "05.01.2026", "bad-date", "write it as 2026-01-05"),
        ("iso date", "2026-02-30", "bad-date", "write it as 2026-01-05"),
        ("iso date", "2026-01-05T25:00", "bad-date", "write it as 2026-01-05"),
        ("tag name", "rating", "bad-tag-name", "as in media:rating"),
        ("tag name", "media:<x>", "bad-tag-name", "as in media:rating"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_an_error_and_mended(kind: str, text: str, name: str, fix: str) -> None:
    fault = check(kind, text)
    assert (fault.name, fault.severity) == (name, Severity.ERROR)
    assert fix in fault.fix


@pytest.mark.parametrize("kind", ["https url", "uri"])
def test_http_where_apps_want_https_is_a_warning(kind: str) -> None:
    fault = check(kind, "http://example.com/a")
    assert (fault.name, fault.severity) == ("insecure-url", Severity.WARNING)
    assert fault.fix.startswith("write https://example.com/a")


def test_a_text_that_apps_may_cut_is_a_warning() -> None:
    setting = Setting("", longest=5)
    assert check_text("12345", setting, may_be_empty=False) is None
    fault = check_text("123456", setting, may_be_empty=False)
    assert fault is not None
    assert (fault.name, fault.severity) == ("long-text", Severity.WARNING)


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text(max_size=40))
def test_any_text_is_judged_without_an_exception(kind: str, text: str) -> None:
    fault = check_text(text, Setting("", kind=kind), may_be_empty=True)
    assert fault is None or "\n" not in fault.message + fault.fix


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "1," * 50_000, "a:" * 50_000, "geo:1,2" + ";a=b" * 30_000, "FREQ=" * 30_000, "-" * 50_000,
     "BYDAY=" + "MO," * 50_000, "a." * 50_000, " " * 50_000 + "x", "http://" + "a." * 50_000],
)  # fmt: skip
def test_a_very_long_text_is_judged_quickly_and_shown_in_part(kind: str, text: str) -> None:
    fault = check(kind, text)
    assert fault is None or len(fault.message) < 300
