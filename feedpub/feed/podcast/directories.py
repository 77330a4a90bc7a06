"""What directories and other hosts are told: which show it is, and what they may do with its feed."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.tag import Channel, Tag, Value, Values, given, text, truth
from feedpub.model import Txt


def _locked(channel: Channel) -> Values:
    """The owner is whom other hosts write to before they import a show."""
    locked, owner = channel.show.locked, channel.show.owner
    if locked is None:
        return ()
    return (Value("yes" if locked else "no", given({"owner": owner.email if owner else ""})),)


def _blocks(channel: Channel) -> Iterator[Value]:
    """A service that finds its own name goes by that, all others by the tag without a name."""
    show = channel.show
    if show.block:
        yield Value("yes")
    for word, services in (("yes", show.block_services), ("no", show.allow_services)):
        for service in services:
            if service:
                yield Value(word, {"id": service})


def _texts(texts: Iterable[Txt]) -> Iterator[Value]:
    for txt in texts:
        if txt.text:
            yield Value(txt.text, given({"purpose": txt.purpose}))


def _channel_texts(channel: Channel) -> Values:
    """Apple looks for its proof of ownership here, too."""
    show = channel.show
    proof = Txt(show.verify, "applepodcastsverify")
    return _texts(show.txt if proof in show.txt else (proof, *show.txt))


def _podping(channel: Channel) -> Values:
    podping = channel.show.podping
    return () if podping is None else (Value(attributes={"usesPodping": truth(podping)}),)


TAGS = (
    Tag(podcast("guid"), channel=lambda channel: text(channel.show.guid)),
    Tag(podcast("medium"), channel=lambda channel: text(channel.show.medium)),
    Tag(podcast("locked"), channel=_locked),
    Tag(podcast("block"), channel=_blocks),
    Tag(podcast("txt"), channel=_channel_texts, item=lambda item: _texts(item.episode.txt), rare="txt"),
    Tag(podcast("podping"), channel=_podping),
)
