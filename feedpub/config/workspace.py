"""Where the workspace is, and which shows it holds."""

import os

from feedpub.errors import UsageError

#: the file that marks the root of a workspace
WORKSPACE_FILE = "config.toml"
SHOW_FILE = "show.toml"
SHOWS_FOLDER = "feeds"


def find_workspace(start: str) -> str:
    """The absolute path of the nearest folder, from ``start`` upward, that holds a `config.toml`.

    Raises UsageError when there is none.
    """
    folder = os.path.abspath(start)
    while not os.path.isfile(os.path.join(folder, WORKSPACE_FILE)):
        parent = os.path.dirname(folder)
        if parent == folder:
            raise UsageError(
                f"no workspace: there is no {WORKSPACE_FILE} in `{start}` or in any folder above it",
                "go to the folder of your shows, or make a new one: feedpub init DIR",
            )
        folder = parent
    return folder


def list_shows(root: str) -> tuple[str, ...]:
    """The names of the folders in ``feeds/`` that hold a `show.toml`, sorted.

    Raises UsageError when there are none.
    """
    shows_folder = os.path.join(root, SHOWS_FOLDER)
    try:
        names = os.listdir(shows_folder)
    except OSError:
        names = []
    shows = [name for name in names if name[0] != "." and os.path.isfile(_show_file(root, name))]
    if not shows:
        raise UsageError(
            f"no show: no folder in {SHOWS_FOLDER}/ holds a {SHOW_FILE}",
            f"each show is a folder in {SHOWS_FOLDER}/ with a {SHOW_FILE}; feedpub init DIR makes one",
        )
    return tuple(sorted(shows))


def _show_file(root: str, name: str) -> str:
    return os.path.join(root, SHOWS_FOLDER, name, SHOW_FILE)
