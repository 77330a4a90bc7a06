"""`category` of RSS 2.0, which is not that of Apple."""

from feedpub.validate.document.element import Element
from feedpub.validate.rule import INFO, RSS, Problem, Problems, quote, rule


@rule(
    id="RSS052",
    name="category-domain",
    each=("channel/category", "item/category"),
    profiles={RSS: INFO},
    what="The `domain` of a `category` is neither an address nor the name of a taxonomy.",
    why="It tells where the category is defined. Apple goes by `itunes:category` and ignores this one.",
    fix="Write an address or the name of the taxonomy, or leave `domain` out.",
    spec="RSS2 category",
    bad='<category domain="">Sea</category>',
    good='<category domain="https://example.com/topics">Sea</category>',
    within="item",
)
def category_domain(category: Element) -> Problems:
    domain = category.attributes.get("domain")
    if domain is None:
        return
    text = domain.strip()
    if not text or any(character.isspace() for character in text) or text.startswith(("/", "www.")):
        message = f"`domain` of `category` is {quote(domain)}, neither an address nor the name of a taxonomy"
        yield Problem(category, message, attribute="domain")
