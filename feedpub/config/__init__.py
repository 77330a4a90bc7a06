"""`config.toml`, `show.toml` and the environment -> the settings of a show."""

from feedpub.config.load import Loaded, load_settings
from feedpub.config.settings import Settings
from feedpub.config.workspace import find_workspace, list_shows
from feedpub.model.setting import Origin

__all__ = ["Loaded", "Origin", "Settings", "find_workspace", "list_shows", "load_settings"]
