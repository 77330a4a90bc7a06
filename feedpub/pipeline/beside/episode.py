"""One episode and the files beside it: what the feed will say of them, and what is wrong with them."""

import json
from typing import NamedTuple
from urllib.parse import quote, urljoin

from feedpub.config.settings import Settings
from feedpub.files import Stat
from feedpub.model import AudioFile, Chapter, Episode, Finding, Place, Severity
from feedpub.model.plain import from_json, to_json
from feedpub.pipeline.beside.beside import Beside, Output
from feedpub.pipeline.beside.chapters import gather_chapters
from feedpub.pipeline.beside.naming import Named
from feedpub.pipeline.beside.pictures import Studio, judge_artwork, judge_cover, judge_image
from feedpub.pipeline.beside.transcripts import judge_transcripts
from feedpub.sources.chapters.chapter_files import ChapterFile

CHAPTERS = "chapters"


class Task(NamedTuple):
    """An episode to be judged."""

    #: the episode's row in the cache; 0 for the show itself
    id: int
    #: changes with all that it is judged by
    key: bytes
    #: the episode's file, relative to the workspace
    source: str
    named: Named = Named()
    #: what was measured in its audio; None where that is elsewhere
    audio: AudioFile | None = None
    #: relative to the workspace
    audio_path: str = ""


class Context(NamedTuple):
    """What all episodes of a show are judged with."""

    #: the workspace, absolute
    root: str
    #: the show's folder, relative to the workspace, and absolute
    base: str
    folder: str
    inputs: dict[str, Stat]
    settings: Settings

    @property
    def feed_url(self) -> str:
        """The address below which all files are."""
        return self.settings.show.feed_url

    @property
    def studio(self) -> Studio:
        """What pictures are looked at with."""
        settings = self.settings
        return Studio(
            self.base, self.root, self.folder, self.inputs, settings.show.feed_url, settings.pictures
        )


#: JSON of the Beside, of its errors, and of its other findings
Answer = tuple[str, str, str]


def judge_episode(task: Task, record: str, context: Context) -> Answer:
    """What stands beside an episode, by the JSON of its Episode. Belongs into a worker where it has files."""
    findings: list[Finding] = []
    episode = from_json(Episode, record)
    parts = (_judge_chapters, _judge_transcripts, _judge_pictures)
    beside = Beside()
    for part in parts:
        beside = part(beside, task, episode, context, findings)
    return as_answer(beside, findings)


def judge_show(task: Task, context: Context) -> Answer:
    """The pictures of the show; a cover may be taken from `task.audio_path`. Belongs into a worker."""
    findings: list[Finding] = []
    settings, studio = context.settings, context.studio
    place = Place(task.source)
    sizes = settings.pictures.sizes
    if settings.show.artwork:
        judged = judge_artwork(settings.show.artwork, place, studio, findings, show=True, sizes=sizes)
    elif task.audio_path:
        judged = judge_cover(task.audio_path, "art/cover", studio, findings, show=True)
    else:
        message = "the show has no picture: neither `artwork` nor one in its audio files"
        fix = "add artwork: a square JPEG or PNG of 1400 to 3000 pixels"
        findings.append(Finding(Severity.ERROR, "missing-artwork", place, message, fix))
        return as_answer(Beside(), findings)
    images = [judge_image(image, place, studio, findings) for image in settings.show.images]
    return as_answer(
        Beside(
            judged.url,
            images=(*judged.variants, *(image for image, _ in images)),
            outputs=(*judged.outputs, *(one for _, outputs in images for one in outputs)),
        ),
        findings,
    )


def as_answer(beside: Beside, findings: list[Finding]) -> Answer:
    """Plain values, as they go through a worker's pipe and into the cache."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    remarks = [one for one in findings if one.severity is not Severity.ERROR]
    return to_json(beside), to_json(errors) if errors else "", to_json(remarks) if remarks else ""


def _judge_chapters(
    beside: Beside, task: Task, episode: Episode, context: Context, findings: list[Finding]
) -> Beside:
    settings = context.settings
    files, remote = list(task.named.chapters), ""
    if "://" in episode.chapters_url:
        remote = episode.chapters_url
    elif episode.chapters_url:
        path = f"{context.base}/{episode.chapters_url}"
        if path in context.inputs:
            files.insert(0, ChapterFile(path, sure=True))
        else:
            findings.append(_no_chapters(episode))
    order = settings.chapters.order
    gathered = gather_chapters(context.root, episode, files, task.audio, task.audio_path, order)
    findings += gathered.findings
    chapters = gathered.chapters
    if remote or not chapters or not settings.chapters.json:
        return beside._replace(chapters=chapters, chapters_url=remote)
    path = f"chapters/{episode.slug}.json"
    about = (episode.title, settings.show.title, episode.author or settings.show.author)
    details = json.dumps([*about, task.audio_path.rpartition("/")[2]])
    return beside._replace(
        chapters=chapters,
        chapters_url=urljoin(context.feed_url, quote(path)),
        outputs=(*beside.outputs, Output(path, CHAPTERS, details=details)),
    )


def _no_chapters(episode: Episode) -> Finding:
    message = f"`chapters`: {episode.chapters_url} is not there"
    fix = "correct the path, which begins at the show's folder, or remove the key"
    return Finding(Severity.ERROR, "missing-chapters", Place(episode.source), message, fix)


def make_chapters(chapters: tuple[Chapter, ...], details: str) -> bytes:
    """The JSON file with an episode's chapters."""
    from feedpub.sources.chapters.render import render_json

    title, podcast, author, file_name = json.loads(details)
    return render_json(chapters, title=title, podcast=podcast, author=author, file_name=file_name)


def _judge_transcripts(
    beside: Beside, task: Task, episode: Episode, context: Context, findings: list[Finding]
) -> Beside:
    if not episode.transcripts and not task.named.transcripts:
        return beside
    files, outputs, strangers = judge_transcripts(
        episode,
        task.named.transcripts,
        inputs=context.inputs,
        base=context.base,
        root=context.root,
        feed_url=context.feed_url,
        language=context.settings.show.language,
        settings=context.settings.transcripts,
        duration=task.audio.duration if task.audio else None,
        findings=findings,
    )
    return beside._replace(
        transcripts=files, outputs=(*beside.outputs, *outputs), strangers=tuple(sorted(strangers))
    )


def _judge_pictures(
    beside: Beside, task: Task, episode: Episode, context: Context, findings: list[Finding]
) -> Beside:
    studio, place = context.studio, Place(episode.source)
    if episode.artwork:
        judged = judge_artwork(episode.artwork, place, studio, findings, show=False)
        beside = beside._replace(artwork=judged.url, outputs=(*beside.outputs, *judged.outputs))
    elif context.settings.pictures.from_audio and task.audio and task.audio.has_cover:
        judged = judge_cover(task.audio_path, f"art/{episode.slug}", studio, findings, show=False)
        beside = beside._replace(artwork=judged.url, outputs=(*beside.outputs, *judged.outputs))
    for image in episode.images:
        measured, outputs = judge_image(image, place, studio, findings)
        beside = beside._replace(images=(*beside.images, measured), outputs=(*beside.outputs, *outputs))
    return beside
