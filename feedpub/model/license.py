"""What others may do with a show or an episode."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class License(NamedTuple):
    """A licence (podcast namespace, docs/tags/license.md)."""

    name: Annotated[str, Setting("The licence's identifier, such as `CC-BY-SA-4.0` (SPDX), or a name of your own with `url`.", '"CC-BY-SA-4.0"', "license", longest=128)]
    url: Annotated[str, Setting("Its full text; required for a licence of your own.", '"https://example.com/licence.html"', "https url")] = ""
