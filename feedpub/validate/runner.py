"""Brings elements and facts before the rules.

An item is judged as soon as it ends. Everything else is judged when the document has ended: by then a
channel has all its children, and what is kept of its items.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from feedpub.model.finding import Finding
from feedpub.validate.addresses import addresses_of
from feedpub.validate.dispatch import Dispatch
from feedpub.validate.document.element import Element
from feedpub.validate.document.positions import offset_of_attribute, offset_of_text
from feedpub.validate.document.reading import Document, Takers, read_document
from feedpub.validate.document.walk import Take
from feedpub.validate.facts import MISSING
from feedpub.validate.findings import Noted, to_findings
from feedpub.validate.kept import Kept
from feedpub.validate.notes import notes_of
from feedpub.validate.rule import Problem, Profile, Rule

#: rules that know nothing but what they judge, and those that ask for the run
_PLAIN, _RUNNING = 1, 2
_ALL = _PLAIN | _RUNNING
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

    def recall(self, key: bytes) -> list[Noted] | None:
        """What was found in an item that has this key, if it was judged before by the same rules."""

    def remember(self, key: bytes, noted: list[Noted]) -> None:
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
        self._rules = tuple(rules)
        self._dispatch = Dispatch(self._rules, run.profiles)
        self._in_force = self._dispatch.rules
        self._memory = memory
        self._facts: set[type] = set()
        self._noted = Kept()
        #: what was said last, and how often it was said before
        self._last: tuple[Rule | None, Any] = (None, None)
        self._said = 0
        #: the item that was named last, and its names
        self._named: tuple[Element | None, tuple[str, str]] = (None, ("", ""))
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
        self._data, self._noted = data, Kept()
        self._run = self._run._replace(data=data)
        needed = [one for one in self._rules if one.needed is None or one.needed(data)]
        self._dispatch = Dispatch(needed, self._run.profiles)
        return self._take

    def judge_facts(self, kind: type, facts: Iterable[Any]) -> None:
        """Brings facts of one class before the rules that judge such; none is a fact as well."""
        self._facts.add(kind)
        for fact in facts:
            self._ask(kind, fact, None, _ALL)

    def finish(self) -> Judgement:
        """All that was found."""
        # lxml is not loaded where nothing is judged.
        from feedpub.validate.refused import find_refused

        rules = {one.id: one for one in self._in_force}
        noted = self._noted.told() + find_refused(self.document, self._noted, rules.values())
        findings = to_findings(self.document, self.path, noted, self._run.profiles, rules)
        not_run: dict[str, str] = {}
        for kind in self._dispatch.facts() - self._facts:
            for one in self._dispatch.of(kind).rules:
                if not any(isinstance(each, str) or each in self._facts for each in one.each):
                    not_run[one.id] = MISSING[kind]
        ran = tuple(one.id for one in self._in_force if one.id not in not_run)
        items = self.document.walked.items
        return Judgement(self.path, tuple(findings), ran, not_run, self.size_bytes, items)

    # Items, one by one.

    def _take(self, item: Element, end: int) -> None:
        if self._memory is None or item.parent is None:
            self._judge_tree(item, item, _ALL)
        else:
            from hashlib import blake2b

            # What the names in it mean is told by what stands before the first element of the channel.
            head = self._data[: item.parent.offset]
            key = blake2b(self._data[item.offset : end], digest_size=16, key=blake2b(head).digest())
            self._remember(item, self._memory, key.digest())
        item.prune()

    def _remember(self, item: Element, memory: Memory, key: bytes) -> None:
        """What is known of an item that is written so is taken; rules that ask for the run are asked anew."""
        known = memory.recall(key)
        if known is None:
            start, left_out = len(self._noted), self._noted.left_out
            self._judge_tree(item, item, _PLAIN)
            if self._noted.left_out == left_out:
                memory.remember(key, [one.relative(item) for one in self._noted[start:]])
        else:
            self._noted.keep_all(one.moved(item) for one in known)
        self._judge_tree(item, item, _RUNNING)

    # Everything else.

    def _judge_rest(self, document: Document) -> None:
        self._ask("document", document, None, _ALL)
        root = document.root
        if root is not None:
            self._judge_tree(root, None, _ALL)
        for channel in self.channels:
            self._ask("channel", channel, None, _ALL)

    def _judge_tree(self, top: Element, item: Element | None, which: int) -> None:
        """Judges an element and all that is in it, in their order, and at last the item as a whole."""
        run, for_element = self._run, self._dispatch.for_element
        stack = [top]
        while stack:
            element = stack.pop()
            if element.children:
                stack.extend(reversed(element.children))
            parent = element.parent
            rules = for_element(parent.name if parent is not None else "", element.name)
            if which & _PLAIN:
                for rule, judge in rules.plain:
                    for problem in judge(element):
                        self._note(rule, problem, item)
            if which & _RUNNING:
                for rule, judge in rules.running:
                    for problem in judge(element, run):
                        self._note(rule, problem, item)
            if rules.has_more:
                self._judge_more(element, item, which)
        if item is not None:
            self._ask("item", item, item, which)

    def _judge_more(self, element: Element, item: Element | None, which: int) -> None:
        """Judges the addresses that an element holds, and its HTML."""
        for address in addresses_of(element):
            self._ask("address", address, item, which)
            if not address.plain:
                self._ask("odd address", address, item, which)
        notes = notes_of(element)
        if notes is not None:
            self._ask("notes", notes, item, which)

    def _ask(self, whole: str | type, what: Any, item: Element | None, which: int) -> None:
        """Brings a whole, or a fact, before the rules that judge such."""
        rules = self._dispatch.of(whole)
        if which & _PLAIN:
            for rule, judge in rules.plain:
                for problem in judge(what):
                    self._note(rule, problem, item)
        if which & _RUNNING:
            for rule, judge in rules.running:
                for problem in judge(what, self._run):
                    self._note(rule, problem, item)

    def _note(self, rule: Rule, problem: Problem, item: Element | None) -> None:
        """Keeps what a rule says; of too much of one kind at one element only that there is more."""
        at = problem.at
        if at is self._last[1] and rule is self._last[0]:
            self._said += 1
            if self._said == _MOST_AT_ONE:
                problem = problem._replace(message=f"{problem.message}, and there is more of this kind here")
            elif self._said > _MOST_AT_ONE:
                return
        else:
            self._last, self._said = (rule, at), 0
        self._noted.keep(self._noted_of(rule, problem, item))

    def _noted_of(self, rule: Rule, problem: Problem, item: Element | None) -> Noted:
        at = problem.at
        path = "" if isinstance(at, Element | Document) else getattr(at, "path", "")
        offset = getattr(at, "offset", 0)
        if not path:
            if problem.attribute:
                offset = offset_of_attribute(self._data, offset, problem.attribute)
            elif problem.offset is not None:
                offset = offset_of_text(self._data, offset, problem.offset)
        also = getattr(problem.also, "offset", problem.also)
        element = at if isinstance(at, Element) else getattr(at, "element", None)
        owner = item or _item_of(element)
        return Noted(
            rule.id,
            path,
            offset,
            problem.line,
            problem.column,
            problem.message,
            problem.fix or rule.fix,
            problem.severity,
            problem.profiles,
            also,
            *self._names_of(owner),
            element.name if element is not None else "",
        )

    def _names_of(self, item: Element | None) -> tuple[str, str]:
        """Title and guid of an item; of one that is asked for again they are known."""
        if item is None:
            return "", ""
        if item is not self._named[0]:
            title = item.get("title") or item.get("itunes:title")
            self._named = (item, (" ".join(title[:200].split()), item.get("guid")))
        return self._named[1]


def validate(
    data: bytes, path: str, run: Run, rules: Iterable[Rule], memory: Memory | None = None
) -> Judgement:
    """Judges the bytes of a feed, called `path` in the findings, by all rules that need nothing else."""
    return Judging(data, path, run, rules, memory).finish()


def _item_of(element: Element | None) -> Element | None:
    """The item that an element is in."""
    while element is not None and not element.is_item:
        element = element.parent
    return element
