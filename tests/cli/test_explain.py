"""`feedpub explain`."""

from pathlib import Path

import pytest

from feedpub.validate.registry import all_rules
from tests.cli.test_commands import complete, run


@pytest.mark.parametrize("word", ["XML003", "xml003", "unescaped-ampersand", "Unescaped-Ampersand"])
def test_a_rule_is_explained_by_id_and_by_name(tmp_path: Path, word: str) -> None:
    done = run(tmp_path, "explain", word)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("XML003 unescaped-ampersand\n\nA bare `&` or `<`")


def test_it_says_why_how_to_mend_it_whose_rule_it_is_and_where_it_is_written(tmp_path: Path) -> None:
    said = run(tmp_path, "explain", "XML007").stdout
    for part in (
        "How to mend it: ",
        "\nWrong:\n",
        "\nRight:\n",
        "error for apple, psp1\n",
        "warning for rss, spotify",
        "https://validator.w3.org/feed/docs/error/NotUTF8.html\n",
    ):
        assert part in said


def test_several_rules_are_explained_in_turn(tmp_path: Path) -> None:
    said = run(tmp_path, "explain", "XML003", "XML001").stdout
    assert 0 == said.index("XML003 ") < said.index("\n\nXML001 ")


@pytest.mark.parametrize(
    "word,hint",
    [
        ("XML0003", "did you mean `XML003`?"),
        ("unescaped-ampersnad", "did you mean `unescaped-ampersand`?"),
        ("frobnicate", "feedpub rules lists them all"),
    ],
)
def test_a_rule_that_is_none_is_exit_2_with_what_was_probably_meant(
    tmp_path: Path, word: str, hint: str
) -> None:
    done = run(tmp_path, "explain", "XML001", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"feedpub: no rule `{word}`\n    {hint}\n"


def test_every_rule_can_be_explained(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", *(one.id for one in all_rules()))
    assert done.returncode == 0
    assert all(f"{one.id} {one.name}\n" in done.stdout for one in all_rules())


def test_no_example_can_act_on_a_terminal(tmp_path: Path) -> None:
    said = run(tmp_path, "explain", *(one.id for one in all_rules())).stdout
    assert said.replace("\n", "").isprintable()


def test_bash_completes_ids_and_names(tmp_path: Path) -> None:
    assert complete(tmp_path, "explain", "xml00") == [f"XML00{number}" for number in range(1, 10)]
    assert complete(tmp_path, "explain", "unescaped-a") == ["unescaped-ampersand"]
