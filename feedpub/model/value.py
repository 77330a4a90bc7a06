"""Payments from listeners, and who gets which share of them."""

from datetime import timedelta
from typing import Annotated, NamedTuple

from feedpub.model.remote_item import RemoteItem
from feedpub.model.setting import Setting


class ValueRecipient(NamedTuple):
    """Somebody who is paid (podcast namespace, docs/tags/value-recipient.md)."""

    name: Annotated[str, Setting("Who it is.", '"Maren Holt"')]
    address: Annotated[str, Setting("Where payments go: a node's public key, or `name@host` for a lightning address.", '"maren@getalby.example"')]
    split: Annotated[int, Setting("The number of shares.", "50")]
    type: Annotated[str, Setting("What kind of address it is.", '"lnaddress"', "recipient type")] = "node"
    custom_key: Annotated[str, Setting("A key that goes with each payment.", '"696969"')] = ""
    custom_value: Annotated[str, Setting("The value of that key.", '"eChoVKtO1KujpAA5HCoB"')] = ""
    fee: Annotated[bool, Setting("Whether the shares are taken off the top, as a service's fee.", "true")] = False


class ValueTimeSplit(NamedTuple):
    """Other recipients for a stretch of an episode (podcast namespace, docs/tags/value-time-split.md)."""

    start: Annotated[timedelta, Setting("Where the stretch begins.", '"1:00"')]
    duration: Annotated[timedelta, Setting("How long it is.", "237")]
    recipients: Annotated[tuple[ValueRecipient, ...], Setting("Who is paid; or name a `remote_item`.")] = ()
    remote_item: Annotated[RemoteItem | None, Setting("The feed or item whose recipients are paid.")] = None
    remote_start: Annotated[timedelta | None, Setting("Where in the remote item the stretch begins.", '"2:54"')] = None
    remote_percentage: Annotated[int | None, Setting("How much of a payment goes to the remote recipients, in percent.", "95", largest=100)] = None


class Value(NamedTuple):
    """A payment scheme (podcast namespace, docs/tags/value.md)."""

    recipients: Annotated[tuple[ValueRecipient, ...], Setting("Who is paid.")]
    type: Annotated[str, Setting("The payment network.", '"lightning"', "value type")] = "lightning"
    method: Annotated[str, Setting("How payments are sent in it.", '"keysend"', "value method")] = "keysend"
    suggested: Annotated[str, Setting("How much is suggested for each minute, as a decimal number in quotes.", '"0.00000005000"', "decimal")] = ""
    time_splits: Annotated[tuple[ValueTimeSplit, ...], Setting("Stretches in which others are paid.")] = ()
