"""What is said of a file that is no TOML."""

import pytest

from feedpub.config.toml_file import parse_layer


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("title = The Sea", "c.toml:1:9", "`title = The Sea` is not TOML: what follows `=` is no value"),
        ("\n\ntitle: x", "c.toml:3:6", "`title: x` is not TOML: there is no `=`"),
        ("title", "c.toml:1:6", "`title` is not TOML: there is no `=`"),
        ('title = "x', "c.toml:1:11", '`title = "x` is not TOML: a text has no closing quote'),
        ('title = "x\ny = 1', "c.toml:1:11", '`title = "x` is not TOML: a text has no closing quote'),
        ("a = [1\n\n", "c.toml:1:7", "`a = [1` is not TOML: a list has no closing `]`"),
        ("a = 1\na = 2", "c.toml:2:6", "`a = 2` is not TOML: the key stands twice"),
        ("[a]\n[b]\n[a]", "c.toml:3:3", "`[a]` is not TOML: the table stands twice"),
        ("a = 1 b = 2", "c.toml:1:7", "`a = 1 b = 2` is not TOML: something follows the value"),
        ("[audio", "c.toml:1:7", "`[audio` is not TOML: the header has no closing bracket"),
        (
            'path = "C:\\Users"',
            "c.toml:1:13",
            '`path = "C:\\Users"` is not TOML: a backslash begins an escape',
        ),
        ("day = 2024-02-30", "c.toml:1:7", "`day = 2024-02-30` is not TOML: there is no such date or time"),
        ("= 1", "c.toml:1:1", "`= 1` is not TOML: this is neither a setting nor a [table]"),
    ],
)
def test_a_syntax_error_is_told_in_plain_words(text: str, place: str, message: str) -> None:
    _, (finding,) = parse_layer(text.encode(), "c.toml")
    assert (str(finding.place), finding.message) == (place, message)
    assert finding.fix


def test_a_long_line_is_shown_in_part() -> None:
    _, (finding,) = parse_layer(b"a = " + b"x" * 1000, "c.toml")
    assert len(finding.message) < 120


def test_a_file_with_faults_sets_nothing() -> None:
    layer, _ = parse_layer(b"a = 1\nb", "c.toml")
    assert layer.table == {}
