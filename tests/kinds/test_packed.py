"""What is packed is unpacked within a limit, whatever it is."""

import gzip
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.kinds.packed import PackedFault, unpack


@given(st.binary(max_size=300_000), st.sampled_from(["gzip", "zlib", "raw"]))
def test_what_was_packed_comes_out(data: bytes, kind: str) -> None:
    wbits = {"gzip": 31, "zlib": 15, "raw": -15}[kind]
    engine = zlib.compressobj(wbits=wbits)
    assert unpack(engine.compress(data) + engine.flush(), len(data)) == data


@given(
    st.lists(st.binary(max_size=100), min_size=1),
    st.binary(max_size=9).filter(lambda end: end[:2] != b"\x1f\x8b"),
)
def test_all_parts_count_and_what_follows_them_does_not(parts: list[bytes], end: bytes) -> None:
    assert unpack(b"".join(map(gzip.compress, parts)) + end, 1 << 20) == b"".join(parts)


@given(st.binary(max_size=1000))
def test_any_bytes_give_bytes_or_a_fault(data: bytes) -> None:
    for packed in (data, b"\x1f\x8b\x08\x00" + data):
        try:
            unpack(packed, 100)
        except PackedFault:
            pass


def test_the_limit_is_the_largest_that_may_come_out() -> None:
    packed = gzip.compress(bytes(1000))
    assert unpack(packed, 1000) == bytes(1000)
    with pytest.raises(PackedFault, match="is larger than 999 bytes when unpacked") as caught:
        unpack(packed, 999)
    assert caught.value.too_large


def test_the_limit_is_for_all_parts_together() -> None:
    with pytest.raises(PackedFault, match="is larger than 1,500 bytes when unpacked"):
        unpack(gzip.compress(bytes(1000)) * 2, 1500)


def test_very_many_parts_are_not_gone_through() -> None:
    started = time.monotonic()
    with pytest.raises(PackedFault, match="more than 20,000 parts"):
        unpack(gzip.compress(b"") * 500_000, 1000)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("length", [2, 5, 11, 100])
def test_a_file_that_was_cut_is_told(length: int) -> None:
    with pytest.raises(PackedFault, match="breaks off"):
        unpack(gzip.compress(bytes(range(256)))[:length], 1000)
