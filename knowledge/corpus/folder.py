"""The files of a corpus: where entries and texts are, and what only looks like one."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.corpus.errors import FolderError, Problem
from knowledge.corpus.os_errors import find_what_to_do_unread
from knowledge.corpus.regular_file import MIB, leads_out, open_regular_file, read_regular_file

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES = Path(__file__).parents[1] / "entries"
KINDS = ("articles", "events", "issues", "organizations", "people")
_KINDS = [(kind,) for kind in KINDS]
_YAML = (".yaml", ".yml")
_TEMPLATES = "templates"  # of a corpus without entries/, which keeps them beside its entries
_PUT_RIGHT = "Put it right, or move it away."
LARGEST_ENTRY = MIB  # an entry with 300 statements has a fifth of it
LARGEST_TEXT = 4 * MIB  # the longest novels have less
_IN_MARKS = re.compile("""(["']).*\\1|“.*”|‘.*’""")
_MOST_FOLDERS = 2000  # that are looked through: a corpus has five, a whole disk never ends


def entry_files(folder: Path) -> list[Path]:
    """Return the files of entries; a folder that cannot be listed, or leads out, has none."""
    kinds = (kind for kind in KINDS if not _is_elsewhere(folder / kind))
    return [folder / kind / name for kind in kinds for name in sorted(_entry_names(folder / kind))]


def _is_elsewhere(kind: Path) -> bool:
    """Return whether a folder of entries is a link out of the corpus; one to nothing has no end."""
    with suppress(OSError):
        return kind.is_symlink() and leads_out(kind, kind.parent)
    return False


def _entry_names(folder: Path) -> Iterator[str]:
    with suppress(OSError), os.scandir(folder) as found:
        yield from (entry.name for entry in found if _names_entry(entry.name))


def is_entry_file(file: Path, folder: Path) -> bool:
    """Return whether a file is read as an entry: its place tells, whoever writes meanwhile."""
    home = file.parent
    is_home = home.parent == folder and home.name in KINDS and not _is_elsewhere(home)
    return is_home and _names_entry(file.name)


def _names_entry(name: str) -> bool:
    return name.endswith(".yaml") and not is_hidden(name)


def find_unlisted(folder: Path) -> Iterator[Problem]:
    """Yield the folders of entries that are there and cannot be listed, or the one of them all."""
    if error := _find_error_of_listing(folder):
        yield _explain_unlisted(str(folder.absolute()), error)
        return
    for kind in KINDS:
        if error := _find_error_of_listing(folder / kind):
            yield _explain_unlisted(kind, error)
        elif _is_elsewhere(folder / kind):
            why = "This folder is a link that leads out of the corpus, so its entries are missing."
            yield Problem(kind, 0, "", why, "Remove the link, and copy the folder here.")


def _explain_unlisted(name: str, error: OSError) -> Problem:
    why = f"This folder cannot be read, so its entries are missing: {error.strerror}."
    return Problem(name, 0, "", why, find_what_to_do_unread(error, _PUT_RIGHT))


def _find_error_of_listing(folder: Path) -> OSError | None:
    """Return why a folder cannot be listed; one that is not there has no error."""
    try:
        os.scandir(folder).close()
    except FileNotFoundError as error:
        return error if folder.is_symlink() else None
    except OSError as error:
        return error
    return None


def read_entry_file(file: Path, folder: Path | None = None) -> bytes:
    """Return the bytes of an entry, which no link leads out of its folder; raise OSError."""
    return read_regular_file(file, LARGEST_ENTRY, folder)


def entry_like(folder: Path) -> Iterator[Path]:
    """Yield what somebody may take for an entry: all in the five folders, YAML anywhere else.

    A link in the five folders is not followed, also where it leads to a folder.
    """
    for here, folders, files in islice(_walk(folder), _MOST_FOLDERS):
        inside = here.relative_to(folder).parts[:1] in _KINDS
        links = [name for name in folders if inside and (here / name).is_symlink()]
        for name in sorted([*files, *links]):
            if not is_hidden(name) and (inside or name.endswith(_YAML)):
                yield here / name


def find_endless(folder: Path) -> Iterator[Problem]:
    """Yield a folder in which there are more folders than are looked through."""
    if any(True for _ in islice(_walk(folder), _MOST_FOLDERS, None)):
        why = f"More than {_MOST_FOLDERS} folders are in this one, and not all were looked through."
        what_to_do = "Name a folder that holds entries alone."
        yield Problem(str(folder.absolute()), 0, "", why, what_to_do)


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        kept = (name for name in sorted(folders) if not is_hidden(name))
        folders[:] = [name for name in kept if here != folder or name != _TEMPLATES]
        yield here, folders, files


def is_hidden(name: str) -> bool:
    """Editors keep locks and swap files beside what they write, such as .#ID.yaml."""
    return name.startswith(".")


def article_texts(folder: Path) -> Iterator[str]:
    """Yield the whole texts of a folder, one at a time; file names say nothing."""
    # A text in another encoding has another fingerprint: like one that is no file, or not ours to
    # read, it counts as a missing text.
    for file in text_files(folder):
        with suppress(OSError):
            yield read_text_file(file, folder)


def read_text_file(file: Path, folder: Path) -> str:
    """Return a whole text of a folder of texts, without a byte order mark; raise OSError."""
    content = read_regular_file(file, LARGEST_TEXT, folder).decode("utf-8", "replace")
    return content.removeprefix("\ufeff")


def find_unread_texts(folder: Path) -> Iterator[Problem]:
    """Yield the files that look like texts and are not read; or their folder, if it is not."""
    if failed := _find_error_of_listing(folder):
        why = f"This folder of texts is not read: {failed.strerror}."
        what_to_do = find_what_to_do_unread(failed, _PUT_RIGHT)
        yield Problem(str(folder.absolute()), 0, "", why, what_to_do)
    for file in text_files(folder):
        try:
            with open_regular_file(file, LARGEST_TEXT, folder):
                continue
        except OSError as error:
            why = f"This text is not read: {error.strerror or error}."
            what_to_do = find_what_to_do_unread(error, _PUT_RIGHT)
            yield Problem(str(file.absolute()), 0, "", why, what_to_do)


def text_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def entries_in(corpus: Path) -> Path:
    """Return where a corpus keeps its entries: below entries/, or in itself.

    Raises FolderError where there is no such folder.
    """
    below = corpus / "entries"
    for place in (corpus, below):
        if os.path.lexists(place) and not place.is_dir():
            raise FolderError(place, "This is not a folder. Move it away, or name another.")
    if not corpus.is_dir():
        raise FolderError(corpus, f"There is no such folder. 'stancebook init {corpus}' makes one.")
    return below if below.is_dir() else corpus


def from_home(path: str | os.PathLike[str]) -> Path:
    """Return a path with a leading ~ expanded, which no shell does in a .env file."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 (Path's own raises for an unknown user)


def is_in_marks(value: str) -> bool:
    """Return whether a value is between a pair of quotation marks that no shell took away."""
    return _IN_MARKS.fullmatch(value) is not None


def texts_of(corpus: Path | None, named: Path | None = None) -> Path:
    """Return the folder of whole texts: the one that is named, else the corpus' own, else here."""
    if named:
        return named
    below = corpus is not None and (corpus / "entries").is_dir()
    return corpus / "articles" if corpus and below else Path("articles")


def watched(entries: Path) -> list[Path]:
    """Return the folders of the entries, in which a change can change what the check says."""
    return [entries / kind for kind in KINDS]
