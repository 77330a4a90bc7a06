"""The audio behind an enclosure, when it is on this machine: what it is, beside what the feed says of it."""

from feedpub.validate.durations import parse_duration
from feedpub.validate.facts import LocalAudio
from feedpub.validate.rule import (
    APPLE,
    INFO,
    SPOTIFY,
    WARNING,
    Problem,
    Problems,
    everywhere,
    quote,
    rule,
)

#: types that mean the same -> the one that they are compared by
_SAME = {
    "audio/mp3": "audio/mpeg",
    "audio/x-mp3": "audio/mpeg",
    "audio/mpeg3": "audio/mpeg",
    "audio/x-mpeg": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "audio/m4a": "audio/mp4",
    "audio/aac": "audio/mp4",
    "audio/aacp": "audio/mp4",
    "video/x-m4v": "video/mp4",
    "video/m4v": "video/mp4",
    "audio/opus": "audio/ogg",
    "application/ogg": "audio/ogg",
    "audio/x-wav": "audio/wav",
    "audio/x-flac": "audio/flac",
}
#: seconds, and a share of the whole, by which two lengths may differ
_SECONDS, _SHARE = 2, 0.01
#: bit/s
_LEAST, _MOST = 64_000, 320_000
_MP3 = {"path": "audio/one.mp3", "length_bytes": 960_000, "duration": 60.0, "type": "audio/mpeg"}
_ENCLOSURE = '<enclosure url="https://tides.example.com/one.mp3" length="960000" type="audio/mpeg"/>'


@rule(
    id="ITU037",
    name="duration-differs-from-media",
    each=LocalAudio,
    profiles=everywhere(WARNING),
    what="`itunes:duration` is not the length of the audio.",
    why="Apps show it, and reckon by it how much is left to hear.",
    fix="Write the length of the audio in seconds.",
    spec="practice",
    bad={**_MP3, "item": f"{_ENCLOSURE}<itunes:duration>90</itunes:duration>"},
    good={**_MP3, "item": f"{_ENCLOSURE}<itunes:duration>61</itunes:duration>"},
)
def duration_differs(audio: LocalAudio) -> Problems:
    item = audio.element.parent
    told = item.first("itunes:duration") if item is not None and audio.element.name == "enclosure" else None
    seconds = parse_duration(told.text) if told is not None else None
    if told is None or seconds is None or not audio.duration:
        return
    if abs(seconds - audio.duration) > max(_SECONDS, audio.duration * _SHARE):
        yield Problem(
            told,
            f"`itunes:duration` is {quote(told.value)}, but {audio.path} lasts {audio.duration:.0f} s",
            fix=f"Write {audio.duration:.0f}.",
        )


@rule(
    id="ENC019",
    name="enclosure-length-differs",
    each=LocalAudio,
    profiles=everywhere(WARNING),
    what="The `length` of the enclosure is not the size of the file.",
    why="Apps show it, plan downloads by it, and some take a download of another size for one that broke "
    "off.",
    fix="Write the size of the file in bytes.",
    spec="RSS2 enclosure; APPLE-G",
    bad={**_MP3, "item": _ENCLOSURE.replace("960000", "950000")},
    good={**_MP3, "item": _ENCLOSURE},
)
def length_differs(audio: LocalAudio) -> Problems:
    length = audio.element.attribute("length").strip()
    # 0 means that the length is not known (ENC005).
    if length.isascii() and length.isdigit() and int(length) and int(length) != audio.length_bytes:
        yield Problem(
            audio.element,
            f"the `length` of `{audio.element.name}` is {int(length):,} bytes, but {audio.path} has "
            f"{audio.length_bytes:,}",
            attribute="length",
            fix=f'Write length="{audio.length_bytes}".',
        )


@rule(
    id="ENC020",
    name="enclosure-type-differs",
    each=LocalAudio,
    profiles=everywhere(WARNING),
    what="The file is of another kind than the `type` of the enclosure says.",
    why="Apps choose by the type how to play a file, and may refuse one that is something else.",
    fix="Write the type of the file.",
    spec="APPLE-G",
    bad={**_MP3, "item": _ENCLOSURE.replace("audio/mpeg", "audio/x-m4a")},
    good={**_MP3, "item": _ENCLOSURE},
)
def type_differs(audio: LocalAudio) -> Problems:
    name = "type" if audio.element.name != "podcast:source" else "contentType"
    told = audio.element.attribute(name).strip().lower()
    # What stands behind a semicolon is a parameter, such as the codec.
    said, is_ = (_SAME.get(one, one) for one in (told.partition(";")[0].rstrip(), audio.type))
    # The first bytes of an MP4 file do not tell sound from film.
    if told and said != is_ and {said, is_} != {"audio/mp4", "video/mp4"}:
        yield Problem(
            audio.element,
            f"the `{name}` of `{audio.element.name}` is {quote(told)}, but {audio.path} is {audio.type}",
            attribute=name,
            fix=f'Write {name}="{audio.type}".',
        )


@rule(
    id="ENC022",
    name="media-not-fast-start",
    each=LocalAudio,
    profiles=everywhere(INFO),
    what="An MP4 or M4A file has its index (`moov`) behind its sound.",
    why="Apps have to fetch the end of the file before they can play the beginning.",
    fix="Move it to the front: `ffmpeg -i in.m4a -c copy -movflags +faststart out.m4a`.",
    spec="practice",
    bad={**_MP3, "type": "audio/mp4", "fast_start": False},
    good={**_MP3, "type": "audio/mp4"},
)
def not_fast_start(audio: LocalAudio) -> Problems:
    if not audio.fast_start:
        yield Problem(audio, "the `moov` box of the file stands behind the sound: playback starts late")


@rule(
    id="ENC023",
    name="media-bitrate-out-of-range",
    each=LocalAudio,
    profiles={APPLE: INFO, SPOTIFY: INFO},
    what="Bitrate or sample rate of the file are outside of what directories recommend, or it cannot be "
    "searched.",
    why="Apple recommends 44.1 or 48 kHz, 96 to 128 kbit/s for one channel and 128 to 256 for two; Spotify "
    "128 and "
    "more. In an MP3 of varying bitrate without a table (Xing or VBRI) apps jump to a wrong place.",
    fix="Encode the audio again: `ffmpeg -i in.wav -ar 44100 -b:a 128k out.mp3`.",
    spec="APPLE-893; SPOT",
    bad={**_MP3, "bitrate": 32_000},
    good={**_MP3, "bitrate": 128_000, "sample_rate": 44_100, "channels": 2},
)
def bitrate(audio: LocalAudio) -> Problems:
    if audio.bitrate and not _LEAST <= audio.bitrate <= _MOST and audio.type.startswith("audio/"):
        yield Problem(audio, f"the file has {audio.bitrate / 1000:.0f} kbit/s")
    if audio.sample_rate and audio.sample_rate not in (44_100, 48_000):
        yield Problem(audio, f"the sample rate of the file is {audio.sample_rate:,} Hz, not 44,100 or 48,000")
    if audio.without_seek_table:
        yield Problem(
            audio,
            "the bitrate of this MP3 varies, and no Xing, Info or VBRI header says where in it which time is",
        )


@rule(
    id="ENC024",
    name="media-missing-id3-title",
    each=LocalAudio,
    profiles=everywhere(INFO),
    what="The tags of the file lack title, artist or cover.",
    why="Whoever keeps the file, or plays it in a car, sees a file name instead.",
    fix="Write title, artist and a cover into the tags of the file.",
    spec="practice",
    bad={**_MP3, "tags_known": True},
    good={**_MP3, "tags_known": True, "title": "One", "artist": "Tides", "has_cover": True},
)
def missing_tags(audio: LocalAudio) -> Problems:
    if not audio.tags_known or audio.element.name != "enclosure":
        return
    has = {"title": audio.title, "artist": audio.artist, "cover": audio.has_cover}
    missing = [name for name, value in has.items() if not value]
    if missing:
        yield Problem(audio, f"the tags of the file have no {' and no '.join(missing)}")
