"""feedpub: Markdown show notes and audio files in, a feed that every directory accepts out."""

__version__ = "0.1.0"
