"""The page of an episode."""

import base64
import hashlib
import re
from datetime import timedelta

import pytest
from lxml import html as lxml_html

from feedpub.model import Chapter, Enclosure, EpisodeState, Person, TranscriptFile
from feedpub.site.episode_page import EpisodePage, TemplateFault
from tests.site.samples import ENCLOSURE, EPISODE, NOTES, SHOW


def page_of(episode=EPISODE, show=SHOW, enclosure: Enclosure | None = ENCLOSURE, notes: str = NOTES):
    return lxml_html.document_fromstring(EpisodePage().render(show, episode, enclosure, notes).decode())


def texts(page, path: str) -> list[str]:
    return [
        " ".join(str(found if isinstance(found, str) else found.text_content()).split())
        for found in page.xpath(path)
    ]


@pytest.mark.parametrize(
    "path, text",
    [
        ("//title", "Fog signals – The Lighthouse Hour"),
        ("//html/@lang", "en-GB"),
        ("//h1", "Fog signals"),
        ("//h1/preceding-sibling::p", "Season 2 · Episode 7"),
        ("//time[1]/@datetime", "2026-07-06T06:30:00+00:00"),
        ("//time[1]", "6 July 2026"),
        ("//time[2]", "58:12"),
        ("//time[2]/@datetime", "PT3492S"),
        ("//main//img/@src", "https://lighthouse.example/cover.jpg"),
        ("//audio/@src", "https://cdn.example/7.mp3?a=1&b=2"),
        ("//audio/@preload", "none"),
        ("//audio/track/@src", "https://lighthouse.example/7.vtt"),
        ("//audio/track/@srclang", "en-GB"),
        ("//article", "About fog."),
        ("//link[@rel='canonical']/@href", "https://lighthouse.example/fog-signals.html"),
        ("//link[@rel='alternate']/@href", "https://lighthouse.example/feed.xml"),
        ("//link[@rel='license']/@href", "https://creativecommons.org/licenses/by/4.0/"),
        ("//meta[@property='og:title']/@content", "Fog signals"),
        ("//meta[@property='og:description']/@content", "What the horn was for & who heard it last."),
        ("//meta[@property='og:image']/@content", "https://lighthouse.example/cover.jpg"),
        ("//meta[@name='twitter:card']/@content", "summary"),
        ("//footer/p[1]", "© Ada Lovelace"),
        ("//footer/p[2]", "Licence: CC-BY-4.0"),
    ],
)
def test_page_says(path: str, text: str) -> None:
    assert texts(page_of(), path) == [text]


def test_people_with_their_roles_and_pages() -> None:
    page = page_of()
    assert texts(page, "//ul[@class='people']/li") == ["Ada Lovelace Host", "Grace Hopper Guest"]
    assert texts(page, "//ul[@class='people']//a/@href") == ["https://grace.example/"]


def test_people_of_the_show_where_the_episode_names_none() -> None:
    assert texts(page_of(EPISODE._replace(people=())), "//ul[@class='people']/li") == ["Ada Lovelace Host"]


def test_chapters_lead_to_their_times() -> None:
    page = page_of()
    assert texts(page, "//ol/li") == ["0:00 Intro", "0:02 The horn"]
    assert texts(page, "//ol/li/a/@href") == ["#t=0", "#t=2", "https://horn.example/"]


def test_chapters_that_the_notes_tell_are_not_told_twice() -> None:
    assert texts(page_of(notes='<p><a href="#t=2">0:02</a> The horn</p>'), "//ol") == []


def test_a_time_after_the_end_of_the_audio_is_no_link() -> None:
    """`58:12` is the last second of the sample; what is later is a time of day."""
    notes = '<p><a href="#t=3492">58:12</a>, <a href="#t=66720">18:32</a></p>'
    page = EpisodePage().render(SHOW, EPISODE, ENCLOSURE, notes).decode()
    assert '<p><a href="#t=3492">58:12</a>, 18:32</p>' in page
    assert notes in EpisodePage().render(SHOW, EPISODE, None, notes).decode()


def test_more_to_read_hear_and_support() -> None:
    assert texts(page_of(), "//section[last()]//li") == [
        *("Transcript, WebVTT", "Transcript (de)", "Watch the horn", "Buy us a kettle", "Download the audio"),
    ]


def test_page_of_an_episode_that_says_nothing() -> None:
    bare_show = SHOW._replace(
        copyright="", people=(), funding=(), license=None, artwork="", link="", feed_url=""
    )
    episode = EPISODE._replace(
        published=None,
        number=None,
        season=None,
        link="",
        people=(),
        chapters=(),
        transcripts=(),
        content_links=(),
    )
    page = page_of(episode, bare_show, None, "")
    assert texts(page, "//h1") == ["Fog signals"]
    assert page.xpath("//audio | //section | //article | //img | //time | //footer/* | //link") == []


def test_hidden_episode_is_not_for_search_engines() -> None:
    assert texts(page_of(EPISODE._replace(state=EpisodeState.HIDDEN)), "//meta[@name='robots']/@content") == [
        "noindex"
    ]
    assert texts(page_of(), "//meta[@name='robots']/@content") == []


def test_same_values_give_the_same_bytes() -> None:
    first = EpisodePage().render(SHOW, EPISODE, ENCLOSURE, NOTES)
    assert EpisodePage().render(SHOW, EPISODE, ENCLOSURE, NOTES) == first


def test_policy_allows_the_script_and_style_of_the_page_and_no_other() -> None:
    page = EpisodePage().render(SHOW, EPISODE, ENCLOSURE, NOTES).decode()
    policy = lxml_html.document_fromstring(page).xpath("//meta[@http-equiv]/@content")[0]
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


# -- hostile values

HOSTILE = (
    "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7 * 7 }} &amp; \ud800"
)


def test_texts_are_escaped() -> None:
    """Whatever stands in a text stays text."""
    show = SHOW._replace(title=HOSTILE, copyright=HOSTILE, language=HOSTILE, description=HOSTILE)
    episode = EPISODE._replace(
        title=HOSTILE,
        summary=HOSTILE,
        season_name=HOSTILE,
        people=(Person(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        chapters=(Chapter(0, HOSTILE, HOSTILE),),
        transcripts=(TranscriptFile("https://a.org/", HOSTILE, HOSTILE),),
    )
    written = EpisodePage().render(show, episode, Enclosure("https://a.org/", 1, HOSTILE), "").decode()
    page = lxml_html.document_fromstring(written)
    assert len(page.xpath("//script")) == 2
    assert page.xpath("//*[@onerror]") == []
    assert "49" not in page.xpath("//title")[0].text
    assert page.xpath("//h1")[0].text == HOSTILE.replace("\ud800", "?")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "/relative",
        "//a.org/x",
        "https://a.org/ x",
        "https://a.org/\nx",
        "",
    ],
)
def test_address_that_is_none_stands_nowhere(url: str) -> None:
    show = SHOW._replace(link=url, feed_url=url, artwork=url, people=())
    episode = EPISODE._replace(
        link=url,
        artwork=url,
        people=(Person("Ada", url=url, image=url),),
        chapters=(Chapter(0, "Intro", url, url),),
        transcripts=(TranscriptFile(url, "text/vtt"),),
        content_links=(),
    )
    page = page_of(episode, show, Enclosure(url, 1, "audio/mpeg", timedelta(1)))
    found = {
        str(each)
        for each in page.xpath(
            "//@href | //@src | //meta[@property='og:url' or @property='og:image']/@content"
        )
    }
    assert found == {
        "https://creativecommons.org/licenses/by/4.0/",
        "https://lighthouse.example/kettle",
        "#t=0",
        "https://fog.example/",
    }


def test_quotes_in_an_address_do_not_end_it() -> None:
    url = "https://a.org/\"onclick='x'<b>"
    assert page_of(enclosure=ENCLOSURE._replace(url=url)).xpath("//audio/@src") == [url]


# -- a show's own template


def test_template_of_a_show() -> None:
    own = EpisodePage("<h1>{{ episode.title }}</h1>{{ notes }}{{ show.title }}", "templates/episode.html")
    assert own.render(SHOW, EPISODE._replace(title="A & <b>"), None, "<p>x</p>") == (
        b"<h1>A &amp; &lt;b&gt;</h1><p>x</p>The Lighthouse Hour"
    )


def test_template_of_a_show_can_have_our_script() -> None:
    own = EpisodePage('<meta content="{{ policy }}"><script>{{ script }}</script>')
    assert b"currentTime" in own.render(SHOW, EPISODE, None, "")


@pytest.mark.parametrize(
    "text, line, said",
    [("a\n{% if %}", 2, "Expected an expression"), ("a\n\n{{ episode.nope }}", 3, "nope"), ("{{ nope }}", 1, "nope"),
     ("{{ ''.__class__.__mro__ }}", 1, "unsafe"), ("{% include '/etc/passwd' %}", 1, "loader"),
     ("{% for i in range(90000) %}{{ policy }}{% endfor %}", 0, "too much text")],
)  # fmt: skip
def test_fault_in_a_template_says_what_and_where(text: str, line: int, said: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        EpisodePage(text, "templates/episode.html").render(SHOW, EPISODE, ENCLOSURE, NOTES)
    assert said in raised.value.message
    assert raised.value.line == line
    assert raised.value.fix
