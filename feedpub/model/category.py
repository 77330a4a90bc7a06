"""A category of the Apple Podcasts directory."""

from typing import NamedTuple


class Category(NamedTuple):
    """A category and perhaps one subcategory, as ``Society & Culture > Documentary``."""

    name: str
    subcategory: str = ""

    def __str__(self) -> str:
        return f"{self.name} > {self.subcategory}" if self.subcategory else self.name


def parse_category(text: str) -> Category:
    """``Society & Culture > Documentary`` as a Category. Whether Apple knows it is not asked here."""
    name, _, subcategory = text.partition(">")
    return Category(name.strip(), subcategory.strip())
