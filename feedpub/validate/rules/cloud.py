"""`cloud`: a service that tells readers of changes (RSS 2.0)."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import ERROR, RSS, WARNING, Problem, Problems, everywhere, quote, rule

_REQUIRED = ("domain", "port", "path", "registerProcedure", "protocol")
_PROTOCOLS = ("http-post", "xml-rpc", "soap")
_SOUND = 'domain="example.com" port="80" path="/RPC2" registerProcedure="ping" protocol="xml-rpc"'


@rule(
    id="RSS037",
    name="cloud-missing-attribute",
    each="channel/cloud",
    profiles=everywhere(ERROR),
    what="`cloud` lacks one of its attributes.",
    why="A reader needs all five to ask the service for news.",
    fix="Add what is missing, or remove `<cloud>`: hardly any podcast app uses it.",
    spec="RSS2 cloud; w3c:MissingAttribute",
    bad=f"<cloud {_SOUND.replace('domain=', 'xml:id=')}/>",
    good=f"<cloud {_SOUND}/>",
)
def missing_attribute(cloud: Element) -> Problems:
    for name in _REQUIRED:
        if name not in cloud.attributes:
            yield Problem(cloud, f"`cloud` has no `{name}`: it is required")


@rule(
    id="RSS038",
    name="cloud-invalid-port",
    each="channel/cloud",
    profiles=everywhere(ERROR),
    what="The `port` of `cloud` is no number of a port.",
    why="A reader cannot reach the service.",
    fix="Write a whole number from 1 to 65535, such as `80`.",
    spec="RSS2 cloud; w3c:InvalidIntegerAttribute",
    bad=f"<cloud {_SOUND.replace('80', '0')}/>",
    good=f"<cloud {_SOUND}/>",
)
def invalid_port(cloud: Element) -> Problems:
    port = cloud.attributes.get("port")
    if port is None:
        return
    digits = port.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and 1 <= int(digits) <= 65535):
        message = f"`port` of `cloud` is {quote(port)}, not a whole number from 1 to 65535"
        yield Problem(cloud, message, attribute="port")


@rule(
    id="RSS039",
    name="cloud-invalid-protocol",
    each="channel/cloud",
    profiles={RSS: WARNING},
    what="The `protocol` of `cloud` is none that RSS knows.",
    why="Readers know only how to speak the three that the specification names.",
    fix="Write `http-post`, `xml-rpc` or `soap`.",
    spec="RSS2 cloud",
    bad=f"<cloud {_SOUND.replace('xml-rpc', 'carrier-pigeon')}/>",
    good=f"<cloud {_SOUND}/>",
)
def invalid_protocol(cloud: Element) -> Problems:
    protocol = cloud.attributes.get("protocol")
    if protocol is not None and protocol.strip() not in _PROTOCOLS:
        message = f"`protocol` of `cloud` is {quote(protocol)}, not http-post, xml-rpc or soap"
        yield Problem(cloud, message, attribute="protocol")
