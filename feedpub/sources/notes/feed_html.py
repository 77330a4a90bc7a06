"""Sanitised HTML in the few tags that podcast apps show: paragraphs, lists, links, strong, emphasised.

Apple, Spotify and PSP-1 agree on little more (Apple, "Podcast RSS feed requirements"; PSP-1, item
description). What they would drop is said with what they know.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from feedpub.sources.notes.embeds import MARK, FoundPlayer, listen_link
from feedpub.sources.notes.sanitise import HEADING_TAGS, INLINE_TAGS

#: all that is left of HTML in a feed
FEED_TAGS = frozenset({"p", "ul", "ol", "li", *INLINE_TAGS})
#: deeper lists are flattened; readers that stand on libxml2 refuse 256 levels
_MAX_DEPTH = 40
_CELL_SEPARATOR = " · "


class Kind(Enum):
    """What a block of notes is."""

    PARAGRAPH = auto()
    HEADING = auto()
    LIST = auto()
    PLAYER = auto()


class Block(NamedTuple):
    """One top-level element of notes for the feed."""

    kind: Kind
    html: str


# A leaf is a paragraph, item or heading without other blocks in it; a run is text with inline
# elements. The sanitiser writes tags in lower case and escapes "<" and ">" wherever they are no tags.
_INLINE = "[abi]|br|em|strong"
_RUN = rf"[^<]*+(?:</?(?:{_INLINE})(?: [^>]*)?>[^<]*+)*"


def _list(levels: int) -> str:
    """A list as the renderer writes it, with as many levels of lists in its items, if any.

    Its items begin with words, in a paragraph or not, and line ends ahead of tags mean nothing in it.
    """
    inner = rf"(?:(?<=\S\n){_list(levels - 1)}\n)*" if levels else ""
    words = r"(?=(?:<[abeis][^>]*>)*[^\s<&])[^<]*+(?:(?<!\n)</?(?:[abi]|br|em|strong)(?: [^>]*)?>[^<]*+)*"
    return rf"<[uo]l>\n(?:<li>(?:\n<p>)?{words}(?:(?<!\s)</p>\n)?{inner}</li>\n)+</[uo]l>"


_TOKEN = re.compile(
    rf"({_list(2)})\s*"
    rf"|((?:<li>{_RUN}</li>\s*)+)"
    rf"|<(p|h[1-6])>({_RUN})</\3>\s*"
    rf"|((?=[^<]|</?(?:{_INLINE})[ >]){_RUN})"
    rf"|<(/?)({MARK}|[a-z0-9]+)(?: n=\"(\d*)\")?>\s*"
)
_INLINE_TAG = rf"<(/?)({_INLINE})(?: [^>]*)?>"
#: the numbers of the last groups of the alternatives of _TOKEN
_WHOLE_LIST, _ITEMS, _LEAF, _WORDS = 1, 2, 4, 5
_ITEM = rf"<li>({_RUN})</li>"
_NOTHING = re.compile(r"(?:\s|&nbsp;|<[^>]*>)*")


def translate(
    clean_html: str, players: tuple[FoundPlayer, ...] = ()
) -> tuple[list[Block], list[FoundPlayer]]:
    """The blocks of what :func:`feedpub.sources.notes.sanitise.clean` wrote, and the players met in them.

    The marks of ``players`` become links to where they can be heard.
    """
    translation = _Translation(players)
    translation.walk(clean_html)
    return translation.blocks, translation.met


class _Translation:
    """Walks the tokens in order. Paragraphs are opened when words arrive, so that none is empty."""

    def __init__(self, players: tuple[FoundPlayer, ...]) -> None:
        self.players = players
        self.met: list[FoundPlayer] = []
        self.blocks: list[Block] = []
        #: what belongs to the block that is being written
        self.out: list[str] = []
        #: the lists and items around; "" for one that is flattened
        self.lists: list[str] = []
        #: the inline tags around, which are closed and opened again with each paragraph
        self.inline: list[str] = []
        #: how the paragraph that is being written ends; None between paragraphs
        self.closing: str | None = None
        #: right after `<li>`: text there needs no paragraph
        self.bare = False
        self.heading = False
        self.preformatted = False
        self.next_cell = False

    def walk(self, html: str) -> None:
        self._walk(html)
        self.end_paragraph()

    def _walk(self, html: str) -> None:
        for match in _TOKEN.finditer(html):
            group = match.lastindex
            if group == _WHOLE_LIST:
                self._whole_list(match[1])
            elif group == _ITEMS:
                self._items(match[2])
            elif group == _LEAF:
                self._leaf(match[3], match[4])
            elif group == _WORDS:
                self._run(match[5])
            elif match[6]:
                self._close(match[7])
            else:
                self._open(match[7], match[8])

    def end_paragraph(self) -> None:
        if self.closing is None:
            return
        self.out[-1] = self.out[-1].rstrip()
        self.out += [f"</{tag[1:-1].split(' ', 1)[0]}>" for tag in reversed(self.inline)]
        self.out.append(self.closing)
        self.closing, self.bare, self.next_cell = None, False, False
        self._flush(Kind.HEADING if self.heading else Kind.PARAGRAPH)

    def _flush(self, kind: Kind) -> None:
        if self.out and not any(self.lists):
            self.blocks.append(Block(kind, "".join(self.out)))
            self.out = []

    def _whole_list(self, written: str) -> None:
        if self._is_inside():
            self._open(written[1:3])
            self._walk(written[4:-5].strip())
            self._close(written[1:3])
        else:
            self.blocks.append(Block(Kind.LIST, written.replace("\n<", "<")))

    def _is_inside(self) -> bool:
        return bool(
            self.lists or self.inline or self.heading or self.preformatted or self.closing is not None
        )

    def _items(self, items: str) -> None:
        """Items without other blocks in them, nearly always right inside a list: they stand as they are."""
        if self.lists and self.lists[-1] in _LISTS and not self.inline and self.closing is None:
            self.out.append(re.sub(r"</li>\s+<li>", "</li><li>", items.rstrip()))
            return
        for content in re.findall(_ITEM, items):
            self._element("li", content)

    def _leaf(self, tag: str, content: str) -> None:
        if self.lists or self.inline or self.closing is not None:
            self._element(tag, content)
        elif content[:1].isalnum() or not _NOTHING.fullmatch(content):
            if tag == "p":
                block = Block(Kind.PARAGRAPH, f"<p>{content.strip()}</p>")
            else:
                block = Block(Kind.HEADING, f"<p><strong>{_unbold(content).strip()}</strong></p>")
            self.blocks.append(block)

    def _element(self, tag: str, content: str) -> None:
        self._open(tag)
        self._run(content)
        self._close(tag)

    def _open(self, tag: str, number: str | None = None) -> None:
        if tag == MARK:
            self._player(number)
            return
        if tag in _CELLS:
            self.next_cell = self.closing is not None
            return
        self.end_paragraph()
        if tag in _LISTS:
            self._open_list(tag)
        elif tag == "li":
            self._open_item()
        elif tag == "p":
            self.bare = False
        elif tag in HEADING_TAGS:
            self.heading = True
        elif tag == "pre":
            self.preformatted = True

    def _open_list(self, tag: str) -> None:
        if len(self.lists) >= _MAX_DEPTH:
            tag = ""
        self.lists.append(tag)
        if tag:
            self.out.append(f"<{tag}>")

    def _open_item(self) -> None:
        inside = bool(self.lists) and self.lists[-1] in _LISTS
        self.lists.append("li" if inside else "")
        if inside:
            self.out.append("<li>")
            self.bare = True

    def _close(self, tag: str) -> None:
        if tag in _CELLS or tag == MARK:
            return
        self.end_paragraph()
        if tag in HEADING_TAGS:
            self.heading = False
        elif tag == "pre":
            self.preformatted = False
        elif tag == "li" or tag in _LISTS:
            self._close_list(self.lists.pop())

    def _close_list(self, tag: str) -> None:
        self.bare = False
        if tag:
            self.out.append(f"</{tag}>")
            self._flush(Kind.LIST)

    def _player(self, number: str | None) -> None:
        if not number or int(number) >= len(self.players):
            return
        self.end_paragraph()
        player = self.players[int(number)]
        self.met.append(player)
        if player.url:
            inside_list = bool(self.lists) and self.lists[-1] in _LISTS
            self.out.append(f"<li>{listen_link(player)}</li>" if inside_list else listen_link(player))
            self.bare = False
            self._flush(Kind.PLAYER)

    def _run(self, run: str) -> None:
        if self.preformatted:
            run = run.strip().replace("\n", "<br>")
        if not self.inline and run.count("<") == 2 * run.count("</") + run.count("<br>"):
            # Every tag that is opened here is closed here: the run can stand as it is.
            if self.closing is not None:
                self._separate_cells()
                self.out.append(run)
            elif not _NOTHING.fullmatch(run):
                self._begin()
                self.out.append(run.lstrip())
            return
        end = 0
        for match in re.finditer(_INLINE_TAG, run):
            self._words(run[end : match.start()])
            self._inline_tag(match[0], match[1], match[2])
            end = match.end()
        self._words(run[end:])

    def _words(self, words: str) -> None:
        if self.closing is None:
            if not words or words.isspace():
                return
            self._begin()
        self._separate_cells()
        self.out.append(words)

    def _inline_tag(self, written: str, slash: str, tag: str) -> None:
        if tag == "br":
            written = written if self.closing is not None else ""
        elif slash:
            self.inline.pop()
        else:
            self.inline.append(written)
        if self.closing is not None:
            self.out.append(written)

    def _begin(self) -> None:
        opening, self.closing = ("<strong>", "</strong>") if self.heading else ("", "")
        if self.lists and self.lists[-1] in _LISTS:
            opening, self.closing = "<li>" + opening, self.closing + "</li>"
        elif not self.bare:
            opening, self.closing = "<p>" + opening, self.closing + "</p>"
        self.out.append(opening)
        self.out += self.inline

    def _separate_cells(self) -> None:
        if self.next_cell:
            self.out[-1] = self.out[-1].rstrip()
            self.out.append(_CELL_SEPARATOR)
            self.next_cell = False


def _unbold(content: str) -> str:
    return content.replace("<strong>", "").replace("</strong>", "") if "<strong>" in content else content


_LISTS = ("ul", "ol")
_CELLS = ("td", "th")
