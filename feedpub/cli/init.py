"""`feedpub init`."""

import os

import click


@click.command("init")
@click.argument("folder", metavar="DIR")
@click.option("--title", help="The show's name  [default: made from DIR]")
@click.option("--author", help="Who makes it  [default: what git knows, or your login]")
@click.option("--email", help="Whom directories write to  [default: what git knows]")
@click.option("--timezone", "zone", help="The IANA zone of your dates  [default: this machine's]")
def command(folder: str, title: str | None, author: str | None, email: str | None, zone: str | None) -> int:
    """A new show, ready to build: settings, a first episode with audio, a cover.

    Within a workspace, DIR names a show that is added to it. Nothing that is there is overwritten.
    """
    from feedpub.errors import UsageError
    from feedpub.sources.slugs import slugify
    from feedpub.sources.starter import plan_starter

    name = slugify(os.path.basename(os.path.abspath(folder)))
    if not name:
        raise UsageError(f"`{folder}` makes no name for a show", "use letters and digits")
    folder = _surrounding_workspace(folder) or folder
    email, zone = email or _git("user.email") or f"hello@{name}.example", zone or _zone()
    _check(email, zone)
    files = plan_starter(
        name,
        title=title or name.replace("-", " ").title(),
        author=author or _git("user.name") or _login(),
        email=email,
        timezone=zone,
        today=_today(),
    )
    _put(files, folder)
    go_there = "" if folder == "." else f"    cd {_shell(folder)}\n"
    place = os.path.normpath(os.path.join(folder, "feeds", name))
    print(f"A show is in {place}. Now:\n\n{go_there}    feedpub build")
    return 0


def _check(email: str, zone: str) -> None:
    """Raises UsageError for values with which the show could not be built."""
    from feedpub.errors import UsageError
    from feedpub.kinds.addresses import check_email
    from feedpub.kinds.zones import check_zone

    for option, fault in (("--email", check_email(email)), ("--timezone", check_zone(zone))):
        if fault:
            raise UsageError(f"{option}: {fault.message}", fault.fix)


def _put(files: dict[str, bytes], folder: str) -> None:
    """Writes the files. Raises UsageError when one of the show's is there already."""
    from feedpub.errors import HostError, UsageError
    from feedpub.files import write_if_changed

    for path in files:
        if "/" in path and os.path.lexists(os.path.join(folder, path)):
            message = f"{os.path.join(folder, path)} is there already"
            raise UsageError(message, "choose another folder: nothing is overwritten")
    try:
        for path, data in files.items():
            # What a workspace has once, it may have already.
            if not os.path.lexists(os.path.join(folder, path)):
                write_if_changed(os.path.join(folder, path), (data,))
    except OSError as error:
        raise HostError(f"{error.filename or folder}: {error.strerror}") from None


def _surrounding_workspace(folder: str) -> str:
    """The workspace that a new folder would be made in, as a path from here; empty where there is none."""
    from feedpub.config.workspace import find_workspace
    from feedpub.errors import UsageError

    parent = os.path.dirname(os.path.abspath(folder))
    try:
        return os.path.relpath(find_workspace(parent)) if not os.path.exists(folder) else ""
    except UsageError:
        return ""


def _shell(path: str) -> str:
    """A path as a shell takes it, and `cd` too."""
    import shlex

    return shlex.quote(path if path[0] != "-" else f"./{path}")


def _git(key: str) -> str:
    import subprocess

    try:
        found = subprocess.run(
            ("git", "config", key), capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found.stdout.strip()


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "the author"


def _zone() -> str:
    """The zone of this machine, as its own settings name it."""
    zone = os.environ.get("TZ", "").lstrip(":")
    if "/" in zone[1:] and zone[0] != "/":
        return zone
    try:
        with open("/etc/timezone", encoding="ascii") as file:
            return file.read().strip() or "UTC"
    except (OSError, UnicodeDecodeError):
        pass
    target = os.path.realpath("/etc/localtime")
    _, found, zone = target.partition("zoneinfo/")
    return zone if found else "UTC"


def _today() -> str:
    import time

    return time.strftime("%Y-%m-%d")
