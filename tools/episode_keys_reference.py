"""The reference page of the keys in episode files, from the table by which they are read."""

from feedpub.sources.header.field import Field
from feedpub.sources.header.fields import FIELDS, PASSED_OVER

_INTRODUCTION = """\
# Keys of an episode file

<!-- Written by `make docs` from the code. Do not edit. -->

An episode file begins with a head of keys and values; the show notes follow. The head is one of:

- `Key: value` lines up to the first blank line, as Pelican has them
- YAML between two lines `---`
- TOML between two lines `+++`
- JSON in `{ }`

Case, blanks, `-` and `_` in keys do not matter. Where several keys of one row are given, the first counts.

| Key | Also | Meaning | Example |
|---|---|---|---|
"""

_PASSED_OVER = """
These keys of other tools are passed over without a word: {names}. Any other key is reported.
"""


def render_episode_keys() -> str:
    """`docs/reference/episode-keys.md`."""
    names = ", ".join(f"`{name}`" for name in sorted(PASSED_OVER))
    return _INTRODUCTION + "".join(map(_row, FIELDS)) + _PASSED_OVER.replace("{names}", names)


def _row(field: Field) -> str:
    first, *others = field.keys
    also = ", ".join(f"`{key}`" for key in others) or "-"
    cells = f"`{first}`", also, field.doc, f"`{field.example}`"
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
