"""How `feedpub validate` is to be carried out, and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from feedpub.model import Finding
from feedpub.validate.document.element import Element
from feedpub.validate.rule import Profile


class Wanted(NamedTuple):
    """What was asked for."""

    #: the instant that counts as the present; read once, by the command line
    now: datetime
    profiles: tuple[Profile, ...] = tuple(Profile)
    #: the address of the feed, where it is not an input itself
    feed_url: str = ""
    #: the file, or the address, of what was published before
    previous: str = ""
    #: the channel in it, once it was read
    before: Element | None = None
    #: True: nothing is fetched; False: also what is live at the address of a show; None: what is named
    offline: bool | None = None
    #: hosts that may have private addresses
    private_hosts: tuple[str, ...] = ()
    #: larger inputs are not read
    max_size: int = 0
    #: where to look for a workspace
    workspace: str = "."


class Validated(NamedTuple):
    """A feed, or a show, that was judged."""

    #: as its findings call it
    path: str
    findings: Sequence[Finding]
    #: the ids of the rules that were asked
    ran: Sequence[str]
    #: the ids of the rules that were not -> why
    not_run: Mapping[str, str]
    size_bytes: int
    items: int
    #: the content in UTF-8 of a file that findings name; None where it is not at hand
    contents: Callable[[str], bytes | None]


class Unread(NamedTuple):
    """An input that could not be read or fetched."""

    path: str
    message: str
    fix: str = ""
    #: what such an obstacle makes of the exit code
    exit_code: int = 4
