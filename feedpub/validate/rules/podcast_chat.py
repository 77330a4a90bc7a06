"""`podcast:chat`: where listeners talk while they listen (docs/tags/chat.md)."""

from feedpub.kinds.identifiers import check_host_name
from feedpub.kinds.lists import check_chat_protocol
from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, rule
from feedpub.validate.value_faults import attribute_problem

_NAME = "podcast:chat"
_GOOD = '<podcast:chat server="irc.tides.example" protocol="irc" accountId="@ada" space="#tides"/>'


@rule(
    id="POD410",
    name="chat-unknown-protocol",
    each=_NAME,
    profiles={PODCASTING2: WARNING},
    what="The protocol of a chat is none of the namespace.",
    why="Apps do not know how to join it.",
    fix="Write irc, xmpp, nostr or matrix.",
    spec="NS chat; CHATPROT",
    bad=_GOOD.replace('"irc"', '"discord"'),
    good=_GOOD,
)
def unknown_protocol(chat: Element) -> Problems:
    protocol = chat.attribute("protocol").strip()
    fault = check_chat_protocol(protocol) if protocol else None
    if fault is not None:
        yield attribute_problem(chat, "protocol", fault)


@rule(
    id="POD411",
    name="chat-invalid-server",
    each=_NAME,
    profiles={PODCASTING2: ERROR},
    what="The server of a chat is no host name.",
    why="Apps connect to that name by the protocol that is given beside it.",
    fix="Write only the name of the server, without scheme and path.",
    spec="NS chat",
    bad=_GOOD.replace("irc.tides", "https://irc.tides"),
    good=_GOOD,
)
def invalid_server(chat: Element) -> Problems:
    server = chat.attribute("server").strip()
    fault = check_host_name(server) if server else None
    if fault is not None:
        yield attribute_problem(chat, "server", fault)


@rule(
    id="POD412",
    name="chat-missing-account",
    each=_NAME,
    profiles={PODCASTING2: INFO},
    what="A chat does not say which account is the podcaster's.",
    why="By it apps show who in the chat is the one that everybody came for.",
    fix="Add `accountId`.",
    spec="NS chat",
    bad=_GOOD.replace(' accountId="@ada"', ""),
    good=_GOOD,
)
def missing_account(chat: Element) -> Problems:
    if not chat.attribute("accountId").strip():
        yield Problem(chat, "`podcast:chat` has no `accountId`")
