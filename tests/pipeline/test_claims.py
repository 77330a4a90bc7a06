"""Names in the build that two things lay claim to."""

from feedpub.pipeline.beside.beside import CHAPTERS, COPY, COVER, VARIANT, Output
from feedpub.pipeline.beside.claims import check_claims, write_claims


def told(**claims: list[Output]) -> list[str]:
    findings = check_claims({f"{name}.md": write_claims(outputs) for name, outputs in claims.items()})
    return [f"{finding.place.path}: {finding.message}" for finding in findings]


def test_two_episodes_may_have_the_same_picture() -> None:
    picture = Output("a.png", COPY, "feeds/demo/a.png")
    assert told(one=[picture], two=[picture]) == []


def test_one_name_for_two_things_is_an_error_of_the_second() -> None:
    small = Output("a-600.png", VARIANT, "a.png", "[600, 90]")
    assert told(show=[small], one=[Output("a-600.png", COPY, "a-600.png")]) == [
        "one.md: `a-600.png` would be both a-600.png and a smaller copy of a.png"
    ]
    covers = [Output("art/cover.png", COVER, f"{number}.mp3", "90") for number in (1, 2)]
    assert told(show=covers[:1], cover=covers[1:]) == [
        "cover.md: `art/cover.png` would be both the picture in 2.mp3 and the picture in 1.mp3"
    ]


def test_one_source_made_in_two_ways_is_two_things() -> None:
    sizes = [Output("a.png", VARIANT, "b.png", details) for details in ("[600, 90]", "[600, 80]")]
    assert len(told(show=sizes)) == 1


def test_names_that_differ_in_case_alone_are_one_on_many_disks() -> None:
    chapters = [Output(f"chapters/{slug}.json", CHAPTERS) for slug in ("a", "A")]
    assert told(one=chapters[:1], two=chapters[1:]) == [
        "two.md: `chapters/A.json` and `chapters/a.json` differ in case alone: on many disks they are one"
    ]
