"""Media types (RFC 6838), such as `audio/mpeg`, with or without parameters."""

import re

_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;.*)?", re.ASCII)


def is_media_type(text: str) -> bool:
    """Whether it has the form of one. Of its parameters nothing is asked."""
    return _TYPE.fullmatch(text) is not None
