"""What a new show begins with: the files beside this one, filled in."""

import os
from string import Template

_HERE = os.path.dirname(__file__)
#: relative to this folder -> relative to the workspace; `$name` is the show's folder
_FILES = {
    "config.toml": "config.toml",
    "gitignore": ".gitignore",
    "show.toml": "feeds/$name/show.toml",
    "episodes/trailer.md": "feeds/$name/episodes/trailer.md",
    "audio/trailer.mp3": "feeds/$name/audio/trailer.mp3",
    "art/cover.png": "feeds/$name/art/cover.png",
}


def plan_starter(
    name: str, *, title: str, author: str, email: str, timezone: str, today: str
) -> dict[str, bytes]:
    """Path relative to the workspace -> bytes, for a workspace that builds at once."""
    texts = {"title": title, "author": author, "email": email, "timezone": timezone, "date": today}
    values = {key: _inside_quotes(value) for key, value in texts.items()} | {"name": name}
    return {
        Template(target).substitute(name=name): _fill(source, values) for source, target in _FILES.items()
    }


def _fill(source: str, values: dict[str, str]) -> bytes:
    with open(os.path.join(_HERE, source), "rb") as file:
        data = file.read()
    if source.endswith((".toml", ".md")):
        return Template(data.decode()).substitute(values).encode()
    return data


def _inside_quotes(text: str) -> str:
    """`text` as it stands between double quotes, in TOML and YAML alike."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain.replace("\\", "\\\\").replace('"', '\\"')
