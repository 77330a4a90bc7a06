"""Bytes to text: encodings, line ends, forbidden and garbled characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.kinds.quoting import quote
from feedpub.model import Place, Severity
from feedpub.sources.text import check_mojibake, decode_source


def test_line_ends_become_lf() -> None:
    assert decode_source(b"a\r\nb\rc\n", "x.md") == ("a\nb\nc\n", [])


def test_a_byte_order_mark_is_accepted_with_a_hint() -> None:
    text, [finding] = decode_source(b"\xef\xbb\xbf---\ntitle: x", "x.md")
    assert text == "---\ntitle: x"
    assert (finding.severity, finding.name) == (Severity.INFO, "byte-order-mark")


@pytest.mark.parametrize(
    ("data", "encoding", "offset", "line", "column"),
    [
        ("a\ncafé".encode("latin-1"), "ISO-8859-1", 5, 2, 4),
        ("“a”".encode("cp1252"), "WINDOWS-1252", 0, 1, 1),
        ("café".encode("mac_roman"), "MACINTOSH", 3, 1, 4),
        ("Title: é".encode("utf-16"), "UTF-16", 0, 1, 1),
        ("Title: x".encode("utf-16-le"), "UTF-16LE", 1, 1, 2),
        ("Title: x".encode("utf-16-be"), "UTF-16BE", 0, 1, 1),
        ("Title: x".encode("utf-32"), "UTF-32", 0, 1, 1),
    ],
)
def test_other_encodings_are_errors_with_offset_place_and_a_guess(
    data: bytes, encoding: str, offset: int, line: int, column: int
) -> None:
    _, [finding] = decode_source(data, "x.md")
    assert (finding.severity, finding.name) == (Severity.ERROR, "not-utf-8")
    assert finding.place == Place("x.md", line, column)
    assert finding.message.startswith(f"byte {offset} ")
    assert encoding in finding.message
    assert f"iconv -f {encoding} -t UTF-8" in finding.fix


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00", "U+0000 (NUL)"),
        (b"\x0b", "U+000B (vertical tab)"),
        (b"\x1b", "U+001B (escape)"),
        ("\ufffe".encode(), "U+FFFE"),
        ("\uffff".encode(), "U+FFFF"),
        (b"\xed\xa0\x80", "U+D800"),
    ],
)
def test_characters_that_xml_forbids_are_errors_at_their_place(data: bytes, code: str) -> None:
    text, [finding] = decode_source("Title: é\nab".encode() + data + b"c and more text", "x.md")
    assert (finding.severity, finding.name) == (Severity.ERROR, "forbidden-character")
    assert finding.place == Place("x.md", 2, 3)
    assert code in finding.message
    assert text == "Title: é\nab\ufffdc and more text"


def test_many_forbidden_characters_are_told_by_the_first_ten() -> None:
    _, findings = decode_source(b"abcdef" * 500 + b"\x01" * 40, "x.md")
    assert len(findings) == 10
    assert "and 30 more" in findings[-1].message
    assert "more" not in findings[-2].message


@given(st.binary(max_size=200))
def test_any_bytes_give_text_that_xml_allows_or_a_finding(data: bytes) -> None:
    text, findings = decode_source(data, "x.md")
    assert "\r" not in text
    if not any(finding.name == "not-utf-8" for finding in findings):
        assert all(c in "\t\n" or c >= " " for c in text)
        text.encode()


@pytest.mark.parametrize(
    ("garbled", "repaired"),
    [
        ("Jos√©", "José"),
        ("donâ€™t", "don’t"),
        ("JosÃ©", "José"),
        ("FijaÅ‚kowski", "Fijałkowski"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("caf├⌐", "café"),
        ("it‚Äôs", "it’s"),
        ("ðŸŽ‰", "🎉"),
        ("PHáº¦N", "PHẦN"),
    ],
)
def test_garbled_words_are_found_with_place_and_repair(garbled: str, repaired: str) -> None:
    [finding] = check_mojibake(f"one\ntwo [{garbled}](x)\n", "x.md")
    assert (finding.severity, finding.name) == (Severity.WARNING, "garbled-text")
    assert finding.place == Place("x.md", 2, 6)
    assert f"`{garbled}`" in finding.message
    assert f"`{repaired}`" in finding.fix


@pytest.mark.parametrize(
    "text",
    [
        "Fijałkowski, Řehůřek, Tomaž, Thénault",
        "Âge d’or, NÃO, Ânimo, PHẦN, CĂȚEL",
        "voilà\u00a0! « là\u00a0» CAFÉ” ŁÓDŹ… À…",
        "√2, 2√π, ∫√π dx, √∞, ±5 °C, ©2016, ™, ®, ½, ¼",
        "👩‍👩‍👧 🎉 🇵🇹 e\u0301",
        "שלום עולם — مرحبا",
        "Россия, СССР, РСФСР, Сергей, Привет",
        "Ελλάδα, 日本語, 한국어, ไทย",
        "10 €, 5 £, ¿qué?, ¡sí!, 20–30 §5",
    ],
)
def test_right_text_raises_no_alarm(text: str) -> None:
    assert check_mojibake(text, "x.md") == []


def test_a_file_that_is_garbled_throughout_gives_ten_findings() -> None:
    findings = check_mojibake("JosÃ© " * 25, "x.md")
    assert len(findings) == 10
    assert "and 15 more" in findings[-1].message


@given(st.text())
def test_mojibake_check_takes_any_text(text: str) -> None:
    assert all(finding.name == "garbled-text" for finding in check_mojibake(text, "x.md"))


def test_quotes_are_short_and_harmless_to_a_terminal() -> None:
    assert quote("a\x1b[31mb") == "`a[U+001B][31mb`"
    assert len(quote("x" * 1000)) < 70
