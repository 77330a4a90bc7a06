"""The HTML of show notes, taken apart as far as the rules ask.

One regular expression, which never looks at a place twice: what is hostile costs no more than what is long.
"""

import re
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
#: one that never ends: the next begins before, or the text is over
_ENDLESS = re.compile(r"<(/?)([A-Za-z][\w:-]*+)(?![^\s/<])[^<>]*+(?=<|\Z)")
#: of what is found: the name, and what else stands in the tag
_NAME, _REST = itemgetter(1), itemgetter(2)
_ATTRIBUTE = re.compile(r"([^\s=/>\"'<]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_BLANKS = re.compile(r"\s+")
VOID = frozenset(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
    """.split()
)
#: elements whose end tag may be left out (HTML, section 13.1.2.4)
_OPTIONAL = frozenset(
    "p li dt dd option optgroup thead tbody tfoot tr td th colgroup rt rp html head body".split()
)
#: elements of which no tag can be missing
_EASY = VOID | _OPTIONAL | {name.upper() for name in VOID | _OPTIONAL}
#: what is inside of these is no HTML
_RAW = frozenset("script style textarea title xmp".split())
KNOWN = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup command data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset
    h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd keygen label legend li
    link listing main map mark marquee menu meta meter nav nobr noembed noframes noscript object ol
    optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
    section select slot small source span strike strong style sub summary sup svg table tbody td template
    textarea tfoot th thead time title tr track tt u ul var video wbr xmp math path g
    """.split()
)


class Tag(NamedTuple):
    """A tag: `<a href="…">`, `</a>`."""

    closing: bool
    #: in small letters
    name: str
    #: what stands between its name and its end
    rest: str
    #: characters from the beginning of the text
    offset: int

    @property
    def attributes(self) -> dict[str, str]:
        """Names in small letters -> values; of one that stands twice, the first."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.rest):
            found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        return found


class Flaw(NamedTuple):
    """Something that browsers have to guess at."""

    offset: int
    #: what is there
    text: str


class Tokens:
    """A text of HTML, taken apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: the same with what is no HTML (comments, scripts) blanked out
        self._html = _without_comments(text) if "<!--" in text else text
        #: whether each is an end tag, its name as it is written, and what else stands in it
        self._found: list[tuple[str, str, str]] = _TAG.findall(self._html) if "<" in text else []
        #: names of all tags, in small letters
        self.names = {name.lower() for name in set(map(_NAME, self._found))}
        if self.names & _RAW:
            self._html = _without_scripts(self._html)
            self._found = _TAG.findall(self._html)
            self.names = {name.lower() for name in set(map(_NAME, self._found))}
        #: what all tags say beside their names, in one text
        self.rests = "\n".join(filter(None, map(_REST, self._found)))

    @cached_property
    def lowered(self) -> str:
        """`rests` in small letters."""
        return self.rests.lower()

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags, each with its place; most rules can tell without that they are not broken."""
        if not self._found:
            return []
        return [
            Tag(match[1] == "/", match[2].lower(), match[3], match.start())
            for match in _TAG.finditer(self._html)
        ]

    @property
    def has_tags(self) -> bool:
        """Whether there is any."""
        return bool(self._found)

    def find(self, name: str) -> int:
        """Where the first start tag of that name begins; -1: there is none."""
        at = self._html.find(f"<{name}")
        if at >= 0 and self._html[at + len(name) + 1 : at + len(name) + 2] in (" ", ">", "/", "\n"):
            return at
        found = re.compile(rf"<{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(self._html)
        return found.start() if found else -1

    @cached_property
    def instruction(self) -> int:
        """Where an instruction begins, such as `<?import …?>`; -1: nowhere."""
        return self._html.find("<?") if "<?" in self._html else -1

    @cached_property
    def plain(self) -> str:
        """The text without tags, with single blanks; references are left as they are."""
        return _BLANKS.sub(" ", _TAG.sub(" ", self._html)).strip()

    @property
    def html(self) -> str:
        """The text, with blanks in place of comments and scripts."""
        return self._html

    @cached_property
    def flaws(self) -> list[Flaw]:
        """Tags that never end or are not closed, end tags that close nothing, and wrong nesting."""
        return self._endless + self._nesting if self._endless else self._nesting

    @cached_property
    def _endless(self) -> list[Flaw]:
        """Tags without `>`; `a <b` is one to browsers, `a < b` and `<3` are none."""
        if self._html.count("<") == len(self._found):
            return []
        return [
            Flaw(match.start(), f"<{match[1]}{match[2].lower()} never ends: it has no >")
            for match in _ENDLESS.finditer(self._html)
            if match[2].lower() in KNOWN
        ]

    @property
    def _nesting(self) -> list[Flaw]:
        open_: list[str] = []
        for closing, name, rest in self._found:
            if name in _EASY:
                continue
            if closing:
                if not open_ or open_.pop() != name:
                    return self._find_flaws()
            elif rest[-1:] != "/":
                open_.append(name)
        return self._find_flaws() if open_ else []

    def _find_flaws(self) -> list[Flaw]:
        flaws: list[Flaw] = []
        open_: list[Tag] = []
        for tag in self.tags:
            name = tag.name
            if name in _EASY or name not in KNOWN:
                continue  # `ada <at> tides.io` is text
            if not tag.closing:
                if not tag.rest.endswith("/"):
                    open_.append(tag)
            elif open_ and open_[-1].name == name:
                open_.pop()
            else:
                flaws.append(_close(tag, open_))
        return [*flaws, *(Flaw(tag.offset, f"<{tag.name}> is not closed") for tag in open_[:5])]


def _close(tag: Tag, open_: list[Tag]) -> Flaw:
    """An end tag that does not fit the innermost element."""
    for depth in range(2, min(len(open_), 32) + 1):
        if open_[-depth].name == tag.name:
            inner = open_[-1]
            del open_[-depth:]
            return Flaw(tag.offset, f"</{tag.name}> comes before <{inner.name}> is closed")
    return Flaw(tag.offset, f"</{tag.name}> closes nothing")


def _without_comments(text: str) -> str:
    """The text with blanks in place of its comments: all places stay where they are."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        pieces += [text[at:start], " " * (end + 3 - start)]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _without_scripts(text: str) -> str:
    """The text with blanks in place of what stands in scripts and their like."""
    pieces: list[str] = []
    at, lowered, endless = 0, text.lower(), set[str]()
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if tag.start() < at or tag[1] or name not in _RAW or name in endless:
            continue
        end = lowered.find(f"</{name}", tag.end())
        if end >= 0:
            pieces += [text[at : tag.end()], " " * (end - tag.end())]
            at = end
        else:
            endless.add(name)
    return "".join([*pieces, text[at:]])


@lru_cache(maxsize=4)
def parse_notes(text: str) -> Tokens:
    """A text of HTML, taken apart; equal texts that follow each other are parsed once."""
    return Tokens(text)
