"""Elements with their names and places, item by item."""

from feedpub.validate.document.element import Element
from feedpub.validate.document.walk import Walked, walk

HEAD = '<rss version="2.0" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="urn:x"><channel>'


def read(text: str) -> tuple[Walked, list[Element]]:
    items: list[Element] = []
    return walk(text.encode(), lambda item, end: items.append(item)), items


def channel_of(walked: Walked) -> Element:
    assert walked.root is not None
    channel = walked.root.first("channel")
    assert channel is not None
    return channel


def test_names_are_canonical_whatever_the_prefix() -> None:
    walked, _ = read(f'{HEAD}<i:image href="a"/><x:y/><z xmlns="urn:z"/><title/></channel></rss>')
    names = [child.name for child in channel_of(walked).children]
    assert names == ["itunes:image", "{urn:x}y", "{urn:z}z", "title"]


def test_a_prefix_may_mean_something_else_inside_an_element() -> None:
    walked, _ = read(f'{HEAD}<i:a xmlns:i="urn:i"><i:b/></i:a><i:author/></channel></rss>')
    first, second = channel_of(walked).children
    assert (first.name, first.children[0].name, second.name) == ("{urn:i}a", "{urn:i}b", "itunes:author")


def test_items_are_handed_over_and_are_no_children() -> None:
    walked, items = read(
        f"{HEAD}<item><guid>1</guid></item><title/><item><guid>2</guid></item></channel></rss>"
    )
    assert [item.get("guid") for item in items] == ["1", "2"]
    channel = channel_of(walked)
    assert [child.name for child in channel.children] == ["title"]
    assert channel.items == items


def test_an_item_in_an_item_is_a_child_of_it() -> None:
    _, items = read(f"{HEAD}<item><item><guid>1</guid></item></item></channel></rss>")
    assert [child.name for child in items[0].children] == ["item"]


def test_an_element_begins_at_its_less_than_sign() -> None:
    text = f"{HEAD}<title>Ä<!-- --></title><item>\n<guid>1</guid></item></channel></rss>"
    _, items = read(text)
    guid = items[0].children[0]
    assert text.encode()[guid.offset :].startswith(b"<guid>")
    assert text.encode()[guid.end :].startswith(b"</guid>")


def test_text_knows_whether_it_stands_in_cdata_or_is_written_with_references() -> None:
    walked, _ = read(f"{HEAD}<a><![CDATA[<p>]]></a><b>&lt;p&gt;</b><c>p</c></channel></rss>")
    flags = [(one.has_cdata, one.has_references) for one in channel_of(walked).children]
    assert flags == [(True, False), (False, True), (False, False)]


def test_a_prefix_without_declaration_is_taken_for_what_it_usually_is() -> None:
    walked, _ = read('<rss version="2.0"><channel><itunes:author/><own:x/></channel></rss>')
    assert [child.name for child in channel_of(walked).children] == ["itunes:author", "{own}x"]
    assert [mark.text for mark in walked.undeclared] == ["itunes", "own"]


def test_a_document_that_breaks_off_is_followed_to_there() -> None:
    walked, items = read(f"{HEAD}<item><guid>1</guid></item><item><guid>2</guid>")
    assert walked.broken is not None
    assert [item.get("guid") for item in items] == ["1", "2"]


def test_what_is_nested_without_end_is_not_followed() -> None:
    walked, _ = read("<rss>" + "<a>" * 100_000 + "</a>" * 100_000 + "</rss>")
    assert walked.broken is None


def test_entities_that_blow_a_document_up_are_not_followed() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    walked, _ = read(f'<!DOCTYPE rss [<!ENTITY e0 "lol">{entities}]><rss>&e9;</rss>')
    assert walked.blown_up is not None


def test_nothing_is_read_that_an_entity_names() -> None:
    walked, _ = read(
        '<!DOCTYPE rss [<!ENTITY e SYSTEM "/etc/passwd">]><rss><channel><title>&e;</title></channel></rss>'
    )
    assert channel_of(walked).get("title") == ""
    assert [mark.text for mark in walked.external_entities] == ["e"]
