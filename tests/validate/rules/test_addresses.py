"""Addresses: what cannot be one is told, wherever it stands; what can be is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Run, validate
from tests.validate.examples import NOW, document

RULES = [one for one in all_rules() if one.id.startswith(("URL", "ENC014"))]


def errors_of(url: str, template: str = "<link>{}</link>") -> list[str]:
    text = url.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    findings = validate(document(template.format(text), "item"), "f", Run(NOW), RULES).findings
    return [one.rule for one in findings if one.severity.name == "ERROR" and one.element != "atom:link"]


@pytest.mark.parametrize(
    "url",
    [
        "https://tides.io",
        "https://tides.io/ep.mp3?x=1",
        "https://tides.io:8443/a#b",
        "https://sub_domain.tides.io/",
        "https://tides.io./",
        "https://[2606:4700::1111]/",
        "https://1.1.1.1/a.mp3",
        "mailto:ada@tides.io",
        "https://tides.io/a%20b;c=d,e(f)",
    ],
)
def test_addresses_that_are_right_are_left_alone(url: str) -> None:
    assert errors_of(url) == []


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://a.org:99999/", "URL001"),
        ("http://a..org/", "URL001"),
        ("http://-a.org/", "URL001"),
        ("http://1.2.3.256/", "URL001"),
        ("http://[::1/", "URL001"),
        ("http:/a.org", "URL001"),
        ("https:", "URL001"),
        ("//a.org/x", "URL002"),
        ("www.a.org", "URL002"),
        ("https://a.org/x y", "URL005"),
        ("https://a.org/100%", "URL005"),
        ("http://192.168.1.1/", "URL008"),
        ("http://studio.local/", "URL008"),
        ("C:\\audio\\one.mp3", "URL008"),
        ("https://a:b@a.org/", "URL009"),
    ],
)
def test_addresses_that_cannot_be_are_told(url: str, rule: str) -> None:
    assert rule in errors_of(url)


@pytest.mark.parametrize(
    "url", ["http://a.org:99999/1.mp3", "http://[::1/1.mp3", "ftp://a.org/1.mp3", "1.mp3"]
)
def test_an_enclosure_that_cannot_be_fetched_is_told_once(url: str) -> None:
    assert len(errors_of(url, '<enclosure url="{}" length="1" type="audio/mpeg"/>')) == 1


@given(st.text(max_size=40))
def test_any_text_may_be_an_address(text: str) -> None:
    if text.isprintable():
        errors_of(text)
