"""The podcast namespace (https://podcasting2.org/docs/podcast-namespace): a table for each subject.

What stands at which level follows the namespace's tag pages, docs/tags. ``podcast:liveItem`` is an item
under another name: see ``rss.build_live_item``. The deprecated ``podcast:images`` is not written.
"""

from feedpub.feed.podcast import (
    about,
    conversation,
    directories,
    media,
    money,
    numbering,
    other_feeds,
    people,
    schedule,
)

TAGS = (
    *directories.TAGS,
    *schedule.TAGS,
    *numbering.TAGS,
    *people.TAGS,
    *about.TAGS,
    *media.TAGS,
    *money.TAGS,
    *conversation.TAGS,
    *other_feeds.TAGS,
)
