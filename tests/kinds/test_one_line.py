"""Text in one line."""

import pytest

from feedpub.kinds.one_line import one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  The\n  lamp\t room \r\n", "The lamp room"),
        ("10\u00a0000 «\u202flamps\u202f»", "10\u00a0000 «\u202flamps\u202f»"),
        ("灯\u3000台", "灯\u3000台"),
        ("one\u2028two", "one\u2028two"),
        ("\u00a0x\u00a0", "x"),
        ("", ""),
    ],
)
def test_only_what_lays_out_a_file_becomes_one_blank(text: str, expected: str) -> None:
    assert one_line(text) == expected
