"""A tag of a namespace that feedpub knows nothing of."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class ForeignTag(NamedTuple):
    """An element that is passed through as it is given."""

    name: Annotated[str, Setting("The tag's name with its prefix, which `[feed.namespaces]` declares.", '"media:rating"', "tag name")]
    text: Annotated[str, Setting("What stands in it.", '"nonadult"')] = ""
    attributes: Annotated[dict[str, str], Setting("Its attributes.", '{ scheme = "urn:simple" }')] = {}
    children: Annotated["tuple[ForeignTag, ...]", Setting("Tags within it, with the same keys.", '[{ name = "media:title", text = "The lamp" }]')] = ()
