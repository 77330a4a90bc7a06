"""The schemas on their own, as xmllint and other tools use them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from feedpub.validate.document.element import Element
from feedpub.validate.document.reading import Takers, read_document
from feedpub.validate.document.walk import Take
from feedpub.validate.registry import all_rules
from feedpub.validate.schema import check_schema
from feedpub.validate.schema_rules import rule_ids, schema_file
from tests.validate.examples import ITEM, document

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = sorted((ROOT / "schemas").glob("*.xsd"))
BUILT = sorted((ROOT / "tests" / "cases").glob("*/expected/*.xml"))
WILD = sorted((ROOT.parent / "shared" / "corpus" / "feeds").glob("*"))
XS = "{http://www.w3.org/2001/XMLSchema}"

with_xmllint = pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not installed")


class _Nobody(Takers):
    def begin(self, data: bytes) -> Take:
        def take(item: Element, end: int) -> None:
            pass

        return take


def xmllint_accepts(path: Path) -> bool:
    words = ["xmllint", "--noout", "--nonet", "--huge", "--schema", str(schema_file()), str(path)]
    return subprocess.run(words, capture_output=True, check=False, timeout=60).returncode == 0


@with_xmllint
def test_xmllint_accepts_a_sound_feed(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(document(ITEM, "item"))
    assert xmllint_accepts(feed)


@with_xmllint
@pytest.mark.parametrize("rule", sorted(rule_ids()))
def test_xmllint_agrees_on_the_examples_of_the_rules(rule: str, tmp_path: Path) -> None:
    one = next(one for one in all_rules() if one.id == rule)
    for example in (one.bad, one.good):
        data = document(str(example), one.within)
        feed = tmp_path / "feed.xml"
        feed.write_bytes(data)
        if b"<geo:" not in data:
            # There a prefix is not declared, which other rules tell.
            assert xmllint_accepts(feed) == (check_schema(data) == [])


@with_xmllint
@pytest.mark.skipif(not WILD, reason="the feeds of the wild are not here")
def test_xmllint_agrees_on_feeds_of_the_wild() -> None:
    for path in WILD:
        data = path.read_bytes()
        feed = read_document(data, _Nobody())
        sound = (
            feed.is_whole and not feed.walked.undeclared and data.decode("utf-8", "ignore").encode() == data
        )
        if sound and feed.root is not None and feed.root.name == "rss":
            assert xmllint_accepts(path) == (check_schema(feed.data) == []), path.name


@pytest.mark.parametrize("feed", BUILT, ids=lambda path: path.stem)
def test_feeds_that_feedpub_built_are_accepted(feed: Path) -> None:
    assert check_schema(feed.read_bytes()) == []


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_declarations_are_documented(schema: Path) -> None:
    root = etree.parse(schema).getroot()
    types = root.iterchildren(f"{XS}simpleType", f"{XS}complexType", f"{XS}element")
    assert [one.get("name") for one in types if not one.findtext(f"{XS}annotation/{XS}documentation")] == []
    assert root.findtext(f"{XS}annotation/{XS}documentation")


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_a_type_that_refuses_something_names_a_rule(schema: Path) -> None:
    """Or what uses it does, where it is used for several."""
    for one in etree.parse(schema).getroot().iterchildren(f"{XS}simpleType"):
        assert one.get("name") == "filled" or one.findtext(f"{XS}annotation/{XS}appinfo")


def test_schemas_name_rules_that_there_are() -> None:
    assert rule_ids() <= {one.id for one in all_rules()}
