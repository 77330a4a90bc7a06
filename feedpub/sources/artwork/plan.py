"""What has to be done to a picture before it goes out."""

from collections.abc import Callable
from typing import NamedTuple

from feedpub.sources.artwork.facts import PictureFacts

#: pixels of an edge, as Apple and Spotify ask for (https://podcasters.apple.com/support/896-artwork-requirements)
SMALLEST, LARGEST = 1400, 3000


class Step(NamedTuple):
    """One thing that is done to pictures that need it."""

    name: str
    is_needed: Callable[[PictureFacts], bool]
    #: what is done, to be read after "for the feed it is"
    done: str
    #: whether pixels change
    redraws: bool = True


#: in the order in which they are told
STEPS = (
    Step(
        "scale", lambda facts: max(facts.width, facts.height) > LARGEST, f"made smaller, to {LARGEST} pixels"
    ),
    Step("turn", lambda facts: facts.orientation != 1, "turned upright"),
    Step("colours", lambda facts: facts.mode != "rgb", "turned into RGB with 8 bits a channel"),
    Step("profile", lambda facts: facts.profile == "other", "turned into the colours of sRGB"),
    Step("flatten", lambda facts: facts.has_alpha, "put on white where it is transparent"),
    Step("forget", lambda facts: facts.tells_place, "freed from the note where it was taken", redraws=False),
)


def plan_picture(facts: PictureFacts) -> tuple[Step, ...]:
    """What has to be done so that directories take the picture; empty when it goes out as it is."""
    return tuple(step for step in STEPS if step.is_needed(facts))
