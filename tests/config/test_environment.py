"""Settings from environment variables."""

import pytest

from feedpub.config.environment import parse_environment


@pytest.mark.parametrize(
    ("name", "text", "table"),
    [
        ("FEEDPUB_FEED_URL", "https://a.example/f.xml", {"feed_url": "https://a.example/f.xml"}),
        ("FEEDPUB_TITLE", "42", {"title": "42"}),
        ("FEEDPUB_TITLE", '"quoted"', {"title": '"quoted"'}),
        ("FEEDPUB_TYPE", "serial", {"type": "serial"}),
        ("FEEDPUB_EXPLICIT", "true", {"explicit": True}),
        ("FEEDPUB_EXPLICIT", "yes", {"explicit": "yes"}),
        ("FEEDPUB_FEED__LIMIT", "50", {"feed": {"limit": 50}}),
        ("FEEDPUB_FEED__LOCKED", "false", {"feed": {"locked": False}}),
        ("FEEDPUB_CATEGORIES", '["Arts"]', {"categories": ["Arts"]}),
        ("FEEDPUB_CATEGORIES", "Arts", {"categories": "Arts"}),
        ("FEEDPUB_FEED__LIMIT", "1\nb = 2", {"feed": {"limit": "1\nb = 2"}}),
        ("FEEDPUB_OWNER__EMAIL", "a@b.example", {"owner": {"email": "a@b.example"}}),
        ("FEEDPUB_PEOPLE__ADA__NAME", "Ada", {"people": {"ada": {"name": "Ada"}}}),
        ("FEEDPUB_TITLE", "", {}),
        ("FEEDPUB_NOW", "2024-01-01", {}),
        ("FEEDPUB_CACHE_DIR", "/tmp", {}),
        ("FEEDPUB_LOG", "1", {}),
        ("TITLE", "x", {}),
        ("feedpub_title", "x", {}),
    ],
)
def test_a_variable_sets_its_key(name: str, text: str, table: dict[str, object]) -> None:
    layer, findings = parse_environment({name: text})
    assert (layer.table, findings) == (table, [])


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("FEEDPUB_FEDURL", "FEEDPUB_FEED_URL"),
        ("FEEDPUB_AUDIO_URL", "FEEDPUB_AUDIO__URL"),
        ("FEEDPUB_FEED_LIMIT", "FEEDPUB_FEED__LIMIT"),
        ("FEEDPUB_TITEL", "FEEDPUB_TITLE"),
        ("FEEDPUB_LICENSE", "FEEDPUB_LICENSE__NAME"),
        ("FEEDPUB_SEASONS__2", "FEEDPUB_SEASONS__2__NAME"),
    ],
)
def test_a_misspelt_variable_gets_the_right_one_offered(name: str, meant: str) -> None:
    _, (finding,) = parse_environment({name: "x"})
    assert finding.fix.startswith(f"did you mean {meant}?")
    assert str(finding.place) == f"${name}"


@pytest.mark.parametrize("name", ["FEEDPUB_LOCATION", "FEEDPUB_VALUE"])
def test_what_there_may_be_several_of_is_for_the_files(name: str) -> None:
    _, (finding,) = parse_environment({name: "x"})
    key = name.removeprefix("FEEDPUB_").lower()
    assert finding.fix == f"it has no variable: write `{key}` into show.toml or config.toml"


@pytest.mark.parametrize(
    "name", ["FEEDPUB_", "FEEDPUB___", "FEEDPUB_PEOPLE____NAME", "FEEDPUB_\udcff", "FEEDPUB_AUDIO"]
)
def test_a_variable_that_names_no_setting_is_a_finding(name: str) -> None:
    _, (finding,) = parse_environment({name: "x"})
    assert finding.name == "unknown-variable"
    assert finding.message.isascii()
