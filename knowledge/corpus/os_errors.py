"""What the system refuses, in words: a full disk, a folder of others, a link to nothing."""

from __future__ import annotations

import errno
import os
from typing import Final

_AGAIN: Final = "and run the command again."
_WHAT_TO_DO: Final = {
    errno.ENOSPC: f"Make room on the disk, {_AGAIN}",
    errno.EDQUOT: f"Make room on the disk, {_AGAIN}",
    errno.EFBIG: f"Let your user write larger files, {_AGAIN}",
    errno.EACCES: "Give your user access to it.",
    errno.EPERM: "Give your user access to it.",
    errno.EROFS: "Let the disk be written to, or name another place.",
    errno.EIO: f"Check the disk, {_AGAIN}",
    errno.EISDIR: "Move the folder away.",
    errno.EEXIST: "Move it away.",
    errno.ENOTDIR: "Name another place.",
    errno.ENOENT: "Put it back, or name another place.",
    errno.ELOOP: "Remove the link: it leads back to itself.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
    errno.EMFILE: "Let the process open more files.",
    errno.ENFILE: "Let the system open more files.",
}
_OF_FOUND: Final = {
    **_WHAT_TO_DO,
    errno.ENOENT: "Remove the link, or put back what it leads to.",
    errno.ENOTDIR: "Move it away: a folder belongs there.",
}


def explain_os_error(error: OSError) -> str:
    """Return a sentence with the file, and what to do where that is known."""
    if not error.filename and error.strerror == os.strerror(errno.ENOENT):
        return "The current folder is gone. Change to another one."
    reason = error.strerror or str(error) or type(error).__name__
    what = f"{error.filename}: It" if error.filename else "A file or a connection"
    sentence = f"{what} cannot be read or written: {reason}."
    return f"{sentence} {find_what_to_do(error, '')}".strip()


def find_what_to_do(error: OSError, otherwise: str) -> str:
    """Return what to do about an error, or `otherwise` where that is not known."""
    own: str | None = getattr(error, "what_to_do", None)
    return own or _WHAT_TO_DO.get(error.errno or 0, otherwise)


def find_what_to_do_unread(error: OSError, otherwise: str) -> str:
    """Return what to do about a file that was found in its folder, and cannot be read."""
    own: str | None = getattr(error, "what_to_do", None)
    return own or _OF_FOUND.get(error.errno or 0, otherwise)
