"""What libxml2 refuses leads to rules, and to the right place."""

from pathlib import Path
from typing import Any

import pytest

from feedpub.validate import refused
from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Document, Takers, read_document
from feedpub.validate.document.walk import Take
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Judgement, Run, validate
from feedpub.validate.schema import MOST, Violation, check_schema
from feedpub.validate.schema_rules import rule_ids
from tests.validate.examples import NOW, document, rss

RULES = {one.id: one for one in all_rules()}
FEEDS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "feeds"
#: rules whose example is about something that XSD cannot tell -> another, which it can
OTHERS = {
    "EXT008": '<geo:lat xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#">91.5</geo:lat>',
    "ITU051": f"<itunes:owner>{'<itunes:email>ada@example.com</itunes:email>' * 2}</itunes:owner>",
    "POD003": "<podcast:podroll><podcast:guid/></podcast:podroll>",
    "POD004": '<podcast:alternateEnclosure type="audio/mpeg"><podcast:source uri="https://example.com/"/>'
    + '<podcast:integrity type="pgp-signature" value="aaaa"/>' * 2
    + "</podcast:alternateEnclosure>",
    "RSS045": "<skipHours><hour>1</hour><hour>01</hour></skipHours>",
}


class _Nobody(Takers):
    def begin(self, data: bytes) -> Take:
        def take(item: Element, end: int) -> None:
            pass

        return take


def read(data: bytes) -> Document:
    return read_document(data, _Nobody())


def judge(channel: str, *ids: str) -> Judgement:
    rules = [one for one in all_rules() if not ids or one.id in ids]
    return validate(rss(channel).encode(), "feed.xml", Run(now=NOW), rules)


def violations_of(channel: str) -> list[Violation]:
    return check_schema(rss(channel).encode())


@pytest.mark.parametrize("rule", sorted(rule_ids()))
def test_what_breaks_a_rule_of_the_schemas_is_refused_by_its_id(rule: str) -> None:
    one = RULES[rule]
    example = document(OTHERS.get(rule, str(one.bad)), one.within)
    assert rule in {violation.rule for violation in check_schema(example)}


@pytest.mark.parametrize("rule", sorted(rule_ids()))
def test_what_keeps_a_rule_of_the_schemas_is_not_refused_by_its_id(rule: str) -> None:
    one = RULES[rule]
    assert rule not in {violation.rule for violation in check_schema(document(str(one.good), one.within))}


def test_a_violation_names_element_attribute_and_what_is_there() -> None:
    (violation,) = violations_of('<item><enclosure url="u" length="12MB" type="audio/mpeg"/></item>')
    assert violation[:1] + violation[4:6] == ("ENC004", "enclosure", "length")
    assert violation.message.startswith(
        "`length` of `enclosure` is `12MB`, where there should be: a whole number"
    )


def test_elements_are_called_by_their_usual_prefix() -> None:
    (violation,) = violations_of('<x:image xmlns:x="http://www.itunes.com/dtds/podcast-1.0.dtd"/>')
    assert (violation.rule, violation.element) == ("ITU004", "itunes:image")


@pytest.mark.parametrize("prefix", ["itunes:", ""])
def test_a_violation_is_placed_at_the_right_one_of_many_elements(prefix: str) -> None:
    declared = "" if prefix else ' xmlns="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    sound = f"<{prefix}season{declared}>1</{prefix}season>"
    items = f"<item><guid>one</guid>{sound}</item>" * 3
    channel = f"{items}<item>{sound}{sound.replace('>1<', '>x<')}</item>{items}"
    data = rss(channel).encode()
    (violation,) = check_schema(data)
    offset = read(data).walked.offsets[violation.ordinal]
    assert data[offset:].startswith(sound.replace(">1<", ">x<").encode())


def test_what_is_sound_is_not_refused() -> None:
    assert violations_of("<title>Tides</title><item><guid>one</guid></item>") == []


def test_foreign_elements_and_attributes_may_be_anywhere() -> None:
    foreign = '<f:a xmlns:f="urn:f"><f:b/>text</f:a>'
    channel = (
        f"{foreign}<image>{foreign}<url>u</url><title>t</title><link>l</link></image>"
        f'<skipHours>{foreign}<hour>1</hour>{foreign}</skipHours><title xmlns:f="urn:f" f:c="d">t</title>'
        f"<item>{foreign}<podcast:podroll>{foreign}<podcast:remoteItem "
        'feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/></podcast:podroll></item>'
    )
    assert violations_of(channel) == []


def test_no_more_violations_are_kept_than_anybody_reads() -> None:
    assert len(violations_of("<item><guid/></item>" * (MOST + 500))) == MOST


@pytest.mark.parametrize("length", [90, 98, 99, 100, 101, 10_000])
def test_what_stands_in_an_element_with_a_long_name_is_found(length: int) -> None:
    name = "itunes:" + "a" * length
    (violation,) = violations_of(f"<title>1</title><{name}><itunes:image/></{name}>")
    assert (violation.ordinal, violation.element) == (4, "itunes:image")


def test_of_names_that_begin_alike_nothing_is_told_of_the_wrong_one() -> None:
    name = "itunes:" + "a" * 200
    for violation in violations_of("".join(f"<{name}{n}><itunes:image/></{name}{n}>" for n in "xyz")):
        assert violation.element == "itunes:image"


def test_an_encoding_that_is_declared_wrongly_does_not_matter() -> None:
    data = (
        '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><title>é</title></channel></rss>'
    )
    assert check_schema(data.encode()) == []


def test_what_is_no_xml_is_not_judged() -> None:
    assert check_schema(b"<rss") == check_schema(b"<a><b:c/></a>") == []


def test_entities_are_not_followed() -> None:
    data = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>&a;</channel></rss>'
    assert all("root:" not in one.message for one in check_schema(data))


# -- beside the rules -----------------------------------------------------------------------------


def test_what_a_rule_told_is_not_told_again() -> None:
    found = [
        one for one in judge("<item><itunes:season>x</itunes:season></item>").findings if one.rule == "ITU028"
    ]
    assert len(found) == 1


def test_what_no_rule_told_is_told_at_its_place() -> None:
    untold = RULES["ITU028"]._replace(judge=lambda element: ())
    channel = "<item>\n<title>One</title><guid>1</guid>\n<itunes:season>x</itunes:season></item>"
    (finding,) = validate(rss(channel).encode(), "feed.xml", Run(now=NOW), [untold]).findings
    assert (finding.rule, finding.name, finding.element) == ("ITU028", untold.name, "itunes:season")
    assert (finding.episode, finding.guid, finding.fix) == ("One", "1", untold.fix)
    assert rss(channel).splitlines()[finding.place.line - 1].startswith("<itunes:season>x")


def test_what_is_nobodys_demand_is_not_told() -> None:
    assert judge("<item><itunes:season>x</itunes:season></item>", "RSS006").findings[1:] == ()


@pytest.mark.skipif(not FEEDS.is_dir(), reason="the feeds of the wild are not here")
def test_in_feeds_of_the_wild_the_schemas_refuse_nothing_that_no_rule_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    untold: list[object] = []
    find = refused.find_refused

    def spy(*given: Any) -> Any:
        untold.extend(find(*given))
        return []

    monkeypatch.setattr(refused, "find_refused", spy)
    for path in sorted(FEEDS.iterdir()):
        data = path.read_bytes()
        feed = read(data)
        if feed.root is not None and feed.root.name == "rss" and check_schema(feed.data):
            validate(data, path.name, Run(now=NOW), all_rules())
    assert untold == []
