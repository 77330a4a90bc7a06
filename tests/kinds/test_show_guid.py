"""A show's name for ever."""

import pytest

from feedpub.kinds.show_guid import show_guid


@pytest.mark.parametrize(
    ("feed_url", "guid"),
    [
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("http://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_guid_is_the_one_that_the_namespace_gives(feed_url: str, guid: str) -> None:
    """The two examples of the specification; scheme and slashes at the end do not count."""
    assert show_guid(feed_url) == guid
