"""A file of chapters in any format, told by its content and never by its name."""

from datetime import timedelta

from feedpub.kinds.fault import Fault
from feedpub.model import Chapter, Finding, Place, Severity
from feedpub.model.finding import has_errors
from feedpub.sources.chapters.rows import finish
from feedpub.sources.chapters.text_chapters import looks_like_text_chapters, read_text_chapters
from feedpub.sources.complaints import Complaints
from feedpub.sources.text import decode_source

#: no list of chapters is larger; a reader may stop there
LARGEST = 4 << 20


def parse_chapters(
    data: bytes, path: str, duration: timedelta | None = None
) -> tuple[tuple[Chapter, ...], list[Finding]]:
    """The chapters in a file with this content, in milliseconds, and everything that is wrong with it.

    ``path`` is what findings call the file; ``duration`` is that of the recording, where it is known. Raises
    nothing. Where there are errors, the chapters are those that could be read.
    """
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes, which no list of chapters needs"
        fix = "see whether it is the right file"
        return (), [Finding(Severity.ERROR, "chapters-too-large", Place(path), message, fix)]
    text, findings = decode_source(data, path)
    if has_errors(findings):
        return (), findings
    complaints = Complaints(path)
    chapters = _read(text, complaints, duration)
    return chapters, findings + complaints.findings()


def looks_like_chapters(data: bytes) -> bool:
    """Whether this is a file of chapters, and no transcript, note or feed that has a similar name."""
    head = data[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return '"chapters"' in head
    if head.startswith("["):
        return '"start"' in head and '"title"' in head and '"end"' not in head
    if head.startswith("<"):
        return "podlove.org/simple-chapters" in head and "<rss" not in head
    return "-->" not in head and looks_like_text_chapters(head.replace("\r", "\n"))


def _read(text: str, complaints: Complaints, duration: timedelta | None) -> tuple[Chapter, ...]:
    start = text.lstrip()
    if start.startswith(("{", "[")) and not looks_like_text_chapters(text):
        from feedpub.sources.chapters.json_chapters import read_json_chapters

        return finish(read_json_chapters(text, complaints), complaints, duration)
    if start.startswith("<"):
        from feedpub.sources.chapters.simple_chapters import read_simple_chapters

        return finish(read_simple_chapters(text, complaints), complaints, duration)
    if not start:
        fix = "add chapters, or remove the file"
        complaints.add(Fault("chapters-empty", "the file is empty", fix, Severity.WARNING))
        return ()
    if not looks_like_text_chapters(text):
        message = "these are no chapters: neither JSON nor XML, nor lines that begin with a time"
        fix = "write lines such as 00:12:34.500 Questions"
        complaints.add(Fault("chapters-not-understood", message, fix), 1)
        return ()
    return finish(read_text_chapters(text, complaints), complaints, duration)
