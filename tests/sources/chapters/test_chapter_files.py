"""Which files hold the chapters of an episode."""

from feedpub.sources.chapters.chapter_files import ChapterIndex

SOURCE = "feeds/demo/episodes/040-ada.md"


def find(*paths: str, slug: str = "ada", audio: str = "feeds/demo/audio/40.mp3") -> list[tuple[str, bool]]:
    index = ChapterIndex([f"feeds/demo/{path}" for path in paths], "feeds/demo", "audio")
    return [(file.path.removeprefix("feeds/demo/"), file.sure) for file in index.find(slug, SOURCE, audio)]


def test_a_file_is_called_like_slug_episode_file_or_audio() -> None:
    for name in ("ada", "040-ada", "40", "ADA"):
        assert find(f"chapters/{name}.json") == [(f"chapters/{name}.json", True)]
    assert find("chapters/41.json", "chapters/ada-2.json", "chapters/ada.vtt") == []


def test_beside_episode_or_audio_only_some_names_are_sure() -> None:
    assert find("episodes/040-ada.chapters.json") == [("episodes/040-ada.chapters.json", True)]
    assert find("audio/40.psc") == [("audio/40.psc", True)]
    assert find("audio/40.json", "audio/40.txt") == [("audio/40.json", False), ("audio/40.txt", False)]


def test_the_folder_for_chapters_and_the_richer_format_come_first() -> None:
    found = find(
        "episodes/040-ada.chapters.json", "chapters/ada.txt", "chapters/ada.json", "chapters/ada.psc"
    )
    assert [path for path, _ in found] == [
        "chapters/ada.json",
        "chapters/ada.psc",
        "chapters/ada.txt",
        "episodes/040-ada.chapters.json",
    ]


def test_audio_elsewhere_has_a_name_but_no_folder() -> None:
    audio = "https://cdn.example/x/40.mp3?a=b"
    assert find("chapters/40.json", audio=audio) == [("chapters/40.json", True)]
    assert find(audio="") == []


def test_files_of_other_shows_are_passed_over() -> None:
    assert ChapterIndex(["feeds/other/chapters/ada.json"], "feeds/demo").find("ada", SOURCE) == ()
