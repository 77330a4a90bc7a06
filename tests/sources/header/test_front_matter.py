"""Front matter in four formats: entries with places, and complaints in plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.model import Finding, Place, Severity
from feedpub.sources.header.front_matter import Entry, FrontMatter, parse_front_matter


def parse(text: str) -> FrontMatter:
    front_matter, findings = parse_front_matter(text, "x.md")
    assert findings == []
    return front_matter


def complain(text: str) -> Finding:
    _, [finding] = parse_front_matter(text, "x.md")
    assert str(finding.place).startswith("x.md:")
    return finding


def yaml_values(block: str) -> dict[str, object]:
    return {entry.key: entry.value for entry in parse(f"---\n{block}\n---\n").entries}


def test_pelican_header() -> None:
    text = "Title: A title: with colon\nurl:kay.html  \nsave_as: kay.html\n\nBody\n"
    assert parse(text) == FrontMatter(
        "pelican",
        (
            Entry("Title", "A title: with colon", 1),
            Entry("url", "kay.html", 2),
            Entry("save_as", "kay.html", 3),
        ),
        "\nBody\n",
        4,
    )


def test_pelican_values_go_on_in_lines_indented_by_four() -> None:
    assert parse("Tags: a\n    b\nTitle: x\n").entries[0].value == "a\nb"


def test_blank_lines_ahead_of_the_front_matter_are_passed_over() -> None:
    assert parse("\n\nTitle: x\n\nb").entries == (Entry("Title", "x", 3),)
    assert parse("\n---\ntitle: x\n---\nb") == FrontMatter("yaml", (Entry("title", "x", 3),), "b", 5)


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_yaml_and_where_its_body_begins(end: str) -> None:
    expected = FrontMatter("yaml", (Entry("title", "x", 2), Entry("n", 5, 3)), "Body\n", 5)
    assert parse(f"---\ntitle: x\nn: 5\n{end}\nBody\n") == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("50:35", "50:35"),
        ("1:30:00", "1:30:00"),
        ("012", "012"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("true", True),
        ("False", False),
        ("2015-10-05", "2015-10-05"),
        ("2015-10-05 10:00:00 +0200", "2015-10-05 10:00:00 +0200"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("-1", -1),
        ("9" * 30, "9" * 30),
        ("~", None),
        ("", None),
        ('"5"', "5"),
        ("[a, 1, true]", ["a", 1, True]),
        ("{a: {b: c}}", {"a": {"b": "c"}}),
        (">\n  one\n  two", "one two\n"),
        ("C#", "C#"),
    ],
)
def test_yaml_values_are_what_their_author_meant(written: str, value: object) -> None:
    result = yaml_values(f"key: {written}")["key"]
    assert (result, type(result)) == (value, type(value))


def test_yaml_aliases_are_resolved() -> None:
    assert yaml_values("a: &x [1]\nb: *x") == {"a": [1], "b": [1]}


def test_toml() -> None:
    front_matter = parse('+++\n# c\ntitle = "x"\nDate = 2015-10-05\n[params]\na = 1\n+++\nBody')
    assert front_matter.kind == "toml"
    assert front_matter.body == "Body"
    assert front_matter.body_line == 8
    assert front_matter.entries == (
        Entry("title", "x", 3),
        Entry("Date", date(2015, 10, 5), 4),
        Entry("params", {"a": 1}, 5, 2),
    )


def test_json() -> None:
    front_matter = parse('{\n  "title": "x",\n  "nested": {"title": [1]}\n}\n\nBody')
    assert front_matter == FrontMatter(
        "json", (Entry("title", "x", 2, 3), Entry("nested", {"title": [1]}, 3, 3)), "\nBody", 5
    )


@pytest.mark.parametrize(("opening", "closing"), [("---", "---"), ("+++", "+++"), ('{"a"', "}")])
def test_front_matter_without_end_is_an_error_in_line_1(opening: str, closing: str) -> None:
    finding = complain(f"{opening}\ntitle\n")
    assert finding.severity is Severity.ERROR
    if closing != "}":
        assert finding.place == Place("x.md", 1, 1)
        assert f"no closing {closing}" in finding.message


@pytest.mark.parametrize(
    ("block", "place", "message", "fix"),
    [
        ("title: Ep 1: x", "2:12", "second `: `", 'title: "Ep 1: x"'),
        ("a: b\n\tc: d", "3:1", "a tab", "blanks"),
        ("title: @x", "2:8", "cannot begin with `@`", 'title: "@x"'),
        ("title: `x`", "2:8", "cannot begin with", 'title: "`x`"'),
        ('a: 1\ntitle: "open', "3:8", "never closed", "close it"),
        ("title: 'it's'", "2:12", "behind a value that has ended", "quotes"),
        ("title: *Bold* x", "2:8", "begins with `*`", 'title: "*Bold* x"'),
        ("title: *Bold", "2:8", "`*Bold` refers to", "quote the value"),
        ("title: x\nfoo\nbar: z", "3:1", "`foo` is no `key: value`", "colon"),
        ("title: x\n foo: y", "3:5", "`foo: y` is indented", "remove the blanks"),
        ("a: [1, 2\nb: c", "2:4", "`[` that opens here", "close the bracket"),
        ("summary: {{ page.x }}", "2:11", "where a key must be", "quote the value"),
        ("title: 🎉é: x", "2:10", "second `: `", 'title: "🎉é: x"'),
        ('title: "a" b: c', "2:12", "behind a value", "quotes"),
        ('title: say "x": y', "2:15", "second `: `", "title: 'say \"x\": y'"),
        ("title: x\x80", "2:9", "U+0080", "delete it"),
    ],
)
def test_yaml_errors_name_line_and_column_of_the_file_and_a_cure(
    block: str, place: str, message: str, fix: str
) -> None:
    finding = complain(f"---\n{block}\n---\n")
    assert str(finding.place) == f"x.md:{place}"
    assert (finding.severity, finding.name) == (Severity.ERROR, "yaml-syntax")
    assert message in finding.message
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("block", "what"), [("- a\n- b", "a list"), ("just text", "a text"), ("[a]", "a list")]
)
def test_yaml_that_is_no_mapping_is_an_error(block: str, what: str) -> None:
    finding = complain(f"---\n{block}\n---\n")
    assert finding.name == "front-matter-not-a-mapping"
    assert what in finding.message


@pytest.mark.parametrize("block", ["", "# only a comment", "~"])
def test_empty_yaml_has_no_entries(block: str) -> None:
    assert parse(f"---\n{block}\n---\n").entries == ()


@pytest.mark.parametrize(
    ("text", "place", "first"),
    [
        ("Title: a\nDate: b\ntitle: c\n", "3:1", 1),
        ("---\na: 1\nb: 2\na: 3\n---\n", "4:1", 2),
        ("---\na: {b: 1,\n  b: 2}\n---\n", "3:3", 2),
        ("+++\na = 1\na = 2\n+++\n", "3:1", 2),
        ('{"a": 1,\n "a": 2}\n', "2:2", 1),
    ],
)
def test_duplicate_keys_are_errors_with_both_lines(text: str, place: str, first: int) -> None:
    finding = complain(text)
    assert (finding.severity, finding.name) == (Severity.ERROR, "duplicate-key")
    assert str(finding.place) == f"x.md:{place}"
    assert f"line {first}" in finding.message


def test_the_first_of_two_equal_keys_is_kept() -> None:
    front_matter, _ = parse_front_matter("---\na: 1\na: 2\n---\n", "x.md")
    assert front_matter.entries == (Entry("a", 1, 2),)


def test_text_behind_a_number_sign_is_a_comment_and_a_warning() -> None:
    finding = complain("---\ntitle: C # and F\n---\n")
    assert (finding.severity, finding.name) == (Severity.WARNING, "comment-in-value")
    assert finding.place == Place("x.md", 2, 10)
    assert "the text after # is a comment" in finding.message
    assert 'title: "C # and F"' in finding.fix


@pytest.mark.parametrize(
    "line", ['title: "C" # x', "length: 123 # bytes", "duration: 32:05 # min", "draft: true # x"]
)
def test_comments_that_cannot_be_meant_as_text_are_no_matter(line: str) -> None:
    parse(f"---\n{line}\n---\n")


@pytest.mark.parametrize("written", ["!!python/object/apply:os.system ['touch /tmp/x']", "!important"])
def test_yaml_tags_are_errors_and_nothing_is_constructed(written: str) -> None:
    finding = complain(f"---\ntitle: {written}\n---\n")
    assert finding.name == "yaml-tag"
    assert written.split()[0] in finding.message


NINE = ["a: &a [" + ",".join("1" * 9) + "]"] + [
    f"{key}: &{key} [" + ",".join([f"*{before}"] * 9) + "]"
    for before, key in zip("abcdefg", "bcdefgh", strict=True)
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\na: " + "[" * 5000 + "\n---\n", "front-matter-too-deep"),
        ("---\n" + "\n".join(NINE) + "\n---\n", "front-matter-too-large"),
        ("---\na: [" + "1," * 20_000 + "]\n---\n", "front-matter-too-large"),
        ("---\n" + "a: b\n" * 30_000 + "---\n", "front-matter-too-large"),
        ("+++\na = " + "[" * 5000 + "\n+++\n", "front-matter-too-deep"),
        ('{"a": ' + "[" * 100_000, "front-matter-too-deep"),
        ("+++\na = " + "9" * 5000 + "\n+++\n", "toml-syntax"),
        ('{"a": ' + "9" * 5000 + "}", "json-syntax"),
    ],
)
def test_bombs_are_errors(text: str, name: str) -> None:
    assert complain(text).name == name


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    [
        ("+++\ntitle = x\n+++\n", "2:9", "invalid value", 'title = "x"'),
        ('+++\ntitle: "x"\n+++\n', "2:6", "expected '='", "`title = ...`"),
        ('{\n"a": 1,\n}\n', "2:7", "comma ahead of", "remove it"),
        ('{"a": x}\n', "1:7", "expecting value", "quotes"),
        ('{"a": NaN}\n', "1:7", "NaN is no number", ""),
        ('{"a": {"x": 1, "x": 2}}\n', "1:16", "`x` stands twice", ""),
        ('{"a": 1} hello\n', "1", "`hello`", "new line"),
    ],
)
def test_toml_and_json_errors_name_their_place(text: str, place: str, message: str, fix: str) -> None:
    finding = complain(text)
    assert finding.severity is Severity.ERROR
    assert str(finding.place) == f"x.md:{place}"
    assert message in finding.message
    assert fix in finding.fix


@pytest.mark.parametrize(("text", "what"), [("", "the file is empty"), ("Hello world", "`Hello world`")])
def test_a_file_without_front_matter_is_an_error(text: str, what: str) -> None:
    finding = complain(text)
    assert finding.name == "no-front-matter"
    assert what in finding.message
    assert "Title:" in finding.fix


def test_a_header_line_that_pelican_would_not_take_is_an_error() -> None:
    finding = complain("Title: x\nSave as: y\nurl: z\n")
    assert (finding.severity, finding.name) == (Severity.ERROR, "bad-header-line")
    assert finding.place == Place("x.md", 2, 1)


def test_a_header_that_runs_into_the_notes_is_a_warning() -> None:
    finding = complain("Title: x\n### Notes\n")
    assert (finding.severity, finding.name) == (Severity.WARNING, "no-blank-line")


@given(
    st.sampled_from(["---\n", "+++\n", "{", "", "Title: x\n"]),
    st.text(max_size=80),
    st.sampled_from(["", "\n---\n", "\n+++\n", "}"]),
)
def test_any_text_gives_findings_and_never_an_exception(opening: str, text: str, closing: str) -> None:
    front_matter, findings = parse_front_matter(opening + text + closing, "x.md")
    assert all(finding.place.path == "x.md" and finding.place.line >= 1 for finding in findings)
    assert all(entry.line >= 1 and entry.column >= 1 for entry in front_matter.entries)


WORD = st.text("abcdefghijk", min_size=1, max_size=8)


@given(st.dictionaries(WORD, WORD, min_size=1, max_size=6), st.text("xyz\n# -", max_size=40))
def test_body_and_its_line_are_exact_in_every_format(values: dict[str, str], body: str) -> None:
    """Whatever the format, the body is the rest of the file, and its line is where it stands."""
    import json

    headers = [
        "---\n" + "".join(f"{key}: '{value}'\n" for key, value in values.items()) + "---\n",
        "+++\n" + "".join(f"{key} = '{value}'\n" for key, value in values.items()) + "+++\n",
        json.dumps(values, indent=1) + "\n",
    ]
    for header in headers:
        front_matter = parse(header + body)
        assert {entry.key: entry.value for entry in front_matter.entries} == values
        assert front_matter.body == body
        assert front_matter.body_line == header.count("\n") + 1
        for entry in front_matter.entries:
            line = header.split("\n")[entry.line - 1]
            assert line[entry.column - 1 :].lstrip('"').startswith(entry.key)
