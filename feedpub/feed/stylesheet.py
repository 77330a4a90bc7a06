"""What makes a feed readable for people who open it in a browser."""

from pathlib import Path


def stylesheet() -> bytes:
    """The CSS file that belongs beside a feed with ``Show.stylesheet``."""
    return Path(__file__).with_name("feed.css").read_bytes()
