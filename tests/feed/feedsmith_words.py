"""What feedsmith 3.0.1 should say of a feed, in its own words, from the model.

It reads neither ``podcast:funding`` nor ``podcast:contentLink`` of an item (both came late to that level), and
of a live item nothing but the podcast namespace.
"""

from datetime import timedelta

from feedpub.feed.dates import format_date
from feedpub.model import (
    AlternateEnclosure,
    Chapter,
    Episode,
    Image,
    Location,
    Person,
    RemoteItem,
    Show,
    SocialInteract,
    Value,
    ValueRecipient,
)

Words = dict[str, object]


def known(**words: object) -> Words:
    """Without what was not given: feedsmith leaves it out, too."""
    return {name: word for name, word in words.items() if word not in (None, "", [], False)}


def person(it: Person) -> Words:
    group = "" if it.group == "cast" else it.group
    return known(display=it.name, role=it.role, group=group, img=it.image, href=it.url)


def location(it: Location) -> Words:
    return known(display=it.name, rel=it.rel, geo=it.geo, osm=it.osm, country=it.country)


def image(it: Image) -> Words:
    words = known(href=it.url, alt=it.alt, aspectRatio=it.aspect_ratio, type=it.type, purpose=it.purpose)
    return words | known(width=it.width or None, height=it.height or None)


def remote_item(it: RemoteItem) -> Words:
    return known(
        feedGuid=it.feed_guid, feedUrl=it.feed_url, itemGuid=it.item_guid, medium=it.medium, title=it.title
    )


def recipient(it: ValueRecipient) -> Words:
    words = known(name=it.name, customKey=it.custom_key, customValue=it.custom_value, fee=it.fee)
    return words | {"type": it.type, "address": it.address, "split": it.split}


def value(it: Value) -> Words:
    splits = [
        known(
            startTime=seconds(split.start),
            duration=seconds(split.duration),
            remoteStartTime=seconds(split.remote_start),
            remotePercentage=split.remote_percentage,
            remoteItem=split.remote_item and remote_item(split.remote_item),
            valueRecipients=[recipient(one) for one in split.recipients],
        )
        for split in it.time_splits
    ]
    return known(
        type=it.type,
        method=it.method,
        suggested=float(it.suggested),
        valueRecipients=[recipient(one) for one in it.recipients],
        valueTimeSplits=splits,
    )


def seconds(length: timedelta | None) -> float | None:
    return None if length is None else length.total_seconds()


def social(it: SocialInteract) -> Words:
    return known(
        uri=it.uri,
        protocol=it.protocol,
        accountId=it.account_id,
        accountUrl=it.account_url,
        priority=it.priority,
    )


def alternate(it: AlternateEnclosure) -> Words:
    return known(
        type=it.type,
        length=it.length_bytes,
        bitrate=float(it.bitrate) if it.bitrate else None,
        height=it.height,
        lang=it.language,
        title=it.title,
        rel=it.rel,
        codecs=it.codecs,
        default=it.default,
        sources=[known(uri=source.uri, contentType=source.content_type) for source in it.sources],
        integrity=it.integrity and {"type": it.integrity.type, "value": it.integrity.value},
    )


def chapter(it: Chapter) -> Words:
    start = f"{it.start_ms // 3_600_000:02}:{it.start_ms // 60_000 % 60:02}:{it.start_ms / 1000 % 60:06.3f}"
    return known(start=start, title=it.title, href=it.url, image=it.image)


def shared(it: Show | Episode) -> Words:
    """What the podcast namespace says of both."""
    return known(
        persons=[person(one) for one in it.people],
        locations=[location(one) for one in it.location],
        license=it.license and known(display=it.license.name, url=it.license.url),
        values=[value(one) for one in it.value],
        images=[image(one) for one in it.images],
        txts=[known(display=txt.text, purpose=txt.purpose) for txt in it.txt],
        chat=it.chat
        and known(
            server=it.chat.server,
            protocol=it.chat.protocol,
            accountId=it.chat.account_id,
            space=it.chat.space,
        ),
    )


def episode(it: Episode) -> Words:
    """The podcast namespace of an item."""
    return shared(it) | known(
        transcripts=[
            known(url=one.url, type=one.type, language=one.language, rel=one.rel) for one in it.transcripts
        ],
        chapters={"url": it.chapters_url, "type": "application/json+chapters"},
        soundbites=[
            known(startTime=seconds(one.start), duration=seconds(one.duration), display=one.title)
            for one in it.soundbites
        ],
        season=known(number=it.season, name=it.season_name),
        episode=known(number=it.number, display=it.number_display),
        alternateEnclosures=[alternate(one) for one in it.alternates],
        socialInteracts=[social(one) for one in it.social],
    )


def live_item(it: Episode, status: str) -> Words:
    """The podcast namespace of a live item."""
    assert it.published
    assert it.live
    assert it.live.end
    return episode(it) | {
        "status": status,
        "start": it.published.isoformat(),
        "end": it.live.end.isoformat(),
        "contentLinks": [{"href": url, "display": text} for url, text in it.content_links],
    }


def show(it: Show) -> Words:
    """The podcast namespace of a channel. It does not read ``podcast:socialInteract`` there."""
    assert it.owner
    assert it.updates
    assert it.publisher
    blocks = [{"value": True}]
    blocks += [{"value": True, "id": service} for service in it.block_services]
    blocks += [{"value": False, "id": service} for service in it.allow_services]
    return shared(it) | {
        "guid": it.guid,
        "medium": it.medium,
        "locked": {"value": it.locked, "owner": it.owner.email},
        "blocks": blocks,
        "txts": [{"display": it.verify, "purpose": "applepodcastsverify"}, *shared(it)["txts"]],
        "podping": {"usesPodping": it.podping},
        "updateFrequency": {
            "display": it.updates.text,
            "complete": it.updates.complete,
            "dtstart": it.updates.start,
            "rrule": it.updates.rrule,
        },
        "fundings": [{"url": url, "display": label} for url, label in it.funding],
        "trailers": [
            known(
                display=one.title,
                url=one.url,
                pubDate=format_date(one.published),
                length=one.length_bytes,
                type=one.type,
                season=one.season,
            )
            for one in it.trailers
        ],
        "publisher": {"remoteItem": remote_item(it.publisher)},
        "podroll": {"remoteItems": [remote_item(one) for one in it.podroll]},
        "remoteItems": [remote_item(one) for one in it.remote_items],
    }
