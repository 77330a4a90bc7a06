"""Show notes as interview shows write them: headings, nested lists of links, prose, a player."""

from random import Random

_NOUNS = (
    "harbour lighthouse signal archive engine library compiler network garden telescope weather museum "
    "bridge railway orchestra notebook satellite language village journal festival kitchen workshop glacier "
    "forest café façade Zürich Kraków São-Paulo naïveté 東京 Ελλάδα"
).split()
_VERBS = (
    "build learn record measure repair explain imagine publish translate compare maintain observe".split()
)
_SMALL = "the a of to and in for with on that as from how we this about into when".split()
_SECTIONS = ("Introduction", "Interview", "Keep in touch", "Picks", "Links & sources", "Credits")


def title(number: int) -> str:
    """The title of episode ``number``."""
    pick = Random(number)
    return f"{pick.choice(_VERBS).title()} a {pick.choice(_NOUNS)} & a {pick.choice(_NOUNS)}"


def summary(number: int) -> str:
    """One sentence about episode ``number``."""
    return _sentence(Random(-number), 24)


def show_notes(number: int) -> str:
    """Markdown for episode ``number``: about 7 kB, 28 links, 6 headings, one ``<iframe>``."""
    pick = Random(number * 7919)
    player = f'<iframe src="https://player.example/embed/{number}" height="90" width="100%"></iframe>'
    parts = [_prose(pick, 3), player]
    for heading in _SECTIONS:
        parts += [f"## {heading}", _prose(pick, 5), _links(pick, number)]
    parts.append(_prose(pick, 1))
    return "\n\n".join(parts) + "\n"


def _links(pick: Random, number: int) -> str:
    rows = [
        f"- [{pick.choice(_NOUNS).title()}]({_address(pick, number)}) – {_sentence(pick, 9)}"
        for _ in range(2)
    ]
    rows += [f"    - **{pick.choice(_VERBS).title()}**: <{_address(pick, number)}>" for _ in range(2)]
    return "\n".join([*rows, f"- {_sentence(pick, 10)}"])


def _prose(pick: Random, sentences: int) -> str:
    text = " ".join(_sentence(pick, 17) for _ in range(sentences))
    if sentences > 4:
        return text
    return f"{text} See [the notes]({_address(pick, 0)}) & *listen*."


def _sentence(pick: Random, words: int) -> str:
    chosen = (pick.choice(_SMALL if position % 2 else _NOUNS) for position in range(words))
    return " ".join(chosen).capitalize() + "."


def _address(pick: Random, number: int) -> str:
    return f"https://{pick.choice(_VERBS)}.example/{number}/{pick.randrange(10**6)}?a=1&b=2"
