"""The lists of names that the podcast namespace keeps, as of 2025. Most of them grow."""

#: what a feed holds (docs/tags/medium.md); each of them has a list of its kind, as `musicL`
_MEDIUMS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
#: a feed of one of these lists what other feeds hold
LIST_MEDIUMS = (*(f"{medium}L" for medium in _MEDIUMS), "mixed")
MEDIUMS = (*_MEDIUMS, *LIST_MEDIUMS)

#: networks in which comments are collected (socialprotocols.txt); `disabled` means that there are none
SOCIAL_PROTOCOLS = (
    "disabled",
    "activitypub",
    "twitter",
    "lightning",
    "atproto",
    "hive",
    "matrix",
    "nostr",
)

#: docs/chatprotocols.txt
CHAT_PROTOCOLS = ("irc", "xmpp", "nostr", "matrix")

#: payments from listeners (value/valueslugs.txt)
VALUE_TYPES = ("lightning", "bitcoin")
VALUE_METHODS = ("keysend", "lnaddress", "amp", "wallet")
RECIPIENT_TYPES = ("node", "lnaddress", "wallet")

#: how it is proved that a file is the right one (docs/tags/integrity.md)
INTEGRITY_TYPES = ("sri", "pgp-signature")

#: what a transcript is made for (docs/tags/transcript.md)
TRANSCRIPT_RELS = ("captions",)

#: what a picture is for; others are possible (docs/tags/image.md)
IMAGE_PURPOSES = ("artwork", "social", "canvas", "banner", "publisher", "circular")

#: platforms that a feed can ask not to list it (serviceslugs.txt)
SERVICES = tuple(
    "acast amazon anchor antennapod apple audioboom audiomack backtracks bitcoin blubrry bluesky buzzsprout "
    "captivate castbox castopod castos castro deezer discord facebook fireside fountain google goodpods "
    "hypercatcher iheart instagram itunes libsyn mastodon megafono megaphone omnystudio overcast pandora "
    "paypal pinecast player.fm pocketcasts podbean podcastaddict podcastguru podcastindex podcasts.com "
    "podchaser podcloud podfriend podiant podigee podnews podomatic podpage podserve podverse radiopublic "
    "redcircle relayfm resonate rss.com rssblue shoutengine simplecast slack soundcloud spotify spreaker "
    "stitcher transistor truefans tunein twitter whooshkaa youtube zencast".split()
)
