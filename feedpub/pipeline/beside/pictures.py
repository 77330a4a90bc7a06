"""Pictures: which file is meant, what directories think of it, what is made of it."""

import json
import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote as percent_encode
from urllib.parse import urljoin

from feedpub.files import Stat
from feedpub.kinds.fault import quote
from feedpub.model import Finding, Image, Place, Severity
from feedpub.pipeline.beside.beside import COPY, COVER, PICTURE, VARIANT, Output
from feedpub.pipeline.beside.naming import NameFault, check_link, find_file, locate
from feedpub.sources.artwork.conversion import convert_picture, make_variant
from feedpub.sources.artwork.facts import PictureFacts, aspect_ratio, measure_picture, read_picture
from feedpub.sources.artwork.fault import PictureFault
from feedpub.sources.artwork.names import name_output, name_variant, suffix_of
from feedpub.sources.artwork.plan import plan_picture
from feedpub.sources.settings import PicturesSettings


class Studio(NamedTuple):
    """What all pictures of a show are looked at with."""

    #: the show's folder, relative to the workspace
    base: str
    #: the workspace and the show's folder, absolute
    root: str
    folder: str
    inputs: dict[str, Stat]
    feed_url: str
    settings: PicturesSettings

    def url(self, path: str) -> str:
        """The address of an output."""
        return urljoin(self.feed_url, percent_encode(path))

    def own(self, path: str) -> str:
        """A path of the workspace as one of the show's folder, and so of its output."""
        return path.removeprefix(f"{self.base}/")

    def absolute(self, path: str) -> str:
        """The absolute path of a file, given relative to the workspace."""
        return f"{self.root}/{path}"


class Judged(NamedTuple):
    """A picture that the feed names: its address, and the files to be made for it."""

    url: str = ""
    outputs: tuple[Output, ...] = ()
    #: smaller copies
    variants: tuple[Image, ...] = ()


def judge_artwork(
    name: str,
    place: Place,
    studio: Studio,
    findings: list[Finding],
    *,
    show: bool,
    sizes: tuple[int, ...] = (),
) -> Judged:
    """The picture that `name` means: an address, or a file. Belongs into a worker."""
    if name.startswith(("http://", "https://")):
        return Judged(name)
    folders = (studio.base,) if show else (place.path.rpartition("/")[0], studio.base)
    try:
        path = find_file(name, folders, studio.inputs, studio.folder)
    except NameFault as fault:
        message = f"`artwork`: {fault.message}"
        findings.append(Finding(Severity.ERROR, fault.name, place, message, fault.fix))
        return Judged()
    try:
        content = read_picture(studio.absolute(path))
        return _judge(content, path, studio.own(path), studio, findings, show=show, sizes=sizes)
    except PictureFault as fault:
        findings.append(fault.at(Place(path)))
        return Judged()


def judge_cover(audio: str, stem: str, studio: Studio, findings: list[Finding], *, show: bool) -> Judged:
    """The picture in an audio file, to be called `stem` and a suffix. Belongs into a worker."""
    from feedpub.sources.audio.cover import read_cover

    try:
        content = read_cover(studio.absolute(audio))
        if not content:
            return Judged()
        target = stem + suffix_of(content)
        judged = _judge(content, audio, target, studio, findings, show=show, sizes=())
    except OSError:
        return Judged()  # the audio's own findings say so
    except PictureFault as fault:
        message = f"the picture in the file: {fault.message}"
        findings.append(Finding(Severity.WARNING, fault.name, Place(audio), message, fault.fix))
        return Judged()
    quality = json.dumps(studio.settings.quality)
    return judged._replace(outputs=tuple(Output(one.path, COVER, audio, quality) for one in judged.outputs))


def _judge(
    content: bytes,
    path: str,
    target: str,
    studio: Studio,
    findings: list[Finding],
    *,
    show: bool,
    sizes: tuple[int, ...],
) -> Judged:
    from feedpub.sources.artwork.checks import judge_picture

    settings = studio.settings
    facts = measure_picture(content)
    suffix = posixpath.splitext(path)[1] if path.endswith(target) else ""
    for remark in judge_picture(facts, show=show, suffix=suffix, convert=settings.convert):
        findings.append(remark.at(Place(path)))
    if settings.convert and plan_picture(facts):
        target = name_output(target, convert_picture(content, facts, settings.quality))
        output = Output(target, PICTURE, path, json.dumps(settings.quality))
    else:
        target = name_output(target, content)
        output = Output(target, COPY, path)
    variants = list(_variants(content, facts, path, target, studio, sizes))
    outputs = (output, *(one for one, _ in variants))
    return Judged(studio.url(target), outputs, tuple(image for _, image in variants))


def _variants(
    content: bytes, facts: PictureFacts, path: str, target: str, studio: Studio, sizes: tuple[int, ...]
) -> Iterator[tuple[Output, Image]]:
    """Smaller copies, the widest first."""
    for width in sorted({size for size in sizes if size < facts.width}, reverse=True):
        made = make_variant(content, facts, width, studio.settings.quality)
        small = measure_picture(made)
        name = name_variant(target, width, made)
        details = json.dumps([width, studio.settings.quality])
        image = Image(
            studio.url(name),
            aspect_ratio=aspect_ratio(small.width, small.height),
            width=small.width,
            height=small.height,
            type=f"image/{small.format}",
            purpose="artwork",
        )
        yield Output(name, VARIANT, path, details), image


def judge_image(
    image: Image, place: Place, studio: Studio, findings: list[Finding], key: str = "images"
) -> tuple[Image, tuple[Output, ...]]:
    """A picture that `key` names, measured where it is a file. Belongs into a worker."""
    from feedpub.sources.artwork.image_facts import image_facts_for

    if "://" in image.url:
        return image, ()
    path = locate(studio.base, image.url)
    if path not in studio.inputs:
        message = f"`{key}`: {quote(image.url)} is not there"
        fix = "put the picture there, or correct the name, which begins at the show's folder"
        name = "missing-image" if key == "images" else "missing-chapter-image"
        findings.append(Finding(Severity.ERROR, name, place, message, fix))
        return image, ()
    if outside := check_link(path, studio.base, studio.inputs, studio.folder):
        findings.append(outside.at(Place(path)))
        return image, ()
    try:
        facts = image_facts_for(studio.absolute(path))
    except PictureFault as fault:
        findings.append(fault.at(Place(path)))
        return image, ()
    measured = image._replace(
        url=studio.url(studio.own(path)),
        aspect_ratio=facts.aspect_ratio or image.aspect_ratio,
        width=facts.width or image.width,
        height=facts.height or image.height,
        type=facts.type,
    )
    return measured, (Output(studio.own(path), COPY, path),)
