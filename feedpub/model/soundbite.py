"""A short stretch of an episode that makes people want the rest."""

from datetime import timedelta
from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class Soundbite(NamedTuple):
    """A stretch of the episode's audio (podcast namespace, docs/tags/soundbite.md)."""

    start: Annotated[timedelta, Setting("Where it begins: `1:13`, `1:02:03.5` or seconds.", '"1:13"')]
    duration: Annotated[timedelta, Setting("How long it is: 15 to 120 seconds are usual.", "60")]
    title: Annotated[str, Setting("What it is called. Not given: the episode's title.", '"Why the lamp turns"', longest=128)] = ""
