"""The shows of the workspace, as far as others speak of them."""

import re

from feedpub.config.settings import Settings
from feedpub.config.workspace import list_shows
from feedpub.errors import UsageError
from feedpub.files import PathFault, read_head
from feedpub.kinds.show_guid import show_guid
from feedpub.model import RemoteItem
from feedpub.pipeline.gather import read_settings
from feedpub.pipeline.run import Run
from feedpub.release.ledger import FILE as LEDGER

#: where in a ledger the show's own guid stands
_HEAD = 4096


class Siblings:
    """The shows beside one; each is looked at when it is asked for."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._known: dict[str, Settings | None] = {}
        #: of all shows but the one at work
        self.names = [name for name in list_shows(run.root) if name != run.show]

    def medium_of(self, name: str) -> str:
        """What a show holds; empty for a podcast."""
        settings = self._settings(name)
        return settings.show.medium if settings else ""

    def feed_of(self, name: str) -> RemoteItem:
        """The feed of a show: its guid, address, medium and title.

        Where the show's settings are at fault, its ledger still knows the guid; else that is empty.
        """
        settings = self._settings(name)
        guid = self._guid_in_ledger(name)
        if settings is None:
            return RemoteItem("", guid)
        show = settings.show
        return RemoteItem(
            "", guid or show_guid(show.feed_url), show.feed_url, medium=show.medium, title=show.title
        )

    def _settings(self, name: str) -> Settings | None:
        if name not in self._known:
            try:
                self._known[name] = read_settings(self._run._replace(show=name), aside=True).settings
            except UsageError:
                # Its own build says what is wrong with it.
                self._known[name] = None
        return self._known[name]

    def _guid_in_ledger(self, name: str) -> str:
        """Empty where a show has none yet."""
        try:
            head = read_head(self._run.absolute(f"feeds/{name}/{LEDGER}"), _HEAD).decode(errors="replace")
        except (OSError, PathFault):
            return ""
        found = re.search(r'^guid = "([0-9a-fA-F-]{36})"$', head, re.MULTILINE)
        return found[1] if found else ""
