"""The settings that tell what a show is and where its sources are."""

from typing import Annotated, Literal, NamedTuple

from feedpub.model.foreign_tag import ForeignTag
from feedpub.model.funding import Funding
from feedpub.model.image import Image
from feedpub.model.license import License
from feedpub.model.location import Location
from feedpub.model.remote_item import RemoteItem
from feedpub.model.setting import Setting
from feedpub.model.social import Chat, SocialInteract
from feedpub.model.txt import Txt
from feedpub.model.update_frequency import UpdateFrequency
from feedpub.model.value import Value


class OwnerSettings(NamedTuple):
    """`[owner]`: whom directories write to. Both values can be read by everybody in the feed."""

    name: Annotated[str, Setting("The owner's name.", '"Ada Lovelace"')]
    email: Annotated[str, Setting("The owner's e-mail address; directories send codes to it.", '"ada@example.com"', "email")]


class PersonSettings(NamedTuple):
    """`[people.ID]`: somebody who is referred to by id or by name."""

    name: Annotated[str, Setting("The name as listeners read it.", '"Grace Hopper"')]
    role: Annotated[str, Setting("Their usual role, of the podcast namespace's taxonomy. Empty: host or guest, as referred to.", '"host"', "role")] = ""
    url: Annotated[str, Setting("A page about the person.", '"https://example.com/grace"', "url")] = ""
    image: Annotated[str, Setting("A picture of the person.", '"https://example.com/grace.jpg"', "url")] = ""
    group: Annotated[str, Setting("The group of the taxonomy that the role belongs to. Empty: told by the role.", '"cast"', "group")] = ""


class SeasonSettings(NamedTuple):
    """`[seasons.NUMBER]`: what is said of a season."""

    name: Annotated[str, Setting("What the season is called.", '"Fog"', longest=128)]


class TrailerSettings(NamedTuple):
    """`[[trailers]]`: a trailer that is no episode. Trailer episodes are found by themselves."""

    title: Annotated[str, Setting("What it is called.", '"Before the lamp is lit"', longest=128)]
    url: Annotated[str, Setting("Where it can be fetched.", '"https://cdn.example.com/trailer.mp3"', "https url")]
    published: Annotated[str, Setting("When it came out; in the show's time zone unless it has an offset.", '"2026-01-05"', "iso date")]
    length_bytes: Annotated[int | None, Setting("The length of the file in bytes.", "2400000", largest=2**53)] = None
    type: Annotated[str, Setting("The media type.", '"audio/mpeg"', "media type")] = ""
    season: Annotated[int | None, Setting("The season that it is about.", "2")] = None


class ShowSettings(NamedTuple):
    """What the show is. These stand at the top of `show.toml`, ahead of any table."""

    title: Annotated[str, Setting("The show's name, as directories list it.", '"The Lighthouse Hour"')]
    description: Annotated[str, Setting("What the show is about: plain text, at most 4,000 bytes.", '"Talks about the sea."')]
    site: Annotated[str, Setting("The show's web page; relative addresses in notes are read against an episode's page below it.", '"https://example.com/"', "url")]
    feed_url: Annotated[str, Setting("Where the feed is read. Listeners subscribe to it: it should never change.", '"https://example.com/feed.xml"', "url")]
    language: Annotated[str, Setting("The language spoken, as a BCP 47 tag.", '"en-GB"', "language")]
    author: Annotated[str, Setting("Who makes the show, as directories print it under the title.", '"Ada Lovelace"')]
    categories: Annotated[tuple[str, ...], Setting("Apple's categories, the first one counts most; a subcategory follows `>`.", '["Technology", "Society & Culture > Documentary"]', "category")]
    artwork: Annotated[str, Setting("The show's picture: a file below the show's folder, or a URL. Square, 1400 to 3000 pixels, JPEG or PNG. Empty: the picture in the newest episode's audio file.", '"art/cover.jpg"', "path or url")] = ""
    timezone: Annotated[str, Setting("The IANA zone in which dates without an offset are meant.", '"Europe/Lisbon"', "zone")] = ""
    explicit: Annotated[bool, Setting("Whether the show has explicit language.", "false")] = False
    type: Annotated[Literal["episodic", "serial"], Setting("`serial` when episodes are to be heard in order, oldest first.", '"episodic"')] = "episodic"
    copyright: Annotated[str, Setting("Who holds the rights.", '"Ada Lovelace"')] = ""
    owner: Annotated[OwnerSettings | None, Setting("Whom directories write to.")] = None
    people: Annotated[dict[str, PersonSettings], Setting("Everybody who appears more than once, by an id of your choice.")] = {}
    hosts: Annotated[tuple[str, ...], Setting("The regular hosts, by id or name. An episode that names hosts of its own replaces them.", '["ada"]')] = ()
    block: Annotated[bool, Setting("Keep the show out of Apple's directory.", "false")] = False
    complete: Annotated[bool, Setting("Say that no further episode will ever follow: apps may stop looking for one.", "false")] = False
    new_feed_url: Annotated[str, Setting("Where the show has moved to. Only in the feed that is left behind, and in the new one for a while.", '"https://example.org/feed.xml"', "url")] = ""
    verify: Annotated[str, Setting("The code with which Apple verifies who owns the show; remove it afterwards.", '"1a2b3c"')] = ""
    medium: Annotated[str, Setting("What the feed holds, where that is no podcast: `music`, `video`, `audiobook`, ...; `musicL` and the like for lists of other feeds' items.", '"audiobook"', "medium")] = ""
    funding: Annotated[tuple[Funding, ...], Setting("Where listeners can give money: one address, or several with labels.")] = ()
    location: Annotated[tuple[Location, ...], Setting("The places that the show is about, or where it is made: a name, or more of it.")] = ()
    license: Annotated[License | None, Setting("What others may do with the show.")] = None
    value: Annotated[tuple[Value, ...], Setting("Who gets which share of listeners' payments; one table for each payment network.")] = ()
    social: Annotated[tuple[SocialInteract, ...], Setting("Where comments on the show are collected. `disabled` asks for none.")] = ()
    chat: Annotated[Chat | None, Setting("The show's chat room.")] = None
    txt: Annotated[tuple[Txt, ...], Setting("Notes to services, such as a proof of ownership.")] = ()
    block_services: Annotated[tuple[str, ...], Setting("Platforms that are asked not to list the show, by their names in the podcast namespace.", '["youtube"]', "service")] = ()
    allow_services: Annotated[tuple[str, ...], Setting("Platforms that may list the show, although `block` is set.", '["podverse"]', "service")] = ()
    images: Annotated[tuple[Image, ...], Setting("Pictures beside the artwork, each for a use of its own.")] = ()
    trailers: Annotated[tuple[TrailerSettings, ...], Setting("Trailers that are no episodes.")] = ()
    podroll: Annotated[tuple[RemoteItem, ...], Setting("Shows that you recommend: shows of this workspace by the names of their folders, others by their `podcast:guid`.")] = ()
    publisher: Annotated[RemoteItem | None, Setting("The feed of the publisher: a show of this workspace by the name of its folder, or another feed.")] = None
    remote_items: Annotated[tuple[RemoteItem, ...], Setting("What the feed lists, where its medium is a list (such as `musicL`) or `publisher`.")] = ()
    updates: Annotated[UpdateFrequency | None, Setting("How often episodes come, in words: `weekly`, `every Monday`, ... `auto`: told by the dates of the episodes. `none`: not said.")] = UpdateFrequency("auto")
    podping: Annotated[bool | None, Setting("Whether Podping is told of changes. Not set: the feed does not say.", "true")] = None
    seasons: Annotated[dict[str, SeasonSettings], Setting("What the seasons are called, by their numbers.")] = {}
    extra: Annotated[tuple[ForeignTag, ...], Setting("Tags of other namespaces, which are passed through.")] = ()


class EpisodesSettings(NamedTuple):
    """`[episodes]`: where episode files are and how they are read."""

    folder: Annotated[str, Setting("The folder of the episode files, below the show's folder. Every `*.md` in it and below is one episode; names that begin with `_` or `.` are passed over.", '"episodes"', "path")] = "episodes"
    title_patterns: Annotated[tuple[str, ...], Setting("How a title carries the number. The first that fits is taken; the rest of the title is the episode's title.", '["Episode {number} - {title}"]', "title pattern", placeholders=("number", "title"))] = (
        "Episode {number} - {title}",
        "Episode {number}: {title}",
        "Ep. {number} - {title}",
        "Ep. {number}: {title}",
        "#{number} - {title}",
        "#{number}: {title}",
        "#{number} {title}",
    )
    slug: Annotated[Literal["", "file", "title"], Setting("What an episode is called in addresses when its file does not say: its `file` name or its `title`. Empty: the title with Pelican headers, else the file name.", '"file"')] = ""
    page: Annotated[str, Setting("The address of an episode's page when its file does not say, relative to `site`.", '"{slug}.html"', "template", placeholders=("slug", "number", "season", "year", "month", "day"))] = "{slug}.html"
    skip: Annotated[tuple[str, ...], Setting("Files that are no episodes, as patterns relative to the folder.", '["README.md", "posts/*"]')] = ("README.md", "index.md")
    skip_categories: Annotated[tuple[str, ...], Setting("Files whose `category` is one of these are no episodes.", '["Posts"]')] = ()


class AudioSettings(NamedTuple):
    """`[audio]`: where audio files are, and where listeners fetch them."""

    folder: Annotated[str, Setting("The folder of the audio files, below the show's folder.", '"audio"', "path")] = "audio"
    url: Annotated[str, Setting("Where listeners fetch a file, relative to the feed.", '"https://cdn.example.com/{file}"', "template", placeholders=("file", "slug", "number", "season", "extension"))] = "audio/{file}"
    formats: Annotated[tuple[str, ...], Setting("Which suffix is taken first when an episode has audio in several.", '["mp3", "m4a"]', "suffix")] = ("mp3", "m4a", "m4b", "mp4", "aac", "ogg", "opus", "flac", "wav")
    required: Annotated[bool, Setting("Whether an episode without audio is an error (else it is left out of the feed, with a warning).", "true")] = True
    alternates: Annotated[bool, Setting("Whether an episode's audio in other formats becomes alternate enclosures.", "true")] = True


class NotesSettings(NamedTuple):
    """`[notes]`: how show notes become HTML."""

    flavour: Annotated[Literal["commonmark", "pelican"], Setting("Which Markdown: `commonmark`, or `pelican` for notes written for Pelican (Python-Markdown with its extra extensions).", '"commonmark"')] = "commonmark"
    template: Annotated[str, Setting("A jinja2 template below the show's folder that arranges the notes for the feed; it sees `notes`, `episode` and `show`.", '"notes.html"', "path")] = ""
    summary_bytes: Annotated[int, Setting("How long a summary made from the notes may be, in bytes of UTF-8; it is cut at a word.", "4000", minimum=1)] = 4000
    seconds: Annotated[int, Setting("How much processor time the notes of one episode may take.", "10", minimum=1)] = 10
    megabytes: Annotated[int, Setting("How much memory reading the episodes may take.", "768", minimum=64)] = 768
    timestamps: Annotated[Literal["", "page"], Setting("Whether times such as `12:34` become links in the feed's notes too: `page` leads them to the episode's page. Empty: only the page has such links.", '"page"')] = ""
    pages: Annotated[bool, Setting("Whether a page for each episode is written into `pages/`.", "true")] = False


class ChaptersSettings(NamedTuple):
    """`[chapters]`: where chapters come from, and how they are published."""

    order: Annotated[tuple[Literal["header", "file", "audio", "notes"], ...], Setting("Which source counts, the first that has any: the episode's head, a file beside it, the audio file, times in the notes.", '["header", "file", "audio", "notes"]')] = ("header", "file", "audio", "notes")
    json: Annotated[bool, Setting("Whether a file with the chapters (JSON Chapters 1.2) is written.", "true")] = True
    simple: Annotated[bool, Setting("Whether the feed itself has the chapters (Podlove Simple Chapters).", "true")] = True
    in_notes: Annotated[bool, Setting("Whether the notes end with a list of the chapters.", "true")] = False


class TranscriptsSettings(NamedTuple):
    """`[transcripts]`: where transcripts are found, and how they are published."""

    folder: Annotated[str, Setting("The folder of the transcripts, below the show's folder.", '"transcripts"', "path")] = "transcripts"
    formats: Annotated[tuple[Literal["vtt", "srt", "json", "html", "txt"], ...], Setting("The formats that are made of another one where they are missing.", '["vtt", "json"]')] = ()
    speakers: Annotated[dict[str, str], Setting("Names in the files, and what is published in their place.", '{ S1 = "Maren Holt" }')] = {}
    hide: Annotated[tuple[str, ...], Setting("Speakers who are not named.", '["Caller"]')] = ()


class PicturesSettings(NamedTuple):
    """`[pictures]`: what is done with artwork."""

    convert: Annotated[bool, Setting("Whether pictures that are too large, or that apps cannot show, are converted into the build. The originals stay as they are.", "true")] = True
    sizes: Annotated[tuple[int, ...], Setting("Widths in pixels of smaller copies of the artwork, for apps that ask for them.", "[300, 600]", minimum=16, largest=3000)] = ()
    quality: Annotated[int, Setting("The quality of pictures that are written as JPEG.", "90", minimum=30, largest=100)] = 90
    from_audio: Annotated[bool, Setting("Whether an episode without a picture of its own takes the one in its audio file.", "true")] = False
