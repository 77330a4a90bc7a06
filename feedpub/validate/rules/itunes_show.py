"""What Apple's elements say of the show: namespace, cover, author, owner, kind."""

from feedpub.kinds.addresses import check_email
from feedpub.validate.document.element import Element
from feedpub.validate.document.namespaces import intended_namespace
from feedpub.validate.document.reading import Document
from feedpub.validate.podcast_feed import for_podcasts
from feedpub.validate.rule import (
    APPLE,
    ERROR,
    INFO,
    PSP1,
    RSS,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_OWNER = "<itunes:owner><itunes:email>ada@tides.io</itunes:email></itunes:owner>"
_NO_EMAIL = {SPOTIFY: WARNING, RSS: WARNING, APPLE: INFO, PSP1: INFO}


def _declares(document: Document, uri: str) -> bool:
    """Whether it is declared, be it misspelt: XML019 tells that."""
    return any(uri in (one.uri, intended_namespace(one.uri)) for one in document.walked.namespaces)


@rule(
    id="ITU001",
    name="missing-itunes-namespace",
    each="document",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR},
    what="The namespace of Apple's elements is not declared.",
    why="Without them no directory takes the feed for a podcast.",
    fix=f'Write xmlns:itunes="{_ITUNES}" into `<rss>`, exactly so.',
    spec="APPLE-823; APPLE-G; PSP1",
    bad='<rss version="2.0"><channel/></rss>',
    good=f'<rss version="2.0" xmlns:itunes="{_ITUNES}"><channel/></rss>',
)
def missing_namespace(document: Document) -> Problems:
    if document.root is not None and document.root.name == "rss" and not _declares(document, _ITUNES):
        yield Problem(document.root, f"`rss` does not declare the namespace xmlns:itunes, {_ITUNES}")


@rule(
    id="ITU002",
    name="missing-content-namespace",
    each="document",
    profiles={APPLE: INFO},
    what="The namespace of `content:encoded` is not declared.",
    why="It is in Apple's sample; needed is it only where `content:encoded` is used.",
    fix=f'Write xmlns:content="{_CONTENT}" into `<rss>`.',
    spec="APPLE-823; PSP1",
    bad='<rss version="2.0"><channel/></rss>',
    good=f'<rss version="2.0" xmlns:content="{_CONTENT}"><channel/></rss>',
)
def missing_content(document: Document) -> Problems:
    if document.root is not None and document.root.name == "rss" and not _declares(document, _CONTENT):
        yield Problem(document.root, "`rss` does not declare the namespace xmlns:content")


@rule(
    id="ITU003",
    name="missing-itunes-image",
    each="channel",
    profiles={APPLE: ERROR, PSP1: ERROR, SPOTIFY: ERROR},
    what="The show has no artwork.",
    why="No directory lists a show without a cover.",
    fix='Add `<itunes:image href="…"/>` with a square JPEG or PNG of 1400 to 3000 pixels.',
    spec="APPLE-G required; PSP1 required; SPOT 5.8",
    bad="<title>Tides</title>",
    good='<itunes:image href="https://tides.io/cover.jpg"/>',
)
def missing_image(channel: Element) -> Problems:
    if channel.has("itunes:image"):
        return
    image = channel.first("image")
    # Spotify takes the picture of RSS as well.
    spotify = image is None or not image.get("url")
    profiles = None if spotify else {APPLE: ERROR, PSP1: ERROR}
    yield Problem(channel, "the `channel` has no `itunes:image`: there is no artwork", profiles=profiles)


@rule(
    id="ITU004",
    name="itunes-image-missing-href",
    each="itunes:image",
    profiles=everywhere(ERROR),
    what="`itunes:image` has no `href`.",
    why="The address stands in that attribute; what is written inside counts for nothing.",
    fix='Write `<itunes:image href="…"/>`.',
    spec="APPLE-G; w3c:MissingAttribute",
    bad="<itunes:image>https://tides.io/cover.jpg</itunes:image>",
    good='<itunes:image href="https://tides.io/cover.jpg"/>',
    within="channel",
)
def image_without_href(image: Element) -> Problems:
    if not image.attribute("href").strip():
        inside = f"; the address stands inside: {quote(image.value)}" if image.value else ""
        yield Problem(image, f"`itunes:image` has no `href`{inside}")


@rule(
    id="ITU005",
    name="itunes-image-invalid-url",
    each="itunes:image",
    profiles=everywhere(ERROR),
    what="`href` of `itunes:image` is no absolute http or https address.",
    why="Nobody can fetch the picture.",
    fix="Write the whole address, with https://.",
    spec="w3c:InvalidLink",
    bad='<itunes:image href="cover.jpg"/>',
    good='<itunes:image href="https://tides.io/cover.jpg"/>',
    within="channel",
)
def image_url(image: Element) -> Problems:
    url = image.attribute("href").strip()
    if url and not (
        url[:8].lower().startswith(("http://", "https://")) and url.partition("//")[2].strip("/")
    ):
        yield Problem(
            image, f"`href` of `itunes:image` is {quote(url)}, not an absolute URL", attribute="href"
        )


@rule(
    id="ITU021",
    name="missing-author",
    each="channel",
    profiles={SPOTIFY: ERROR, APPLE: WARNING, PSP1: WARNING},
    what="The show does not say by whom it is.",
    why="Directories show the name below the title, and list the show under it.",
    fix="Add `<itunes:author>`.",
    spec="SPOT 5.7; APPLE-G recommended; PSP1 recommended",
    bad="<title>Tides</title>",
    good="<itunes:author>Ada</itunes:author>",
)
def missing_author(channel: Element) -> Problems:
    author = channel.first("itunes:author")
    if author is None:
        yield Problem(channel, "the `channel` has no `itunes:author`")
    elif not author.value:
        yield Problem(author, "`itunes:author` is blank")


@rule(
    id="ITU022",
    name="missing-owner-email",
    each="channel",
    profiles=_NO_EMAIL,
    what="The feed has no e-mail address of its owner.",
    why="Spotify, YouTube and Amazon send a code to it when somebody claims the show. Apple does not ask "
    "for it any "
    "more. The address is public: anybody can read it in the feed.",
    fix="Add `<itunes:owner><itunes:email>…</itunes:email></itunes:owner>`, at least while you claim the "
    "show.",
    spec="SPOT; GOOGLE; w3c:MissingItunesEmail",
    bad="<itunes:author>Ada</itunes:author>",
    good=_OWNER,
)
def missing_owner(channel: Element) -> Problems:
    if not channel.has("itunes:owner"):
        message = "the `channel` has no `itunes:owner` with an `itunes:email`"
        yield Problem(channel, message, profiles=for_podcasts(channel, _NO_EMAIL))


@rule(
    id="ITU023",
    name="owner-without-email",
    each="itunes:owner",
    profiles=everywhere(ERROR),
    what="`itunes:owner` holds no `itunes:email`.",
    why="The address is what it is there for.",
    fix="Add `<itunes:email>`, or take `itunes:owner` out.",
    spec="w3c:MissingElement",
    bad="<itunes:owner><itunes:name>Ada</itunes:name></itunes:owner>",
    good=_OWNER,
    within="channel",
)
def owner_without_email(owner: Element) -> Problems:
    if not owner.get("itunes:email"):
        yield Problem(owner, "`itunes:email` is missing in `itunes:owner`")


@rule(
    id="ITU024",
    name="invalid-owner-email",
    each="itunes:email",
    profiles=everywhere(ERROR),
    what="`itunes:email` is no e-mail address.",
    why="The code by which the show is claimed does not arrive.",
    fix="Write the address alone, such as ada@example.com.",
    spec="w3c:InvalidContact",
    bad="<itunes:owner><itunes:email>Ada at tides.io</itunes:email></itunes:owner>",
    good=_OWNER,
    within="channel",
)
def owner_email(email: Element) -> Problems:
    if email.value and check_email(email.value):
        yield Problem(email, f"`itunes:email` is {quote(email.value)}, not an e-mail address")


@rule(
    id="ITU025",
    name="invalid-show-type",
    each="itunes:type",
    profiles=everywhere(ERROR),
    what="`itunes:type` is neither `episodic` nor `serial`.",
    why="Apple takes the show for episodic, and shows the newest episode first.",
    fix="Write `episodic` or `serial`.",
    spec="APPLE-G; PSP1; w3c:InvalidItunesChannelType",
    bad="<itunes:type>series</itunes:type>",
    good="<itunes:type>serial</itunes:type>",
    within="channel",
)
def show_type(kind: Element) -> Problems:
    if kind.value.lower() not in ("episodic", "serial"):
        yield Problem(kind, f"`itunes:type` is {quote(kind.value)}, not episodic or serial")


@rule(
    id="ITU026",
    name="serial-without-episode-numbers",
    each="channel",
    profiles={APPLE: ERROR, PSP1: ERROR},
    what="The show is serial, but an episode has no number.",
    why="Of a serial show apps play the first episode first: without numbers they cannot tell which that is.",
    fix="Give every full episode an `itunes:episode`.",
    spec="APPLE-G; PSP1",
    bad="<itunes:type>serial</itunes:type><item><title>One</title></item>",
    good="<itunes:type>serial</itunes:type><item><itunes:episode>1</itunes:episode></item>",
)
def serial_without_numbers(channel: Element) -> Problems:
    if channel.get("itunes:type").lower() != "serial":
        return
    for item in channel.items:
        kind = item.get("itunes:episodeType").lower() or "full"
        if item.name == "item" and kind == "full" and not item.get("itunes:episode"):
            yield Problem(item, "the show is serial, but this `item` has no `itunes:episode`")


@rule(
    id="ITU048",
    name="keyword-stuffed-title",
    each=("channel/title", "channel/itunes:title", "channel/itunes:author"),
    profiles={APPLE: WARNING, PSP1: WARNING},
    what="The title of the show, or its author, is a list of words to be found by.",
    why="Apple takes shows out of the directory for it.",
    fix="Write the title alone; what the show is about belongs in the description.",
    spec="APPLE-G; PSP1 title note",
    bad="<title>Tides | Sea | Ocean | Sailing | Waves</title>",
    good="<title>Tides: what the sea does</title>",
)
def stuffed(element: Element) -> Problems:
    text = element.value
    separators = sum(text.count(mark) for mark in ("|", "·", "•", " - ", " – ", "; "))
    # Of several hosts the names stand in `itunes:author`, with commas between.
    title = element.name != "itunes:author"
    if separators >= 3 or (title and (len(text) > 100 or text.count(", ") >= 5)):
        yield Problem(element, f"`{element.name}` of the show looks like a list of keywords: {quote(text)}")


@rule(
    id="ITU053",
    name="verify-tag-left-over",
    each=("itunes:applepodcastsverify", "podcast:txt"),
    profiles={APPLE: INFO},
    what="The code by which the show was claimed at Apple is still in the feed.",
    why="It has done its work.",
    fix="Take it out when the claim is done.",
    spec="APPLE-G; NS txt",
    bad="<itunes:applepodcastsverify>123</itunes:applepodcastsverify>",
    good="<title>Tides</title>",
    within="channel",
)
def verify(element: Element) -> Problems:
    if element.name != "podcast:txt" or element.attribute("purpose").lower() == "applepodcastsverify":
        yield Problem(element, f"`{element.name}` holds a code of Apple's to claim the show by")
