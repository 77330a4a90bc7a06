"""The episode in another form: another format, quality, language, or a video."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Source(NamedTuple):
    """Where a file can be fetched (podcast namespace, docs/tags/source.md)."""

    uri: Annotated[str, Setting("The address; `ipfs:` and `magnet:` are possible too.", '"https://cdn.example.com/040.opus"', "uri")]
    content_type: Annotated[str, Setting("The type of what the address gives, where that is not the file itself.", '"application/x-bittorrent"', "media type")] = ""


class Integrity(NamedTuple):
    """How to prove that a file is the right one (podcast namespace, docs/tags/integrity.md)."""

    #: ``sri`` or ``pgp-signature``
    type: Annotated[str, Setting("`sri` or `pgp-signature`.", '"sri"', "integrity type")]
    value: Annotated[str, Setting("The digest or the signature.", '"sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"')]


class AlternateEnclosure(NamedTuple):
    """A companion of the enclosure (podcast namespace, docs/tags/alternate-enclosure.md)."""

    #: in episode files only: it has become a source by the time that a feed is written
    file: Annotated[str, Setting("A file in the show's audio folder: it is measured, and its digest is told.", '"040-video.mp4"')] = ""
    title: Annotated[str, Setting("What apps call it.", '"High quality"', longest=32)] = ""
    sources: Annotated[tuple[Source, ...], Setting("Where it can be fetched (too).")] = ()
    type: Annotated[str, Setting("The media type. Local files are measured.", '"audio/opus"', "media type")] = ""
    length_bytes: Annotated[int | None, Setting("The length in bytes. Local files are measured.", "32400000", largest=2**53)] = None
    #: bits per second; text, since a feed may say `160707.74`
    bitrate: Annotated[str, Setting("Bits per second, on average. Local files are measured.", '"96000"', "decimal")] = ""
    height: Annotated[int | None, Setting("The height of a video in pixels.", "1080")] = None
    language: Annotated[str, Setting("The language, where it is another one.", '"es"', "language")] = ""
    rel: Annotated[str, Setting("Files with the same `rel` hold the same content in other forms.", '"commentary"', longest=32)] = ""
    codecs: Annotated[str, Setting("The codecs (RFC 6381).", '"mp4a.40.2"')] = ""
    default: Annotated[bool, Setting("Whether it is the enclosure itself, with more addresses.", "true")] = False
    integrity: Annotated[Integrity | None, Setting("How to prove that the file is the right one. Made for local files.")] = None
