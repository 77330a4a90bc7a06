"""Where listeners talk with each other and with the makers."""

from typing import Annotated, NamedTuple

from feedpub.model.setting import Setting


class SocialInteract(NamedTuple):
    """The post under which comments are collected (podcast namespace, docs/tags/social-interact.md)."""

    protocol: Annotated[str, Setting("The network's protocol; `disabled` says that no comments are wanted.", '"activitypub"', "social protocol")]
    uri: Annotated[str, Setting("The post. Required, unless comments are disabled.", '"https://podcastindex.social/@dave/105079274766075912"', "uri")] = ""
    account_id: Annotated[str, Setting("The account that wrote the post.", '"@dave"')] = ""
    account_url: Annotated[str, Setting("That account's page.", '"https://podcastindex.social/@dave"', "https url")] = ""
    priority: Annotated[int | None, Setting("Which of several is shown first: the lowest number.", "1")] = None


class Chat(NamedTuple):
    """A chat room (podcast namespace, docs/tags/chat.md)."""

    server: Annotated[str, Setting("The host name of the server, without `https://`.", '"irc.example.com"', "host name")]
    protocol: Annotated[str, Setting("The chat's protocol.", '"irc"', "chat protocol")]
    account_id: Annotated[str, Setting("The account of the makers on the server.", '"@jsmith"')] = ""
    space: Annotated[str, Setting("The room.", '"#lamproom"')] = ""
