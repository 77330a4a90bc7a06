"""What is measured, what must be reached, and what we wish for. Ratios, never milliseconds."""

from math import inf
from typing import NamedTuple


class Target(NamedTuple):
    """An upper bound of one figure; infinite where it is only worth knowing."""

    what: str
    must: float
    wish: float
    unit: str = "x"


COLD = Target("cold build / feedgen alone, CPU", 8, 4)
COLD_PODGEN = Target("cold build / podgen alone, CPU", 8, 4)
COLD_NO_LEDGER = Target("first build ever (no ledger) / feedgen alone, CPU", 8, 4)
TWO_JOBS = Target("pelican flavour, --jobs 2 / --jobs 1, wall", 0.65, 0.6)
ONE_CHANGED = Target("one episode changed / python -c pass, CPU", 12, 6)
NO_CHANGE = Target("nothing changed / python -c pass, CPU", 5, 3)
#: start and the work for each episode are apart here: what counts is that the latter does not grow
LARGEST_BESIDE_START = 1_000
NO_CHANGE_LINEAR = Target("nothing changed, cost of an episode here / at the size before", 1.25, 1.1)
ONE_CHANGED_LINEAR = Target("one changed, cost of an episode here / at the size before", 1.25, 1.1)
COLD_LINEAR = Target("cold build, cost of an episode here / at the size before", 1.25, 1.1)
COMPANIONS = Target("chapters, transcripts in 3 forms: cold build / the same show without, CPU", inf, inf)
COMPANIONS_IDLE = Target("chapters, transcripts: nothing changed / python -c pass, CPU", 5, 3)
COMPANIONS_CHANGED = Target("chapters, transcripts: one transcript changed / python -c pass, CPU", inf, inf)
VALIDATE = Target("validate FEED, all rules, HTML of the notes / xmllint --schema, CPU", 10, 5)
VALIDATE_MEMORY = Target("validate FEED, peak memory", 200, 40, " MiB")
VALIDATE_AGAIN = Target("validate of a show, nothing changed / first time, CPU", 1, 0.5)
_EPISODES_OF_25_MB = 2_700
HELP = Target("--help / python -c pass, CPU", 5, 2)
MEMORY = Target("cold build, peak memory beyond that of the smallest show", 60, 20, " MiB")
AUDIO_READ = Target("audio read by a build that changed no audio", 0, 0, " bytes")


class Figure(NamedTuple):
    """One target at one size, measured."""

    target: Target
    #: episodes; 0 where it does not matter
    size: int
    value: float
    #: of the rounds
    lowest: float
    highest: float

    @property
    def verdict(self) -> str:
        if self.target.must == inf:
            return ""
        if self.value <= self.target.wish:
            return "as wished"
        return "good" if self.value <= self.target.must else "MISSED"


def beside_start(target: Target, size: int) -> Target:
    """``target``, without bounds for shows that are so large that the start no longer counts."""
    return target if size <= LARGEST_BESIDE_START else target._replace(must=inf, wish=inf)


def memory_of_feed(size: int) -> Target:
    """The bound of memory for a feed; none beyond 25 MB, the largest feed that indexes take."""
    return VALIDATE_MEMORY if size <= _EPISODES_OF_25_MB else VALIDATE_MEMORY._replace(must=inf, wish=inf)


def render_table(figures: list[Figure]) -> str:
    """The figures for people, as a Markdown table."""
    head = ("what", "episodes", "measured", "rounds", "must", "wish", "")
    rule = ("---", "---:", "---:", "---:", "---:", "---:", "---")
    rows = [head, rule, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    target = figure.target
    size = f"{figure.size:,}" if figure.size else ""
    spread = "" if figure.lowest == figure.highest else f"{figure.lowest:.3g}-{figure.highest:.3g}"
    bounds = ["" if bound == inf else f"{bound:g}{target.unit}" for bound in (target.must, target.wish)]
    return (target.what, size, f"{figure.value:.3g}{target.unit}", spread, *bounds, figure.verdict)
