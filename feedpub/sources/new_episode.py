"""The file of an episode that is still to be made."""

import json
from collections.abc import Collection
from typing import NamedTuple

from feedpub.sources.slugs import slugify

#: long enough to be told apart, short enough for a file name and an address
_LONGEST_SLUG = 80


class NewEpisode(NamedTuple):
    """An episode file to be written, and the name under which its audio will be found."""

    name: str
    text: str
    audio: str


def plan_episode(
    title: str,
    *,
    number: int,
    season: int | None,
    date: str,
    guid: str,
    pelican: bool,
    taken: Collection[str] = (),
) -> NewEpisode:
    """A draft with everything in its header that an episode needs; Pelican's kind of header, or YAML.

    Its slug is none of those that are `taken`.
    """
    slug = slugify(title)[:_LONGEST_SLUG].rstrip("-") or f"episode-{number}"
    if slug in taken:
        slug += f"-{number}"
    fields: dict[str, object] = {"title": title, "date": date, "slug": slug, "number": number}
    if season:
        fields["season"] = season
    fields |= {"guests": "", "tags": "", "summary": "", "draft": True, "guid": guid}
    header = _pelican(fields) if pelican else _yaml(fields)
    stem = f"{number:03}"
    return NewEpisode(f"{stem}-{slug}.md", header + _NOTES, f"{stem}.mp3")


_NOTES = """\
What this episode is about, in a few sentences.

## Links

- [What we talked about](https://example.com/)
"""


def _pelican(fields: dict[str, object]) -> str:
    lines = [f"{key.capitalize()}: {_text(value)}".rstrip() for key, value in fields.items()]
    return "\n".join(line.replace("Guid:", "guid:") for line in lines) + "\n\n"


def _yaml(fields: dict[str, object]) -> str:
    # A JSON string is a YAML double-quoted scalar (YAML 1.2.2, section 1.3).
    quoted = ("title", "date", "guid")
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False) if key in quoted else _text(value)}".rstrip()
        for key, value in fields.items()
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
