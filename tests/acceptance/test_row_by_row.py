"""Everything that can be wrong with an episode file or with the settings, one row each: what is said, and where.

The rows of one kind share a workspace, as they would on a bad day: all complaints come at once. A row's
number is that of the fault list; a row that behaves otherwise than the list says tells why.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from tests.workspace import NOW, SHOW, Workspace, mp3


class Row(NamedTuple):
    number: int
    what: str
    #: the episode file
    text: str | bytes
    #: what follows its path in the output, as a regular expression
    said: str = ""
    #: what its item in the feed holds, as a regular expression
    item: str = ""

    def __str__(self) -> str:
        return f"{self.number}-{self.what}".replace(" ", "-")


def yaml(lines: str, notes: str = "Notes.") -> str:
    return f"---\n{lines}---\n\n{notes}\n"


def good(lines: str = "", notes: str = "Notes.") -> str:
    return yaml(f"title: T\ndate: 2025-01-01\n{lines}", notes)


BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
DEEP = "x: " + "[" * 5000 + "]" * 5000 + "\n"

ERRORS = (
    Row(1, "never closed", "---\ntitle: Open\ndate: 2025-01-01\n\nText.\n", ":1:1: error: no closing ---"),
    Row(1, "TOML never closed", '+++\ntitle = "Open"\n', r":1:1: error: no closing \+\+\+"),
    Row(2, "tab", yaml("title: T\n\tdate: 2025-01-01\n"), r":3:1: error: .*tab"),
    Row(2, "colon in a value", yaml("date: 2025-01-01\ntitle: Ep 1: x\n"), r":3:\d+: error: .*\n    .*(?i:quot)"),
    Row(2, "at sign", yaml("title: @guest\n"), r":2:8: error: .*@.*\n    .*(?i:quot)"),
    Row(2, "open quote", yaml('title: "Open\ndate: 2025-01-01\n'), r":2:8: error: .*"),
    Row(3, "duplicate key", good("title: Again\n"), r":4:1: error: `title` stands here for the second time; the first is in line 2"),
    Row(3, "duplicate key in a Pelican header", "Title: T\nDate: 2025-01-01\ntitle: U\n\nN\n", r":3:1: error: `title` .*line 1"),
    Row(4, "number that is no number", good("season: twelve\n"), r":4:1: error: `season`: "),
    Row(4, "duration that is none", good("duration: 1:99:00\n"), r":4:1: error: `duration`: "),
    Row(6, "list", yaml("- title\n- date\n"), r":2:\d: error: "),
    Row(6, "scalar", yaml("only words\n"), r":2:\d: error: "),
    Row(7, "misspelt key", good("guets: Ada\n"), r":4:1: error: `guets` .*\n    did you mean `guests?`\?"),
    Row(10, "Latin-1", "Title: Café\nDate: 2025-01-01\n\nN\n".encode("latin-1"), r":1:11: error: byte 10 \(0xE9\) is not UTF-8; the file looks like ISO-8859-1"),
    Row(10, "UTF-16", good().encode("utf-16"), r":1:1: error: byte 0 \(0xFF\) is not UTF-8; the file looks like UTF-16"),
    Row(12, "NUL", good(notes="a\0b"), r":6:2: error: the character U\+0000"),
    Row(12, "vertical tab", good(notes="ab\x0bc"), r":6:3: error: the character U\+000B"),
    Row(12, "U+FFFE", good(notes="\ufffe"), r":6:1: error: the character U\+FFFE"),
    Row(12, "lone surrogate", good(notes="x\ud800").encode("utf-8", "surrogatepass"), r":6:2: error: the character U\+D800"),
    Row(14, "ANSI in a title", "Title: \x1b[2Jx [/close]\nDate: 2025-01-01\n\nN\n", r":1:8: error: the character U\+001B"),
    Row(17, "alias bomb", yaml(f"title: T\ndate: 2025-01-01\na0: &a0 x\n{BOMB}"), r":\d+:\d+: error: .*10,000"),
    Row(17, "5,000 nested lists", good(DEEP), r":4:\d+: error: .*32"),
    Row(18, "a tag of Python", good("x: !!python/object/apply:os.mkdir [executed]\n"), r":4:\d+: error: .*python"),
    Row(19, "guid", good("guid: same\nslug: guid-one\n")),
    Row(19, "guid twice", good("guid: same\nslug: guid-two\n"), r"(:4:1)?: error: the guid `same` is taken by feeds/demo/episodes/"),
    Row(21, "slug", good("slug: taken\n")),
    Row(21, "slug twice", good("slug: taken\n"), r"(:4:1)?: error: the slug `taken` is taken by feeds/demo/episodes/"),
    # Slugs have no capitals, so that two can never differ by case alone.
    Row(21, "slug twice but for case", good("slug: Taken\n"), r":4:1: error: the slug `Taken` is not fit for an address .*\n    .*slug: taken"),
    Row(21, "audio twice", good("audio: row-23.mp3\n"), r"(:4:1)?: error: .*row-23.mp3 is the audio of feeds/demo/episodes/row-23.md already"),
    Row(24, "gap", yaml("title: T\ndate: 2025-03-30 02:30\n"), r":3:1: error: `date`: .*never was on the clocks of Europe/Berlin"),
    Row(25, "30 February", yaml("title: T\ndate: 2025-02-30\n"), r":3:1: error: `date`: `2025-02-30` is no date"),
    Row(25, "yesterday", yaml("title: T\ndate: yesterday\n"), r":3:1: error: `date`: `yesterday` is no date"),
    Row(25, "10/11/12", yaml("title: T\ndate: 10/11/12\n"), r":3:1: error: `date`: `10/11/12` is no date"),
    Row(25, "EST", yaml("title: T\ndate: Mon, 06 Jan 2025 10:00:00 EST\n"), r":3:1: error: `date`: .*`EST` may mean several"),
    Row(32, "no title", yaml("date: 2025-01-01\n"), r"(:\d+)*: error: the episode has no title"),
    Row(32, "no date", yaml("title: T\n"), r"(:\d+)*: error: the episode has no date"),
    Row(32, "no notes", "---\ntitle: T\ndate: 2025-01-01\n---\n", r"(:\d+)*: error: the episode has neither show notes nor a summary"),
    Row(32, "no audio", good("audio: nowhere.mp3\n"), r"(:4:1)?: error: `nowhere.mp3` is not in feeds/demo/audio/"),
    Row(32, "empty file", "", ":1:1: error: the file is empty"),
)  # fmt: skip

HARMLESS = (
    Row(4, "explicit as YAML 1.1 wrote it", good("explicit: no\n"), item=r"\A(?!.*<itunes:explicit>true).*<title>T<"),
    Row(4, "duration with colons", good("duration: 1:30:00\n"), r"(:\d+)*: warning: `duration` says 1:30:00, the audio lasts"),
    Row(4, "season with a zero", good("season: 012\n"), item="<itunes:season>12<"),
    Row(5, "comment in a value", yaml("title: C # and F\ndate: 2025-01-01\n"), r":2:\d+: warning: .*#", item="<title>C</title>"),
    Row(8, "byte order mark", b"\xef\xbb\xbf" + good().encode(), r":1:1: info: the file begins with a byte order mark", "<title>T</title>"),
    Row(9, "Pelican header", "Title: P\nDate: 2025-01-01\n\nNotes.\n", item="<title>P</title>"),
    Row(9, "TOML", '+++\ntitle = "P"\ndate = 2025-01-01\n+++\n\nNotes.\n', item="<title>P</title>"),
    Row(9, "JSON", '{"title": "P", "date": "2025-01-01"}\n\nNotes.\n', item="<title>P</title>"),
    Row(11, "mojibake", good(notes="I donâ€™t"), r":6:3: warning: `donâ€™t` looks garbled .*\n    write `don’t`"),
    Row(13, "emoji and more in a title", yaml("title: 👩‍👩‍👧 e\u0301 שלום Ａ１\ndate: 2025-01-01\nslug: emoji\n"), item="<title>👩‍👩‍👧 e\u0301 שלום Ａ１</title>"),
    Row(14, "markup of rich in a title", yaml("title: '[red]x[/close]'\ndate: 2025-01-01\nslug: rich\n"), item=r"<title>\[red\]x\[/close\]</title>"),
    Row(15, "end of CDATA", good(notes="a ]]> b"), item=r"a \]\]&gt;|a \]\]&amp;gt;"),
    # 300,000 characters: rendered within its limits, so it is a warning; a hostile text is the next row
    Row(16, "300,000 characters of notes", good(notes="word " * 60_000), r":\d+(:\d+)?: warning: the notes have 300,00\d characters"),
    Row(16, "20,000 brackets", good(notes="[" * 20_000)),
    Row(22, "number", good("number: 77\nslug: number-one\n")),
    Row(22, "number twice", good("number: 77\nslug: number-two\n"), r"(:4:1)?: warning: the number `77` is taken by feeds/demo/episodes/"),
    Row(23, "date without a zone", yaml("title: T\ndate: 2025-01-06 10:00\n"), item="<pubDate>Mon, 06 Jan 2025 10:00:00 \\+0100<"),
    Row(24, "repeated hour", yaml("title: T\ndate: 2025-10-26 02:30\n"), r":3:1: warning: `date`: .*was twice on the clocks of Europe/Berlin: 2025-10-26 02:30\+02:00 is taken, not 2025-10-26 02:30\+01:00"),
    Row(26, "future", yaml("title: T\ndate: 2026-06-01\n"), item="^$"),
    Row(27, "1970", yaml("title: T\ndate: 1970-01-01\n"), r":3:1: warning: `date`: the year 1970 is unlikely"),
    Row(27, "2101", yaml("title: T\ndate: 2101-01-01\n"), r":3:1: warning: `date`: the year 2101 is unlikely", "^$"),
    Row(28, "javascript", good(notes="A [b](javascript:alert(1)) c"), r":6:7: warning: the link `javascript:alert\(1\)` is a script", r"\A(?!.*javascript).*A b c"),
    Row(28, "onerror", good(notes="A <img src=x onerror=alert(1)> c"), r":6(:\d+)?: warning: ", r"\A(?!.*onerror).*<title>T<"),
    Row(28, "script", good(notes="A <script>alert(1)</script> c"), r":6(:\d+)?: warning: .*script", r"\A(?!.*alert).*<title>T<"),
    Row(28, "style", good(notes="A\n\n<style>p {color: red}</style>\n\nc"), r":8(:\d+)?: warning: .*style", r"\A(?!.*color: red).*<title>T<"),
    Row(29, "a LaTeX link", good(notes="[b](\\url{http://a.example/})"), r":6:5: warning: the link `\\url\{http://a.example/\}` was read as http://a.example/", 'href="http://a.example/"'),
    Row(29, "blank before the target", good(notes="[b]( http://a.example/)"), r":6:\d+: warning: there is a blank before the address"),
    Row(29, "unbalanced parenthesis", good(notes="[b](http://a.example/(x)"), r":6:3: warning: .* was not understood as a link"),
    Row(30, "relative link", good("url: a/b.html\n", "[b](../c.html) ![i](i.png)"), item='href="https://demo.example/c.html"'),
    # A link that cannot be resolved costs listeners one link, not the episode: it is a warning.
    Row(30, "link that leads nowhere", good(notes="[b](http:///x)"), r":6:\d+: warning: the link `http:///x` is no address"),
    Row(31, "long notes", good(notes="word " * 900), r":6(:\d+)?: warning: the notes have 4,5\d\d characters"),
)  # fmt: skip


def lay_out(root: Path, rows: tuple[Row, ...]) -> Workspace:
    workspace = Workspace(root, SHOW + '[episodes]\nslug = "file"\n')
    for at, row in enumerate(rows):
        name = f"row-{at:02}"
        workspace.write(
            f"feeds/demo/episodes/{name}.md", text if isinstance(text := row.text, bytes) else text.encode()
        )
        workspace.write(f"feeds/demo/audio/{name}.mp3", mp3(200 + at))
    return workspace


class Outcome(NamedTuple):
    said: str
    #: the items by the name of their audio
    items: dict[str, str]


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    workspace = lay_out(tmp_path_factory.mktemp("errors"), ERRORS)
    said = workspace.build("-v", code=1)
    assert not workspace.feed.exists()
    assert not workspace.ledger.exists()
    assert not list(workspace.root.rglob("executed"))
    return Outcome(said, {})


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    workspace = lay_out(tmp_path_factory.mktemp("harmless"), HARMLESS)
    said = workspace.build("-v")
    items = {
        str(item.find("enclosure").get("url")): etree.tostring(item, encoding="unicode")  # type: ignore[union-attr]
        for item in workspace.items()
    }
    return Outcome(said, {url.rpartition("/")[2][:6]: text for url, text in items.items()})


@pytest.mark.parametrize("at", range(len(ERRORS)), ids=map(str, ERRORS))
def test_an_error_is_said_with_its_place(at: int, errors: Outcome) -> None:
    path = f"feeds/demo/episodes/row-{at:02}.md"
    assert (
        re.search(f"^{re.escape(path)}{ERRORS[at].said}", errors.said, re.MULTILINE) or not ERRORS[at].said
    ), "".join(re.findall(rf"^{path}.*\n(?:    .*\n)?", errors.said, re.MULTILINE)) or errors.said


@pytest.mark.parametrize("at", range(len(HARMLESS)), ids=map(str, HARMLESS))
def test_what_is_harmless_is_built_and_said(at: int, harmless: Outcome) -> None:
    path, row = f"feeds/demo/episodes/row-{at:02}.md", HARMLESS[at]
    about = "".join(re.findall(rf"^{path}.*\n(?:    .*\n)?", harmless.said, re.MULTILINE))
    assert ": error: " not in about
    if row.said:
        assert re.search(f"^{re.escape(path)}{row.said}", about, re.MULTILINE), about or harmless.said
    if row.item:
        item = harmless.items.get(f"row-{at:02}", "")
        assert re.search(row.item, item, re.DOTALL), item


def test_what_is_ahead_is_counted(harmless: Outcome) -> None:
    """26: left out until then, exit 0."""
    assert "2 scheduled (next: Mon 1 Jun 2026, 00:00 +02:00)" in harmless.said


def test_hostile_notes_cost_one_episode_and_not_the_run(tmp_path: Path) -> None:
    """16: Python-Markdown needs minutes for it."""
    workspace = Workspace(tmp_path, SHOW + '[notes]\nflavour = "pelican"\nseconds = 1\n')
    workspace.add(1, notes="[" * 20_000)
    workspace.write("feeds/demo/episodes/002-talk.md", "Title: No date\n\nx\n")
    said = workspace.build(code=1)
    assert "001-talk.md: error: reading it needs more than 1 s of processor time" in said
    assert "002-talk.md: error: the episode has no date" in said


def test_a_changed_guid_is_refused(tmp_path: Path) -> None:
    """20: exit 3, the old feed stays, both values are named."""
    workspace = Workspace(tmp_path)
    workspace.add(1, extra="Guid: old-guid\n")
    workspace.build()
    before = workspace.feed.read_bytes()
    workspace.add(1, extra="Guid: new-guid\n")
    said = workspace.build(code=3)
    assert re.search(r"feeds/demo/episodes/001-talk\.md(:3:1)?: error: .*`new-guid`.*`old-guid`", said)
    assert workspace.feed.read_bytes() == before


def test_a_date_without_any_zone_is_an_error(tmp_path: Path) -> None:
    """23"""
    workspace = Workspace(tmp_path, SHOW.replace('timezone = "Europe/Berlin"\n', ""))
    workspace.add(1)
    assert "001-talk.md:2:1: error: `Date`: `2025-01-01 00:00` has no UTC offset" in workspace.build(code=1)


@pytest.mark.parametrize(
    "config,show,said",
    [
        ("", SHOW.replace('site = "', "site = "), ["feeds/demo/show.toml:3:8: error: "]),
        ("[notes\n", SHOW, ["config.toml:1:7: error: "]),
        (
            "[notes]\nflavor = 'pelican'\n",
            SHOW + 'explicit = "no"\nauthors = "x"\n[audio]\nformats = "mp3"\n',
            [
                "config.toml:2:1: error: there is no setting `flavor` in [notes]",
                "did you mean `flavour`?",
                "feeds/demo/show.toml:10:12: error: `explicit`",
                "feeds/demo/show.toml:11:1: error: there is no setting `authors`",
                "feeds/demo/show.toml:13:11: error: `audio.formats`",
            ],
        ),
        ("", SHOW.replace('"Europe/Berlin"', '"Europe/Berln"'), ["show.toml:9:", "Europe/Berlin"]),
        ("", SHOW.replace('["Technology"]', '["Tecnology"]'), ["show.toml:7:", "Technology"]),
        # 35: settings are exit 2 like all others of their kind
        ("", SHOW.replace('"en"', '"english"'), ["feeds/demo/show.toml:5:12: error: ", "did you mean en?"]),
        ("", SHOW.replace('"en"', '"en-UK"'), ["feeds/demo/show.toml:5:12: error: ", "write en-GB"]),
        ("", SHOW.replace('"en"', '"xx"'), ["feeds/demo/show.toml:5:12: error: "]),
    ],
)
def test_settings_are_judged_all_at_once(config: str, show: str, said: list[str], tmp_path: Path) -> None:
    """34, 35"""
    output = Workspace(tmp_path, show, config).build(code=2, now=NOW)
    for words in said:
        assert words in output, output
