"""Another place where the same content can be heard or seen."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class ContentLink(NamedTuple):
    """A page that plays an episode or a live stream (podcast namespace, docs/tags/content-link.md)."""

    url: Annotated[str, Setting("The page.", '"https://www.youtube.com/watch?v=aqz-KE-bpKQ"', "https url")]
    text: Annotated[str, Setting("What apps call the link.", '"Watch on YouTube"')] = "Listen elsewhere"
