"""The settings that only the feed is concerned with."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class FeedSettings(NamedTuple):
    """`[feed]`: what the feed holds beside the show and its episodes."""

    hubs: Annotated[tuple[str, ...], Setting("WebSub hubs that are told of changes.", '["https://pubsubhubbub.appspot.com/"]', "url")] = ()
    locked: Annotated[bool | None, Setting("Whether other hosts are asked not to import the show. Not set: the feed does not say.", "true")] = None
    limit: Annotated[int, Setting("How many episodes the feed holds at most, newest first; 0 for all.", "0")] = 0
    stylesheet: Annotated[bool, Setting("Whether the feed is readable in a browser.", "true")] = True
    namespaces: Annotated[dict[str, str], Setting("Further XML namespaces for the tags in `extra`: prefix and URI.", '{ media = "http://search.yahoo.com/mrss/" }', "namespace")] = {}
    creators: Annotated[bool, Setting("Whether episodes name their makers in `dc:creator` as well.", "true")] = False
