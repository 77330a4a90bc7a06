"""The page in a browser: the real one, over HTTP, with audio that it can play."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from feedpub.model import Chapter
from feedpub.site.episode_page import EpisodePage
from tests.browser import browser, served
from tests.site.samples import ENCLOSURE, EPISODE, NOTES, SHOW

__all__ = ["browser"]

ROOT = Path(__file__).resolve().parents[2]
STRANGER = '<img src="/x" onerror="document.title=1"><style>body{display:none}</style>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with audio and a picture, and the address under which it is served."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(ROOT / "feeds/lamp-room/audio/trailer.mp3", folder / "7.mp3")
    shutil.copy(ROOT / "feeds/lamp-room/art/cover.png", folder / "cover.png")
    shutil.copy(ROOT / "feeds/lamp-room/art/cover.png", folder / "favicon.ico")
    with served(folder) as address:
        yield folder, address


@pytest.fixture
def open_page(browser, site):
    """Opens the page of an episode; `page.complaints` is what the browser logs."""
    folder, address = site
    pages = []

    def open_it(notes: str = NOTES, fragment: str = "", title: str = EPISODE.title, **options: object):
        show = SHOW._replace(artwork=address + "cover.png")
        episode = EPISODE._replace(title=title, chapters=(*EPISODE.chapters, Chapter(5_000, "The end")))
        enclosure = ENCLOSURE._replace(url=address + "7.mp3")
        (folder / "7.html").write_bytes(EpisodePage().render(show, episode, enclosure, notes))
        page = browser.new_page(**{"viewport": {"width": 390, "height": 800}, **options})
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        pages.append(page)
        page.goto(address + "7.html" + fragment)
        return page

    yield open_it
    for page in pages:
        page.close()


def time_of(page) -> float:
    return page.evaluate("document.querySelector('audio').currentTime")


def wait_for_time(page, least: float) -> None:
    """Waits until the audio plays at ``least`` seconds, or up to two seconds later."""
    # The page's policy forbids what Playwright's own waiting does.
    for _ in range(100):
        if least < time_of(page) < least + 2:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"the audio is at {time_of(page)} s")


def test_click_on_a_time_plays_from_there(open_page) -> None:
    """In the notes and in the list of chapters; nothing is refused or logged."""
    page = open_page('<p><a href="#t=8">0:08</a> and <a href="#t=0:04">0:04</a></p>')
    assert time_of(page) == 0
    page.click("text=0:08")
    wait_for_time(page, 8)
    assert not page.evaluate("document.querySelector('audio').paused")
    assert page.url.endswith("#t=8")
    page.click("text=0:04")
    wait_for_time(page, 4)
    page.click("text=0:05")
    wait_for_time(page, 5)
    assert page.complaints == []


def test_same_time_can_be_clicked_again(open_page) -> None:
    page = open_page()
    page.click("text=0:05")
    wait_for_time(page, 5)
    page.evaluate("document.querySelector('audio').currentTime = 10")
    page.click("text=0:05")
    wait_for_time(page, 5)


def test_link_from_elsewhere_opens_the_page_at_its_time(open_page) -> None:
    page = open_page(fragment="#t=6")
    assert 6 <= time_of(page) < 8
    assert page.complaints == []


@pytest.mark.parametrize("fragment", ["", "#people", "#t=x", "#t=1:2:3:4", "#st=5"])
def test_other_links_leave_the_audio_alone(open_page, fragment: str) -> None:
    page = open_page(fragment=fragment)
    assert time_of(page) == 0
    assert page.complaints == []


def test_policy_keeps_strangers_out(open_page) -> None:
    """Even what should never get into notes does nothing."""
    page = open_page(STRANGER)
    assert page.title() != "1"
    assert page.locator("h1").is_visible()
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


def test_page_is_dark_where_the_reader_prefers_it(open_page) -> None:
    color = "getComputedStyle(document.body).backgroundColor"
    assert open_page(color_scheme="light").evaluate(color) == "rgb(251, 250, 247)"
    assert open_page(color_scheme="dark").evaluate(color) == "rgb(22, 24, 28)"


def test_page_fits_on_a_phone(open_page) -> None:
    """Long words break, wide tables and code scroll by themselves."""
    wide = f"<p>{'W' * 400}</p><pre><code>{'x' * 400}</code></pre>"
    table = f'<div class="scroll"><table><tr>{"<td>wwwwwwwwww</td>" * 40}</tr></table></div>'
    page = open_page(wide + table, title="W" * 400)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_page_works_without_scripts(open_page) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator("audio").is_visible()
    assert page.locator("article").is_visible()


def test_all_that_can_be_used_has_a_name(open_page) -> None:
    """Screen readers say what a link, a player and a picture are."""
    page = open_page()
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("a, audio, img, iframe")].filter(element =>
            !element.textContent.trim() && !element.title && element.getAttribute("alt") === null).length"""
    )
    assert nameless == 0
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
