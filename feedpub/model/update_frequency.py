"""How often episodes come."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class UpdateFrequency(NamedTuple):
    """The schedule that listeners may expect (podcast namespace, docs/tags/update-frequency.md)."""

    text: Annotated[str, Setting("The schedule in words. `weekly`, `every two weeks`, `every Monday and Thursday` and the like need no `rrule`.", '"Every Monday"', "schedule", longest=128)] = ""
    rrule: Annotated[str, Setting("The schedule as a recurrence rule (RFC 5545, section 3.3.10).", '"FREQ=WEEKLY;BYDAY=MO"', "rrule")] = ""
    start: Annotated[str, Setting("When the rule begins (ISO 8601).", '"2026-01-05"', "iso date")] = ""
    complete: Annotated[bool, Setting("Whether no further episode will ever follow; the same as the show's `complete`.", "false")] = False
