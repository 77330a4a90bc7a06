"""Elements without a namespace: unknown, misplaced, misspelt, repeated."""

import pytest

from feedpub.validate.core import CHILDREN, PARENTS
from tests.validate.rules.core_findings import findings, messages

SINGLE_IN_CHANNEL = sorted(CHILDREN["channel"] - {"category", "item"})
ELSEWHERE = sorted(
    name for name, parents in PARENTS.items() if "item" not in parents and name not in ("channel", "item")
)
SINGLE_IN_ITEM = sorted(CHILDREN["item"] - {"category", "enclosure"})


@pytest.mark.parametrize("name", SINGLE_IN_CHANNEL)
def test_an_element_that_a_channel_has_once_is_told_when_it_comes_again(name: str) -> None:
    told = messages(f"<{name}>1</{name}>\n<{name}>2</{name}>", "RSS009")
    assert len(told) == 1
    assert f"`{name}`" in told[0]
    assert "line 4" in told[0]


@pytest.mark.parametrize("name", SINGLE_IN_ITEM)
def test_an_element_that_an_item_has_once_is_told_when_it_comes_again(name: str) -> None:
    assert len(messages(f"<{name}>1</{name}><{name}>2</{name}><{name}>3</{name}>", "RSS010", "item")) == 2


@pytest.mark.parametrize("name", ["category", "enclosure"])
def test_what_an_item_may_have_often_is_not_told(name: str) -> None:
    assert messages(f"<{name}/><{name}/>", "RSS010", "item") == []


@pytest.mark.parametrize("name", sorted(CHILDREN["channel"] - {"item"}))
def test_an_element_in_the_wrong_case_is_told_with_the_right_one(name: str) -> None:
    wrong = name.upper()
    assert f"`{name}`" in messages(f"<{wrong}/>", "RSS012")[0]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_belongs_elsewhere_is_told_with_its_place(name: str) -> None:
    told = messages(f"<{name}/>", "RSS013", "item")
    assert len(told) == 1
    assert f"`{PARENTS[name][0]}`" in told[0]


def test_a_live_item_may_hold_what_an_item_holds() -> None:
    told = findings("<podcast:liveItem><title>Live</title><guid>1</guid></podcast:liveItem>")
    assert {one.rule for one in told}.isdisjoint({"RSS011", "RSS012", "RSS013", "RSS016"})


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("titel", "title"), ("summary", "description"), ("duration", "itunes:duration"), ("date", "pubDate")],
)
def test_what_was_probably_meant_by_an_unknown_element_is_suggested(wrong: str, meant: str) -> None:
    found = [one for one in findings(f"<{wrong}>1</{wrong}>", "item") if one.rule == "RSS011"]
    assert [one.fix for one in found] == [f"Write `<{meant}>` if that is meant."]


def test_html_in_a_text_is_told_once() -> None:
    assert len(messages("<description>A <b>b</b> <i>c</i> <b>d</b></description>", "RSS011", "item")) == 1


def test_what_is_in_an_unknown_element_is_not_told_as_well() -> None:
    assert len(messages("<foo><bar><baz/></bar></foo>", "RSS011", "item")) == 1


def test_elements_without_a_namespace_in_an_extension_are_told_once() -> None:
    told = messages("<content:encoded><p>A</p><p>B</p></content:encoded>", "RSS016", "item")
    assert told == ["`p` in `content:encoded` is an element in no namespace, as are 1 more"]


def test_the_children_of_an_element_of_an_extension_may_be_of_another() -> None:
    assert messages("<itunes:owner><dc:creator>Ada</dc:creator></itunes:owner>", "RSS016") == []


@pytest.mark.parametrize("name", ["image", "textInput", "skipHours", "skipDays", "cloud"])
def test_stray_text_is_told_where_no_text_belongs(name: str) -> None:
    assert len(messages(f"<{name}>lost</{name}>", "RSS017")) == 1


@pytest.mark.parametrize("child", ["url", "title", "link", "width", "height", "description"])
def test_what_an_image_has_once_is_told_when_it_comes_again(child: str) -> None:
    assert len(messages(f"<image><{child}>1</{child}><{child}>1</{child}></image>", "RSS031")) == 1


@pytest.mark.parametrize("child", ["title", "description", "name", "link"])
def test_what_a_text_input_needs_is_told_when_it_is_missing(child: str) -> None:
    rest = "".join(
        f"<{name}>a</{name}>" for name in ("title", "description", "name", "link") if name != child
    )
    told = messages(f"<textInput>{rest}</textInput>", "RSS040")
    assert told == [f"`textInput` has no `{child}`: it is required"]


@pytest.mark.parametrize("name", ["domain", "port", "path", "registerProcedure", "protocol"])
def test_what_a_cloud_needs_is_told_when_it_is_missing(name: str) -> None:
    given = dict.fromkeys(("domain", "path", "registerProcedure"), "a") | {"port": "80", "protocol": "soap"}
    attributes = " ".join(f'{key}="{value}"' for key, value in given.items() if key != name)
    told = [
        one.message
        for one in findings(f"<cloud {attributes}/>")
        if one.rule in ("RSS037", "RSS038", "RSS039")
    ]
    assert told == [f"`cloud` has no `{name}`: it is required"]


@pytest.mark.parametrize("port", ["", "-1", "0", "65536", "80.5", "http", "٨٠"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    assert len(messages(f'<cloud port="{port}"/>', "RSS038")) == 1


def test_more_hours_than_a_day_has_are_told() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    assert messages(f"<skipHours>{hours}</skipHours>", "RSS045") == []
    told = messages(f"<skipHours>{hours}<hour>24</hour></skipHours>", "RSS045")
    assert any("more than a day has hours" in one for one in told)


def test_more_days_than_a_week_has_are_told() -> None:
    days = "<day>Monday</day>" * 8
    told = messages(f"<skipDays>{days}</skipDays>", "RSS047")
    assert any("more than a week has days" in one for one in told)


@pytest.mark.parametrize("hour", ["", "-1", "25", "2.5", "noon", "٣"])
def test_an_hour_that_is_none_is_told(hour: str) -> None:
    assert len(messages(f"<skipHours><hour>{hour}</hour></skipHours>", "RSS043")) == 1


def test_an_item_in_an_element_of_an_extension_is_told() -> None:
    assert len(messages("<atom:author><item/></atom:author>", "RSS016")) == 1
    assert len(messages("<atom:author><name/><item/></atom:author>", "RSS016")) == 2
