"""What goes wrong when something is fetched."""

from typing import Literal

from feedpub.errors import HostError

Kind = Literal[
    "address",  # no address that can be fetched
    "name",  # the host's name leads nowhere
    "no-network",  # no name server answers
    "private",  # the host is in a network that the public cannot reach
    "refused",  # nobody listens there
    "unreachable",
    "timeout",
    "tls",
    "broken",  # the connection ended early, or the answer is no HTTP
    "too-large",
    "coding",  # what came cannot be unpacked
    "redirect",
    "status",
]


class FetchError(HostError):
    """Something could not be fetched.

    The message does not name the address that was asked for, the caller knows it; `url` is the one that
    failed, which is another one after redirects. `status` is that of HTTP, 0 where there was no answer.
    """

    def __init__(self, kind: Kind, message: str, fix: str = "", *, url: str = "", status: int = 0) -> None:
        super().__init__(message, fix)
        self.kind: Kind = kind
        self.url = url
        self.status = status
