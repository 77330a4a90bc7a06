"""Free text in a feed, for those who know what to look for."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Txt(NamedTuple):
    """A note to a service, such as a proof of ownership (podcast namespace, docs/tags/txt.md)."""

    text: Annotated[str, Setting("The text.", '"S6lpp-7ZCn8-dZfGc-OoyaG"', longest=4000)]
    purpose: Annotated[str, Setting("What it is for: `verify`, `release`, `ai-content`, or what the service asks for.", '"verify"', longest=128)] = ""
