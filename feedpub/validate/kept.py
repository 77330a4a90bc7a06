"""What was found in a feed, and of each rule no more than anybody reads."""

from collections import Counter
from collections.abc import Iterable

from feedpub.validate.findings import Noted

#: problems of one rule in one feed. A feed of 500,000 empty items would give millions, and take gigabytes
MOST_OF_A_RULE = 5_000


class Kept(list[Noted]):
    """What was found; what is beyond the limit is counted only."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def keep(self, one: Noted) -> None:
        """Keeps it, or counts it where the rule has said enough."""
        self._counts[one.rule] += 1
        if self._counts[one.rule] <= MOST_OF_A_RULE:
            self.append(one)

    def keep_all(self, several: Iterable[Noted]) -> None:
        """Keeps each of them, as long as its rule has not said enough."""
        for one in several:
            self.keep(one)

    @property
    def left_out(self) -> int:
        """How many were counted only."""
        return sum(self._counts.values()) - len(self)

    def told(self) -> list[Noted]:
        """All that was kept; the last one of a rule that said too much tells how much more there was."""
        more = {
            rule: count - MOST_OF_A_RULE for rule, count in self._counts.items() if count > MOST_OF_A_RULE
        }
        told = []
        for one in reversed(self):
            beyond = more.pop(one.rule, 0)
            if beyond:
                one = one._replace(message=f"{one.message}; {beyond:,} more of this kind are not listed")
            told.append(one)
        return told[::-1]
