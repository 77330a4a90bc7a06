"""Players that show notes embed in an `<iframe>`: which service it is, and where a person can listen."""

import re
from functools import lru_cache
from typing import NamedTuple


class Player(NamedTuple):
    """A service whose player is known by its host."""

    name: str
    #: a host belongs to the service when it is one of these or lies below one
    hosts: tuple[str, ...]
    #: how the address of a page follows from the player's: a pattern, and the page with its groups
    pages: tuple[tuple[str, str], ...] = ()


PLAYERS = (
    Player("Podbean", ("podbean.com",)),
    Player(
        "YouTube",
        ("youtube.com", "youtube-nocookie.com", "youtu.be"),
        (
            (r"/embed/videoseries\?(?:.*&)?list=([\w-]+)", "https://www.youtube.com/playlist?list={0}"),
            (r"/embed/([\w-]{11})(?![\w-])", "https://www.youtube.com/watch?v={0}"),
        ),
    ),
    Player("Vimeo", ("vimeo.com",), ((r"/video/(\d+)", "https://vimeo.com/{0}"),)),
    Player(
        "Spotify",
        ("spotify.com",),
        (
            (
                r"open\.spotify\.com/embed(?:-podcast)?/([a-z]+)/(\w+)",
                "https://open.spotify.com/{0}/{1}",
            ),
        ),
    ),
    Player(
        "Apple Podcasts",
        ("podcasts.apple.com",),
        ((r"embed\.podcasts\.apple\.com/(.+)", "https://podcasts.apple.com/{0}"),),
    ),
    Player(
        "SoundCloud",
        ("soundcloud.com",),
        ((r"[?&]url=(https?://(?:www\.|m\.)?soundcloud\.com/[^&#]+)", "{0}"),),
    ),
    Player("Libsyn", ("libsyn.com",)),
    Player("Simplecast", ("simplecast.com",)),
    Player("Megaphone", ("megaphone.fm",)),
    Player("Buzzsprout", ("buzzsprout.com",)),
    Player("Transistor", ("transistor.fm",)),
    Player("Acast", ("acast.com",)),
    Player("Spreaker", ("spreaker.com",)),
    Player("Omny", ("omny.fm",)),
    Player("Audioboom", ("audioboom.com",)),
    Player("Captivate", ("captivate.fm",)),
    Player("Fireside", ("fireside.fm",)),
    Player("RedCircle", ("redcircle.com",)),
    Player("Mixcloud", ("mixcloud.com",), ((r"[?&]feed=/([^&#]+)", "https://www.mixcloud.com/{0}"),)),
    Player("Internet Archive", ("archive.org",), ((r"/embed/([^/?#]+)", "https://archive.org/details/{0}"),)),
    Player("Bandcamp", ("bandcamp.com",)),
)


class FoundPlayer(NamedTuple):
    """An `<iframe>` met in HTML."""

    #: its absolute address; empty when it has none that could be used
    url: str
    #: the service's name; empty when it is not known
    player: str
    #: where a person can listen
    page: str
    #: its opening tag as written
    tag: str


#: Stands for the n-th `<iframe>` while notes are sanitised; a custom element that no author writes.
MARK = "feedpub-player"

# The quoted values hold no "<", so that a lost quote ends with its tag. What stands between the tags
# is a text for browsers without frames; one that is never closed must not swallow the rest.
_IFRAME = re.compile(
    r"""(<(?i:iframe)\b(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^>]{0,2000}>))"""
    r"""(?:[^<]*+(?:<(?!/?(?i:iframe)\b)[^<]*+)*</(?i:iframe)\s*>)?"""
)
_ATTRIBUTE = r"""([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
#: where an iframe's address may stand: lazy loaders leave `src` empty
_ADDRESS_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data-url")


def mark_players(html: str, page: str) -> tuple[str, tuple[FoundPlayer, ...]]:
    """``html`` with each `<iframe>` replaced by a mark that carries its place in the second value."""
    found: list[FoundPlayer] = []

    def mark(match: re.Match[str]) -> str:
        found.append(_describe(match[1], page))
        return f"<{MARK} n={len(found) - 1}></{MARK}>"

    return _IFRAME.sub(mark, html), tuple(found)


def attributes(tag: str) -> list[tuple[str, str]]:
    """Names and raw values of the attributes in the text of a tag, however they are quoted or glued."""
    return [(match[1], match[2] or match[3] or match[4] or "") for match in re.finditer(_ATTRIBUTE, tag)]


def find_player(url: str) -> Player | None:
    """The service whose player stands at ``url``, or None."""
    return _player_at(_host(url))


@lru_cache(maxsize=64)
def _player_at(host: str) -> Player | None:
    for player in PLAYERS:
        for known in player.hosts:
            if host == known or host.endswith("." + known):
                return player
    return None


def listen_link(found: FoundPlayer) -> str:
    """The paragraph that stands for a player in the feed."""
    from html import escape

    where = found.player or escape(_host(found.url).removeprefix("www."))
    return f'<p><a href="{escape(found.page)}">Listen: on {where}</a></p>'


def _describe(tag: str, page: str) -> FoundPlayer:
    url = _address(tag, page)
    player = find_player(url)
    if not player:
        return FoundPlayer(url, "", url, tag)
    return FoundPlayer(url, player.name, _page_of(player, url), tag)


def _address(tag: str, page: str) -> str:
    from html import unescape

    values: dict[str, str] = {}
    for name, value in attributes(tag):
        values.setdefault(name.lower(), value)
    for name in _ADDRESS_ATTRIBUTES:
        url = _absolute(unescape(values.get(name, "")).strip(), page)
        if url:
            return url
    return ""


_ABSOLUTE = re.compile(
    r"(?i:https?)://(?:[^/?#@\s]*@)?([^/?#@:\s\[\]]+|\[[^\]\s]*\])(?::\d*)?(?=[/?#]|$)[^\s]*"
)


def _absolute(address: str, page: str) -> str:
    """``address`` as an http(s) URL with a host, or ""."""
    if not address:
        return ""
    if not _ABSOLUTE.match(address):
        from urllib.parse import urljoin

        try:
            address = urljoin(page, "https:" + address if address.startswith("//") else address)
        except ValueError:
            return ""
    if not address.isprintable() or " " in address:
        address = re.sub(r"[\x00-\x20\x7f]", "", address)
    match = _ABSOLUTE.match(address)
    return match[0] if match else ""


def _host(url: str) -> str:
    match = _ABSOLUTE.match(url)
    return match[1].lower() if match else ""


def _page_of(player: Player, url: str) -> str:
    if not player.pages:
        return url
    from urllib.parse import quote, unquote

    for pattern, page in player.pages:
        if match := re.search(pattern, unquote(url)):
            return quote(page.format(*match.groups()), safe=":/?&=+~@!,;%")
    return url
