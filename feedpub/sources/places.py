"""Where the fields of an episode stand in its file, for what is found out long after it was read."""

from feedpub.model import Place
from feedpub.sources.header.entry import Entry
from feedpub.sources.header.fields import choose_entries
from feedpub.sources.header.front_matter import parse_front_matter


def locate_field(text: str, path: str, field: str) -> Place:
    """The key that carries a field of the table `FIELDS`, in the text of the episode file at ``path``.

    A number that no key carries stands in the title. The place is that of the whole file where the
    front matter has no such key, or cannot be read.
    """
    front_matter, _ = parse_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), path)
    chosen = choose_entries(front_matter.entries)
    entry: Entry | None = chosen.get(field)
    if entry is None and field == "number":
        entry = chosen.get("title")
    return Place(path, entry.line, entry.column) if entry else Place(path)
