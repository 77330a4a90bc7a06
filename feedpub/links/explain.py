"""What a library says of a failed request, in words for a person."""

import ssl
from collections.abc import Iterator
from http import HTTPStatus

import httpcore

from feedpub.links.fault import FetchError

#: OpenSSL's numbers for what is wrong with a certificate
_CERTIFICATE = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is signed by itself",
    19: "its certificate comes from an authority that is not trusted",
    20: "its certificate comes from an authority that is not trusted, or the chain to one is not sent along",
    21: "its certificate comes from an authority that is not trusted, or the chain to one is not sent along",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}


def explain(error: Exception, url: str, seconds: float) -> FetchError:
    """The FetchError for what httpcore raised."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return _explain_tls(cause, url)
    if isinstance(error, httpcore.TimeoutException):
        return FetchError(
            "timeout", f"the answer was not complete after {seconds:g} seconds", "try again later", url=url
        )
    if isinstance(error, httpcore.ConnectError):
        return _explain_unconnected(causes, url)
    if isinstance(error, httpcore.RemoteProtocolError):
        return FetchError("broken", _protocol_words(str(error)), url=url)
    if isinstance(error, httpcore.LocalProtocolError):
        return FetchError("address", "the address cannot be asked for as it is written", url=url)
    return FetchError("broken", "the connection was cut", "try again later", url=url)


def explain_status(status: int, url: str) -> FetchError:
    """The FetchError for an answer that is none of what was asked for."""
    try:
        phrase = f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        phrase = ""
    fix = ""
    if status in (404, 410):
        fix = "look for a slip in the address"
    elif status == 401:
        fix = "give name and password in the address: https://name:password@host/"
    elif status in (403, 429):
        fix = "the server may not like programs: save the feed with a browser and give the file"
    elif status >= 500:
        fix = "try again later"
    return FetchError("status", f"the server answers {status}{phrase}", fix, url=url, status=status)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _explain_tls(error: ssl.SSLError, url: str) -> FetchError:
    fix = ""
    if isinstance(error, ssl.SSLCertVerificationError):
        said = _CERTIFICATE.get(error.verify_code, f"its certificate is not good: {error.verify_message}")
    elif error.reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST"):
        said, fix = "it does not speak TLS there", "is the address one of http:// rather than https://?"
    elif isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        said = "the server cut the connection"
    else:
        said = (error.reason or "no agreement with the server").lower().replace("_", " ")
    return FetchError("tls", f"no safe connection: {said}", fix, url=url)


def _explain_unconnected(causes: list[BaseException], url: str) -> FetchError:
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return FetchError("refused", "the connection is refused: no server listens there", url=url)
    if any(isinstance(cause, ConnectionResetError) for cause in causes):
        return FetchError("broken", "the connection was cut", "try again later", url=url)
    why = next((cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror), "")
    return FetchError(
        "unreachable",
        f"no connection: {why.lower()}" if why else "no connection",
        "is there a network?",
        url=url,
    )


def _protocol_words(said: str) -> str:
    if "complete message body" in said or "chunked read" in said:
        return "the answer breaks off: the connection ended early"
    if "disconnected" in said:
        return "the server cut the connection without an answer"
    if "too long" in said or "too many" in said.lower():
        return "the head of the answer is larger than 100 kB"
    return "what answers there does not speak HTTP as it should"
