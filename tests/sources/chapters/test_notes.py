"""Times in show notes: which of them are chapters, and which are none."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.chapters.notes import find_note_chapters
from feedpub.sources.header.front_matter import parse_front_matter

CORPORA = Path(__file__).resolve().parents[3] / "../shared/corpus"
PRESENT = pytest.mark.skipif(not CORPORA.is_dir(), reason="the episodes of real podcasts are not here")


def found(markdown: str) -> list[tuple[int, int, str]]:
    """Line, second and title of each chapter."""
    return [
        (one.line, one.chapter.start_ms // 1000, one.chapter.title) for one in find_note_chapters(markdown)
    ]


# -- spellings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        "- 0:41 -- One\n- 1:02:03 -- Two",
        "* 0:41 One\n* 1:02:03 Two",
        "1. 0:41 One\n2. 1:02:03 Two",
        "0:41 One\n1:02:03 Two",
        "00:00:41 One  \n01:02:03\tTwo",
        "00:41 - One\n62:03 - Two",
        "- [@00:41] - One\n- [@1:02:03] - Two",
        "(00:00:41) One\n(01:02:03) Two",
        "[0:41] One\n[1:02:03] Two",
        "0:41: One\n1:02:03: Two",
        "**0:41** One\n**1:02:03** Two",
        "* **[0:41](#t=0:41)** One\n* **[1:02:03](#t=1:02:03)** Two",
        "[00:00:41](https://a.example/#t=41) One\n[01:02:03](https://a.example/#t=3723) Two",
        "- 🤔 [00:00:41 One](#){:data-timing=\"00:00:41\"}\n- 🆕 [01:02:03 Two](#){:data-timing=\"01:02:03\"}<sup>[1](#n)</sup>",
        "- [One](#){:data-timing=\"00:00:41\"}\n- [Two](#){:data-timing=\"01:02:03\"}",
        "## One - 0:41\n## Two - 1:02:03",
        "### One  0:41\n### Two  1:02:03",
        "### 0:41 - One\n### 1:02:03 - Two",
        "- One (0:41)\n- Two (1:02:03)",
        "- One - 0:41\n- Two - 1:02:03",
        "One (0:41)\nTwo (1:02:03)",
        "- One (0:41--62:00)\n- Two (1:02:03--1:03:00)",
        "0:41 – 1:00 One\n1:02:03 – 2:00:00 Two",
        "> 0:41 One\n> 1:02:03 Two",
        "| 0:41 | One |\n| 1:02:03 | Two |",
        "&nbsp;0:41 One\n&nbsp;1:02:03 _Two_",
        "0:41 \\- One\n1:02:03 \\- `Two`",
    ],
)  # fmt: skip
def test_every_spelling_is_read(lines: str) -> None:
    assert found(lines) == [(1, 41, "One"), (2, 3723, "Two")]


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>00:41 One</li><li>01:02:03 Two</li></ul>",
        "<p>(00:41) One</p><p>(01:02:03) Two</p>",
        '<p>00:41 One<br>01:02:03 <a href="https://a.example/">Two</a></p>',
        "<h3>One (0:41)</h3><p>x</p><h3>Two (1:02:03)</h3>",
    ],
)
def test_html_on_one_line_is_read(html: str) -> None:
    assert found(html) == [(1, 41, "One"), (1, 3723, "Two")]


def test_a_time_alone_in_its_line_has_the_next_line_for_a_title() -> None:
    assert found("4:03\n\n* What is **this**?\n* More\n\n5:56\n* [And](https://a.example/) that?\n") == [
        (1, 243, "What is this?"),
        (6, 356, "And that?"),
    ]


def test_there_may_be_anything_between_chapters() -> None:
    text = "Hello.\n\n## 0:10 One\n\nText at 5:00 in it.\n\n- a\n\n## 2:00 Two\n"
    assert found(text) == [(3, 10, "One"), (9, 120, "Two")]


def test_a_title_that_is_a_link_gives_the_chapter_its_page() -> None:
    first, second = find_note_chapters(
        "0:41 [One](https://a.example/(x)?a=1&amp;b=2)\n1:00 Two <https://b.example/>"
    )
    assert first.chapter.url == "https://a.example/(x)?a=1&b=2"
    assert second.chapter.url == "https://b.example/"


def test_what_a_stretch_says_of_its_end_is_kept() -> None:
    first, second = find_note_chapters("- Intro (1:10)\n- Topic (1:10--7:03)")
    assert (first.chapter.start_ms, first.chapter.end_ms) == (0, 70_000)
    assert (second.chapter.start_ms, second.chapter.end_ms) == (70_000, 423_000)


def test_a_slip_in_one_time_does_not_lose_the_others() -> None:
    seconds = [second for _, second, _ in found("0:10 a\n1:00 b\n1:58:48 c\n3:00 d\n4:00 e")]
    assert seconds == [10, 60, 7128, 180, 240]


# -- what is none --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0:41 Only one",
        "We talk about it at 0:41 and again at 1:02:03.",
        "We begin at 10:30\nand end at 11:45",
        "- 9:00 am Doors\n- 10:30 am Talk\n- 5:00pm Drinks",
        "9:00 Registration\n10:30 Keynote\n12:00 Lunch",
        "- 20:00 UTC in Berlin\n- 21:00 UTC in Oslo",
        "- 18:00 Uhr Einlass\n- 19:30 Uhr Beginn",
        "- 16:9 is wide\n- 4:3 is not",
        "- John 3:16\n- Romans 5:28",
        "### Genesis 1:31\n\n### John 3:16",
        "3:16 For God so loved\n3:17 For God did not\n3:18 Whoever believes",
        "Recorded 2015-04-21 20:00\nPublished 2015-04-22 21:30",
        "- 5:00 later\n- 3:00 earlier\n- 1:00 first",
        "```\n0:10 a\n1:00 b\n```",
        "<!--\n0:10 a\n1:00 b\n-->",
        "### Ada  0:10\nx\n### Bob  0:40\nx\n### Ada  1:00\nx\n### Bob  2:00\nx\n### Ada  3:00",
        "".join(
            f"{minute}:00 {'Ada' if minute % 2 else 'Bob'}: text number {minute}\n" for minute in range(20)
        ),
        "- 0:61 x\n- 1:75 y",
        "- 12:34:56:78 x\n- 13:34:56:78 y",
        "- 0:10\n- 0:20\n- 0:30",
        "- 1:234 a\n- 2:345 b",
    ],
)
def test_other_times_are_no_chapters(text: str) -> None:
    assert found(text) == []


@PRESENT
def test_the_episodes_of_a_podcast_without_chapters_have_none() -> None:
    files = list((CORPORA / "podcastinit").rglob("*.md"))
    assert files
    assert [path.name for path in files if find_note_chapters(path.read_text("utf-8"))] == []


#: repository -> in how many of its episodes there are chapters, and how many in all
REAL = {
    "EngineeringKiosk-webpage": (9, 154),
    "TechFusionFM-TechFusionFM": (7, 54),
    "arashThr-radioDaal": (1, 3),
    "chriskrycho-winningslowly.org": (1, 7),
    "javaswag-javaswag.github.io": (8, 151),
    "nickjj-runninginproduction.com": (10, 245),
    "rustacean-station-rustacean-station.org": (9, 121),
    "syntaxfm-website": (10, 157),
    "underjs-underjs.ru": (10, 62),
}


@PRESENT
def test_the_chapters_of_real_notes_are_found_and_no_others() -> None:
    counts: dict[str, tuple[int, int]] = {}
    for folder in (CORPORA / "sources").iterdir():
        for path in folder.iterdir() if folder.is_dir() else ():
            body = parse_front_matter(path.read_text("utf-8", "replace").replace("\r\n", "\n"), path.name)[
                0
            ].body
            chapters = find_note_chapters(body)
            if chapters:
                episodes, total = counts.get(folder.name, (0, 0))
                counts[folder.name] = (episodes + 1, total + len(chapters))
    assert counts == REAL


# -- hostile text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "0:10 [" * 80_000, "- 0:10 x](" * 50_000, "<li" * 170_000 + "0:10", "0:10" * 125_000,
        "0:10 x\n" * 70_000, "<!--" * 120_000 + "0:10", "0:10 " + "*_" * 250_000, "(0:10 " * 80_000,
        "\n".join("0:10 [a](" + "b" * 900 for _ in range(500)), "#" * 500_000 + "0:10", "- " * 250_000 + "0:10",
    ],
    ids=range(11),
)  # fmt: skip
def test_long_notes_take_little_time(text: str) -> None:
    start = time.process_time()
    find_note_chapters(text)
    assert time.process_time() - start < 3


@given(st.text(alphabet='0123456789: -*[]()<>lip/#\n@.aA\\`_{}"=', max_size=300))
def test_any_text_has_chapters_or_none_and_raises_nothing(text: str) -> None:
    chapters = find_note_chapters(text)
    assert len(chapters) != 1
    assert all(1 <= one.line <= text.count("\n") + 1 for one in chapters)
