"""What is not well-formed is found, all of it, and mended so that the rest can be read."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.document.mend import mend


def kinds_of(text: str) -> list[str]:
    return [fault.kind for fault in mend(text.encode()).faults]


def is_well_formed(data: bytes) -> bool:
    try:
        expat.ParserCreate("utf-8").Parse(data, True)
    except expat.ExpatError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<rss>Q & A</rss>", ["ampersand"]),
        ("<rss>a&b=1</rss>", ["ampersand"]),
        ('<rss url="?a=1&b=2"/>', ["ampersand"]),
        ("<rss>&nbsp;</rss>", ["entity"]),
        ("<rss>&unheardof;</rss>", ["entity"]),
        ("<rss>1 < 2</rss>", ["less-than"]),
        ("<rss>I <3 it</rss>", ["less-than"]),
        ('<rss title="a<b"/>', ["less-than"]),
        ("<rss>\x0b</rss>", ["character"]),
        ("<rss>&#11;</rss>", ["character"]),
        ("<rss><![CDATA[\x08]]></rss>", ["character"]),
        ("<rss><a></rss>", ["unclosed"]),
        ("<rss></a></rss>", ["mismatch"]),
        ("<rss><a>text", ["truncated"]),
        ("<rss><![CDATA[text", ["truncated", "truncated"]),
        ("<rss><!-- text", ["truncated", "truncated"]),
        ("\n<?xml version='1.0'?><rss/>", ["before-declaration"]),
        ("Warning: include()<rss/>", ["before-root"]),
        ("<rss/>more", ["after-root"]),
        ("<rss/><rss/>", ["after-root"]),
        ("<rss lang=en/>", ["attribute"]),
        ("<rss checked/>", ["attribute"]),
        ('<rss a="1" a="2"/>', ["twice"]),
        ('<rss a="1" <a/></rss>', ["tag"]),
        ("<rss>&amp;&lt;&#9;&#x20AC;</rss>", []),
        ("<!DOCTYPE rss [<!ENTITY own 'x'>]><rss>&own;</rss>", []),
    ],
)
def test_each_fault_has_its_kind_and_is_mended(text: str, kinds: list[str]) -> None:
    mended = mend(text.encode())
    assert [fault.kind for fault in mended.faults] == kinds
    assert is_well_formed(mended.data)


def test_every_fault_is_told_in_one_run() -> None:
    text = "\n<?xml version='1.0'?><rss>Q & A &nbsp; <b>x \x0b"
    assert kinds_of(text) == ["before-declaration", "ampersand", "entity", "character", "truncated"]


def test_what_is_well_formed_is_left_alone() -> None:
    data = b"<?xml version='1.0'?><!-- & < --><rss a='1 &gt; 0'><![CDATA[ & < ]]><?php echo '<' ?></rss>\n<!-- x -->"
    assert mend(data).data == data


def test_places_in_the_mended_are_found_again_in_what_came() -> None:
    data = b"\n\n<?xml version='1.0'?><rss>&nbsp;A & B<c>&nbsp;</c></rss>"
    mended = mend(data)
    assert mended.shifts.original(mended.data.index(b"<c>")) == data.index(b"<c>")
    assert mended.shifts.mended(data.index(b"<c>")) == mended.data.index(b"<c>")
    assert mended.shifts.original(mended.data.index(b"<rss>")) == data.index(b"<rss>")


def test_an_element_that_is_not_closed_tells_where_it_began() -> None:
    mended = mend(b"<rss><title>x</rss>")
    assert [(fault.text, fault.began) for fault in mended.faults] == [("title", 5)]


@given(st.text(alphabet="<>&;!-[]?/= \"'abCDAT#x1\n"))
def test_any_text_is_mended_and_places_stay_inside_it(text: str) -> None:
    mended = mend(text.encode())
    for at in range(len(mended.data)):
        assert 0 <= mended.shifts.original(at) <= len(text.encode())


@given(
    st.lists(
        st.sampled_from("<a> </a> <b x='1'> </b> & &amp; < text &nbsp; <c/> \x0b ]]>".split(" ")), max_size=30
    )
)
def test_whatever_elements_hold_is_well_formed_when_mended(parts: list[str]) -> None:
    """What begins with a root element, that is; `]]>` in text is left to expat to tell."""
    parts = [part for part in parts if part != "]]>"]
    assert is_well_formed(mend(f"<rss>{''.join(parts)}</rss>".encode()).data)


def test_mending_is_linear() -> None:
    """Each of these is met a great many times, and none makes the text be looked through again each time."""
    for piece in (b"<", b"&", b"<!--", b"<![CDATA[", b"<a b='", b"</a>", b"<a>", b"&#", b'<a b="&'):
        mend(b"<rss>" + piece * 200_000)
