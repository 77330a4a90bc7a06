"""Where a command writes what it was asked to make."""

import os
import sys


def write_output(content: bytes, output: str | None, source: str) -> None:
    """Writes what was made of the file `source` to the file `output`, or to stdout where none is named.

    Raises UsageError where `output` is no file, RefusedError where it is the source, OSError.
    """
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    from feedpub.errors import RefusedError
    from feedpub.files import write_if_changed

    target = find_target(output)
    if target == os.path.realpath(source):
        raise RefusedError(f"{output} is what it is made from", "choose another name: the original is kept")
    write_if_changed(target, (content,))


def find_target(output: str) -> str:
    """The path behind the links of `output`, to be replaced by a file.

    Raises UsageError where anything else is there: a device or a pipe would be gone then.
    """
    from feedpub.errors import UsageError

    target = os.path.realpath(output)
    if os.path.exists(target) and not os.path.isfile(target):
        raise UsageError(
            f"-o: {output} is no ordinary file", "name a file, or leave out -o to get it on stdout"
        )
    return target
