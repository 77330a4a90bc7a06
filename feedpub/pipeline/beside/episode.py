"""One episode and the files beside it: what the feed will say of them, and what is wrong with them."""

import json
from collections.abc import Iterator
from urllib.parse import quote as percent_encode
from urllib.parse import urljoin

from feedpub.kinds.fault import quote
from feedpub.model import Chapter, Episode, Finding, Image, Place, Severity
from feedpub.model.plain import from_json
from feedpub.pipeline.beside.beside import CHAPTERS, Beside, Output
from feedpub.pipeline.beside.chapters import gather_chapters
from feedpub.pipeline.beside.naming import check_link, locate
from feedpub.pipeline.beside.pictures import Studio, judge_artwork, judge_cover, judge_image
from feedpub.pipeline.beside.task import Answer, Context, Task, as_answer
from feedpub.pipeline.beside.transcripts import judge_transcripts
from feedpub.sources.chapters.chapter_files import ChapterFile


def judge_episode(task: Task, record: str, context: Context) -> Answer:
    """What stands beside an episode, by the JSON of its Episode. Belongs into a worker where it has files."""
    findings: list[Finding] = []
    episode = from_json(Episode, record)
    findings += _check_links(task, episode, context)
    parts = (_judge_chapters, _judge_transcripts, _judge_pictures)
    beside = Beside()
    for part in parts:
        beside = part(beside, task, episode, context, findings)
    return as_answer(beside, findings)


def _check_links(task: Task, episode: Episode, context: Context) -> Iterator[Finding]:
    """Chapters and transcripts that are links to somewhere else. Pictures are told where they are judged."""
    claimed = [episode.chapters_url, *(one.url for one in episode.transcripts)]
    paths = [locate(context.base, name) for name in claimed if name and "://" not in name]
    paths += [one.path for one in task.named.chapters]
    paths += [one.path for one in task.named.transcripts]
    for path in dict.fromkeys(path for path in paths if path in context.inputs):
        if fault := check_link(path, context.base, context.inputs, context.folder):
            yield fault.at(Place(path))


def judge_show(task: Task, context: Context) -> Answer:
    """The pictures of the show; a cover may be taken from `task.audio_path`. Belongs into a worker."""
    findings: list[Finding] = []
    settings, studio = context.settings, _studio(context)
    place = Place(task.source)
    sizes = settings.pictures.sizes
    if settings.show.artwork:
        judged = judge_artwork(settings.show.artwork, place, studio, findings, show=True, sizes=sizes)
    elif task.audio_path:
        judged = judge_cover(task.audio_path, "art/cover", studio, findings, show=True)
        if not judged.url:
            findings.append(_no_artwork(place, f"the one in {task.audio_path} cannot be used"))
    else:
        findings.append(_no_artwork(place, "neither `artwork` nor one in its audio files"))
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


def _no_artwork(place: Place, reason: str) -> Finding:
    fix = "add artwork: a square JPEG or PNG of 1400 to 3000 pixels"
    return Finding(Severity.ERROR, "missing-artwork", place, f"the show has no picture: {reason}", fix)


def _judge_chapters(
    beside: Beside, task: Task, episode: Episode, context: Context, findings: list[Finding]
) -> Beside:
    settings = context.settings
    files, remote = list(task.named.chapters), ""
    if "://" in episode.chapters_url:
        remote = episode.chapters_url
    elif episode.chapters_url:
        path = locate(context.base, episode.chapters_url)
        if path in context.inputs:
            files.insert(0, ChapterFile(path, sure=True))
        else:
            findings.append(_no_chapters(episode))
    order = settings.chapters.order
    gathered = gather_chapters(context.root, episode, files, task.audio, task.audio_path, order)
    findings += gathered.findings
    chapters, pictures = _publish_pictures(gathered.chapters, episode, context, findings)
    beside = beside._replace(outputs=(*beside.outputs, *pictures))
    if remote or not chapters or not settings.chapters.json:
        return beside._replace(chapters=chapters, chapters_url=remote)
    path = f"chapters/{episode.slug}.json"
    about = (episode.title, settings.show.title, episode.author or settings.show.author)
    details = json.dumps([*about, task.audio_path.rpartition("/")[2]])
    return beside._replace(
        chapters=chapters,
        chapters_url=urljoin(context.feed_url, percent_encode(path)),
        outputs=(*beside.outputs, Output(path, CHAPTERS, details=details)),
    )


def _publish_pictures(
    chapters: tuple[Chapter, ...], episode: Episode, context: Context, findings: list[Finding]
) -> tuple[tuple[Chapter, ...], tuple[Output, ...]]:
    """The chapters with the addresses that their local pictures get, and the pictures to be copied."""
    if all("://" in chapter.image or not chapter.image for chapter in chapters):
        return chapters, ()
    studio, published, outputs = _studio(context), [], dict[str, Output]()
    for chapter in chapters:
        if chapter.image and "://" not in chapter.image:
            image, copies = judge_image(
                Image(chapter.image), Place(episode.source), studio, findings, key="chapters"
            )
            chapter = chapter._replace(image=image.url)
            outputs |= {copy.path: copy for copy in copies}
        published.append(chapter)
    return tuple(published), tuple(outputs.values())


def _no_chapters(episode: Episode) -> Finding:
    message = f"`chapters`: {quote(episode.chapters_url)} is not there"
    fix = "correct the path, which begins at the show's folder, or remove the key"
    return Finding(Severity.ERROR, "missing-chapters", Place(episode.source), message, fix)


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
    studio, place = _studio(context), Place(episode.source)
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


def _studio(context: Context) -> Studio:
    settings = context.settings
    return Studio(
        context.base, context.root, context.folder, context.inputs, context.feed_url, settings.pictures
    )
