"""``psc:chapters``: chapters inside of the feed (Podlove Simple Chapters 1.2)."""

from feedpub.feed.namespaces import qualified
from feedpub.feed.tag import Item, Tag, Value, Values, given
from feedpub.model import Chapter

_CHAPTER = qualified("psc", "chapter")


def format_clock(milliseconds: int) -> str:
    """``01:02:03.500``, the normal play time of RFC 2326, section 3.6."""
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}"


def _chapter(chapter: Chapter) -> Value:
    start = format_clock(chapter.start_ms)
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
