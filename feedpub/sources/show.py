"""The settings of a show -> the Show that its feed describes."""

from feedpub.model import Owner, Show, ShowType
from feedpub.model.category import parse_category
from feedpub.sources.people import People
from feedpub.sources.settings import ShowSettings


def describe_show(name: str, settings: ShowSettings) -> Show:
    """The show in the folder `name`, without what other stages know of it (guid, address of its artwork)."""
    owner = settings.owner
    return Show(
        name,
        settings.title,
        settings.description,
        settings.site,
        settings.feed_url,
        settings.language,
        settings.author,
        artwork="",
        categories=tuple(map(parse_category, settings.categories)),
        explicit=settings.explicit,
        type=ShowType(settings.type),
        owner=Owner(owner.name, owner.email) if owner else None,
        copyright=settings.copyright,
        people=People(settings).hosts,
        new_feed_url=settings.new_feed_url,
        block=settings.block,
        complete=settings.complete,
        verify=settings.verify,
    )
