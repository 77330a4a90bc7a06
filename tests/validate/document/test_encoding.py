"""How a document is encoded, and the same in UTF-8."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.validate.document.encoding import read_encoding, with_decoded

FEED = '<?xml version="1.0" encoding="{}"?>\n<rss version="2.0"><channel><title>Krähe – ☂</title></channel></rss>'


@pytest.mark.parametrize("name", ["utf-8", "UTF-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_unicode_can_be_written_in_is_read(name: str) -> None:
    text = FEED.format(name)
    assert read_encoding(text.encode(name)).data == text.encode()


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252", "mac_roman", "iso-8859-15"])
def test_older_encodings_are_read_by_their_declaration(name: str) -> None:
    text = FEED.format(name).replace(" – ☂", "")
    assert read_encoding(text.encode(name)).data == text.encode()


def test_utf8_without_a_declaration_is_taken_as_it_is() -> None:
    data = "<rss>é</rss>".encode()
    assert read_encoding(data).data is data


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    encoding = read_encoding(b"\xef\xbb\xbf<rss/>")
    assert (encoding.data, encoding.has_mark, encoding.mark) == (b"<rss/>", True, "utf-8")


@pytest.mark.parametrize("name", ["utf-eight", "rot13", "idna", "unicode-escape", "base64"])
def test_an_encoding_that_is_none_is_unknown_and_read_as_utf8(name: str) -> None:
    encoding = read_encoding(FEED.format(name).encode())
    assert encoding.unknown
    assert encoding.actual == "utf-8"


def test_wrong_bytes_are_found_with_their_places() -> None:
    encoding = with_decoded(read_encoding(b"<rss>Jos\xe9 and Ren\xe9</rss>"))
    assert [(wrong.byte, wrong.bytes) for wrong in encoding.wrong] == [(8, b"\xe9"), (17, b"\xe9")]
    assert encoding.data == b"<rss>Jos? and Ren?</rss>"


def test_a_document_that_cannot_be_the_utf16_it_says_is_read_as_utf8() -> None:
    data = FEED.format("utf-16").encode()
    assert read_encoding(data).data == data


@given(st.binary())
def test_any_bytes_become_utf8(data: bytes) -> None:
    with_decoded(read_encoding(data)).data.decode("utf-8")
