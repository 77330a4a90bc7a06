"""What directories will think of a picture."""

from collections.abc import Iterator

from feedpub.kinds.fault import Fault
from feedpub.model import Severity
from feedpub.sources.artwork.facts import PictureFacts
from feedpub.sources.artwork.names import SUFFIXES
from feedpub.sources.artwork.plan import LARGEST, SMALLEST, plan_picture

#: bytes; hosts advise less, no directory says where it stops
HEAVY = 512_000

_MODES = {
    "grey": "grey",
    "cmyk": "CMYK, as printers want it",
    "palette": "a palette of at most 256 colours",
    "16-bit": "16 bits a channel",
    "1-bit": "black and white without grey",
}
_CONVERT = "or let feedpub do it: `convert = true` in `[pictures]`"


def judge_picture(facts: PictureFacts, *, show: bool, suffix: str, convert: bool) -> list[Fault]:
    """Everything that is wrong with a picture.

    ``show``: it is the show's, which directories look at more strictly than at an episode's.
    ``suffix``: of the file's name, with its dot; empty for a picture that has no name yet.
    ``convert``: what can be mended is mended for the feed, so that it is no complaint.
    """
    remarks = [*_check_shape(facts, show), *_check_suffix(facts, suffix)]
    if convert:
        remarks += _tell_conversion(facts)
    else:
        remarks += [*_check_size(facts), *_check_colours(facts), *_check_exif(facts)]
    # What is converted gets another weight.
    if facts.length_bytes > HEAVY and not (convert and plan_picture(facts)):
        remarks.append(_weigh(facts))
    return remarks


def _check_shape(facts: PictureFacts, show: bool) -> Iterator[Fault]:
    severity = Severity.ERROR if show else Severity.WARNING
    size = f"{facts.width} x {facts.height} pixels"
    if min(facts.width, facts.height) < SMALLEST:
        message = f"the picture is {size} large, directories want at least {SMALLEST} x {SMALLEST}"
        fix = f"export the original again with {LARGEST} x {LARGEST} pixels, as enlarging this one blurs it"
        yield Fault("artwork-too-small", message, fix, severity)
    if facts.width != facts.height:
        message = f"the picture is {size} large, which is no square"
        fix = "crop it to a square" if show else "crop it to a square, else apps do so where they like"
        yield Fault("artwork-not-square", message, fix, severity)


def _check_suffix(facts: PictureFacts, suffix: str) -> Iterator[Fault]:
    fitting = SUFFIXES[facts.format]
    if suffix and suffix.lower() not in fitting:
        message = f"the picture is called `{suffix}` but is a {facts.format.upper()}"
        fix = f"call it `{fitting[0]}`, here and where it is named"
        yield Fault("artwork-extension-mismatch", message, fix)


def _tell_conversion(facts: PictureFacts) -> Iterator[Fault]:
    if steps := plan_picture(facts):
        done = ", ".join(step.done for step in steps)
        message = f"the picture is {_describe(facts)}; for the feed it is {done}"
        yield Fault("artwork-converted", message, "", Severity.INFO)


def _describe(facts: PictureFacts) -> str:
    return f"a {facts.format.upper()} of {facts.width} x {facts.height} pixels"


def _check_size(facts: PictureFacts) -> Iterator[Fault]:
    if max(facts.width, facts.height) > LARGEST:
        size = f"{facts.width} x {facts.height} pixels"
        message = f"the picture is {size} large, directories want at most {LARGEST} x {LARGEST}"
        fix = f"make it {LARGEST} x {LARGEST} pixels, {_CONVERT}"
        yield Fault("artwork-too-large", message, fix)


def _check_colours(facts: PictureFacts) -> Iterator[Fault]:
    if facts.mode != "rgb":
        severity = Severity.ERROR if facts.mode == "cmyk" else Severity.WARNING
        message = f"the picture has {_MODES[facts.mode]}, directories want RGB with 8 bits a channel"
        yield Fault("artwork-not-rgb", message, f"export it as RGB, {_CONVERT}", severity)
    if facts.profile == "other":
        message = "the picture has a colour profile that is not sRGB, so that some apps show other colours"
        yield Fault("artwork-not-srgb", message, f"export it as sRGB, {_CONVERT}", Severity.WARNING)
    if facts.has_alpha:
        message = "the picture has transparency, which directories refuse"
        fix = f"export it without transparency, {_CONVERT}"
        yield Fault("artwork-has-alpha", message, fix)


def _check_exif(facts: PictureFacts) -> Iterator[Fault]:
    if facts.orientation != 1:
        message = "the picture lies turned in its file, and some apps show it so"
        yield Fault("artwork-turned", message, f"export it upright, {_CONVERT}", Severity.WARNING)
    if facts.tells_place:
        message = "the picture tells everybody where it was taken (GPS)"
        fix = f"export it without metadata, {_CONVERT}"
        yield Fault("artwork-tells-place", message, fix, Severity.WARNING)


def _weigh(facts: PictureFacts) -> Fault:
    weight = f"{facts.length_bytes // 1000:,} kB"
    message = f"the picture has {weight}, apps load faster what is below {HEAVY // 1000} kB"
    fix = "export it as JPEG" if facts.format == "png" else "export it with a lower quality, or smaller"
    return Fault("artwork-heavy", message, fix, Severity.INFO)
