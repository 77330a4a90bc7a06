"""What podcast-partytime 5.0.0, the reader of the Podcast Index, should say of a feed, from the model.

Its gaps: it takes the first of several locations, and of that neither ``rel`` nor ``country``; it knows of
no ``podcast:image``, ``updateFrequency`` and ``podping``, no ``funding`` and ``contentLink`` of items, no
``socialInteract`` of channels, no title of a publisher. Of live items it reads people, alternate enclosures
(always of length 0), the value, the chat and the links. A soundbite without a title gets that of the show. It
resolves the references of HTML in a CDATA section, where there are none to resolve for XML.
"""

from datetime import UTC, datetime

from feedpub.model import (
    AlternateEnclosure,
    Episode,
    Person,
    RemoteItem,
    Show,
    SocialInteract,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)
from tests.feed.feedsmith_words import Words, known


def moment(it: datetime) -> str:
    """As JavaScript writes dates into JSON."""
    return it.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def person(it: Person) -> Words:
    """Roles and groups are spelled as the taxonomy has them."""
    return known(name=it.name, role=it.role.title(), group=it.group.title(), img=it.image, href=it.url)


def remote_item(it: RemoteItem) -> Words:
    return known(
        feedGuid=it.feed_guid, feedUrl=it.feed_url, itemGuid=it.item_guid, medium=it.medium, title=it.title
    )


def recipient(it: ValueRecipient) -> Words:
    words = known(name=it.name, customKey=it.custom_key, customValue=it.custom_value)
    return words | {"type": it.type, "address": it.address, "split": it.split, "fee": it.fee}


def time_split(it: ValueTimeSplit) -> Words:
    words = {"startTime": it.start.total_seconds(), "duration": it.duration.total_seconds()}
    if not it.remote_item:
        return words | {"type": "recipients", "recipients": [recipient(one) for one in it.recipients]}
    return words | {
        "type": "remoteItem",
        "remoteItem": remote_item(it.remote_item),
        "remoteStartTime": it.remote_start.total_seconds() if it.remote_start else 0,
        "remotePercentage": it.remote_percentage,
    }


def value(it: Value) -> Words:
    return {
        "type": it.type,
        "method": it.method,
        "suggested": float(it.suggested),
        "recipients": [recipient(one) for one in it.recipients],
        "valueTimeSplits": [time_split(one) for one in it.time_splits],
    }


def social(it: SocialInteract) -> Words:
    return known(
        platform=it.protocol, id=it.account_id, url=it.uri, priority=it.priority, profileUrl=it.account_url
    )


def alternate(it: AlternateEnclosure) -> Words:
    """A source without a type of its own has that of the file."""
    words = known(
        bitrate=float(it.bitrate) if it.bitrate else None,
        height=it.height,
        lang=it.language,
        title=it.title,
        rel=it.rel,
        codecs=it.codecs,
        integrity=it.integrity and {"type": it.integrity.type, "value": it.integrity.value},
    )
    return words | {
        "type": it.type,
        "length": it.length_bytes,
        "default": it.default,
        "source": [{"uri": uri, "contentType": kind or it.type} for uri, kind in it.sources],
    }


def shared(it: Show | Episode) -> Words:
    """What the podcast namespace says of both."""
    assert it.license
    assert it.chat
    place = it.location[0]
    return {
        "podcastPeople": [person(one) for one in it.people],
        "podcastLocation": {"name": place.name, "geo": place.geo, "osm": place.osm},
        "license": {"identifier": it.license.name, "url": it.license.url},
        "value": value(it.value[0]),
        "chat": {
            "phase": "7",
            "protocol": it.chat.protocol,
            "server": it.chat.server,
            "accountId": it.chat.account_id,
            "space": it.chat.space,
        },
        "podcastTxt": [known(value=txt.text, purpose=txt.purpose) for txt in it.txt],
    }


def episode(it: Episode, within: Show) -> Words:
    """An item, without what RSS and Apple say of it. An alternate enclosure without a length is passed over."""
    return shared(it) | {
        "podcastTranscripts": [
            known(url=one.url, type=one.type, language=one.language or within.language, rel=one.rel)
            for one in it.transcripts
        ],
        "podcastChapters": {"url": it.chapters_url, "type": "application/json+chapters"},
        "podcastSoundbites": [
            {
                "startTime": one.start.total_seconds(),
                "duration": one.duration.total_seconds(),
                "title": one.title or within.title,
            }
            for one in it.soundbites
        ],
        "podcastSeason": {"number": it.season, "name": it.season_name},
        "podcastEpisode": {"number": it.number, "display": it.number_display},
        "alternativeEnclosures": [alternate(one) for one in it.alternates if one.length_bytes],
        "podcastSocialInteraction": [social(one) for one in it.social],
    }


def live_item(it: Episode, status: str) -> Words:
    """A live item, without what RSS says of it."""
    assert it.published
    assert it.live
    assert it.live.end
    read = ("podcastPeople", "value", "chat")
    return {name: words for name, words in shared(it).items() if name in read} | {
        "status": status,
        "start": moment(it.published),
        "end": moment(it.live.end),
        "alternativeEnclosures": [alternate(one) | {"length": 0} for one in it.alternates],
        "contentLinks": [{"title": text, "url": url} for url, text in it.content_links],
    }


def show(it: Show) -> Words:
    """A channel, without what RSS and Apple say of it."""
    assert it.owner
    assert it.publisher
    txt = shared(it)["podcastTxt"]
    return shared(it) | {
        "guid": it.guid,
        "medium": it.medium,
        "locked": it.locked,
        "podcastOwner": it.owner.email,
        "podcastBlocked": "yes" if it.block else "no",
        "podcastBlockedPlatforms": dict.fromkeys(it.block_services, True)
        | dict.fromkeys(it.allow_services, False),
        "podcastTxt": [{"value": it.verify, "purpose": "applepodcastsverify"}, *txt],
        "podcastFunding": [{"message": label, "url": url} for url, label in it.funding],
        "trailers": [
            known(
                title=one.title,
                url=one.url,
                pubdate=moment(one.published),
                length=one.length_bytes,
                type=one.type,
                season=one.season,
            )
            for one in it.trailers
        ],
        "podcastPublisher": {"feedGuid": it.publisher.feed_guid, "feedUrl": it.publisher.feed_url},
        "podroll": [remote_item(one) for one in it.podroll],
        "podcastRemoteItems": [remote_item(one) for one in it.remote_items],
    }
