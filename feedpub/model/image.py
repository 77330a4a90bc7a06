"""A picture for one of many uses."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Image(NamedTuple):
    """A picture or a short film (podcast namespace, docs/tags/image.md)."""

    #: an absolute URL by the time that a feed is written
    url: Annotated[str, Setting("The picture: a file below the show's folder, or a URL.", '"art/banner.jpg"', "path or url")]
    alt: Annotated[str, Setting("What is to be seen in it, for those who do not see it.", '"A lamp behind a wet window"')] = ""
    aspect_ratio: Annotated[str, Setting("Width and height in relation. Local pictures are measured.", '"16/9"', "aspect ratio")] = ""
    width: Annotated[int, Setting("The width in pixels. Local pictures are measured.", "1500")] = 0
    height: Annotated[int, Setting("The height in pixels. Local pictures are measured.", "500")] = 0
    type: Annotated[str, Setting("The media type. Told by the content of local pictures.", '"image/webp"', "media type")] = ""
    purpose: Annotated[str, Setting("What it is for: words such as `artwork`, `social`, `canvas`, `banner`, `publisher`, `circular`, with blanks between.", '"artwork social"', "tokens", longest=128)] = ""
