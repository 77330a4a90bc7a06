"""Episode files to episodes: small files for each promise, and real ones from end to end."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.errors import FindingsError
from feedpub.model import (
    AudioClaim,
    Embed,
    Episode,
    EpisodeState,
    EpisodeType,
    Finding,
    Live,
    LiveStatus,
    Person,
    Place,
    Severity,
)
from feedpub.model.plain import from_json, to_json
from feedpub.sources.episodes import EpisodeReader, ReadEpisode
from feedpub.sources.settings import (
    EpisodesSettings,
    NotesSettings,
    PersonSettings,
    SeasonSettings,
    ShowSettings,
)

SHARED = Path(__file__).resolve().parents[2] / "../shared/corpus"
PATH = "feeds/demo/episodes/040-tornado.md"
SHOW = ShowSettings(
    *(
        "Title",
        "Text",
        "https://example.com/show",
        "https://example.com/feed.xml",
        "en",
        "Ada",
        (),
        "cover.png",
    ),
    timezone="America/New_York",
    people={"ada": PersonSettings("Ada Lovelace"), "grace": PersonSettings("Grace Hopper")},
    hosts=("ada", "grace"),
)
EPISODES = EpisodesSettings(skip_categories=("Posts",))
READER = EpisodeReader(SHOW, EPISODES, NotesSettings())
HEAD = "Title: Episode 40 - Tornado\nDate: 2016-01-04\n"


def read(text: str, path: str = PATH, reader: EpisodeReader = READER) -> ReadEpisode:
    return reader.read(path, text.encode())


def episode(text: str, path: str = PATH, reader: EpisodeReader = READER) -> Episode:
    result = read(text, path, reader)
    assert result.findings == ()
    assert result.episode is not None
    return result.episode


def complain(text: str, path: str = PATH, reader: EpisodeReader = READER) -> Finding:
    [finding] = read(text, path, reader).findings
    return finding


def test_everything_a_file_can_say() -> None:
    text = """---
title: "Episode 40 - Ben Darnell on Tornado"
date: 2016-01-04 09:00
modified: 2016-02-01
url: ben-darnell-tornado.html
category: Episodes
tags: [Async, Servers]
summary: How Tornado came to be.
author: Tobias
season: 2
type: bonus
guid: https://example.com/?p=40
explicit: no
block: true
audio: 040.mp3
length: "123"
duration: 58:12
audio_type: audio/mpeg
artwork: art/040.jpg
guests: Ben Darnell
---
Some **notes**.
"""
    result = read(text)
    assert result.findings == ()
    assert result.notes == "<p>Some <strong>notes</strong>.</p>"
    found = result.episode
    assert found is not None
    assert found.published is not None
    assert found.modified is not None
    assert found.published.isoformat() == "2016-01-04T09:00:00-05:00"
    assert found.modified.isoformat() == "2016-02-01T00:00:00-05:00"
    assert found._replace(published=None, modified=None) == Episode(
        source=PATH,
        title="Ben Darnell on Tornado",
        slug="ben-darnell-tornado",
        type=EpisodeType.BONUS,
        number=40,
        season=2,
        guid="https://example.com/?p=40",
        link="https://example.com/show/ben-darnell-tornado.html",
        author="Tobias",
        summary="How Tornado came to be.",
        category="Episodes",
        tags=("Async", "Servers"),
        people=(Person("Ada Lovelace"), Person("Grace Hopper"), Person("Ben Darnell", "guest")),
        explicit=False,
        block=True,
        artwork="art/040.jpg",
        audio=AudioClaim("040.mp3", 123, timedelta(seconds=3492), "audio/mpeg"),
    )
    assert from_json(Episode, to_json(found)) == found


def test_the_same_episode_in_every_format() -> None:
    yaml = "---\ntitle: Tornado\ndate: 2016-01-04\nslug: t\ntags: [a, b]\nnumber: 4\n---\nNotes"
    toml = '+++\ntitle = "Tornado"\ndate = 2016-01-04\nslug = "t"\ntags = ["a", "b"]\nnumber = 4\n+++\nNotes'
    json = '{"title": "Tornado", "date": "2016-01-04", "slug": "t", "tags": ["a", "b"], "number": 4}\nNotes'
    pelican = "Title: Tornado\nDate: 2016-01-04\nSlug: t\nTags: a, b\nNumber: 4\n\nNotes"
    assert episode(yaml) == episode(toml) == episode(json) == episode(pelican)


def test_the_summary_is_taken_from_the_notes_where_none_is_given() -> None:
    assert episode(HEAD + "\nThe first *paragraph*.\n\nThe second.").summary == "The first paragraph."


def test_a_summary_that_is_too_long_is_cut_at_a_word_with_a_warning() -> None:
    reader = EpisodeReader(SHOW, EPISODES, NotesSettings(summary_bytes=20))
    result = read(HEAD + "Summary: one two three four five six\n\nNotes", reader=reader)
    assert result.episode is not None
    assert result.episode.summary == "one two three…"
    [finding] = result.findings
    assert (finding.severity, finding.name, finding.place.line) == (Severity.WARNING, "long-summary", 3)


@pytest.mark.parametrize(
    ("rule", "header", "slug"),
    [
        ("", "Slug: given\nUrl: other.html\n", "given"),
        ("", "Url: posts/other.html\n", "other"),
        ("", "Save_as: other/index.html\n", "other"),
        ("", "", "episode-40-tornado"),
        ("title", "", "episode-40-tornado"),
        ("file", "", "040-tornado"),
    ],
)
def test_where_the_slug_comes_from(rule: str, header: str, slug: str) -> None:
    reader = EpisodeReader(SHOW, EPISODES._replace(slug=rule), NotesSettings())  # type: ignore[arg-type]
    assert episode(HEAD + header + "\nNotes", reader=reader).slug == slug


def test_the_slug_of_other_formats_is_the_file_name_without_its_date() -> None:
    text = "---\ntitle: T\ndate: 2016-01-04\n---\nNotes"
    assert episode(text, "e/2016-01-04-Ben-Darnell.md").slug == "ben-darnell"


@pytest.mark.parametrize(
    ("header", "link"),
    [
        ("url: /episodes/106\n", "https://example.com/episodes/106"),
        ("link: https://example.org/x\n", "https://example.org/x"),
        ("slug: x\nnumber: 7\nseason: 2\n", "https://example.com/show/2016/01/04/2/7/x/"),
    ],
)
def test_the_address_of_the_page(header: str, link: str) -> None:
    page = "{year}/{month}/{day}/{season}/{number}/{slug}/"
    reader = EpisodeReader(SHOW, EPISODES._replace(page=page), NotesSettings())
    text = f"title: T\ndate: 2016-01-04\n{header}\nNotes"
    assert episode(text, reader=reader).link == link


def test_a_page_address_that_needs_a_number_is_asked_for_one() -> None:
    reader = EpisodeReader(SHOW, EPISODES._replace(page="{number}/"), NotesSettings())
    finding = complain("title: T\ndate: 2016-01-04\n\nNotes", reader=reader)
    assert (finding.severity, finding.name) == (Severity.ERROR, "no-page-address")
    assert "needs a number" in finding.message


def test_the_key_wins_over_the_number_in_the_title_with_a_warning() -> None:
    result = read(HEAD + "Number: 41\n\nNotes")
    [finding] = result.findings
    assert result.episode is not None
    assert result.episode.number == 41
    assert (finding.severity, finding.name) == (Severity.WARNING, "number-differs")
    assert finding.place == Place(PATH, 3, 1)


@pytest.mark.parametrize(
    ("header", "people"),
    [
        ("", ()),
        ("Hosts: grace\n", (Person("Grace Hopper"),)),
        ("Guests: X\n", (Person("Ada Lovelace"), Person("Grace Hopper"), Person("X", "guest"))),
        ("Hosts: grace\nGuests: X\n", (Person("Grace Hopper"), Person("X", "guest"))),
        ("People: X, ada\n", (Person("X", "guest"), Person("Ada Lovelace"))),
    ],
)
def test_who_takes_part(header: str, people: tuple[Person, ...]) -> None:
    assert episode(HEAD + header + "\nNotes").people == people


@pytest.mark.parametrize(
    ("header", "state"),
    [
        ("", EpisodeState.READY),
        ("Draft: true\n", EpisodeState.DRAFT),
        ("Published: false\n", EpisodeState.DRAFT),
        ("Status: draft\n", EpisodeState.DRAFT),
        ("Status: hidden\n", EpisodeState.HIDDEN),
        ("Status: published\nDraft: true\n", EpisodeState.DRAFT),
    ],
)
def test_states(header: str, state: EpisodeState) -> None:
    assert episode(HEAD + header + "\nNotes").state is state


def test_all_that_is_missing_is_reported_at_once() -> None:
    result = read("---\nnumber: 5\n---\n")
    assert [finding.name for finding in result.findings] == ["missing-notes", "missing-title", "missing-date"]
    assert {finding.severity for finding in result.findings} == {Severity.ERROR}
    assert {finding.place for finding in result.findings} == {Place(PATH)}


def test_an_episode_that_lacks_something_is_there_with_what_it_has() -> None:
    """So that checks of the whole show can complain in the same run."""
    found = read("---\nnumber: 5\naudio: 5.mp3\n---\n").episode
    assert found is not None
    assert (found.title, found.published, found.number, found.audio.file) == ("", None, 5, "5.mp3")


def test_a_front_matter_that_cannot_be_read_gives_no_episode() -> None:
    assert read("---\ntitle: a: b\n---\n").episode is None


def test_drafts_are_not_asked_for_what_they_lack() -> None:
    assert episode("Draft: true\n").state is EpisodeState.DRAFT


def test_drafts_are_told_of_what_is_wrong() -> None:
    assert complain("Draft: true\nDate: soon\n").name == "bad-date"


def test_a_date_that_cannot_be_read_is_not_missing_too() -> None:
    result = read("Title: T\nDate: 2015-02-30\n\nNotes")
    assert [finding.name for finding in result.findings] == ["bad-date"]


@pytest.mark.parametrize(
    ("header", "line", "proposed"),
    [
        ("Title: T\nSlug: Ben Darnell!\n", 2, "slug: ben-darnell"),
        ("Title: شفق شمالی\nNumber: 7\n", 1, "slug: 040-tornado"),
    ],
)
def test_a_slug_that_is_not_fit_is_an_error_with_a_proposal(header: str, line: int, proposed: str) -> None:
    finding = complain(header + "Date: 2016-01-04\n\nNotes")
    assert (finding.severity, finding.name, finding.place.line) == (Severity.ERROR, "bad-slug", line)
    assert proposed in finding.fix


def test_files_of_skipped_categories_are_no_episodes_and_not_complained_about() -> None:
    assert read("Title: A post\nCategory: posts\nDate: soon\n\nText") == ReadEpisode(None, "", ())


@pytest.mark.parametrize(
    "text", ["", "Hello", "---\ntitle: x", "---\n- a\n---\n", "---\na: [\n---\n", "{", "+++\na\n+++\n"]
)
def test_a_file_whose_front_matter_cannot_be_read_gives_one_error(text: str) -> None:
    result = read(text)
    assert (result.episode, result.notes) == (None, "")
    [finding] = result.findings
    assert finding.severity is Severity.ERROR


def test_a_file_in_another_encoding_gives_one_error() -> None:
    [finding] = READER.read(PATH, (HEAD + "\nCafé").encode("latin-1")).findings
    assert finding.name == "not-utf-8"


def test_findings_come_in_the_order_of_the_file() -> None:
    result = read("Title: a <b>b</b>\nDate: 1970-01-01\nfoo: x\n\nNotes\n\nJos√©\n\n[x]()\n")
    lines = [finding.place.line for finding in result.findings]
    assert lines == sorted(lines)
    assert lines[0] == 1
    assert lines[-1] == 9
    assert len(lines) == 5


def test_places_in_the_notes_are_places_in_the_file() -> None:
    html = '<iframe src="https://www.podbean.com/player-v2/?i=x"></iframe>'
    result = read(f"---\ntitle: T\ndate: 2016-01-04\n---\n\nText\n\n{html}\n")
    assert result.episode is not None
    assert [embed.line for embed in result.episode.embeds] == [8]
    assert isinstance(result.episode.embeds[0], Embed)


def test_a_template_arranges_the_notes() -> None:
    reader = EpisodeReader(
        SHOW, EPISODES, NotesSettings(template="notes.html"), "<p>{{ episode.number }}</p>{{ notes }}"
    )
    assert read(HEAD + "\nNotes", reader=reader).notes == "<p>40</p>\n<p>Notes</p>"


def test_a_template_that_cannot_be_understood_is_an_error_at_once() -> None:
    with pytest.raises(FindingsError) as caught:
        EpisodeReader(SHOW, EPISODES, NotesSettings(template="notes.html"), "\n{% if %}")
    assert caught.value.findings[0].place == Place("notes.html", 2)


def test_a_template_that_fails_with_an_episode_is_a_finding_that_names_it() -> None:
    reader = EpisodeReader(SHOW, EPISODES, NotesSettings(template="notes.html"), "{{ episode.nothing }}")
    finding = complain(HEAD + "\nNotes", reader=reader)
    assert (finding.name, finding.place.path) == ("template-fault", "notes.html")
    assert PATH in finding.message


@given(st.binary(max_size=120) | st.text(max_size=120).map(str.encode))
def test_any_bytes_give_findings_and_never_an_exception(data: bytes) -> None:
    for head in (b"", b"---\n", b"Title: x\nDate: 2016-01-04\nTags: ", HEAD.encode() + b"\n"):
        result = READER.read(PATH, head + data)
        assert result == READER.read(PATH, head + data)
        assert result.episode is not None or result.findings


@given(
    st.dictionaries(
        st.sampled_from(
            "title date slug url tags number season type draft published status duration hosts".split()
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
            lambda inner: (
                st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
            ),
            max_leaves=4,
        ),
        max_size=5,
    )
)
def test_values_of_any_type_give_findings_and_never_an_exception(values: dict[str, object]) -> None:
    import json

    result = READER.read(PATH, json.dumps(values).encode() + b"\nNotes")
    assert all(finding.place.path == PATH for finding in result.findings)


def corpus(folder: str) -> list[Path]:
    files = sorted((SHARED / folder).glob("*.md"))
    if not files:
        pytest.skip("the corpus of real episodes is not there")
    return files


def podcastinit() -> EpisodeReader:
    show = SHOW._replace(site="https://podcastinit.com/")
    return EpisodeReader(show, EPISODES, NotesSettings(flavour="pelican"))


def test_real_pelican_episodes_are_read_without_error() -> None:
    reader = podcastinit()
    for file in corpus("podcastinit/content"):
        result = reader.read(f"feeds/p/episodes/{file.name}", file.read_bytes())
        errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
        assert errors == []
        assert result.episode is not None
        number = int("".join(filter(str.isdigit, file.stem)))
        header = dict(line.split(":", 1) for line in file.read_text().split("\n\n")[0].splitlines())
        assert result.episode.number == number
        assert result.episode.title == header["Title"].strip().removeprefix(f"Episode {number} - ")
        assert result.episode.published is not None
        year, month, day = header["Date"].split()[0].split("-")
        assert result.episode.published.date().isoformat() == f"{year}-{month:0>2}-{day:0>2}"
        assert result.episode.published.utcoffset() in (timedelta(hours=-5), timedelta(hours=-4))
        if "url" in header:
            assert result.episode.slug == header["url"].strip().removesuffix(".html")
        assert result.episode.link == f"https://podcastinit.com/{result.episode.slug}.html"
        assert len(result.episode.embeds) == 1


def test_the_sample_episode() -> None:
    [file] = corpus("sample")
    result = podcastinit().read("feeds/p/episodes/040.md", file.read_bytes())
    found = result.episode
    assert found is not None
    assert (found.number, found.title) == (40, "Ben Darnell on Tornado")
    assert found.published is not None
    assert found.published.isoformat() == "2016-01-04T00:00:00-05:00"
    assert found.link == "https://podcastinit.com/ben-darnell-tornado.html"
    assert found.tags == ("Async", "Servers", "Networking")
    garbled = [finding for finding in result.findings if finding.name == "garbled-text"]
    assert [(finding.place, finding.fix) for finding in garbled] == [
        (Place("feeds/p/episodes/040.md", 46, 60), "write `José` if that is meant")
    ]


# -- Podcasting 2.0


def read_with(head: str, **settings: object) -> ReadEpisode:
    show = SHOW._replace(**settings)  # type: ignore[arg-type]
    reader = EpisodeReader(show, EPISODES, NotesSettings(), prefixes=("media",))
    return reader.read("feeds/x/episodes/1.md", f"Title: T\nDate: 2016-01-04\n{head}\n\nText.\n".encode())


def test_a_season_has_the_name_that_the_show_gives_it() -> None:
    seasons = {"2": SeasonSettings("Fog")}
    assert [read_with(head, seasons=seasons).episode.season_name for head in ("Season: 2", "Season: 3")] == [
        "Fog",
        "",
    ]  # type: ignore[union-attr]
    named = read_with("Season: 2\nSeason_name: Ice", seasons=seasons).episode
    assert named is not None
    assert named.season_name == "Ice"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Season_name: Fog", "no-season"),
        ("Display: First", "no-number"),
        (f"Season: 2\nSeason_name: {'x' * 129}", "long-text"),
        (f"Number: 2\nDisplay: {'x' * 33}", "long-text"),
    ],
)
def test_names_in_place_of_numbers_need_these_and_are_short(head: str, name: str) -> None:
    (finding,) = read_with(head).findings
    assert (finding.severity, finding.name) == (Severity.WARNING, name)
    assert finding.place.line > 2


def test_a_number_may_have_a_fraction() -> None:
    episode = read_with("Number: 13.5").episode
    assert episode is not None
    assert episode.number == 13.5


def test_chapters_are_a_list_or_the_file_that_has_them() -> None:
    one, other = read_with("Chapters: c/1.json").episode, read_with("Chapters: 0:00 A\n    1:00 B").episode
    assert one is not None
    assert other is not None
    assert (one.chapters_url, one.chapters) == ("c/1.json", ())
    assert (other.chapters_url, [chapter.title for chapter in other.chapters]) == ("", ["A", "B"])


LINK = "Content_links: https://a.example/live"
STREAM = f"Audio: https://a.example/live.mp3\n{LINK}"


@pytest.mark.parametrize(
    ("head", "live"),
    [
        ("", None),
        ("Live: no", None),
        (f"Live: true\n{STREAM}", Live()),
        (f"Live: ended\n{STREAM}", Live(LiveStatus.ENDED)),
    ],
)
def test_what_makes_an_episode_a_live_stream(head: str, live: Live | None) -> None:
    read = read_with(head)
    assert read.episode is not None
    assert (read.episode.live, read.findings) == (live, ())


@pytest.mark.parametrize(
    ("head", "severity", "name"),
    [
        ("Live: true\nAudio: https://a.example/live.mp3", Severity.ERROR, "missing-content-link"),
        (f"Live: true\n{LINK}", Severity.WARNING, "missing-stream"),
        (f"Live: true\nEnds: 2016-01-03\n{STREAM}", Severity.ERROR, "end-before-start"),
        ("Ends: 2016-01-05", Severity.WARNING, "end-without-live"),
        ("Extra: meida:rating", Severity.ERROR, "undeclared-prefix"),
    ],
)
def test_what_is_wrong_with_live_streams_and_tags(head: str, severity: Severity, name: str) -> None:
    (finding,) = read_with(head).findings
    assert (finding.severity, finding.name) == (severity, name)
