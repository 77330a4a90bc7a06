"""Language tags (BCP 47), and the names that people write instead of them."""

import re

from feedpub.kinds.fault import Fault, quote

#: what every program must be able to hold (BCP 47, section 4.4.1)
_LONGEST = 35

#: regions that mean nothing but what two parties agree on (BCP 47, private use)
_PRIVATE_REGION = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")

#: what a language is called, in English and by those who speak it
_NAMES = {
    "arabic": "ar", "العربية": "ar", "bengali": "bn", "bulgarian": "bg", "catalan": "ca",
    "català": "ca", "chinese": "zh", "mandarin": "zh", "中文": "zh", "croatian": "hr", "hrvatski": "hr",
    "czech": "cs", "čeština": "cs", "danish": "da", "dansk": "da", "dutch": "nl", "nederlands": "nl",
    "english": "en", "estonian": "et", "eesti": "et", "finnish": "fi", "suomi": "fi", "french": "fr",
    "français": "fr", "francais": "fr", "german": "de", "deutsch": "de", "greek": "el",
    "ελληνικά": "el", "hebrew": "he", "עברית": "he", "hindi": "hi", "हिन्दी": "hi", "hungarian": "hu",
    "magyar": "hu", "icelandic": "is", "íslenska": "is", "indonesian": "id", "irish": "ga",
    "gaeilge": "ga", "italian": "it", "italiano": "it", "japanese": "ja", "日本語": "ja", "korean": "ko",
    "한국어": "ko", "latvian": "lv", "lithuanian": "lt", "malay": "ms", "norwegian": "no", "norsk": "no",
    "persian": "fa", "farsi": "fa", "polish": "pl", "polski": "pl", "portuguese": "pt",
    "português": "pt", "portugues": "pt", "romanian": "ro", "română": "ro", "russian": "ru",
    "русский": "ru", "serbian": "sr", "srpski": "sr", "slovak": "sk", "slovenčina": "sk",
    "slovenian": "sl", "slovenščina": "sl", "spanish": "es", "español": "es", "espanol": "es",
    "swahili": "sw", "swedish": "sv", "svenska": "sv", "tamil": "ta", "thai": "th", "turkish": "tr",
    "türkçe": "tr", "ukrainian": "uk", "українська": "uk", "urdu": "ur", "vietnamese": "vi",
    "welsh": "cy", "cymraeg": "cy",
}  # fmt: skip

#: where most podcasts come from; with one of the languages above the tag is right beyond doubt
_REGIONS = frozenset(
    "AR AT AU BE BR CA CH CL CN CO CZ DE DK ES FI FR GB GR HK HU IE IL IN IT JP KR MX NL NO NZ PL PT RO RU "
    "SE TR TW UA US ZA".split()
)

#: codes of countries that people write for the language spoken there
_COUNTRIES = {
    "cz": "cs",
    "dk": "da",
    "gr": "el",
    "gb": "en-GB",
    "jp": "ja",
    "cn": "zh-CN",
    "ua": "uk",
    "us": "en-US",
}


def check_language(text: str) -> Fault | None:
    """Whether it is a valid tag, in the form that is preferred today (`en-GB`, not `en-UK`)."""
    if _is_common(text):
        return None
    if len(text) > _LONGEST:
        return _unknown(text, _named(text[:_LONGEST]))
    # Late: it takes longer to import than all that is done here.
    from langcodes import standardize_tag, tag_is_valid
    from langcodes.tag_parser import LanguageTagError

    hyphenated = text.replace("_", "-").strip()
    try:
        today = standardize_tag(hyphenated)
        valid = tag_is_valid(hyphenated) and not _private(today)
    except (LanguageTagError, ValueError):
        return _unknown(text, _named(text))
    if not valid:
        return _unknown(text, _named(text))
    if _same(text, today):
        return None
    return _unknown(text, f"write {today}")


def _is_common(text: str) -> bool:
    language, hyphen, region = text.partition("-")
    return language in _NAMES.values() and (region in _REGIONS if hyphen else True)


def _unknown(text: str, fix: str) -> Fault:
    return Fault("unknown-language", f"{quote(text)} is no language tag", fix)


def _private(tag: str) -> bool:
    return any(_PRIVATE_REGION.fullmatch(part) for part in tag.split("-")[1:]) or tag.startswith("x-")


def _same(text: str, today: str) -> bool:
    """Equal but for case, and for a script that goes without saying (`en-Latn`)."""
    parts = text.casefold().split("-")
    if parts == today.casefold().split("-"):
        return True
    scriptless = [part for index, part in enumerate(parts) if index != 1 or len(part) != 4]
    return scriptless == today.casefold().split("-")


def _named(text: str) -> str:
    words = [word for word in re.split(r"[\W_]+", text.casefold()) if word]
    for word in words:
        if tag := _NAMES.get(word) or _COUNTRIES.get(word):
            return f"did you mean {tag}?"
    return "write the language, and perhaps the country, as in en-GB, pt-BR or de"
