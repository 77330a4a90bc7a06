"""From words on a command line to what is wrong with the feeds that they mean."""

from collections.abc import Iterator, Sequence

from feedpub.pipeline.validate.options import Unread, Validated, Wanted
from feedpub.validate.registry import all_rules
from feedpub.validate.runner import Judging, Run


def validate_inputs(words: Sequence[str], wanted: Wanted) -> Iterator[Validated | Unread]:
    """Each input that the words mean, judged; one after the other, in their order."""
    for word in words:
        try:
            with open(word, "rb") as file:
                data = file.read()
        except OSError as error:
            yield Unread(word, error.strerror or str(error))
            continue
        yield judge_feed(data, word, word, wanted)


def judge_feed(data: bytes, path: str, address: str, wanted: Wanted) -> Validated:
    """A feed alone, without the files that it is made from; `address` is where it was found."""
    run = Run(wanted.now, wanted.profiles, wanted.feed_url, "")
    judging = Judging(data, path, run, all_rules())
    judgement = judging.finish()
    original = judging.document.original

    def contents(wanted_path: str) -> bytes | None:
        return original if wanted_path == path else None

    return Validated(
        path,
        judgement.findings,
        judgement.ran,
        judgement.not_run,
        judgement.size_bytes,
        judgement.items,
        contents,
    )
