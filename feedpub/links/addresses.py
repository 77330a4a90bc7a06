"""Which addresses the public can reach, and which belong to this machine or a network around it."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# IANA's registries for special purposes. What `ipaddress` says of them differs from one Python to the next.
_REFUSED_4 = tuple(
    (ip_network(network), why)
    for network, why in (
        ("0.0.0.0/8", "this machine"),
        ("10.0.0.0/8", "in a private network"),
        ("100.64.0.0/10", "in a provider's inner network"),
        ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "in a private network"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "in a private network"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_REFUSED_6 = tuple(
    (ip_network(network), why)
    for network, why in (
        ("::/128", "this machine"),
        ("::1/128", "this machine"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("64:ff9b:1::/48", "in a private network"),
        ("2001::/32", "in a tunnel (Teredo)"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "in a tunnel (6to4)"),
        ("3fff::/20", "for documentation"),
        ("fc00::/7", "in a private network"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "in a private network"),
        ("ff00::/8", "multicast"),
    )
)
#: the only part of IPv6 in which public addresses are given out
_PUBLIC_6 = ip_network("2000::/3")
#: IPv4 seen from networks that have only IPv6: the last 32 bits are the address that is meant
_NAT64 = ip_network("64:ff9b::/96")


def why_not_public(address: str) -> str:
    """What an IP address is, other than public; empty for a public one. Raises ValueError for other text."""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv4Address):
        return next((why for network, why in _REFUSED_4 if parsed in network), "")
    return _why_not_public_6(parsed)


def _why_not_public_6(address: IPv6Address) -> str:
    if address in _NAT64:
        return why_not_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    for network, why in _REFUSED_6:
        if address in network:
            return why
    return "" if address in _PUBLIC_6 else "reserved"
