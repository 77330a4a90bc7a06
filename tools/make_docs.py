"""Writes the parts of the documentation and the schemas that come out of the code.

python tools/make_docs.py            write them
python tools/make_docs.py --check    say which are out of date, and fail if any is
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def list_generated() -> Iterator[tuple[str, Callable[[], str]]]:
    """Every generated file with what renders it. Another one is another line here."""
    from tools.commands_reference import list_help, render_commands
    from tools.episode_keys_reference import render_episode_keys
    from tools.rules_reference import list_rule_pages
    from tools.settings_reference import render_settings_reference, render_settings_schema
    from tools.tags_reference import render_tags

    yield "docs/reference/settings.md", render_settings_reference
    yield "docs/reference/commands.md", render_commands
    yield "docs/reference/episode-keys.md", render_episode_keys
    yield "docs/reference/tags.md", render_tags
    yield "schemas/settings.schema.json", render_settings_schema
    yield from list_rule_pages()
    for words, text in list_help():
        name = words.removeprefix("feedpub ").replace(" ", "-")
        yield f"feedpub/cli/help/{name}.txt", lambda text=text: f"{text.rstrip()}\n"  # type: ignore[misc]


def main(words: list[str]) -> int:
    """Returns the exit code."""
    check = "--check" in words
    generated = list(list_generated())
    stale = [path for path, render in generated if not _is_current(ROOT / path, render(), check)]
    for path in stale:
        print(f"{path} is out of date: run make docs" if check else f"wrote {path}")
    left = sorted(list_left_over({path for path, _ in generated}))
    for path in left:
        if not check:
            (ROOT / path).unlink()
        print(f"{path} is of nothing any more: run make docs" if check else f"removed {path}")
    return 1 if check and (stale or left) else 0


def list_left_over(generated: set[str]) -> set[str]:
    """The files in folders of generated files alone that nothing generates any more."""
    from tools.rules_reference import FOLDER

    return {f"{FOLDER}/{path.name}" for path in (ROOT / FOLDER).glob("*.md")} - generated


def _is_current(path: Path, text: str, check: bool) -> bool:
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return True
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
