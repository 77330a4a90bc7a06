"""`podcast:txt`: short texts for machines (docs/tags/txt.md)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, PODCASTING2, WARNING, Problem, Problems, quote, rule

_NAME = "podcast:txt"
_GOOD = '<podcast:txt purpose="ai-content">false</podcast:txt>'


@rule(
    id="POD340",
    name="txt-invalid-ai-content",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="`podcast:txt` on content made by machines is neither true nor false.",
    why="Apps that mark such content, or leave it out, compare with these two words.",
    fix="Write `true` or `false`.",
    spec="NS txt",
    bad='<podcast:txt purpose="ai-content">partly</podcast:txt>',
    good=_GOOD,
)
def invalid_ai_content(txt: Element) -> Problems:
    if txt.attribute("purpose").strip() == "ai-content" and txt.value and txt.value not in ("true", "false"):
        yield Problem(txt, f"`podcast:txt` with purpose ai-content is {quote(txt.value)}, not true or false")


@rule(
    id="POD341",
    name="txt-blank",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="`podcast:txt` is empty.",
    why="It says nothing. If a platform gave you a code to prove that the feed is yours, it will not find "
    "it.",
    fix="Write the text, or remove the tag.",
    spec="NS txt",
    bad='<podcast:txt purpose="verify"/>',
    good=_GOOD,
)
def blank_txt(txt: Element) -> Problems:
    if not txt.value:
        yield Problem(txt, "`podcast:txt` is blank")
