"""What users, disks and editors do to what stands beside episodes: nothing is lost, nothing hangs, all is named."""

import io
import json
import os
import shutil
import stat
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspace import SHOW, Workspace, mp3, png

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n<v Ada>Hello\n"
CHAPTERS = json.dumps(
    {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}, {"startTime": 1, "title": "B"}]}
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.add(1)
    made.write("feeds/demo/chapters/episode-1-talk-1.json", CHAPTERS)
    made.write("talk.vtt", VTT)
    return made


def two_shows(root: Path, more: str) -> Workspace:
    """The show `demo` says `more` of the show `two` next to it."""
    workspace = Workspace(root, SHOW + more)
    workspace.add(1)
    workspace.write("feeds/two/show.toml", SHOW.replace("demo.example", "two.example").replace("Demo", "Two"))
    return workspace


# -- commands that write where they are told to -----------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("chapters", "write", "1"),
        ("chapters", "convert", "feeds/demo/chapters/episode-1-talk-1.json"),
        ("transcripts", "convert", "talk.vtt", "--to", "srt"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_pipe_is_never_replaced_by_a_file(workspace: Workspace, words: tuple[str, ...]) -> None:
    """As root, `-o /dev/null` would cost the machine its /dev/null."""
    os.mkfifo(workspace.root / "pipe")
    (workspace.root / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        done = workspace.run(*words, "-o", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"-o: {name} is no ordinary file" in done.stderr
    assert stat.S_ISFIFO((workspace.root / "pipe").lstat().st_mode)


@pytest.mark.parametrize("kind", ["chapters", "transcripts"])
def test_a_conversion_does_not_replace_what_it_is_made_from(workspace: Workspace, kind: str) -> None:
    file = "talk.vtt" if kind == "transcripts" else "feeds/demo/chapters/episode-1-talk-1.json"
    form = "srt" if kind == "transcripts" else "psc"
    before = (workspace.root / file).read_bytes()
    (workspace.root / "link").symlink_to(file)
    for name in (file, "link"):
        done = workspace.run(kind, "convert", file, "--to", form, "-o", name)
        assert done.returncode == 3
        assert f"{name} is what it is made from" in done.stderr
    assert (workspace.root / file).read_bytes() == before


def test_a_copy_replaces_no_other_file_of_a_show(workspace: Workspace) -> None:
    workspace.add(2)
    before = (workspace.show / "audio" / "002.mp3").read_bytes()
    done = workspace.run("chapters", "write", "1", "-o", "feeds/demo/audio/002.mp3")
    assert done.returncode == 3
    assert "feeds/demo/audio/002.mp3 is there already: a copy replaces no file of a show" in done.stderr
    assert (workspace.show / "audio" / "002.mp3").read_bytes() == before


# -- shows next door --------------------------------------------------------------------------------


def test_a_pipe_in_place_of_a_sibling_s_ledger_is_not_waited_for(tmp_path: Path) -> None:
    workspace = two_shows(tmp_path, 'podroll = ["two"]\n')
    os.mkfifo(workspace.root / "feeds" / "two" / "ledger.toml")
    workspace.build("demo")
    assert b'title="Two"' in workspace.feed.read_bytes()


# -- audio in other forms ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name,code,said",
    [
        ("nope.mp3", 1, "`nope.mp3` is not in feeds/demo/audio/ or beside the episode [missing-alternate]"),
        ("../../x.mp3", 1, "`../../x.mp3` leads out of the show's folder [alternate-path]"),
        ("001.mp3", 0, "`001.mp3` is the episode's audio itself [alternate-is-audio]"),
        (
            "002.mp3",
            1,
            "feeds/demo/audio/002.mp3 is the audio of feeds/demo/episodes/002-talk.md [alternate-of-another]",
        ),
        (
            "small.mp3",
            0,
            "`small.mp3` is left out: it would have the address of the audio itself, https://a.example/1"
            " [alternate-same-address]",
        ),
    ],
)
def test_an_alternate_that_cannot_be_one_is_told_at_its_key(
    tmp_path: Path, name: str, code: int, said: str
) -> None:
    workspace = Workspace(tmp_path, SHOW + '[audio]\nurl = "https://a.example/{number}"\n')
    workspace.add(2, date="2025-01-02")
    workspace.add(1, extra=f"Alternates: {name}\n")
    workspace.write("feeds/demo/audio/small.mp3", mp3(20))
    assert (
        f"feeds/demo/episodes/001-talk.md:3:1: {'error' if code else 'warning'}: {said}"
        in workspace.build(code=code)
    )
    if not code:
        assert b"alternateEnclosure" not in workspace.feed.read_bytes()


def test_formats_that_get_one_address_are_told_once(tmp_path: Path) -> None:
    more = '[audio]\nurl = "https://a.example/{number}.mp3"\nformats = ["mp3", "wav"]\nalternates = true\n'
    workspace = Workspace(tmp_path, SHOW + more)
    for number in (1, 2):
        workspace.add(number)
        with wave.open(str(workspace.show / "audio" / f"{number:03}.wav"), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            file.writeframes(bytes(9000 + number))
    said = workspace.build()
    assert said.count("[alternate-same-address]") == 1
    assert "feeds/demo/show.toml" in said


# -- files that are not what they seem --------------------------------------------------------------


def secrets(workspace: Workspace) -> dict[str, Path]:
    """Links in the show's folder that lead out of it, by what they would be published as."""
    (workspace.root / "secret.vtt").write_text(VTT)
    (workspace.root / "secret.png").write_bytes(png())
    (workspace.root / "secret.json").write_text(CHAPTERS)
    links = {
        "transcripts/001.vtt": "secret.vtt",
        "chapters/episode-1-talk-1.json": "secret.json",
        "banner.png": "secret.png",
        "named.vtt": "secret.vtt",
        "named.json": "secret.json",
    }
    made = {}
    for name, target in links.items():
        made[name] = workspace.show / name
        made[name].parent.mkdir(exist_ok=True)
        made[name].unlink(missing_ok=True)
        made[name].symlink_to(workspace.root / target)
    return made


@pytest.mark.parametrize(
    "extra,show,named",
    [
        ("", "", ["transcripts/001.vtt", "chapters/episode-1-talk-1.json"]),
        ("Transcripts: named.vtt\n", "", ["named.vtt"]),
        ("Chapters: named.json\n", "", ["named.json"]),
        ("", '[[images]]\nurl = "banner.png"\n', ["banner.png"]),
    ],
)
def test_nothing_outside_the_show_is_published_by_way_of_links(
    tmp_path: Path, extra: str, show: str, named: list[str]
) -> None:
    workspace = Workspace(tmp_path, SHOW + show)
    workspace.add(1, extra=extra)
    secrets(workspace)
    said = workspace.build(code=1)
    for name in named:
        assert f"feeds/demo/{name}: error: the file is a link that leads out of the show's folder" in said


@pytest.mark.parametrize("name", ["./banner.png", ".//banner.png"])
def test_a_path_may_begin_with_a_dot(tmp_path: Path, name: str) -> None:
    workspace = Workspace(tmp_path, SHOW + f'[[images]]\nurl = "{name}"\n')
    workspace.add(1, extra="Transcripts: ./t.vtt\nChapters: ./c.json\n")
    workspace.write("feeds/demo/banner.png", png())
    workspace.write("feeds/demo/t.vtt", VTT)
    workspace.write("feeds/demo/c.json", CHAPTERS)
    workspace.build()
    feed = workspace.feed.read_text()
    assert 'href="https://demo.example/banner.png"' in feed
    assert "<podcast:transcript " in feed
    assert "<podcast:chapters " in feed


def test_a_picture_without_a_suffix_gets_one(tmp_path: Path) -> None:
    """Apple takes no picture whose address does not end in .jpg or .png."""
    workspace = Workspace(tmp_path, SHOW.replace("cover.png", "cover"))
    workspace.add(1)
    workspace.write("feeds/demo/cover", png())
    workspace.build()
    assert b'<itunes:image href="https://demo.example/cover.png"/>' in workspace.feed.read_bytes()
    assert (tmp_path / "build" / "demo" / "cover.png").read_bytes() == png()


def test_a_show_whose_only_picture_is_broken_is_not_built(tmp_path: Path) -> None:
    from mutagen.id3 import APIC, ID3

    workspace = Workspace(tmp_path, SHOW.replace('artwork = "cover.png"\n', ""))
    workspace.add(1)
    tag = ID3()
    tag.add(APIC(encoding=3, mime="image/png", type=3, data=png()[:500]))
    tag.save(workspace.show / "audio" / "001.mp3")
    said = workspace.build(code=1)
    assert "the show has no picture: the one in feeds/demo/audio/001.mp3 cannot be used" in said
    assert "feeds/demo/audio/001.mp3: warning: the picture in the file" in said


@pytest.mark.parametrize("key", ["Artwork", "Chapters"])
@pytest.mark.parametrize("address", ["http://[", "https://a.example/ä b", "ftp://a.example/x"])
def test_an_address_that_is_none_is_told(tmp_path: Path, key: str, address: str) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(1, extra=f"{key}: {address}\n")
    said = workspace.build(code=1)
    assert f"feeds/demo/episodes/001-talk.md:3:1: error: `{key}`: `{address}`" in said
    assert "[bad-url]" in said


def test_a_stream_without_an_address_is_told(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(1)
    extra = "Live: true\nContent_Links: https://a.example/live\n"
    workspace.write("feeds/demo/episodes/live.md", f"Title: Live\nDate: 2026-01-01\n{extra}\nx\n")
    assert "live.md:3:1: warning: the live stream has no address that apps can play" in workspace.build()


# -- names in the build -----------------------------------------------------------------------------


def coloured(red: int) -> bytes:
    from PIL import Image

    content = io.BytesIO()
    Image.new("RGB", (1400, 1400), (red, 0, 0)).save(content, "PNG")
    return content.getvalue()


def test_a_smaller_copy_takes_no_other_picture_s_name(tmp_path: Path) -> None:
    more = '[pictures]\nsizes = [600]\n[[images]]\nurl = "cover-600.png"\n'
    workspace = Workspace(tmp_path, SHOW + more)
    workspace.add(1)
    workspace.write("feeds/demo/cover-600.png", png(600))
    told = (
        "feeds/demo/show.toml: error: `cover-600.png` would be both feeds/demo/cover-600.png and a smaller"
        " copy of feeds/demo/cover.png [same-output]"
    )
    assert told in workspace.build(code=1)
    assert told in workspace.build(code=1)
    workspace.write("feeds/demo/show.toml", SHOW + more.replace("600.png", "small.png"))
    (workspace.show / "cover-600.png").rename(workspace.show / "cover-small.png")
    workspace.build()


def test_the_picture_of_an_episode_called_cover_is_not_that_of_the_show(tmp_path: Path) -> None:
    from mutagen.id3 import APIC, ID3

    more = '[pictures]\nfrom_audio = true\n[episodes]\nslug = "file"\n'
    workspace = Workspace(tmp_path, SHOW.replace('artwork = "cover.png"\n', more))
    workspace.write("feeds/demo/show.toml", SHOW.replace('artwork = "cover.png"\n', "") + more)
    for number, file in ((1, "cover.md"), (2, "newest.md")):
        workspace.add(number, file=file, date=f"2025-01-{number:02}")
        tag = ID3()
        tag.add(APIC(encoding=3, mime="image/png", type=3, data=coloured(number)))
        tag.save(workspace.show / "audio" / f"{number:03}.mp3")
    said = workspace.build(code=1)
    assert "`art/cover.png` would be both the picture in feeds/demo/audio/001.mp3" in said


def test_pictures_whose_names_differ_in_case_alone_are_an_error(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for number, name in ((1, "a.png"), (2, "A.png"), (3, "a.png")):
        workspace.write(f"feeds/demo/{name}", coloured(ord(name[0])))
        workspace.add(number, date=f"2025-01-{number:02}", extra=f"Artwork: {name}\n")
    said = workspace.build(code=1)
    assert said.count("[same-output]") == 1
    assert "differ in case alone" in said


# -- outputs that somebody touched ------------------------------------------------------------------


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A show with every kind of output, built."""
    more = (
        '[notes]\npages = true\n[pictures]\nsizes = [600]\n[transcripts]\nformats = ["vtt", "srt", "json"]\n'
    )
    workspace = Workspace(tmp_path_factory.mktemp("company"), SHOW + more)
    workspace.add(1)
    workspace.add(2, date="2025-01-02", extra="Artwork: two.png\n")
    workspace.write("feeds/demo/two.png", png(1500))
    workspace.write("feeds/demo/transcripts/001.vtt", VTT)
    workspace.write("feeds/demo/chapters/episode-1-talk-1.json", CHAPTERS)
    workspace.build()
    return workspace


def tree(workspace: Workspace) -> dict[str, bytes]:
    """The content of each file that was built."""
    output = workspace.feed.parent
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-9]),
    "of the same size": lambda path: path.write_bytes(b"x" * path.stat().st_size),
    "a link to nowhere": lambda path: (path.unlink(), path.symlink_to("nowhere")),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_outputs_that_were_damaged_are_made_again(company: Workspace, damage: str) -> None:
    whole = tree(company)
    assert len(whole) == 11
    for name in whole:
        DAMAGES[damage](company.feed.parent / name)
    company.build()
    assert tree(company) == whole
    for name in whole:
        DAMAGES[damage](company.feed.parent / name)
        company.build()
        assert tree(company) == whole, name


@pytest.mark.parametrize("folder", ["pages", "transcripts", "chapters"])
def test_folders_that_were_deleted_are_made_again(company: Workspace, folder: str) -> None:
    whole = tree(company)
    shutil.rmtree(company.feed.parent / folder)
    company.build()
    assert tree(company) == whole


# -- names and doubles ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["why?", "#1 & more", "50%", "talk 🎙", "it's", "u\u0308"])
def test_companions_are_found_whatever_their_names_hold(tmp_path: Path, name: str) -> None:
    workspace = Workspace(tmp_path)
    workspace.add(1, file=f"{name}.md", audio=f"{name}.mp3")
    workspace.write(f"feeds/demo/transcripts/{name}.vtt", VTT)
    workspace.write(f"feeds/demo/audio/{name}.chapters.json", CHAPTERS)
    workspace.build()
    assert b"<podcast:transcript " in workspace.feed.read_bytes()
    assert b"<podcast:chapters " in workspace.feed.read_bytes()


def test_two_files_of_chapters_that_differ_are_told(workspace: Workspace) -> None:
    workspace.write("feeds/demo/audio/001.chapters.txt", "00:00 A\n00:01 C\n")
    said = workspace.build()
    assert (
        "feeds/demo/audio/001.chapters.txt: warning: the chapters of the chapter file and"
        " feeds/demo/audio/001.chapters.txt differ: number 2 is 0:01 `B` and 0:01 `C`" in said
    )
    workspace.write("feeds/demo/audio/001.chapters.txt", "00:00 A\n00:01 B\n")
    assert "differ" not in workspace.build()


def test_a_transcript_that_cannot_be_read_does_not_hide_the_next(workspace: Workspace) -> None:
    workspace.write("bad.vtt", "no transcript")
    done = workspace.run("transcripts", "check", "gone.vtt", "bad.vtt", "talk.vtt")
    assert done.returncode == 2
    assert "gone.vtt: No such file or directory" in done.stderr
    assert "bad.vtt:1: error:" in done.stderr
    assert "talk.vtt: WebVTT, 1 cue" in done.stdout


def test_what_belongs_to_an_episode_waits_until_it_is_out(tmp_path: Path) -> None:
    """Transcript and picture tell what an episode is about before it is meant to be known."""
    workspace = Workspace(tmp_path)
    workspace.add(1)
    workspace.add(2, date="2026-02-01", extra="Artwork: two.png\n")
    workspace.write("feeds/demo/two.png", png(1500))
    workspace.write("feeds/demo/transcripts/002.vtt", VTT)
    workspace.build()
    workspace.build()
    assert sorted(tree(workspace)) == ["cover.png", "feed.css", "feed.xml"]
    workspace.build(now="2026-02-01T12:00:00+00:00")
    assert {"two.png", "transcripts/episode-2-talk-2.vtt"} < set(tree(workspace))
    workspace.write("feeds/demo/transcripts/002.vtt", "no transcript")
    workspace.build(code=1)
