"""Where listeners talk with each other and with the makers."""

from collections.abc import Iterable, Iterator

from feedpub.feed.namespaces import podcast
from feedpub.feed.numbers import format_count
from feedpub.feed.tag import Tag, Value, Values, given
from feedpub.model import Chat, SocialInteract


def _posts(posts: Iterable[SocialInteract]) -> Iterator[Value]:
    """`disabled` says that no comments are wanted, and stands alone."""
    for post in posts:
        if post.protocol == "disabled":
            yield Value(attributes={"protocol": post.protocol})
        elif post.uri:
            attributes = {
                "priority": format_count(post.priority),
                "protocol": post.protocol,
                "uri": post.uri,
                "accountId": post.account_id,
                "accountUrl": post.account_url,
            }
            yield Value(attributes=given(attributes))


def _chat(chat: Chat | None) -> Values:
    if not chat or not chat.server:
        return ()
    attributes = {
        "server": chat.server,
        "protocol": chat.protocol,
        "accountId": chat.account_id,
        "space": chat.space,
    }
    return (Value(attributes=given(attributes)),)


TAGS = (
    Tag(
        podcast("socialInteract"),
        channel=lambda channel: _posts(channel.show.social),
        item=lambda item: _posts(item.episode.social),
        rare="social",
    ),
    Tag(
        podcast("chat"),
        channel=lambda channel: _chat(channel.show.chat),
        item=lambda item: _chat(item.episode.chat),
        rare="chat",
    ),
)
