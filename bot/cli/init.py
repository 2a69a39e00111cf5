"""`stancebook init`: a folder for a corpus of one's own, with all that a curator begins with."""

from __future__ import annotations

import shlex
import shutil
from importlib import resources
from pathlib import Path

from knowledge.corpus.errors import FolderError
from knowledge.corpus.folder import KINDS

_TEMPLATES = Path(str(resources.files("knowledge") / "templates"))
_SCAFFOLD = Path(__file__).parent / "scaffold"
_PLACES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "check.yml": ".github/workflows/check.yml",
}
_NEXT = """{folder}: a corpus without an entry. The first may be that of the template:

cd {folder}
export STANCEBOOK_CORPUS=$PWD
cp templates/organization.yaml entries/organizations/ruritania.yaml
stancebook check --fix
stancebook ask /who ruritania

A file's name is its id. README.md goes on from there to an article and a bot."""


def start(folder: Path) -> str:
    """Make the folder and say what comes next; raise FolderError where something is in it."""
    try:
        _refuse_taken(folder)
        _make(folder)
    except OSError as error:
        raise FolderError(folder, f"cannot be made ({error.strerror})") from None
    return _NEXT.format(folder=shlex.quote(str(folder)))


def _refuse_taken(folder: Path) -> None:
    """Take a folder that is new, empty, or a git checkout of nothing."""
    if folder.is_dir() and any(found.name != ".git" for found in folder.iterdir()):
        raise FolderError(folder, "is not empty: name a new folder, nothing in it is overwritten")


def _make(folder: Path) -> None:
    for kind in KINDS:
        (folder / "entries" / kind).mkdir(parents=True)
        (folder / "entries" / kind / ".gitkeep").touch()  # git keeps no empty folders
    (folder / "articles").mkdir()
    (folder / "templates").mkdir()
    for template in sorted(_TEMPLATES.glob("*.yaml")):
        shutil.copyfile(template, folder / "templates" / template.name)
    for name, place in _PLACES.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_SCAFFOLD / name, folder / place)
