"""What must be true of a noun as a whole, when each of its values is right by itself."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from feedpub.kinds.fault import Fault, quote
from feedpub.model.alternate_enclosure import AlternateEnclosure, Integrity
from feedpub.model.finding import Severity
from feedpub.model.foreign_tag import ForeignTag
from feedpub.model.image import Image
from feedpub.model.license import License
from feedpub.model.remote_item import RemoteItem
from feedpub.model.social import SocialInteract
from feedpub.model.soundbite import Soundbite
from feedpub.model.txt import Txt
from feedpub.model.update_frequency import UpdateFrequency
from feedpub.model.value import Value, ValueRecipient, ValueTimeSplit

#: keysend's own keys for records begin here (BOLT 1, type-length-value format)
_FIRST_CUSTOM_KEY = 65_536


def check_noun(noun: object) -> Fault | None:
    """What is wrong with a model noun whose values are each right by themselves; None for most."""
    check = _CHECKS.get(type(noun))
    return check(noun) if check else None


def check_several(nouns: Sequence[object]) -> Fault | None:
    """What is wrong with several nouns of one kind beside each other."""
    if len(nouns) < 2:
        return None
    if isinstance(nouns[0], SocialInteract):
        return _check_social_list([noun for noun in nouns if isinstance(noun, SocialInteract)])
    if isinstance(nouns[0], AlternateEnclosure):
        defaults = [noun for noun in nouns if isinstance(noun, AlternateEnclosure) and noun.default]
        if len(defaults) > 1:
            return _wrong("more than one of them is the `default`", "leave `default` with one of them")
    if isinstance(nouns[0], Value):
        return _check_schemes([noun for noun in nouns if isinstance(noun, Value)])
    return None


def _check_social_list(interacts: list[SocialInteract]) -> Fault | None:
    if any(interact.protocol == "disabled" for interact in interacts):
        return _wrong("comments are `disabled`, and collected elsewhere too", "remove one of the two")
    priorities = [interact.priority for interact in interacts if interact.priority is not None]
    if len(set(priorities)) < len(priorities):
        message = "two of them have the same `priority`"
        return Fault("same-priority", message, "give each another number", Severity.WARNING)
    return None


def _check_social(interact: SocialInteract) -> Fault | None:
    if interact.protocol != "disabled":
        return None if interact.uri else _no_post(interact.protocol)
    if interact[1:] != ("", "", "", None):
        return _wrong("comments are `disabled`, and yet there is more", "leave out all but the protocol")
    return None


def _no_post(protocol: str) -> Fault:
    if "://" in protocol:
        message = f"{quote(protocol)} is an address, and stands where the `protocol` must be"
        return _misplaced(message, "write the network, such as activitypub, and the post as `uri`")
    return _missing("the post has no `uri`", "write the address of the post, or `disabled` for no comments")


def _check_licence(licence: License) -> Fault | None:
    from feedpub.kinds.identifiers import is_known_licence, unknown_licence

    return None if licence.url or is_known_licence(licence.name) else unknown_licence(licence.name)


def _check_updates(updates: UpdateFrequency) -> Fault | None:
    from feedpub.kinds.times import is_whole_day, parse_rrule

    if not (updates.text or updates.rrule or updates.complete):
        return _missing("it is not said how often episodes come", "say it in words, as in `every Monday`")
    parts = parse_rrule(updates.rrule) or {}
    if "COUNT" in parts and not updates.start:
        return _missing("a rule with COUNT has no `start`", "say when it begins, as in 2026-01-05")
    until = parts.get("UNTIL")
    if until and updates.start and is_whole_day(until) != is_whole_day(updates.start):
        message = f"UNTIL={until} and the start {quote(updates.start)} are not of one form"
        return _wrong(message, "write both as dates, or both with a time of day")
    return None


def _check_recipient(recipient: ValueRecipient) -> Fault | None:
    key, value = recipient.custom_key, recipient.custom_value
    if bool(key) != bool(value):
        lacking = "custom_value" if key else "custom_key"
        return _missing(f"{quote(recipient.name)} has no `{lacking}`", "give both, or neither")
    if recipient.type == "node":
        if not re.fullmatch("0[23][0-9a-fA-F]{64}", recipient.address):
            fix = "write the node's public key: 66 hexadecimal digits that begin with 02 or 03"
            if "@" in recipient.address:
                fix = 'a lightning address needs type = "lnaddress"'
            return Fault("bad-address", f"{quote(recipient.address)} is no address of a node", fix)
        if key and not (
            key.isascii() and key.isdecimal() and len(key) < 20 and int(key) >= _FIRST_CUSTOM_KEY
        ):
            return _wrong(
                f"{quote(key)} is no key of a payment", f"it is a number from {_FIRST_CUSTOM_KEY} on"
            )
    if recipient.type == "lnaddress" and not re.fullmatch(
        r"[^\s@]{1,64}@[A-Za-z0-9.-]{1,253}", recipient.address
    ):
        message = f"{quote(recipient.address)} is no lightning address"
        return Fault("bad-address", message, "write it as in name@getalby.com")
    return None


def _check_recipients(recipients: tuple[ValueRecipient, ...]) -> Fault | None:
    if any(recipient.split for recipient in recipients):
        return None
    return _wrong("all `split`s are 0, so nobody is paid", "give at least one of them a share")


def _check_value(value: Value) -> Fault | None:
    from decimal import Decimal

    if not value.recipients:
        return _missing("there is no recipient", "add [[value.recipients]]")
    if fault := _check_recipients(value.recipients):
        return fault
    if value.suggested and Decimal(value.suggested) > Decimal("0.01"):
        message = f"{quote(value.suggested)} for each minute is much"
        return Fault("large-amount", message, "it is a part of a whole bitcoin", Severity.WARNING)
    return _check_overlap(value.time_splits)


def _check_schemes(values: list[Value]) -> Fault | None:
    if len({(value.type, value.method) for value in values}) == len(values):
        return None
    message = "two of them have the same `type` and `method`, of which apps take one"
    return Fault("same-scheme", message, "put their recipients into one", Severity.WARNING)


def _check_overlap(splits: tuple[ValueTimeSplit, ...]) -> Fault | None:
    ordered = sorted(splits, key=lambda split: split.start)
    for one, following in pairwise(ordered):
        if one.start + one.duration > following.start:
            message = f"the time split at {one.start} runs into the one at {following.start}"
            return Fault("overlapping-splits", message, "shorten it", Severity.WARNING)
    return None


def _check_time_split(split: ValueTimeSplit) -> Fault | None:
    if bool(split.recipients) == (split.remote_item is not None):
        what = "both" if split.recipients else "neither"
        return _wrong(f"there are {what} `recipients` and a `remote_item`", "give one of the two")
    if not split.duration:
        return _wrong("the time split lasts no time", "say how long it is")
    if split.recipients:
        if split.remote_percentage is not None or split.remote_start is not None:
            return _wrong("without a `remote_item` nothing is remote", "remove what begins with `remote_`")
        return _check_recipients(split.recipients)
    return None


def _check_remote_item(item: RemoteItem) -> Fault | None:
    from feedpub.kinds.identifiers import check_guid

    if item.show and check_guid(item.show) is None:
        message = f"{quote(item.show)} is the guid of a feed, and stands where the name of a `show` must be"
        return _misplaced(message, "write it as `feed_guid`")
    if "://" in item.show:
        message = f"{quote(item.show)} is an address, and stands where the name of a `show` must be"
        return _misplaced(message, "write it as `feed_url`, and the podcast:guid of that feed as `feed_guid`")
    if item.show or item.feed_guid:
        return None
    fix = "add `feed_guid`, the podcast:guid of the feed, or `show` for one of this workspace"
    return _missing("it is not said which feed is meant", fix)


def _check_alternate(alternate: AlternateEnclosure) -> Fault | None:
    if not (alternate.file or alternate.sources):
        return _missing("it has neither `file` nor `sources`", "say where it can be fetched")
    if "://" in alternate.file:
        message = f"{quote(alternate.file)} is an address, and stands where a `file` must be"
        return _misplaced(message, "write it as `sources`, and its media type as `type`")
    if not (alternate.file or alternate.type):
        return _missing("it has no `type`", "add the media type, as in audio/opus")
    if alternate.bitrate and 0 < float(alternate.bitrate) < 1000:
        message = f"{quote(alternate.bitrate)} bits per second are few"
        fix = f"for kilobits write {alternate.bitrate}000" if alternate.bitrate.isdecimal() else "write bits"
        return Fault("low-bitrate", message, fix, Severity.WARNING)
    return None


def _check_integrity(integrity: Integrity) -> Fault | None:
    from feedpub.kinds.media import check_sri

    return check_sri(integrity.value) if integrity.type == "sri" else None


def _check_image(image: Image) -> Fault | None:
    from feedpub.kinds.media import check_purpose, parse_ratio

    if fault := check_purpose(image.purpose):
        return fault
    ratio = parse_ratio(image.aspect_ratio)
    # A pixel more or less is what rounding does.
    if not (ratio and image.width and image.height) or abs(image.width / ratio - image.height) <= 1:
        return None
    message = f"{image.width} x {image.height} pixels are not {quote(image.aspect_ratio)}"
    return Fault("aspect-ratio-differs", message, "correct one of them", Severity.WARNING)


def _check_soundbite(soundbite: Soundbite) -> Fault | None:
    if soundbite.duration > timedelta():
        return None
    return _wrong("the soundbite lasts no time", "say how long it is; 15 to 120 seconds are usual")


def _check_txt(txt: Txt) -> Fault | None:
    if txt.purpose.casefold() != "ai-content" or txt.text in ("true", "false"):
        return None
    return _wrong(f"{quote(txt.text)} says not whether content is made by AI", "write true or false")


def _check_foreign_tag(tag: ForeignTag) -> Fault | None:
    # A second one would make another show, or another episode, of what listeners have subscribed to.
    if tag.name == "podcast:guid":
        message = "`podcast:guid` is the identity of the show, and no tag to be passed through"
        return _misplaced(message, "leave it out: feedpub writes the one that ledger.toml keeps")
    for name in tag.attributes:
        if not re.fullmatch(r"(?:[A-Za-z_][\w.-]{0,60}:)?[A-Za-z_][\w.-]{0,60}", name, re.ASCII):
            return _wrong(f"{quote(name)} is no name of an attribute", "use letters, digits, `-` and `_`")
    return None


def _missing(message: str, fix: str) -> Fault:
    return Fault("missing-value", message, fix)


def _misplaced(message: str, fix: str) -> Fault:
    return Fault("misplaced-value", message, fix)


def _wrong(message: str, fix: str) -> Fault:
    return Fault("contradiction", message, fix)


_CHECKS: dict[type, Callable[[Any], Fault | None]] = {
    SocialInteract: _check_social,
    License: _check_licence,
    UpdateFrequency: _check_updates,
    ValueRecipient: _check_recipient,
    Value: _check_value,
    ValueTimeSplit: _check_time_split,
    RemoteItem: _check_remote_item,
    AlternateEnclosure: _check_alternate,
    Integrity: _check_integrity,
    Image: _check_image,
    Soundbite: _check_soundbite,
    Txt: _check_txt,
    ForeignTag: _check_foreign_tag,
}
