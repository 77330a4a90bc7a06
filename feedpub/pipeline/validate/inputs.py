"""What the words of the command line mean: files, patterns, stdin, addresses, shows."""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from feedpub.errors import UsageError
from feedpub.kinds.misspelling import nearest_word
from feedpub.pipeline.validate.loading import Loaded, Loading, load_address, load_file, load_stdin
from feedpub.pipeline.validate.patterns import expand, is_pattern

STDIN = "<stdin>"

_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*)://")
#: schemes with which apps are told to subscribe
_PODCAST = {"feed", "itpc", "pcast", "podcast", "rss"}


class Input(NamedTuple):
    """A feed that is to be read, or a show of the workspace."""

    #: as findings call it: the path as it was typed, `<stdin>`, or the address without names and passwords
    name: str
    #: reads or fetches it when called. Raises HostError, or UsageError where the word was no good; messages
    #: do not repeat the name. None for a show
    load: Callable[[], Loaded] | None
    #: the same for two words that mean the same
    identity: str
    #: whether it is a regular file, so that files beside it can be looked at
    is_file: bool = False

    @property
    def is_show(self) -> bool:
        """Whether it is a show of the workspace, whose name it has."""
        return self.load is None


def find_inputs(words: Iterable[str], shows: Collection[str], loading: Loading) -> list[Input]:
    """Everything that the words mean, in their order, each once. Nothing is read yet.

    A file is preferred to a show of the same name. Raises UsageError for a pattern without a match, for
    what cannot be an input at all, and for hosts that cannot be allowed.
    """
    if loading.private_hosts:
        from feedpub.links.guard import guard_allowing

        guard_allowing(loading.private_hosts)
    found: dict[str, Input] = {}
    for word in words:
        for one in _inputs_of(word, shows, loading):
            found.setdefault(one.identity, one)
    return list(found.values())


def find_input(word: str, loading: Loading) -> Input:
    """The one file or address that a word of an option means. Raises UsageError where it means more."""
    if word != "-" and not _SCHEME.match(word) and word:
        return _file(word, (), loading)
    (one,) = _inputs_of(word, (), loading)
    return one


def _inputs_of(word: str, shows: Collection[str], loading: Loading) -> Iterator[Input]:
    scheme = _SCHEME.match(word)
    if not word.strip():
        raise UsageError("an input has an empty name", "give a file, an address, - or the name of a show")
    if word == "-":
        yield Input(STDIN, partial(load_stdin, loading), "-")
    elif os.path.isfile(word):
        yield _file(word, shows, loading)
    elif scheme:
        yield _address(word, scheme[1].lower(), loading)
    elif word in shows:
        yield Input(word, None, f"show {word}")
    elif is_pattern(word) and not os.path.lexists(word):
        paths = expand(word)
        if not paths:
            raise UsageError(f"no file matches {word}", "`*` stands for any name, `**` for any folders")
        yield from (_file(path, shows, loading) for path in paths)
    else:
        yield _file(word, shows, loading)


def _file(path: str, shows: Collection[str], loading: Loading) -> Input:
    load = partial(load_file, path, loading, partial(_guess, path, shows))
    return Input(path, load, f"file {os.path.realpath(path)}", os.path.isfile(path))


def _address(word: str, scheme: str, loading: Loading) -> Input:
    # Without the library for the network: whoever validates files does not wait for it.
    from feedpub.links.shown import shown

    rest = word.partition("://")[2]
    if scheme in ("http", "https"):
        host, slash, path = rest.partition("/")
        identity = f"address {scheme}://{host.lower()}{slash or '/'}{path.partition('#')[0]}"
        return Input(shown(word), partial(load_address, word, loading), identity)
    if scheme in _PODCAST:
        raise UsageError(f"{shown(word)} cannot be fetched", f"write https://{shown(f'x://{rest}')[4:]}")
    if scheme == "file":
        raise UsageError(f"{shown(word)} is no name of a file here", f"write {rest}")
    raise UsageError(f"{shown(word)} cannot be fetched", "only http:// and https:// can be")


def _guess(path: str, shows: Collection[str]) -> str:
    """What may have been meant by a path that is no file."""
    last = os.path.basename(path.rstrip("/"))
    if os.path.isdir(path):
        if last in shows:
            return f"to validate the show, give its name: {last}"
        return f"give the files in it: '{path.rstrip('/')}/*.xml'"
    if os.path.exists(path):
        return "pipe it in and give - instead: `… | feedpub validate -`"
    near = nearest_word(path, shows) if shows else ""
    if near:
        return f"did you mean the show {near}?"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?/\S*", path) or path.startswith("www."):
        return f"for an address write https://{path}"
    if shows and "/" not in path and "." not in path:
        return f"there are the shows {', '.join(sorted(shows)[:10])}"
    return ""
