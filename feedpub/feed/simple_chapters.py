"""``psc:chapters``: chapters inside of the feed (Podlove Simple Chapters 1.2)."""

from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Item, Tag, Value, Values, given
from feedpub.model import Chapter

_CHAPTER = qualified("psc", "chapter")


def _chapter(chapter: Chapter) -> Value:
    from feedpub.model.duration import render_clock

    start = render_clock(chapter.start_ms)
    return Value(
        attributes=given(
            {"start": start, "title": chapter.title, "href": chapter.url, "image": chapter.image}
        )
    )


def _chapters(item: Item) -> Values:
    """A chapter without a title is no chapter here; the format knows nothing of those out of the list."""
    if not item.show.simple_chapters:
        return ()
    listed = [chapter for chapter in item.episode.chapters if chapter.toc and chapter.title]
    children = tuple((_CHAPTER, _chapter(chapter)) for chapter in listed)
    return (Value(attributes={"version": "1.2"}, children=children),) if children else ()


TAGS = (Tag(qualified("psc", "chapters"), item=_chapters, rare="chapters"),)
