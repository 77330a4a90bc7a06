from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.release.ledger import Ledger, LedgerEntry, LedgerFault, parse_ledger, render_ledger

GUID = "9b024349-ccf0-5f69-a609-6b82873eab3c"
ONE = LedgerEntry(
    "guid-1", "episodes/1.md", "one", datetime(2020, 1, 2, tzinfo=UTC), "https://x.example/1.mp3", 7, "ab"
)
TWO = LedgerEntry("guid-2", "episodes/2.md", "two", datetime(2021, 1, 2, tzinfo=timezone(timedelta(hours=2))))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
entries = st.builds(
    LedgerEntry,
    guid=texts,
    source=texts,
    slug=texts,
    published=st.datetimes(timezones=st.just(UTC)).map(lambda when: when.replace(microsecond=0)),
    enclosure=texts.filter(bool),
    length_bytes=st.integers(0, 2**40),
    sha256=texts,
)


@given(st.lists(entries, max_size=5))
def test_any_ledger_is_read_back_as_it_was_written(rows: list[LedgerEntry]) -> None:
    ledger = Ledger(GUID, tuple(rows))
    assert parse_ledger(render_ledger(ledger)) == ledger


@given(st.lists(entries, max_size=4), st.lists(entries, max_size=3), st.data())
def test_editing_line_by_line_gives_what_was_meant(
    before: list[LedgerEntry], new: list[LedgerEntry], data: st.DataObject
) -> None:
    old = render_ledger(Ledger(GUID, tuple(before)))
    kept = [data.draw(st.one_of(st.just(one), entries)) for one in before]
    dropped = frozenset(data.draw(st.sets(st.integers(0, len(before) - 1)))) if before else frozenset()
    text = render_ledger(Ledger(GUID, (*kept, *new)), old, dropped)
    expected = [one for at, one in enumerate(kept) if at not in dropped] + new
    assert parse_ledger(text) == Ledger(GUID, tuple(expected))


def test_notes_that_people_wrote_stay_where_they_are() -> None:
    old = render_ledger(Ledger(GUID, (ONE, TWO))).replace(
        'slug = "two"', '# recorded in Lisbon\nslug = "two"'
    )
    old += '\n[[allow]]\nreason = "lost the masters"\n'
    text = render_ledger(Ledger(GUID, (ONE, TWO._replace(slug="zwei"))), old)
    assert '# recorded in Lisbon\nslug = "zwei"' in text
    assert "lost the masters" in text


def test_an_unchanged_ledger_keeps_its_bytes() -> None:
    old = render_ledger(Ledger(GUID, (ONE, TWO)))
    assert render_ledger(Ledger(GUID, (ONE, TWO)), old) == old


def _one(line: str) -> str:
    """A ledger of one entry, otherwise just as it is written, with ``line`` at its end."""
    return render_ledger(Ledger(GUID, (ONE._replace(enclosure="", length_bytes=0, sha256=""),))) + line + "\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("version = 1\nguid = \n", "is not valid TOML"),
        ("version = 2\n", "version 1"),
        ("version = 1\n", "lacks the show's `guid`"),
        ('version = 1\nguid = "x"\n', "a UUID"),
        (f'version = 1\nguid = "{GUID}"\nepisode = 3\n', "[[episode]]"),
        (f'version = 1\nguid = "{GUID}"\n[[episode]]\nsource = "a"\n', "lacks `guid` in [[episode]] no. 1"),
        (
            f'version = 1\nguid = "{GUID}"\n[[episode]]\nguid="a"\nsource="a"\nslug="a"\npublished=2020-01-01T00:00:00\n',
            "without an offset",
        ),
        (
            render_ledger(Ledger(GUID, (ONE._replace(length_bytes=-3),))),
            "`length` that is no number of bytes",
        ),
        (
            render_ledger(Ledger(GUID, (ONE._replace(published=ONE.published.replace(tzinfo=None)),))),
            "without an offset",
        ),
        (_one("").replace(f'"{ONE.guid}"', "5"), "lacks `guid` in [[episode]] no. 1"),
        (_one("").rstrip() + "\nsha256 = 5\n", "`sha256` in [[episode]] no. 1 that is not a text"),
        (_one('length = "1"'), "`length` that is no number of bytes in [[episode]] no. 1"),
        (_one("length = true"), "`length` that is no number of bytes"),
        (_one("length = -3"), "`length` that is no number of bytes"),
        (_one("enclosure = 7"), "`enclosure` in [[episode]] no. 1 that is not a text"),
        (_one("sha256 = []"), "`sha256` in [[episode]] no. 1 that is not a text"),
    ],
)
def test_what_is_no_ledger_is_said_to_be_none(text: str, message: str) -> None:
    with pytest.raises(LedgerFault, match=message.replace("[", r"\[")):
        parse_ledger(text)


def test_a_syntax_error_has_its_line() -> None:
    with pytest.raises(LedgerFault) as caught:
        parse_ledger("version = 1\n\nguid = {\n")
    assert caught.value.line == 3
