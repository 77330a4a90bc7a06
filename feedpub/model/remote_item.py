"""A reference to another feed, or to an episode in it."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class RemoteItem(NamedTuple):
    """Another feed, or an item of it (podcast namespace, docs/tags/remote-item.md)."""

    #: in settings only: it is resolved before a feed is written
    show: Annotated[str, Setting("A show of this workspace, by the name of its folder; what else is needed is taken from it.", '"tide-table"')] = ""
    feed_guid: Annotated[str, Setting("The other feed's `podcast:guid`. Required for feeds that are not in this workspace.", '"917393e3-1b1e-5cef-ace4-edaa54e1f810"', "guid")] = ""
    feed_url: Annotated[str, Setting("The other feed's address.", '"https://example.com/feed.xml"', "https url")] = ""
    item_guid: Annotated[str, Setting("The guid of the item that is meant, where it is not the whole feed.", '"asdf089j0-ep240-20230510"')] = ""
    medium: Annotated[str, Setting("What the other feed holds, where it is no podcast.", '"music"', "medium")] = ""
    title: Annotated[str, Setting("What apps may show without fetching the feed.", '"Tide Table"')] = ""
