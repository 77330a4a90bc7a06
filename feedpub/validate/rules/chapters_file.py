"""The JSON file behind `podcast:chapters` (podcast namespace, docs/examples/chapters/jsonChapters.md)."""

from feedpub.validate.complaints import complaints_of
from feedpub.validate.facts import LocalChapters
from feedpub.validate.rule import ERROR, INFO, PODCASTING2, WARNING, Problem, Problems, rule


def _file(chapters: str, more: str = "") -> str:
    return f'{{"version": "1.2.0", {more}"chapters": [{chapters}]}}'


_GOOD = _file('{"startTime": 0, "title": "Ebb"}, {"startTime": 60.5, "title": "Flood"}')


@rule(
    id="CHAP001",
    name="chapters-unreachable",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The file of chapters cannot be read.",
    why="Apps show no chapters.",
    fix="Put the file where the feed says that it is, or take the element out.",
    spec="NSCH",
    bad={"unreadable": "there is no such file"},
    good=_GOOD,
)
def unreachable(file: LocalChapters) -> Problems:
    if file.unreadable:
        yield Problem(file, f"the chapters cannot be read: {file.unreadable}")


@rule(
    id="CHAP002",
    name="chapters-not-json",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The file of chapters is no JSON object in UTF-8.",
    why="Apps that know `podcast:chapters` read JSON and nothing else.",
    fix="Write the chapters as JSON; `feedpub chapters convert` does.",
    spec="NSCH Chapters object",
    bad='{"version": "1.2.0", "chapters": [',
    good=_GOOD,
)
def not_json(file: LocalChapters) -> Problems:
    yield from complaints_of(
        file, "chapters-not-json", "chapters-not-understood", "chapters-not-xml", "chapters-too-large"
    )
    yield from complaints_of(file, "not-utf8", "encoding-guessed", "control-character")


@rule(
    id="CHAP003",
    name="chapters-missing-version",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The file of chapters does not say its version.",
    why="`version` is required; apps go by it.",
    fix='Add "version": "1.2.0".',
    spec="NSCH",
    bad='{"chapters": [{"startTime": 0, "title": "Ebb"}]}',
    good=_GOOD,
)
def missing_version(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapters-missing-version", "chapters-unknown-version")


@rule(
    id="CHAP004",
    name="chapters-missing-list",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The file has no list `chapters`, or an empty one.",
    why="There is nothing for apps to show.",
    fix='Add "chapters": [ … ] with one object for each chapter.',
    spec="NSCH",
    bad='{"version": "1.2.0"}',
    good=_GOOD,
)
def missing_list(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapters-missing-list", "chapters-empty")


@rule(
    id="CHAP005",
    name="chapter-missing-start",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="A chapter has no `startTime`, or one that is no number of seconds.",
    why="Apps do not know where the chapter begins, and leave it out.",
    fix='Write seconds as a number: "startTime": 94.5.',
    spec="NSCH Chapter object",
    bad=_file('{"startTime": "00:01:34", "title": "Ebb"}'),
    good=_GOOD,
)
def missing_start(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-missing-start", "chapter-invalid-start")


@rule(
    id="CHAP006",
    name="chapters-out-of-order",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="Chapters do not stand in the order of their times.",
    why="Apps take the next chapter for the end of this one, and jump back and forth.",
    fix="Sort the chapters by `startTime`.",
    spec="NSCH",
    bad=_file('{"startTime": 60, "title": "Flood"}, {"startTime": 0, "title": "Ebb"}'),
    good=_GOOD,
)
def out_of_order(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapters-out-of-order", "chapters-equal-start")


@rule(
    id="CHAP007",
    name="chapter-invalid-end",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The `endTime` of a chapter is no number, or lies before its start.",
    why="Apps show the chapter for no time at all.",
    fix="Correct `endTime`, or leave it out: then the chapter lasts until the next one.",
    spec="NSCH",
    bad=_file('{"startTime": 60, "endTime": 30, "title": "Ebb"}'),
    good=_file('{"startTime": 30, "endTime": 60, "title": "Ebb"}'),
)
def invalid_end(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-invalid-end")


@rule(
    id="CHAP008",
    name="chapter-beyond-duration",
    each=LocalChapters,
    profiles={PODCASTING2: WARNING},
    what="A chapter begins or ends after the end of the episode.",
    why="Nobody ever gets there; often the chapters are those of another cut.",
    fix="Correct the time, or see whether the audio is the right one.",
    spec="practice",
    bad={"text": _GOOD, "duration": 30},
    good={"text": _GOOD, "duration": 90},
)
def beyond_duration(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-beyond-duration")


@rule(
    id="CHAP009",
    name="chapter-invalid-url",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The `img` or `url` of a chapter is no absolute https address.",
    why="Apps neither show the picture nor open the link.",
    fix="Write the whole address, with https://.",
    spec="NSCH; NS 1.0",
    bad=_file('{"startTime": 0, "title": "Ebb", "img": "ebb.jpg"}'),
    good=_file('{"startTime": 0, "title": "Ebb", "img": "https://tides.example.com/ebb.jpg"}'),
)
def invalid_url(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-invalid-url")


@rule(
    id="CHAP010",
    name="chapter-invalid-toc",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="`toc` or `waypoints` is neither true nor false.",
    why='A text such as "false" counts as true.',
    fix="Write true or false, without quotes.",
    spec="NSCH",
    bad=_file('{"startTime": 0, "title": "Ebb", "toc": "false"}'),
    good=_file('{"startTime": 0, "title": "Ebb", "toc": false}'),
)
def invalid_toc(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-invalid-toc")
    for one in complaints_of(file, "chapters-wrong-type"):
        if "`waypoints`" in one.message:
            yield one


@rule(
    id="CHAP011",
    name="chapter-invalid-location",
    each=LocalChapters,
    profiles={PODCASTING2: ERROR},
    what="The `location` of a chapter lacks its name or its coordinates, or they are none.",
    why="Apps cannot show it on a map.",
    fix='Write {"name": "…", "geo": "geo:48.8581,2.2947"}.',
    spec="NSCH location object",
    bad=_file('{"startTime": 0, "title": "Ebb", "location": {"name": "The quay"}}'),
    good=_file('{"startTime": 0, "title": "Ebb", "location": {"name": "The quay", "geo": "geo:53.5,8.1"}}'),
)
def invalid_location(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-invalid-location")


@rule(
    id="CHAP012",
    name="chapter-without-title",
    each=LocalChapters,
    profiles={PODCASTING2: INFO},
    what="A chapter that stands in the table of contents has no title.",
    why="Apps show an empty line.",
    fix='Give it a title, or say "toc": false where it only changes the picture or the link.',
    spec="NSCH",
    bad=_file('{"startTime": 0}'),
    good=_file('{"startTime": 0, "toc": false}'),
)
def without_title(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapter-without-title")


@rule(
    id="CHAP014",
    name="chapters-first-not-zero",
    each=LocalChapters,
    profiles={PODCASTING2: INFO},
    what="The first chapter does not begin at 0.",
    why="What comes before it belongs to no chapter: some apps show none there, some the first one.",
    fix="Add a chapter at 0.",
    spec="practice",
    bad=_file('{"startTime": 60, "title": "Flood"}'),
    good=_GOOD,
)
def first_not_zero(file: LocalChapters) -> Problems:
    if file.starts and file.starts[0] > 0:
        yield Problem(file, f"the first chapter begins at {file.starts[0]:g} s, not at 0")


@rule(
    id="CHAP015",
    name="chapters-unknown-key",
    each=LocalChapters,
    profiles={PODCASTING2: INFO},
    what="The file has a key that chapters do not have, or one with a value of the wrong kind.",
    why="Apps pass over it; often it is a slip of the keyboard, and what was meant is missing.",
    fix="Write the key as the specification does, or leave it out.",
    spec="NSCH",
    bad=_file('{"startTime": 0, "title": "Ebb", "image": "https://tides.example.com/ebb.jpg"}'),
    good=_GOOD,
)
def unknown_key(file: LocalChapters) -> Problems:
    yield from complaints_of(file, "chapters-unknown-key")
    for one in complaints_of(file, "chapters-wrong-type"):
        if "`waypoints`" not in one.message:
            yield one._replace(severity=WARNING)
