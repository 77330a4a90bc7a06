"""Players in an iframe: who they are, and where a person can listen."""

import pytest

from feedpub.sources.notes.embeds import PLAYERS, find_player, listen_link, mark_players
from feedpub.sources.notes.show_notes import feed_html

PAGE = "https://example.com/shows/one.html"


def listen(html: str) -> str:
    _, (player,) = mark_players(html, PAGE)
    return player.page


@pytest.mark.parametrize(
    "url, name",
    [
        ("https://www.podbean.com/media/player/qi98f-6257a2?from=yiiadmin", "Podbean"),
        ("https://www.podbean.com/player-v2/?i=abc-def-pb", "Podbean"),
        ("https://www.youtube.com/embed/dQw4w9WgXcQ", "YouTube"),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "YouTube"),
        ("https://player.vimeo.com/video/123", "Vimeo"),
        ("https://open.spotify.com/embed/episode/abc", "Spotify"),
        ("https://embed.podcasts.apple.com/us/podcast/x/id1", "Apple Podcasts"),
        ("https://w.soundcloud.com/player/?url=x", "SoundCloud"),
        ("https://html5-player.libsyn.com/embed/episode/id/1", "Libsyn"),
        ("https://player.simplecast.com/uuid", "Simplecast"),
        ("https://playlist.megaphone.fm/?e=X", "Megaphone"),
        ("https://www.buzzsprout.com/1/2?iframe=true", "Buzzsprout"),
        ("https://share.transistor.fm/e/abc", "Transistor"),
        ("https://embed.acast.com/a/b", "Acast"),
        ("https://widget.spreaker.com/player?episode_id=1", "Spreaker"),
        ("https://omny.fm/shows/a/b/embed", "Omny"),
        ("https://embeds.audioboom.com/posts/1/embed", "Audioboom"),
        ("https://player.captivate.fm/episode/uuid", "Captivate"),
        ("https://player.fireside.fm/v2/a", "Fireside"),
        ("https://redcircle.com/embed/player/a", "RedCircle"),
        ("https://player-widget.mixcloud.com/widget/iframe/?feed=%2Fa%2Fb%2F", "Mixcloud"),
        ("https://archive.org/embed/a", "Internet Archive"),
        ("https://bandcamp.com/EmbeddedPlayer/album=1/", "Bandcamp"),
        ("HTTPS://WWW.PODBEAN.COM/x", "Podbean"),
        ("https://user@www.podbean.com:443/x", "Podbean"),
        ("https://notpodbean.com/x", None),
        ("https://podbean.com.evil.example/x", None),
        ("https://evil.example/podbean.com", None),
        ("nonsense", None),
        ("", None),
    ],
)
def test_service_is_known_by_its_host(url: str, name: str | None) -> None:
    player = find_player(url)
    assert (player.name if player else None) == name


def test_no_service_is_listed_twice() -> None:
    assert len({player.name for player in PLAYERS}) == len(PLAYERS)


@pytest.mark.parametrize(
    "url, page",
    [
        ("https://www.youtube.com/embed/dQw4w9WgXcQ?start=9", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        (
            "https://www.youtube.com/embed/videoseries?list=PL1_2",
            "https://www.youtube.com/playlist?list=PL1_2",
        ),
        ("https://player.vimeo.com/video/123?h=a", "https://vimeo.com/123"),
        ("https://open.spotify.com/embed/episode/abc?x", "https://open.spotify.com/episode/abc"),
        ("https://open.spotify.com/embed-podcast/show/abc", "https://open.spotify.com/show/abc"),
        (
            "https://embed.podcasts.apple.com/us/podcast/x/id1?i=2",
            "https://podcasts.apple.com/us/podcast/x/id1?i=2",
        ),
        (
            "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=f",
            "https://soundcloud.com/a/b",
        ),
        (
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
            "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
        ),
        ("https://www.mixcloud.com/widget/iframe/?hide=1&feed=%2Fa%2Fb%2F", "https://www.mixcloud.com/a/b/"),
        ("https://archive.org/embed/a_b", "https://archive.org/details/a_b"),
        ("https://www.podbean.com/media/player/x", "https://www.podbean.com/media/player/x"),
        ("http://unknown.example/p", "http://unknown.example/p"),
    ],
)
def test_link_leads_to_a_page_for_people_where_that_can_be_told(url: str, page: str) -> None:
    assert listen(f'<iframe src="{url}"></iframe>') == page


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://a.org/p?a=1&b=2"></iframe>',
        '<iframe src="https://a.org/p?a=1&amp;b=2"></iframe>',
        "<iframe src='https://a.org/p?a=1&b=2'></iframe>",
        "<iframe src=https://a.org/p?a=1&b=2 width=1></iframe>",
        "<IFRAME SRC='https://a.org/p?a=1&b=2'></IFRAME>",
        '<iframe src="//a.org/p?a=1&b=2"></iframe>',
        '<iframe alt="..."style="x"src="https://a.org/p?a=1&b=2"height="1"></iframe>',
        '<iframe src="" data-src="https://a.org/p?a=1&b=2"></iframe>',
        '<iframe src="about:blank" data-src="https://a.org/p?a=1&b=2"></iframe>',
        '<iframe title="a > b src=x" src="https://a.org/p?a=1&b=2"></iframe>',
        '<iframe src=" https://a.org/p?a=1&b=2 "></iframe>',
        '<iframe src="https://a.org/p?a=1&b=2" />',
        '<iframe\n  src="https://a.org/p?a=1&b=2"\n></iframe >',
    ],
)
def test_address_is_read_however_it_is_written(html: str) -> None:
    assert listen(html) == "https://a.org/p?a=1&b=2"


@pytest.mark.parametrize(
    "around", ["{}", "<p>{}</p>", "<div>{}</div>", "<div><p>a</p>{}b</div>", "<b>{}</b>", "<center>{}"]
)
def test_wherever_a_player_stands_it_is_a_paragraph_of_its_own(around: str) -> None:
    html = feed_html(around.format('<iframe src="//a.org/p?a=1&b=2">no frames</iframe>'), PAGE)
    assert '<p><a href="https://a.org/p?a=1&amp;b=2">Listen: on a.org</a></p>' in html.split("\n")


def test_player_in_an_item_stays_in_the_item() -> None:
    html = feed_html("<ul><li>a <iframe src='//a.org/p'></iframe></li></ul>", PAGE)
    assert html == '<ul><li>a<p><a href="https://a.org/p">Listen: on a.org</a></p></li></ul>'


@pytest.mark.parametrize(
    "source", ["", "javascript:alert(1)", "data:text/html,x", "about:blank", "http://", "https://[bad"]
)
def test_unusable_address_is_none(source: str) -> None:
    _, (player,) = mark_players(f'<iframe src="{source}"></iframe>', PAGE)
    assert player.url == ""


def test_relative_address_is_read_against_the_page() -> None:
    assert listen("<iframe src='../player.html'></iframe>") == "https://example.com/player.html"


def test_address_cannot_break_out_of_the_link() -> None:
    _, (player,) = mark_players("""<iframe src='https://a.org/"><script>x</script>'></iframe>""", PAGE)
    assert "<script" not in listen_link(player)
