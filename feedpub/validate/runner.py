"""Brings elements and facts before the rules.

An item is judged as soon as it ends. Everything else is judged when the document has ended: by then a
channel has all its children, and what is kept of its items.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from feedpub.model.finding import Finding
from feedpub.validate.dispatch import Dispatch
from feedpub.validate.document.element import Element
from feedpub.validate.document.positions import offset_of_attribute, offset_of_text
from feedpub.validate.document.reading import Document, Takers, read_document
from feedpub.validate.document.walk import Take
from feedpub.validate.findings import Noted, to_findings
from feedpub.validate.rule import Problem, Profile, Rule

try:
    from feedpub.validate.addresses import addresses_of
except ImportError:

    def addresses_of(element):
        return ()


try:
    from feedpub.validate.notes import notes_of
except ImportError:

    def notes_of(element):
        return None


#: of one rule at one element so many problems are told, and one more that says so
_MOST_AT_ONE = 20


class Run(NamedTuple):
    """The circumstances that rules may want to know."""

    #: the instant that counts as the present
    now: datetime
    profiles: Collection[Profile] = tuple(Profile)
    #: the address of the feed, where it is known
    feed_url: str = ""
    #: what relative addresses are relative to
    base: str = ""
    #: the document that is being judged, in UTF-8
    data: bytes = b""

    def raw(self, element: Element) -> bytes:
        """What stands between the tags of an element, as it is written."""
        inner = self.data[element.offset : element.end]
        return inner[inner.find(b">") + 1 :]


class Memory(Protocol):
    """What was found in items that have not changed since."""

    def recall(self, item: bytes) -> list[Noted] | None:
        """What was found in an item that was written so, if it was judged before by the same rules."""

    def remember(self, item: bytes, noted: list[Noted]) -> None:
        """Keeps what was found in an item."""


class Judgement(NamedTuple):
    """What came of judging a feed."""

    path: str
    #: in the order of their places
    findings: tuple[Finding, ...]
    #: ids of the rules that were asked
    ran: tuple[str, ...]
    #: ids of rules in force that were not asked -> why
    not_run: Mapping[str, str]
    size_bytes: int
    items: int


class Judging(Takers):
    """A feed that is being judged; more facts may be brought before the end.

    `rules` are all that there are, or some of them.
    """

    def __init__(
        self, data: bytes, path: str, run: Run, rules: Iterable[Rule], memory: Memory | None = None
    ) -> None:
        self.path = path
        self.size_bytes = len(data)
        self._run = run
        self._dispatch = Dispatch(rules, run.profiles)
        self._memory = memory
        self._facts: set[type] = set()
        self._noted: list[Noted] = []
        self._later: list[Element] = []
        self._data = b""
        self.document = read_document(data, self)
        self._judge_rest(self.document)

    @property
    def channels(self) -> list[Element]:
        """The channels, each with its own children and what is kept of its items."""
        root = self.document.root
        if root is None:
            return []
        return [root] if root.name == "channel" else root.all("channel")

    def begin(self, data: bytes) -> Take:
        """Begins anew, with the items of `data`."""
        self._data, self._noted = data, []
        self._run = self._run._replace(data=data)
        return self._take

    def judge_facts(self, kind: type, facts: Iterable[Any]) -> None:
        """Brings facts of one class before the rules that judge such; none is a fact as well."""
        self._facts.add(kind)
        for fact in facts:
            for one in self._dispatch.of(kind):
                self._ask(one, fact, one.wants_run, None)

    def finish(self) -> Judgement:
        """All that was found."""
        findings = to_findings(self.document, self.path, self._noted, self._run.profiles)
        not_run: dict[str, str] = {}
        for kind in self._dispatch.facts() - self._facts:
            for one in self._dispatch.of(kind):
                if not any(isinstance(each, str) or each in self._facts for each in one.each):
                    not_run[one.id] = getattr(kind, "missing", f"no {kind.__name__}")
        ran = tuple(one.id for one in self._dispatch.rules if one.id not in not_run)
        items = self.document.walked.items
        return Judgement(self.path, tuple(findings), ran, not_run, self.size_bytes, items)

    # Items, one by one.

    def _take(self, item: Element, end: int) -> None:
        written = self._data[item.offset : end] if self._memory else b""
        known = self._memory.recall(written) if self._memory else None
        start = len(self._noted)
        if known is not None:
            self._noted += [one.moved(item) for one in known]
            self._judge_tree(item, item, plain=False)
        else:
            self._judge_tree(item, item, running=False)
            if self._memory:
                self._memory.remember(written, [one.relative(item) for one in self._noted[start:]])
            self._judge_tree(item, item, plain=False)
        item.prune()

    # Everything else.

    def _judge_rest(self, document: Document) -> None:
        for one in self._dispatch.of("document"):
            self._ask(one, document, one.wants_run, None)
        root = document.root
        if root is not None:
            self._judge_tree(root, None)
        for channel in self.channels:
            for one in self._dispatch.of("channel"):
                self._ask(one, channel, one.wants_run, None)

    def _judge_tree(
        self, top: Element, item: Element | None, *, plain: bool = True, running: bool = True
    ) -> None:
        """Judges an element and all that is in it, in their order, and at last the item as a whole."""
        for element in _descend(top):
            parent = element.parent
            rules = self._dispatch.for_element(parent.name if parent is not None else "", element.name)
            if plain:
                for one in rules.plain:
                    self._ask(one, element, False, item)
            if running:
                for one in rules.running:
                    self._ask(one, element, True, item)
            for address in addresses_of(element):
                self._ask_all("address", address, item, plain, running)
            notes = notes_of(element)
            if notes is not None:
                self._ask_all("notes", notes, item, plain, running)
        if item is not None:
            self._ask_all("item", item, item, plain, running)

    def _ask_all(self, whole: str, what: Any, item: Element | None, plain: bool, running: bool) -> None:
        for one in self._dispatch.of(whole):
            if running if one.wants_run else plain:
                self._ask(one, what, one.wants_run, item)

    def _ask(self, rule: Rule, what: Any, wants_run: bool, item: Element | None) -> None:
        problems = rule.judge(what, self._run) if wants_run else rule.judge(what)
        for count, problem in enumerate(problems):
            if count == _MOST_AT_ONE:
                more = Problem(problem.at, f"{problem.message}, and there is more of this kind here")
                self._noted.append(self._note(rule, more, item))
                break
            self._noted.append(self._note(rule, problem, item))

    def _note(self, rule: Rule, problem: Problem, item: Element | None) -> Noted:
        at = problem.at
        path = "" if isinstance(at, Element | Document) else getattr(at, "path", "")
        offset = getattr(at, "offset", 0)
        if not path:
            if problem.attribute:
                offset = offset_of_attribute(self._data, offset, problem.attribute)
            elif problem.offset is not None:
                offset = offset_of_text(self._data, offset, problem.offset)
        also = getattr(problem.also, "offset", problem.also)
        owner = item or _item_of(at)
        return Noted(
            rule.id,
            path,
            offset,
            problem.line,
            problem.column,
            problem.message,
            problem.fix or rule.fix,
            problem.severity,
            problem.profiles or rule.profiles,
            also,
            _title(owner),
            owner.get("guid") if owner is not None else "",
        )


def validate(
    data: bytes, path: str, run: Run, rules: Iterable[Rule], memory: Memory | None = None
) -> Judgement:
    """Judges the bytes of a feed, called `path` in the findings, by all rules that need nothing else."""
    return Judging(data, path, run, rules, memory).finish()


def _descend(top: Element) -> Iterator[Element]:
    """An element and all that is in it, in document order; items of channels are left out."""
    stack = [top]
    while stack:
        element = stack.pop()
        yield element
        if element.children:
            stack.extend(reversed(element.children))


def _item_of(at: Any) -> Element | None:
    """The item that an element is in, or that a fact is about."""
    element = at if isinstance(at, Element) else getattr(at, "element", None)
    while element is not None and not element.is_item:
        element = element.parent
    return element


def _title(item: Element | None) -> str:
    if item is None:
        return ""
    return " ".join((item.get("title") or item.get("itunes:title"))[:200].split())
