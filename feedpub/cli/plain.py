"""The command lines that a timer calls, understood without click."""


class PlainBuild:
    """`feedpub build [-q] [SHOW...]`, and nothing else."""

    def __init__(self, shows: list[str], quiet: bool) -> None:
        self.shows = shows
        self.quiet = quiet


def parse_plain_build(words: list[str]) -> PlainBuild | None:
    """None when the words say anything more, or anything else."""
    if not words or words[0] != "build":
        return None
    shows = [word for word in words[1:] if not word.startswith("-")]
    options = [word for word in words[1:] if word.startswith("-")]
    if any(word not in ("-q", "--quiet") for word in options):
        return None
    return PlainBuild(shows, bool(options))
