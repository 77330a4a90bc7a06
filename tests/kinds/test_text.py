"""What texts may be, kind by kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedpub.kinds.text import check_text
from feedpub.model.setting import Setting

PAGE = Setting("", kind="template", placeholders=("slug", "number", "year"))
TITLE = Setting("", kind="title pattern", placeholders=("number", "title"))


def setting(kind: str) -> Setting:
    return {"template": PAGE, "title pattern": TITLE}.get(kind) or Setting("", kind=kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("", "Ólafur’s “show” 🎧\nsecond line"),
        ("url", "https://example.com"),
        ("url", "http://localhost:8000/feed.xml?x=1&y=%20#top"),
        ("url", "https://[::1]/feed"),
        ("url", "https://xn--mnchen-3ya.example/"),
        ("email", "ada.lovelace+feed@mail.example.co.uk"),
        ("zone", "Europe/Lisbon"),
        ("zone", "UTC"),
        ("language", "en"),
        ("language", "en-gb"),
        ("language", "pt-BR"),
        ("language", "zh-Hant-TW"),
        ("language", "es-419"),
        ("language", "en-Latn"),
        ("category", "Technology"),
        ("category", "Society & Culture > Documentary"),
        ("category", "Society & Culture>Documentary"),
        ("path", "art/cover.jpg"),
        ("path", "."),
        ("path", "a..b/c"),
        ("path or url", "art/cover.jpg"),
        ("path or url", "https://cdn.example/cover.jpg"),
        ("suffix", "mp3"),
        ("template", "{year}/{slug}.html"),
        ("template", "https://cdn.example/{number}.html"),
        ("title pattern", "Episode {number} - {title}"),
        ("title pattern", "#{number}"),
    ],
)
def test_what_is_right_passes(kind: str, text: str) -> None:
    assert check_text(text, setting(kind), may_be_empty=False) is None


@pytest.mark.parametrize(
    ("kind", "text", "name", "fix"),
    [
        ("", "", "empty-value", "write a value or remove the line"),
        ("", " \n", "empty-value", "write a value or remove the line"),
        ("", "a\x0bb", "forbidden-character", "remove it"),
        ("", "a\ud800b", "forbidden-character", "remove it"),
        ("url", "example.com/feed.xml", "bad-url", "did you mean https://example.com/feed.xml ?"),
        ("url", "//example.com/", "bad-url", "did you mean https://example.com/ ?"),
        ("url", "feed.xml", "bad-url", "did you mean https://feed.xml ?"),
        ("url", "ftp://example.com/", "bad-url", "listeners' apps only follow https:// and http:// addresses"),
        ("url", "javascript:alert(1)", "bad-url", "it begins with https://"),
        ("url", "https:///feed.xml", "bad-url", "write it as in https://example.com/feed.xml"),
        ("url", "https://ex ample.com/", "bad-url", "write it as in https://example.com/feed.xml"),
        ("url", "https://example.com:99999/", "bad-url", "write it as in https://example.com/feed.xml"),
        ("url", "https://[::1/", "bad-url", "write it as in https://example.com/feed.xml"),
        ("url", "https://u:geheim@example.com/", "bad-url", "leave out what stands before the @"),
        ("url", "https://münchen.example/f", "bad-url", "write https://xn--mnchen-3ya.example/f"),
        ("url", "https://example.com/a b/é", "bad-url", "write https://example.com/a%20b/%C3%A9"),
        ("url", "https://example.com/100%", "bad-url", "write https://example.com/100%25"),
        ("email", "Ada <ada@example.com>", "bad-email", "write only ada@example.com"),
        ("email", "mailto:ada@example.com", "bad-email", "write only ada@example.com"),
        ("email", "ada@localhost", "bad-email", "write it as in ada@example.com"),
        ("email", "ada at example.com", "bad-email", "write it as in ada@example.com"),
        ("zone", "europe/lisbon", "unknown-zone", "did you mean Europe/Lisbon?"),
        ("zone", "Lisbon", "unknown-zone", "did you mean Europe/Lisbon?"),
        ("zone", "Europe/Lissabon", "unknown-zone", "did you mean Europe/Lisbon?"),
        ("zone", "New York", "unknown-zone", "did you mean America/New_York?"),
        ("language", "english", "unknown-language", "did you mean en?"),
        ("language", "Deutsch", "unknown-language", "did you mean de?"),
        ("language", "en-UK", "unknown-language", "write en-GB"),
        ("language", "en_US", "unknown-language", "write en-US"),
        ("language", "eng", "unknown-language", "write en"),
        ("language", "iw", "unknown-language", "write he"),
        ("language", "jp", "unknown-language", "did you mean ja?"),
        (
            "language",
            "xx",
            "unknown-language",
            "write the language, and perhaps the country, as in en-GB, pt-BR or de",
        ),
        (
            "language",
            "en-XX",
            "unknown-language",
            "write the language, and perhaps the country, as in en-GB, pt-BR or de",
        ),
        ("category", "technology", "unknown-category", "write `Technology`"),
        ("category", "Society & Culture > documentary", "unknown-category", "write `Society & Culture > Documentary`"),
        ("category", "Documentary", "unknown-category", "write `Society & Culture > Documentary`"),
        ("category", "Technolgy", "unknown-category", "did you mean `Technology`?"),
        ("category", "Health and Fitness", "unknown-category", "did you mean `Health & Fitness`?"),
        ("category", "Kids &amp; Family", "unknown-category", "did you mean `Kids & Family`?"),
        ("category", "Arts/Books", "unknown-category", "did you mean `Arts > Books`?"),
        ("category", "Technology > Podcasting", "unknown-category", "today it is `Technology`"),
        ("category", "News & Politics", "unknown-category", "today it is `News > Politics`"),
        ("path", "/art/cover.jpg", "bad-path", "write the path from the show's folder on, as in art/cover.jpg"),
        ("path", "~/cover.jpg", "bad-path", "write the path from the show's folder on, as in art/cover.jpg"),
        ("path", "C:/cover.jpg", "bad-path", "write the path from the show's folder on, as in art/cover.jpg"),
        ("path", "art\\cover.jpg", "bad-path", "write art/cover.jpg"),
        ("path", "art/../../x", "bad-path", "put the file or folder below the show's folder"),
        ("path or url", "ftp://cdn.example/cover.jpg", "bad-url", "listeners' apps only follow https:// and http:// addresses"),
        ("suffix", ".MP3", "bad-suffix", "write mp3"),
        ("template", "{slgu}.html", "bad-template", "did you mean {slug}? names that can be used: {slug}, {number}, {year}"),
        ("template", "{slug!r}", "bad-template", "did you mean {slug}? names that can be used: {slug}, {number}, {year}"),
        ("template", "{}", "bad-template", "names that can be used: {slug}, {number}, {year}"),
        ("template", "{slug.html", "bad-template", "names stand in { }, one brace on each side"),
        ("template", "{{slug}}", "bad-template", "names stand in { }, one brace on each side"),
        ("template", "{year}.html", "bad-template", "names that can be used: {slug}, {number}, {year}"),
        ("template", "https://u:p@cdn.example/{slug}", "bad-url", "leave out what stands before the @"),
        ("title pattern", "Episode - {title}", "bad-template", "say where the number stands: Episode {number} - {title}"),
        ("title pattern", "{number} {number}", "bad-template", "remove one of the two"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_mended(kind: str, text: str, name: str, fix: str) -> None:
    fault = check_text(text, setting(kind), may_be_empty=False)
    assert fault is not None
    assert (fault.name, fault.fix) == (name, fix)


def test_a_setting_that_is_off_by_default_may_be_empty() -> None:
    assert check_text("", setting("url"), may_be_empty=True) is None


def test_a_password_is_not_repeated() -> None:
    fault = check_text("https://ada:geheim@example.com/", setting("url"), may_be_empty=False)
    assert fault is not None
    assert "geheim" not in fault.message + fault.fix


@pytest.mark.parametrize(
    "kind",
    ["url", "email", "zone", "language", "path", "path or url", "suffix", "template", "title pattern"],
)
@given(text=st.text(max_size=40))
def test_any_text_is_judged_without_an_exception(kind: str, text: str) -> None:
    fault = check_text(text, setting(kind), may_be_empty=True)
    assert fault is None or "\n" not in fault.message


@pytest.mark.parametrize(
    "kind", ["url", "email", "zone", "language", "category", "path", "suffix", "template"]
)
@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "[" * 5000,
        "a/" * 5000,
        "en" + "-a" * 50_000,
        "-" * 5000,
        "@" * 5000,
        "{" * 5000,
        "é" * 5000,
    ],
)
def test_a_very_long_text_is_judged_quickly_and_shown_in_part(kind: str, text: str) -> None:
    fault = check_text(text, setting(kind), may_be_empty=False)
    assert fault is None or len(fault.message) < 300
