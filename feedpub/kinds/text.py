"""What a text must be, by the kind of its setting."""

import re
from collections.abc import Callable

from feedpub.kinds import identifiers, lists, locations, media, times
from feedpub.kinds.addresses import check_email, check_url
from feedpub.kinds.categories import check_category
from feedpub.kinds.fault import Fault, quote
from feedpub.kinds.languages import check_language
from feedpub.kinds.paths import check_path, check_suffix
from feedpub.kinds.schedules import check_schedule
from feedpub.kinds.templates import check_template, check_title_pattern
from feedpub.kinds.xml_characters import NOT_XML
from feedpub.kinds.zones import check_zone
from feedpub.model.finding import Severity
from feedpub.model.setting import Setting

_CHECKS: dict[str, Callable[[str], Fault | None]] = {
    "url": check_url,
    "email": check_email,
    "zone": check_zone,
    "language": check_language,
    "category": check_category,
    "path": check_path,
    "suffix": check_suffix,
    "https url": identifiers.check_https_url,
    "uri": identifiers.check_uri,
    "namespace": identifiers.check_namespace,
    "guid": identifiers.check_guid,
    "host name": identifiers.check_host_name,
    "tag name": identifiers.check_tag_name,
    "geo": locations.check_geo,
    "osm": locations.check_osm,
    "country": locations.check_country,
    "medium": lists.check_medium,
    "role": lists.check_role,
    "group": lists.check_group,
    "service": lists.check_service,
    "social protocol": lists.check_social_protocol,
    "chat protocol": lists.check_chat_protocol,
    "value type": lists.check_value_type,
    "value method": lists.check_value_method,
    "recipient type": lists.check_recipient_type,
    "integrity type": lists.check_integrity_type,
    "transcript rel": lists.check_transcript_rel,
    "decimal": media.check_decimal,
    "aspect ratio": media.check_aspect_ratio,
    "media type": media.check_media_type,
    "tokens": media.check_tokens,
    "rrule": times.check_rrule,
    "schedule": check_schedule,
    "iso date": times.check_iso_date,
}


def check_text(text: str, setting: Setting, may_be_empty: bool) -> Fault | None:
    """What is wrong with a text, or None."""
    if found := re.search(NOT_XML, text):
        message = f"{quote(text)} holds the character U+{ord(found[0]):04X}, which a feed cannot hold"
        return Fault("forbidden-character", message, "remove it")
    if not text.strip():
        return None if may_be_empty and not text else Fault("empty-value", "is empty", _example(setting))
    return _check_kind(text, setting) or _check_length(text, setting)


def _check_kind(text: str, setting: Setting) -> Fault | None:
    if setting.kind == "title pattern":
        return check_title_pattern(text, setting)
    if setting.kind == "template":
        return check_template(text, setting) or _check_absolute(text)
    if setting.kind == "path or url":
        return check_url(text) if "://" in text else check_path(text)
    check = _CHECKS.get(setting.kind)
    return check(text) if check else None


def _check_length(text: str, setting: Setting) -> Fault | None:
    if not setting.longest or len(text) <= setting.longest:
        return None
    message = f"{quote(text)} has {len(text):,} characters, and apps may cut it after {setting.longest:,}"
    return Fault("long-text", message, "shorten it", Severity.WARNING)


def _check_absolute(template: str) -> Fault | None:
    # Braces are nothing that an address may hold: they stand for letters.
    if "://" not in template:
        return None
    return check_url(template.replace("{", "").replace("}", ""))


def _example(setting: Setting) -> str:
    return f"write for example {setting.example}" if setting.example else "write a value or remove the line"
