"""The feed in a browser: the real one, over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from feedpub.feed.stylesheet import stylesheet
from feedpub.model import Show
from tests.browser import browser, served
from tests.feed.samples import EPISODE, SHOW, sample_item, whole_feed

__all__ = ["browser"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder, and the address under which it is served."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "feed.css").write_bytes(stylesheet())
    with served(folder) as address:
        yield folder, address


@pytest.fixture
def open_feed(browser, site):
    """Opens a feed and gives the page."""
    folder, address = site
    pages = []

    def open_it(show: Show, *items: bytes, color_scheme: str = "light"):
        (folder / "feed.xml").write_bytes(whole_feed(show, items))
        pages.append(browser.new_page(color_scheme=color_scheme, viewport={"width": 390, "height": 800}))
        pages[-1].goto(address + "feed.xml")
        return pages[-1]

    yield open_it
    for page in pages:
        page.close()


@pytest.mark.parametrize(
    "selector",
    ["channel > title", "channel > author", "channel > description", "item > pubDate", "item > description"],
)
def test_what_people_read_is_visible(open_feed, selector: str) -> None:
    """Title, author, description, dates and summaries."""
    # `author` stands for itunes:author: selectors without a namespace take any.
    assert open_feed(SHOW, sample_item()).locator(selector).first.is_visible()


def test_episode_title_is_shown_once(open_feed) -> None:
    """The title that is there for Apple is not shown beside the other."""
    titles = open_feed(SHOW, sample_item()).locator("item > title")
    assert [title.is_visible() for title in titles.all()] == [True, False]


def test_what_machines_read_is_hidden(open_feed) -> None:
    """Everything but seven elements of an item and a channel is out of sight."""
    page = open_feed(SHOW, sample_item())
    visible = page.evaluate(
        """() => [...document.querySelectorAll("channel > *, item > *")]
            .filter(element => element.checkVisibility()).map(element => element.tagName)"""
    )
    assert visible == [
        *("title", "description", "itunes:author", "item"),
        *("title", "description", "pubDate", "itunes:season", "itunes:episode"),
    ]


def test_page_says_what_it_is(open_feed) -> None:
    """Somebody who came here by accident learns what to do with the address."""
    page = open_feed(SHOW)
    content = page.evaluate("getComputedStyle(document.querySelector('channel'), '::before').content")
    assert "podcast feed" in content
    assert "copy the address" in content


def test_feed_without_episodes_says_so(open_feed) -> None:
    """An empty page would look broken."""
    after = "getComputedStyle(document.querySelector('channel'), '::after').content"
    assert "no episodes yet" in open_feed(SHOW).evaluate(after)
    assert open_feed(SHOW, sample_item()).evaluate(after) == "none"


def test_page_is_dark_where_the_reader_prefers_it(open_feed) -> None:
    """The colours follow the setting of the reader's system."""
    color = "getComputedStyle(document.documentElement).backgroundColor"
    assert open_feed(SHOW, color_scheme="light").evaluate(color) == "rgb(251, 250, 247)"
    assert open_feed(SHOW, color_scheme="dark").evaluate(color) == "rgb(22, 24, 28)"


def test_page_fits_on_a_phone(open_feed) -> None:
    """Long words break; nothing scrolls sideways."""
    page = open_feed(SHOW._replace(title="W" * 400), sample_item(episode=EPISODE._replace(title="W" * 400)))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
