"""`podcast:value` and `podcast:valueRecipient`: how listeners pay while they listen (docs/tags/value.md)."""

import re

from feedpub.kinds.addresses import check_email
from feedpub.kinds.lists import check_recipient_type, check_value_method, check_value_type
from feedpub.validate.document.element import Element
from feedpub.validate.numbers import parse_decimal, parse_whole
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, quote, rule
from feedpub.validate.value_faults import attribute_problem

_VALUE, _RECIPIENT = "podcast:value", "podcast:valueRecipient"
#: a public key of secp256k1, compressed
_NODE = re.compile(r"0[23][0-9A-Fa-f]{64}")
#: keys below are those of the network itself (docs/examples/value/value.md)
_FIRST_CUSTOM_KEY = 65536
#: coins a minute; more than that is likely to be meant in satoshis
_GENEROUS = 0.01
#: named by docs/examples/value/value.md for networks that have only one method
_ONLY_METHOD = "default"
_KEY = "02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52"


def _recipient(**attributes: str) -> str:
    given = {"name": "Ada", "type": "node", "address": _KEY, "split": "100"} | attributes
    written = " ".join(f'{name}="{value}"' for name, value in given.items() if value)
    return f"<podcast:valueRecipient {written}/>"


def _value(content: str, attributes: str = 'type="lightning" method="keysend"') -> str:
    return f"<podcast:value {attributes}>{content}</podcast:value>"


_GOOD = _value(
    _recipient(customKey="696969", customValue="tides", fee="false"),
    'type="lightning" method="keysend" suggested="0.00000005000"',
)


@rule(
    id="POD250",
    name="value-without-recipient",
    each=_VALUE,
    profiles={PODCASTING2: ERROR},
    what="A `podcast:value` has no `podcast:valueRecipient`.",
    why="Nobody would get what listeners pay. The example on the page of the tag has none, against its own "
    "words.",
    fix="Add a recipient.",
    spec="NS value; NSVAL",
    bad=_value(""),
    good=_GOOD,
)
def without_recipient(value: Element) -> Problems:
    if not value.has(_RECIPIENT):
        yield Problem(value, "`podcast:value` has no `podcast:valueRecipient`")


@rule(
    id="POD251",
    name="value-unknown-type-or-method",
    each=_VALUE,
    profiles={PODCASTING2: WARNING},
    what="The payment network or method of `podcast:value` is none that apps know.",
    why="Apps cannot pay through a network that they do not know.",
    fix='Write type="lightning" and method="keysend", unless you know better.',
    spec="NSVAL valueslugs",
    bad=_value(_recipient(), 'type="lightning" method="keysent"'),
    good=_GOOD,
)
def unknown_network(value: Element) -> Problems:
    kind, method = value.attribute("type").strip(), value.attribute("method").strip()
    fault = check_value_type(kind) if kind else None
    if fault is not None:
        yield attribute_problem(value, "type", fault)
    fault = check_value_method(method) if method and method != _ONLY_METHOD else None
    if fault is not None:
        yield attribute_problem(value, "method", fault)


@rule(
    id="POD252",
    name="value-invalid-suggested",
    each=_VALUE,
    profiles={PODCASTING2: ERROR},
    what="The `suggested` amount of `podcast:value` is no number, or very large.",
    why="Apps offer it as what to pay for a minute, in bitcoin: 5 satoshis are 0.00000005.",
    fix="Write the amount in bitcoin with a point, as in 0.00000005000.",
    spec="NS value; NSVAL",
    bad=_value(_recipient(), 'type="lightning" method="keysend" suggested="5 sats"'),
    good=_GOOD,
)
def invalid_suggested(value: Element) -> Problems:
    text = value.attribute("suggested").strip()
    amount = parse_decimal(text)
    if not text:
        return
    if amount is None or amount < 0:
        message = f"`suggested` of `podcast:value` is no decimal number: {quote(text)}"
        yield Problem(value, message, attribute="suggested")
    elif amount > _GENEROUS and value.attribute("type").strip() in ("lightning", "bitcoin"):
        message = f"`suggested` of `podcast:value` is {quote(text)} bitcoin a minute, perhaps satoshis"
        fix = f'Write suggested="{amount / 1e8:.11f}", if these are satoshis.'
        yield Problem(value, message, attribute="suggested", fix=fix, severity=WARNING)


@rule(
    id="POD260",
    name="recipient-invalid-split",
    each=_RECIPIENT,
    profiles={PODCASTING2: ERROR},
    what="The `split` of a recipient is no whole number, or all splits are 0.",
    why="The splits say in how many shares a payment is parted, and who gets how many.",
    fix="Write a whole number, such as 95.",
    spec="NS valueRecipient; NSVAL; XSD",
    bad=_value(_recipient(split="95%")),
    good=_GOOD,
)
def invalid_split(recipient: Element) -> Problems:
    text = recipient.attribute("split").strip()
    split = parse_whole(text)
    if text and (split is None or split < 0):
        message = f"`split` of `podcast:valueRecipient` is no whole number: {quote(text)}"
        fix = f'Write split="{text[:-1].strip()}".' if text.endswith("%") else ""
        yield Problem(recipient, message, attribute="split", fix=fix)
    elif split == 0 and recipient.parent is not None:
        everybody = recipient.parent.all(_RECIPIENT)
        # A single one gets all, whatever its split says.
        is_first = len(everybody) > 1 and everybody[0] is recipient
        if is_first and all(parse_whole(one.attribute("split")) == 0 for one in everybody):
            message = f"every `split` of the {len(everybody)} `podcast:valueRecipient` is 0"
            yield Problem(recipient, message, attribute="split")


@rule(
    id="POD261",
    name="recipient-invalid-address",
    each=_RECIPIENT,
    profiles={PODCASTING2: ERROR},
    what="The address of a recipient is none of its type.",
    why="Payments fail, or are lost.",
    fix="For `node`, write the 66 digits of the public key; for `lnaddress`, an address like "
    "ada@wallet.example.",
    spec="NS valueRecipient",
    bad=_value(_recipient(address="02d5c1")),
    good=_GOOD,
)
def invalid_address(recipient: Element) -> Problems:
    kind, address = recipient.attribute("type").strip(), recipient.attribute("address").strip()
    if not address:
        return
    if kind == "node" and not _NODE.fullmatch(address):
        message = f"`address` of `podcast:valueRecipient` is no public key of a node: {quote(address)}"
        fix = 'Write type="lnaddress".' if check_email(address) is None else ""
        yield Problem(recipient, message, attribute="address", fix=fix)
    elif kind == "lnaddress" and check_email(address) is not None:
        message = f"`address` of `podcast:valueRecipient` is no lightning address: {quote(address)}"
        fix = 'Write type="node".' if _NODE.fullmatch(address) else ""
        yield Problem(recipient, message, attribute="address", fix=fix)


@rule(
    id="POD262",
    name="recipient-unknown-type",
    each=_RECIPIENT,
    profiles={PODCASTING2: WARNING},
    what="The type of a recipient is none that apps know.",
    why="Apps do not know how to pay to such an address.",
    fix="Write `node` or `lnaddress`.",
    spec="NS valueRecipient; NSVAL",
    bad=_value(_recipient(type="paypal")),
    good=_GOOD,
)
def unknown_type(recipient: Element) -> Problems:
    kind = recipient.attribute("type").strip()
    fault = check_recipient_type(kind) if kind else None
    if fault is not None:
        yield attribute_problem(recipient, "type", fault)


@rule(
    id="POD263",
    name="recipient-custom-pair",
    each=_RECIPIENT,
    profiles={PODCASTING2: ERROR},
    what="A recipient has `customKey` without `customValue` or the reverse, or a key that cannot be sent.",
    why="The pair tells a shared wallet whose money it is. Keys of a node's own begin at 65536.",
    fix="Give both, as the wallet says, or none.",
    spec="NSVAL",
    bad=_value(_recipient(customKey="696969")),
    good=_GOOD,
)
def custom_pair(recipient: Element) -> Problems:
    key, value = recipient.attribute("customKey").strip(), recipient.attribute("customValue").strip()
    if bool(key) != bool(value):
        has, lacks = ("customKey", "customValue") if key else ("customValue", "customKey")
        message = f"`podcast:valueRecipient` has `{has}`, but no `{lacks}`"
        yield Problem(recipient, message, attribute=has)
    elif key and recipient.attribute("type").strip() == "node":
        number = parse_whole(key)
        if number is None or number < _FIRST_CUSTOM_KEY:
            message = f"`customKey` of `podcast:valueRecipient` is {quote(key)}, no number from 65536 on"
            yield Problem(recipient, message, attribute="customKey")


@rule(
    id="POD264",
    name="recipient-invalid-fee",
    each=_RECIPIENT,
    profiles={PODCASTING2: ERROR},
    what="The `fee` of a recipient is neither true nor false.",
    why="A fee is taken before the rest is split. Without a word it is false; the older XML schema says "
    "true.",
    fix="Write `true` or `false`.",
    spec="NS valueRecipient; XSD",
    bad=_value(_recipient(fee="yes")),
    good=_GOOD,
)
def invalid_fee(recipient: Element) -> Problems:
    fee = recipient.attribute("fee").strip()
    if fee and fee not in ("true", "false"):
        meant = {"yes": "true", "1": "true", "no": "false", "0": "false"}.get(fee.lower(), fee.lower())
        fix = f'Write fee="{meant}".' if meant in ("true", "false") else ""
        message = f"`fee` of `podcast:valueRecipient` is {quote(fee)}, not true or false"
        yield Problem(recipient, message, attribute="fee", fix=fix)


@rule(
    id="POD265",
    name="recipient-missing-name",
    each=_RECIPIENT,
    profiles={PODCASTING2: INFO},
    what="A recipient has no name.",
    why="Listeners see whom they pay by the name.",
    fix="Add `name`.",
    spec="NS valueRecipient",
    bad=_value(_recipient(name="")),
    good=_GOOD,
)
def missing_name(recipient: Element) -> Problems:
    if not recipient.attribute("name").strip():
        yield Problem(recipient, "`podcast:valueRecipient` has no `name`")
