"""Sanitised HTML as it stands on a page: links that lead somewhere, headings in order, players."""

import re

from feedpub.sources.notes.embeds import MARK, FoundPlayer, attributes, find_player
from feedpub.sources.notes.link_targets import resolve_target
from feedpub.sources.notes.timestamps import leading_seconds

#: players that show a picture
_FILMS = ("YouTube", "Vimeo")
#: what a player needs to work in its frame; it can neither leave the page nor ask for anything else
_SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"

_TAG = re.compile(rf"<(/?)(a|img|table|t[dh]|h[1-6]|{MARK})(?=[ >])([^>]*)>")
_ID = re.compile(r" id=\"([^\"]*)\"")
_HREF = re.compile(r" href=\"([^\"]*)\"")
_SRC = re.compile(r" src=\"([^\"]*)\"")
_ALT = re.compile(r" alt=\"([^\"]*)\"")
_HEADING = re.compile(r"<h([1-6])")
_ALIGNED = re.compile(r" (?:align|style)=\"(?:text-align:\s*)?(left|right|center)[; ]*\"")
_STYLE = re.compile(r" (?:align|style)=\"[^\"]*\"")
_HOST = re.compile(r"(?i)https?://[^/?#]*")


def finish_page(clean_html: str, page: str, players: tuple[FoundPlayer, ...]) -> str:
    """The final form of what :func:`feedpub.sources.notes.page_sanitise.clean_for_page` wrote.

    Addresses are made absolute against the URL ``page``, but for those of places on it. The highest
    heading becomes `<h2>`, as the page's own title is above it. The marks of ``players`` become frames
    where the service is known, else links.
    """
    return _Finisher(clean_html, page, players).finish()


class _Finisher:
    """Walks through HTML and rewrites the tags in which something is to be changed."""

    def __init__(self, html: str, page: str, players: tuple[FoundPlayer, ...]) -> None:
        self._html, self._page, self._players = html, page, players
        self._site = _host(page)
        self._ids: set[str] = set()
        #: how many headings have the same words
        self._namesakes: dict[str, int] = {}
        #: level as written -> level on the page, where none is passed over
        self._levels = {
            level: f"h{min(rank, 6)}" for rank, level in enumerate(sorted(set(_HEADING.findall(html))), 2)
        }
        #: whether the link around was left out
        self._unlinked = False

    def finish(self) -> str:
        self._html = _ID.sub(self._once, self._html)
        return _TAG.sub(self._tag, self._html)

    def _once(self, match: re.Match[str]) -> str:
        if match[1] in self._ids:
            return ""
        self._ids.add(match[1])
        return match[0]

    def _tag(self, match: re.Match[str]) -> str:
        closing, tag, rest = match.groups()
        if tag == "a":
            return self._link_end() if closing else self._link(rest, match.end())
        if tag == "img":
            return self._picture(rest)
        if tag == MARK:
            return "" if closing else self._player(rest)
        if tag == "table":
            return "</table></div>" if closing else f'<div class="scroll"><table{rest}>'
        if tag[0] == "t":
            return match[0] if closing else f"<{tag}{_aligned(rest)}>"
        level = self._levels[tag[1]]
        return f"</{level}>" if closing else f"<{level}{rest}{self._heading_id(rest, match.end())}>"

    def _link(self, rest: str, end: int) -> str:
        href = _HREF.search(rest)
        url = self._target(href[1], end) if href else ""
        self._unlinked = not url and not (href is None and " id=" in rest)
        if self._unlinked:
            return ""
        rel = ' rel="noopener"' if _host(url) not in ("", self._site) else ""
        return f"<a{_HREF.sub('', rest)}{_attribute('href', url)}{rel}>"

    def _link_end(self) -> str:
        unlinked, self._unlinked = self._unlinked, False
        return "" if unlinked else "</a>"

    def _target(self, escaped: str, end: int) -> str:
        """Where a link leads; ``end`` is where its text begins."""
        if escaped == "#" and (seconds := leading_seconds(self._html[end : end + 40])) is not None:
            return f"#t={seconds}"
        return escaped if escaped.startswith("#") else self._resolve(escaped)

    def _resolve(self, escaped: str) -> str:
        from html import escape, unescape

        return escape(resolve_target(unescape(escaped), self._page).url)

    def _picture(self, rest: str) -> str:
        source, alternative = _SRC.search(rest), _ALT.search(rest)
        text = alternative[1] if alternative else ""
        url = self._resolve(source[1]) if source else ""
        if not _host(url):
            return text
        others = _ALT.sub("", _SRC.sub("", rest))
        return f'<img src="{url}" alt="{text}"{others} loading="lazy">'

    def _heading_id(self, rest: str, end: int) -> str:
        if " id=" in rest:
            return ""
        written = self._html[end : self._html.find("</h", end)]
        slug = (
            "-".join(re.findall(r"\w+", re.sub(r"<[^>]*>|&[a-z]+;", "", written).lower()))[:80] or "section"
        )
        name = slug
        while name in self._ids:
            self._namesakes[slug] = self._namesakes.get(slug, 1) + 1
            name = f"{slug}-{self._namesakes[slug]}"
        self._ids.add(name)
        return f' id="{name}"'

    def _player(self, rest: str) -> str:
        number = re.search(r" n=\"([0-9]+)\"", rest)
        if not number or int(number[1]) >= len(self._players):
            return ""
        player = self._players[int(number[1])]
        if not player.url:
            return ""
        return _frame(player) if is_known_player(player, self._page) else _listen_link(player)


def is_known_player(player: FoundPlayer, page: str) -> bool:
    """Whether a player may stand on ``page`` in a frame.

    One of the page's own site may not: it could undo its limits.
    """
    return bool(find_player(player.url)) and _host(player.url) != _host(page)


def _frame(player: FoundPlayer) -> str:
    from html import escape

    url = escape("https:" + player.url.partition(":")[2])
    sizes = dict(attributes(player.tag))
    height = sizes.get("height", "")
    size = f' height="{height}"' if re.fullmatch(r"[1-9][0-9]{1,2}", height, re.ASCII) else ""
    kind = ' class="film"' if player.player in _FILMS else size
    return (
        f'<iframe src="{url}" title="Player of {player.player}"{kind} loading="lazy" sandbox="{_SANDBOX}"'
        ' allow="fullscreen; encrypted-media"></iframe>'
    )


def _listen_link(player: FoundPlayer) -> str:
    from html import escape

    where = player.player or _host(player.url).partition("//")[2].removeprefix("www.")
    return f'<a href="{escape(player.page)}" rel="noopener">Listen: on {escape(where)}</a>'


def _aligned(rest: str) -> str:
    """The attributes of a cell with a class in place of a style, which the page's policy would refuse."""
    aligned = _ALIGNED.search(rest)
    return _STYLE.sub("", rest) + (f' class="{aligned[1]}"' if aligned else "")


def _attribute(name: str, value: str) -> str:
    return f' {name}="{value}"' if value else ""


def _host(url: str) -> str:
    """Scheme and host of a web page's URL; empty for others."""
    match = _HOST.match(url)
    return match[0].lower() if match else ""
