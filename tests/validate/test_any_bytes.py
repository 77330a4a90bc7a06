"""Any bytes in, findings out: never an exception, never without end."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Judgement, Run, validate
from tests.validate.examples import document

NOW = datetime(2026, 1, 15, tzinfo=UTC)
RULES = all_rules()

NAMES = sorted(
    {
        selector.rpartition("/")[2]
        for rule in RULES
        for selector in rule.each
        if isinstance(selector, str) and not selector.endswith("*")
    }
    - {"document", "notes", "address"}
    | {"item", "channel", "title", "podcast:liveItem"}
)
ATTRIBUTES = """
url href length type isPermaLink text domain rel uri split address start startTime duration status geo osm rrule
dtstart complete srcset value default bitrate feedGuid medium priority protocol server role group purpose version
""".split()
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        "true yes 0 -1 1e9 999999999999999999999 12:99:99 ٣ ² geo:1,2 FREQ=X;COUNT=0 http://[::1 https://a:99999999/ "
        "//x javascript:x %zz sha256-x Mon,_01_Jan_0000_00:00:00_+9999 9999-12-31T23:59:60+99:99 \ud7ff &lt;p&gt;".split()
    ),
)


def judge(data: bytes) -> Judgement:
    return validate(data, "feed.xml", Run(NOW, feed_url="https://example.com/feed.xml"), RULES)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    judge(data)


@given(st.binary(max_size=60))
def test_any_bytes_in_a_feed(data: bytes) -> None:
    judge(document("<title>MARK</title><description>MARK</description>", "item").replace(b"MARK", data))


@given(st.text(alphabet="<>&;!-[]?/= \"'abCDAT#x1\n:"))
def test_any_markup(text: str) -> None:
    judge(f"<rss><channel>{text}".encode())


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    """An element that rules know, with attributes and texts that they do not expect."""
    name = draw(st.sampled_from(NAMES))
    attributes = draw(st.dictionaries(st.sampled_from(ATTRIBUTES), VALUES, max_size=4))
    shown = "".join(f' {key}="{_escape(value)}"' for key, value in attributes.items())
    inner = "".join(draw(st.lists(elements(depth + 1), max_size=3))) if depth < 2 else ""
    return f"<{name}{shown}>{_escape(draw(VALUES))}{inner}</{name}>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@settings(max_examples=400)
@given(st.lists(elements(), max_size=6), st.sampled_from(["item", "channel"]))
def test_any_values_in_any_element(parts: list[str], within: str) -> None:
    judge(document("".join(parts), within))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing", b""),
        ("white space", b" \n\t"),
        ("zeros", b"\0" * 100_000),
        ("one long line", b"<rss><channel><title>" + b"a" * 20_000_000 + b"</title></channel></rss>"),
        (
            "a large attribute",
            b"<rss><channel><item><enclosure url='" + b"a" * 10_000_000 + b"'/></item></channel></rss>",
        ),
        ("depth", b"<rss><channel><item>" + b"<a>" * 10_000 + b"</a>" * 10_000 + b"</item></channel></rss>"),
        ("depth that is never closed", b"<rss><channel>" + b"<item>" * 100_000),
        (
            "many attributes",
            b"<rss " + b" ".join(b"a%d='1'" % n for n in range(100_000)) + b"><channel/></rss>",
        ),
        (
            "many namespaces",
            b"<rss><channel>"
            + b"".join(b"<a xmlns='urn:%d'/>" % n for n in range(1000))
            + b"</channel></rss>",
        ),
        ("many children", b"<rss><channel>" + b"<a/>" * 300_000 + b"</channel></rss>"),
        ("many less-than signs", b"<rss><channel><title>" + b"<" * 300_000),
        (
            "tags in notes",
            b"<rss><channel><item><description><![CDATA["
            + b"<b" * 300_000
            + b"]]></description></item></channel></rss>",
        ),
        (
            "notes without end",
            b"<rss><channel><item><description><![CDATA["
            + b"<!--" * 200_000
            + b"]]></description></item></channel></rss>",
        ),
        ("the same guid", b"<rss><channel>" + b"<item><guid>1</guid></item>" * 20_000 + b"</channel></rss>"),
    ],
)
def test_what_is_made_to_break_readers(name: str, data: bytes) -> None:
    judge(data)


def test_entities_made_of_entities_are_told_and_not_followed() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    text = f'<!DOCTYPE rss [<!ENTITY e0 "lol">{entities}]><rss version="2.0"><channel><title>&e9;</title></channel></rss>'
    assert "XML015" in {one.rule for one in judge(text.encode()).findings}


def test_an_address_of_ten_megabytes_takes_no_memory_for_ways_back() -> None:
    import subprocess
    import sys

    program = (
        "import resource\nfrom feedpub.validate.addresses import _PLAIN\n"
        "long = 'https://example.com/' + 'a%20' * 2_500_000\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "assert _PLAIN.fullmatch(long)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    kilobytes = int(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)
    assert kilobytes < 50_000
