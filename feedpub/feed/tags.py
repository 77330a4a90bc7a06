"""All tags of a feed beside those of RSS itself, in the order in which a feed has them."""

from feedpub.feed import atom, dates, dublin_core, itunes, podcast, simple_chapters

TAGS = (
    *dates.TAGS,
    *atom.TAGS,
    *itunes.TAGS,
    *podcast.TAGS,
    *simple_chapters.TAGS,
    *dublin_core.TAGS,
)
