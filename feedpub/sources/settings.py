"""The settings that tell what a show is and where its sources are."""

from typing import Annotated, Literal, NamedTuple

from feedpub.model.setting import Setting


class OwnerSettings(NamedTuple):
    """`[owner]`: whom directories write to. Both values can be read by everybody in the feed."""

    name: Annotated[str, Setting("The owner's name.", '"Ada Lovelace"')]
    email: Annotated[str, Setting("The owner's e-mail address; directories send codes to it.", '"ada@example.com"', "email")]


class PersonSettings(NamedTuple):
    """`[people.ID]`: somebody who is referred to by id or by name."""

    name: Annotated[str, Setting("The name as listeners read it.", '"Grace Hopper"')]
    role: Annotated[str, Setting("Their usual role, of the podcast namespace's taxonomy. Empty: host or guest, as referred to.", '"host"')] = ""
    url: Annotated[str, Setting("A page about the person.", '"https://example.com/grace"', "url")] = ""
    image: Annotated[str, Setting("A picture of the person.", '"https://example.com/grace.jpg"', "url")] = ""


class ShowSettings(NamedTuple):
    """What the show is. These stand at the top of `show.toml`, ahead of any table."""

    title: Annotated[str, Setting("The show's name, as directories list it.", '"The Lighthouse Hour"')]
    description: Annotated[str, Setting("What the show is about: plain text, at most 4,000 bytes.", '"Talks about the sea."')]
    site: Annotated[str, Setting("The show's web page; relative addresses in notes are read against an episode's page below it.", '"https://example.com/"', "url")]
    feed_url: Annotated[str, Setting("Where the feed is read. Listeners subscribe to it: it should never change.", '"https://example.com/feed.xml"', "url")]
    language: Annotated[str, Setting("The language spoken, as a BCP 47 tag.", '"en-GB"', "language")]
    author: Annotated[str, Setting("Who makes the show, as directories print it under the title.", '"Ada Lovelace"')]
    categories: Annotated[tuple[str, ...], Setting("Apple's categories, the first one counts most; a subcategory follows `>`.", '["Technology", "Society & Culture > Documentary"]', "category")]
    artwork: Annotated[str, Setting("The show's picture: a file below the show's folder, or a URL. Square, 1400 to 3000 pixels, JPEG or PNG.", '"art/cover.jpg"', "path or url")]
    timezone: Annotated[str, Setting("The IANA zone in which dates without an offset are meant.", '"Europe/Lisbon"', "zone")] = ""
    explicit: Annotated[bool, Setting("Whether the show has explicit language.", "false")] = False
    type: Annotated[Literal["episodic", "serial"], Setting("`serial` when episodes are to be heard in order, oldest first.", '"episodic"')] = "episodic"
    copyright: Annotated[str, Setting("Who holds the rights.", '"Ada Lovelace"')] = ""
    owner: Annotated[OwnerSettings | None, Setting("Whom directories write to.")] = None
    people: Annotated[dict[str, PersonSettings], Setting("Everybody who appears more than once, by an id of your choice.")] = {}
    hosts: Annotated[tuple[str, ...], Setting("The regular hosts, by id or name. An episode that names hosts of its own replaces them.", '["ada"]')] = ()
    block: Annotated[bool, Setting("Keep the show out of Apple's directory.", "false")] = False
    complete: Annotated[bool, Setting("Say that no further episode will ever follow.", "false")] = False
    new_feed_url: Annotated[str, Setting("Where the show has moved to. Only in the feed that is left behind, and in the new one for a while.", '"https://example.org/feed.xml"', "url")] = ""
    verify: Annotated[str, Setting("The code with which Apple verifies who owns the show; remove it afterwards.", '"1a2b3c"')] = ""


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


class NotesSettings(NamedTuple):
    """`[notes]`: how show notes become HTML."""

    flavour: Annotated[Literal["commonmark", "pelican"], Setting("Which Markdown: `commonmark`, or `pelican` for notes written for Pelican (Python-Markdown with its extra extensions).", '"commonmark"')] = "commonmark"
    template: Annotated[str, Setting("A jinja2 template below the show's folder that arranges the notes for the feed; it sees `notes`, `episode` and `show`.", '"notes.html"', "path")] = ""
    summary_bytes: Annotated[int, Setting("How long a summary made from the notes may be, in bytes of UTF-8; it is cut at a word.", "4000", minimum=1)] = 4000
    seconds: Annotated[int, Setting("How much processor time the notes of one episode may take.", "10", minimum=1)] = 10
    megabytes: Annotated[int, Setting("How much memory reading the episodes may take.", "768", minimum=64)] = 768
