"""Where a field of an episode stands in its file."""

import pytest

from feedpub.model import Place
from feedpub.sources.places import locate_field

PELICAN = "Title: Episode 4 - Sea\nDate: 2024-05-13\nAudio_Length: 12\n\naudio: in the notes\n"
YAML = '---\ntitle: Sea\n# audio: no\naudio:   "4.mp3"\nimage: a.jpg\n---\n\nNotes\n'
TOML = '+++\ntitle = "Sea"\n  guid = "x"\n+++\n\nNotes\n'
JSON = '{\n  "title": "Sea",\n  "episode": 4\n}\n\nNotes\n'


@pytest.mark.parametrize(
    ("text", "field", "line", "column"),
    [
        (PELICAN, "title", 1, 1),
        (PELICAN, "length", 3, 1),
        (YAML, "audio", 4, 1),
        (YAML, "artwork", 5, 1),
        (TOML, "guid", 3, 3),
        (JSON, "number", 3, 3),
        ("\n\n" + PELICAN, "date", 4, 1),
        (PELICAN.replace("\n", "\r\n"), "length", 3, 1),
    ],
)
def test_a_field_stands_where_its_key_stands(text: str, field: str, line: int, column: int) -> None:
    assert locate_field(text, "4.md", field) == Place("4.md", line, column)


def test_a_number_without_a_key_stands_in_the_title() -> None:
    assert locate_field(PELICAN, "4.md", "number") == Place("4.md", 1, 1)


def test_the_best_of_several_keys_counts() -> None:
    text = "---\naudio_file: a.mp3\naudio: b.mp3\n---\n"
    assert locate_field(text, "4.md", "audio") == Place("4.md", 3, 1)


@pytest.mark.parametrize("text", ["", "Notes", PELICAN, "---\nguid: [\n---\n", "{", "+++\nguid = 1\n"])
def test_a_field_that_is_not_there_has_the_whole_file_for_its_place(text: str) -> None:
    assert locate_field(text, "4.md", "guid") == Place("4.md")
