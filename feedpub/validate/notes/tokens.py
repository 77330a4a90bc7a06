"""The HTML of show notes, taken apart as far as the rules ask.

One regular expression, which never looks at a place twice: what is hostile costs no more than what is long.
"""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"<(?:"
    r"(?P<close>/?)(?P<name>[A-Za-z][\w:-]*+)(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|!--|(?P<other>[!?/])"
    r")?"
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"'<]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_BLANKS = re.compile(r"\s+")
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
#: elements whose end tag may be left out (HTML, section 13.1.2.4)
_OPTIONAL = frozenset(
    "p li dt dd option optgroup thead tbody tfoot tr td th colgroup rt rp html head body".split()
)
#: what is inside of these is no HTML
_RAW = frozenset("script style textarea title xmp".split())
KNOWN = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
    button canvas caption center cite code col colgroup command data datalist dd del details dfn dialog dir div dl dt
    em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe img input ins isindex kbd keygen label legend li link listing main map mark marquee menu meta meter nav nobr
    noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc
    ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody
    td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp math path g
    """.split()
)


class Tag(NamedTuple):
    """A tag: `<a href="…">`, `</a>`."""

    #: in small letters
    name: str
    closing: bool
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
        self.tags: list[Tag] = []
        #: `<` that begin nothing
        self.strays: list[int] = []
        #: offset of instructions, such as `<?import …?>`
        self.instructions: list[int] = []
        if "<" in text:
            self._take_apart()
        #: what all tags say beside their names, in one text
        self.rests = "\n".join(tag.rest for tag in self.tags if tag.rest)
        self.names = {tag.name for tag in self.tags}

    def _take_apart(self) -> None:
        text, at, tags = self.text, 0, self.tags
        search = _TOKEN.search
        comments = True
        while found := search(text, at):
            at = found.end()
            name = found["name"]
            if name is not None:
                name = name.lower()
                tags.append(Tag(name, found["close"] == "/", found["rest"], found.start()))
                if name in _RAW and not found["close"]:
                    end = text.find(f"</{name}", at)
                    at = end if end >= 0 else at
            elif text.startswith("<!--", found.start()):
                end = text.find("-->", at) if comments else -1
                comments = end >= 0
                at = end + 3 if end >= 0 else at
            elif found["other"] == "?":
                self.instructions.append(found.start())
            elif found["other"] is None:
                self.strays.append(found.start())

    @cached_property
    def plain(self) -> str:
        """The text without tags, with single blanks; references are left as they are."""
        if not self.tags:
            return _BLANKS.sub(" ", self.text).strip()
        pieces, at = [], 0
        for tag in self.tags:
            pieces.append(self.text[at : tag.offset])
            at = tag.offset + len(tag.name) + len(tag.rest) + 2 + tag.closing
        pieces.append(self.text[at:])
        return _BLANKS.sub(" ", " ".join(pieces)).strip()

    @cached_property
    def flaws(self) -> list[Flaw]:
        """Tags that are not closed, are closed without having been opened, or are nested wrongly."""
        flaws: list[Flaw] = []
        open_: list[Tag] = []
        for tag in self.tags:
            name = tag.name
            if name in VOID or name in _OPTIONAL:
                continue
            if not tag.closing:
                if not tag.rest.endswith("/"):
                    open_.append(tag)
            elif open_ and open_[-1].name == name:
                open_.pop()
            else:
                flaws.append(self._close(tag, open_))
        flaws += [Flaw(tag.offset, f"<{tag.name}> is not closed") for tag in open_[:5]]
        return flaws

    def _close(self, tag: Tag, open_: list[Tag]) -> Flaw:
        """An end tag that does not fit the innermost element."""
        for depth in range(2, min(len(open_), 32) + 1):
            if open_[-depth].name == tag.name:
                inner = open_[-1]
                del open_[-depth:]
                return Flaw(tag.offset, f"</{tag.name}> comes before <{inner.name}> is closed")
        return Flaw(tag.offset, f"</{tag.name}> closes nothing")


@lru_cache(maxsize=4)
def parse_notes(text: str) -> Tokens:
    """A text of HTML, taken apart; equal texts that follow each other are parsed once."""
    return Tokens(text)
