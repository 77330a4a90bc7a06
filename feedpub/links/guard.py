"""Which hosts may be talked to: decided when a connection is made, for the very address that is then used.

Looking at the text of an address is not enough. `http://2130706433/` is this machine, any name may lead to
it, and a name may lead elsewhere when it is asked for the second time.
"""

import queue
import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import urlsplit

from feedpub.errors import UsageError
from feedpub.links.addresses import why_not_public
from feedpub.links.fault import FetchError

#: host and port -> IP addresses, best first. Raises OSError (socket.gaierror) or UnicodeError.
Resolver = Callable[[str, int], Sequence[str]]

_UNKNOWN = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def ask_system(host: str, port: int) -> Sequence[str]:
    """What the system says where a host is."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    families = (socket.AF_INET, socket.AF_INET6)
    return tuple(dict.fromkeys(str(address[0]) for family, *_, address in found if family in families))


class Guard(NamedTuple):
    """Lets through to public hosts, and to those that are allowed by name, address or network."""

    #: names of hosts, in small letters, that may be anywhere
    names: frozenset[str] = frozenset()
    #: networks that count as public
    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    resolver: Resolver = ask_system

    def addresses_of(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """The IP addresses of a host, all of which may be connected to.

        Asked once: who connects to one of them talks to what was checked. Raises FetchError when the name
        leads nowhere or to a place that the public cannot reach, or nothing is known within `seconds`.
        """
        addresses = _ask(self.resolver, host, port, seconds)
        if host.lower().rstrip(".") not in self.names:
            for address in addresses:
                self._check(host, address)
        return addresses

    def _check(self, host: str, address: str) -> None:
        why = why_not_public(address)
        if not why or any(ip_address(address.partition("%")[0]) in network for network in self.networks):
            return
        leads = "is" if host == address else f"leads to {address},"
        raise FetchError(
            "private",
            f"the host {host} {leads} {why}: not asked",
            "only addresses that the public can reach are fetched; to allow this host: "
            f"--allow-private {host}",
        )


def guard_allowing(hosts: Iterable[str], resolver: Resolver = ask_system) -> Guard:
    """A guard that lets through to `hosts` too: names, addresses, networks such as `10.1.0.0/16`.

    A port or scheme is passed over. Raises UsageError for what is none of these.
    """
    names: set[str] = set()
    networks: list[IPv4Network | IPv6Network] = []
    for host in hosts:
        if network := _network_in(host.strip()) or _network_in(_bare(host.strip())):
            networks.append(network)
        else:
            names.add(_name_in(host))
    return Guard(frozenset(names), tuple(networks), resolver)


def _network_in(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text, strict=False)
    except ValueError:
        return None


def _bare(found: str) -> str:
    """The host alone, out of an address or what looks like the beginning of one; empty for other paths."""
    if "/" in found and "://" not in found:
        return ""
    try:
        return urlsplit(found if "://" in found else f"//{found}").hostname or ""
    except ValueError:
        return found


def _name_in(host: str) -> str:
    bare = _bare(host.strip()).lower().rstrip(".")
    if not bare or any(char in bare for char in " *?@") or not bare.isprintable():
        raise UsageError(
            f"`{host}` is no host that could be allowed",
            "give a name, an address or a network: localhost, 10.0.0.5, 10.0.0.0/8",
        )
    try:
        return bare if bare.isascii() else bare.encode("idna").decode()
    except UnicodeError:
        raise UsageError(f"`{host}` is no name of a host") from None


def _ask(resolver: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """Asks in a thread of its own: the system may take minutes, and cannot be told to hurry."""
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise FetchError("no-network", f"no name server tells where {host[:100]} is") from None
    if isinstance(answer, Exception):
        raise _explain(answer, host) from None
    if not answer:
        raise FetchError("name", f"there is no host {host[:100]}", "look for a slip in the address")
    return answer


def _explain(error: Exception, host: str) -> FetchError:
    if isinstance(error, OSError) and error.errno not in _UNKNOWN:
        return FetchError("no-network", f"no name server tells where {host[:100]} is", "is there a network?")
    if isinstance(error, UnicodeError):
        return FetchError("name", f"no host can be called {host[:100]}", "look for a slip in the address")
    return FetchError("name", f"there is no host {host[:100]}", "look for a slip in the address")
