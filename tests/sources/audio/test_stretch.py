"""A part of a file reads like a file that holds nothing else."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.sources.audio.stretch import open_stretch

#: read so many bytes, or go so far, counted from the beginning, from here or from the end
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(-1, 90), st.just(0)),
        st.tuples(st.just("seek"), st.integers(-60, 60), st.integers(0, 2)),
    ),
    max_size=12,
)


def act(file: io.BufferedIOBase, step: tuple[str, int, int]) -> bytes | int | str:
    try:
        return file.read(step[1]) if step[0] == "read" else file.seek(step[1], step[2])
    except (OSError, ValueError):
        return "refused"


@given(steps=STEPS, start=st.integers(0, 50), length=st.integers(0, 50))
def test_it_answers_like_a_file_of_its_own(
    steps: list[tuple[str, int, int]], start: int, length: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "stretch"
    path.write_bytes(octets := bytes(range(100)))
    own = io.BufferedReader(io.BytesIO(octets[start : start + length]))
    with open(path, "rb") as file, open_stretch(file.fileno(), start, start + length) as stretch:
        for step in steps:
            # BytesIO lets nobody go ahead of its beginning but takes that for the beginning.
            if step[0] == "seek" and (0, own.tell(), length)[step[2]] + step[1] < 0:
                assert act(stretch, step) == "refused"
                continue
            assert act(stretch, step) == act(own, step)
            assert stretch.tell() == own.tell()


def test_the_file_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"tag sound tag")
    with open(path, "rb") as file:
        with open_stretch(file.fileno(), 4, 9) as stretch:
            assert stretch.read() == b"sound"
        assert file.read() == b"tag sound tag"
