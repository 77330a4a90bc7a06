"""Raw HTML to HTML that is safe and well-formed, with links and pictures that lead somewhere."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from feedpub.sources.notes.embeds import MARK, attributes
from feedpub.sources.notes.link_targets import Fault, Target, resolve_target, shortened

INLINE_TAGS = ("a", "b", "br", "em", "i", "strong")
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: elements that begin and end a paragraph and are nothing more to a feed
BOX_TAGS = tuple(
    """
    address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer
    form header hr legend main menu nav optgroup option pre section summary table tbody td tfoot th thead tr
    """.split()
)
_SCHEMES = {"http", "https", "mailto"}
#: removed with their content, which is no text for people
REMOVED_TAGS = {"script", "style", "noscript", "noembed", "noframes", "template", "svg", "object", "canvas"}
#: elements of HTML that cannot be said with text and links (HTML Living Standard, section 4)
_DROPPED_TAGS = set(
    """
    applet audio base button canvas embed form frame frameset input link math meta noembed noframes noscript
    object param plaintext script select source style svg template textarea track video xmp
    """.split()
)
#: elements that are translated, or hold nothing but their text, and the mark of a player
_KNOWN_TAGS = frozenset(
    f"""
    a p li br div img ul ol strong em b i code pre h1 h2 h3 h4 h5 h6 hr span table thead tbody tr td th
    sup sub del blockquote section dl dt dd u s small abbr area article aside address bdi bdo big body
    caption center cite col colgroup data datalist details dfn dialog dir fieldset figcaption figure font
    footer head header hgroup html iframe ins kbd label legend main map mark marquee menu meter nav nobr
    optgroup option output picture progress q rb rp rt rtc ruby samp search slot strike summary tfoot
    time title tt var wbr {MARK}
    """.split()
)


def clean(html: str, page: str, *, written: str | None = None) -> tuple[str, list[Fault]]:
    """Well-formed HTML in which nothing can run or load, and what had to be left out of it.

    Text is kept, whatever element it stood in. Of attributes only `href` is left, with absolute http,
    https and mailto addresses (relative ones are read against the URL ``page``); pictures become
    links with their alternative text. The tags left are those named at the top of this module.
    ``written`` is the CommonMark that ``html`` was rendered from, if it was: it tells at a glance that
    nobody wrote an odd tag.
    """
    faults: list[Fault] = []
    if written is None or _may_be_odd(written, html):
        faults += _check_raw(html)
        html = re.sub(_NO_ELEMENT, "&lt;", html)
    canonical = _cleaner()(html)
    if not _ODD.search(canonical):
        return canonical, faults
    if re.search(_LOST_ADDRESS, canonical):
        faults += _check_refused(html)
    links = _Links(page)
    return links.mend(canonical), faults + links.faults


#: fewer tags than this cannot keep the sanitiser busy, however they nest
_HARMLESS_COUNT = 5000
_SHORTEST_TAG = len("<b>")
_MAX_DEPTH = 1000
_NESTING_TAG = r"<(/?)(?!(?i:br|img|hr|p|li|d[dt]|t[dhr]|input|wbr|link|meta)[\s/>])[a-zA-Z]"


def check_depth(html: str) -> None:
    """Raises RecursionError for elements nested so deeply that sanitising takes minutes (it is quadratic)."""
    if len(html) < _HARMLESS_COUNT * _SHORTEST_TAG or html.count("<") < _HARMLESS_COUNT:
        return
    depth = 0
    for match in re.finditer(_NESTING_TAG, html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _MAX_DEPTH:
            raise RecursionError(f"more than {_MAX_DEPTH} elements in one another")


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3

    return nh3.Cleaner(
        tags={"p", "ul", "ol", "li", "img", MARK, *INLINE_TAGS, *HEADING_TAGS, *BOX_TAGS},
        clean_content_tags=REMOVED_TAGS,
        # "*" for none on all: left to itself it lets `lang` and `title` through.
        attributes={"*": set(), "a": {"href"}, "img": {"src", "alt"}, MARK: {"n"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    ).clean


# -- what cannot stay ----------------------------------------------------------------------------

# Compiled when a text has tags of its author's own: nearly all have few, and those are plain.
_RARER_TAG = r"<(?!(?:a|p|li|img|div|br|ul|strong|h[1-6])[\s/>])([a-zA-Z!?][^\s<>/]*)"
_TAG = r"<([a-zA-Z!?][^\s<>/]*)[^<>]*>?"
_LIKE_HANDLER = r"[oO][nN][a-zA-Z]+\s*="
_HANDLER = r"<[a-zA-Z][^<>]*?[\s\"'/][oO][nN][a-zA-Z]+\s*=[^<>]*>?"
#: `<pythonpodcast.com>` is an address in brackets: Python-Markdown takes it for a tag, CommonMark does not
_NO_ELEMENT = r"<(?=/?[a-zA-Z][^\s<>/=\"']*\.[^<>=\"']*>)"
#: a tag in Markdown and what is in it, across the `>` that begins a line in a quotation;
#: `<https://...>` is a link
_WRITTEN_TAG = re.compile(
    r"<(?!https?://)(?:/([a-zA-Z][^\s<>/]*)|([a-zA-Z!?][^\s<>/]*)([^<>]*+(?:(?<=[\n> ])>[^<>]*+)*))"
)
_LIKE_WRITTEN_HANDLER = r"[oO][nN][a-zA-Z]+[\s>]*="


def _may_be_odd(markdown: str, html: str) -> bool:
    """Whether a look at all tags could find anything: it costs much, and there are few in Markdown.

    A tag passes CommonMark as it was written, or not at all.
    """
    for closed, opened, rest in _WRITTEN_TAG.findall(markdown):
        if (closed or opened).lower() not in _KNOWN_TAGS:
            return True
        if "=" in rest and re.search(_LIKE_WRITTEN_HANDLER, rest):
            return True
    # Within HTML it is no link.
    return "<http" in markdown and "<http" in html


def _check_raw(html: str) -> Iterator[Fault]:
    names = {name for name in set(re.findall(_RARER_TAG, html)) if not _is_known(name)}
    if names:
        for match in re.finditer(_TAG, html):
            if match[1] in names:
                yield _left_out(match[1].lower(), match[0])
    if re.search(_LIKE_HANDLER, html):
        for match in re.finditer(_HANDLER, html):
            yield from map(_handler, filter(_is_handler, attributes(match[0])))
    if html.rfind("<!--") > html.rfind("-->"):
        yield Fault(
            "unclosed-comment",
            "a comment that begins with `<!--` never ends; all that follows it is missing from the notes",
            "end it with `-->`",
            "<!--",
        )


def _is_known(name: str) -> bool:
    return name.lower() in _KNOWN_TAGS or name.startswith("!--")


def _is_handler(attribute: tuple[str, str]) -> bool:
    return attribute[0].lower().startswith("on")


def _handler(attribute: tuple[str, str]) -> Fault:
    message = f"the attribute `{shortened(attribute[0])}` holds a script, which was removed"
    return Fault("script-in-notes", message, "remove the attribute: no app runs it", attribute[0])


def _left_out(tag: str, written: str) -> Fault:
    shown = shortened(written)
    if tag in ("script", "style"):
        message, fix = f"`{shown}` and its content were removed", "remove it: no app runs it or shows it"
        return Fault("script-in-notes", message, fix, written)
    if tag in _DROPPED_TAGS:
        message = f"`{shown}` was left out: podcast apps show text and links only"
        return Fault("unshown-element", message, "link to what it shows", written)
    message = f"`{shown}` is no element of HTML" + (" and was left out" if "." not in tag else "")
    fix = "write &lt; for < if it is text, or the full address if it is a link"
    return Fault("unknown-element", message, fix, written)


#: an element whose address the sanitiser has taken away
_LOST_ADDRESS = r"<a>|<img(?![^>]* src=)"
_RAW_ADDRESS = r"(?i)<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'|([^\s\"'<>]+))"


def _check_refused(html: str) -> Iterator[Fault]:
    """Addresses that the sanitiser takes away without a word: other schemes, and those it cannot read."""
    from html import unescape

    for match in re.finditer(_RAW_ADDRESS, html):
        written = unescape(match[1] or match[2] or match[3] or "")
        target = resolve_target(written, "https://page.invalid/")
        if target.fault and target.fault.name in ("script-link", "other-scheme", "broken-link"):
            yield target.fault


# -- links and pictures --------------------------------------------------------------------------

# Nearly all links are plain: one search passes over them all, and the rest is compiled when needed.
_PLAIN = r" href=\"(?:https?://[a-zA-Z0-9]|mailto:)[^\s\"]*+\">"
_ODD = re.compile(rf"<(?:a(?!{_PLAIN}(?!</a>))|img)[ >]")
_ODD_LINK = rf"<a(?!{_PLAIN})(?: href=\"([^\"]*)\")?>"
_FOOTNOTE = r"<a href=\"(#fn(?:ref)?[^\"]*)\">([^<]*)</a>"
_PICTURE = r"<img\b([^>]*)>"
_NO_LINK = r"<a>([^<]*+(?:<(?!/?a[ >])[^<]*+)*)</a>"
_EMPTY_LINK = r"<a href=\"([^\"]*+)\"></a>"
_SITE = r"https?://(?:www\.)?([^/?#]+)"
_SRC = r" src=\"([^\"]*)\""
_ALT = r" alt=\"([^\"]*)\""


class _Links:
    """The links and pictures of one text."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.faults: list[Fault] = []
        #: how far the text has been searched for the link around a picture, and whether there is one
        self._searched, self._in_link = 0, False

    def mend(self, html: str) -> str:
        html = re.sub(_FOOTNOTE, _footnote, html)
        html = re.sub(_ODD_LINK, self._link, html)
        html = re.sub(_PICTURE, self._picture, html)
        html = re.sub(_NO_LINK, r"\1", html)
        return re.sub(_EMPTY_LINK, self._empty, html)

    def _link(self, match: re.Match[str]) -> str:
        if match[1] is None:
            return "<a>"
        url = self._resolve(match[1])
        return f'<a href="{url}">' if url else "<a>"

    def _picture(self, match: re.Match[str]) -> str:
        source, alternative = re.search(_SRC, match[1]), re.search(_ALT, match[1])
        text = alternative[1].strip() if alternative else ""
        in_link = self._is_in_link(match)
        if not text:
            return ""
        url = self._resolve(source[1]) if source and not in_link else ""
        return _apart(f'<a href="{url}">{text}</a>' if url else text, match)

    def _is_in_link(self, match: re.Match[str]) -> bool:
        opened = match.string.rfind("<a ", self._searched, match.start())
        closed = match.string.rfind("</a>", self._searched, match.start())
        if opened != closed:
            self._in_link = opened > closed
        self._searched = match.start()
        return self._in_link

    def _resolve(self, escaped: str) -> str:
        """The absolute form of an attribute's value, escaped again; empty where there is none."""
        from html import escape, unescape

        target: Target = resolve_target(unescape(escaped), self.page)
        if target.fault:
            self.faults.append(target.fault)
        return escape(target.url)

    def _empty(self, match: re.Match[str]) -> str:
        """A link round nothing (or a picture without words) is named after its site."""
        from html import unescape

        site = re.match(_SITE, match[1])
        to_itself = unescape(match[1]).partition("#")[0] == self.page
        return f'<a href="{match[1]}">{site[1]}</a>' if site and not to_itself else ""


def _footnote(match: re.Match[str]) -> str:
    """Numbers of footnotes in brackets, for feeds know no superscript; the way back is for pages."""
    return "" if match[1].startswith("#fnref") else f'<a href="{match[1]}">[{match[2]}]</a>'


def _apart(text: str, match: re.Match[str]) -> str:
    """``text`` with a blank where it would run together with a word or picture beside it."""
    html, start, end = match.string, match.start(), match.end()
    if html[start - 1 : start].isalnum() or html.startswith("<img", max(html.rfind("<", 0, start), 0), start):
        text = " " + text
    return text + " " if html[end : end + 1].isalnum() else text
