"""`stancebook init`: a folder for a corpus of your own, with all that a curator starts from."""

from __future__ import annotations

import shlex
import shutil
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import FOLDER
from knowledge.corpus import KINDS, FolderError, find_what_to_do

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEMPLATES = Path(str(resources.files("knowledge") / "templates"))
_SCAFFOLD = Path(__file__).parent / "scaffold"
_PLACES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "check.yml": ".github/workflows/check.yml",
}
_NEXT = """{folder} is ready for its first entry. To start from a template:

cd {folder}
export STANCEBOOK_CORPUS=$PWD
cp templates/organization.yaml entries/organizations/ruritania.yaml
stancebook check --fix
stancebook ask /who ruritania

The name of a file is the id of its entry. README.md shows how to add an article and run the bot."""


@click.command("init")
@click.argument("folder", type=FOLDER)
def command(folder: Path) -> None:
    """Make a folder for a corpus of your own.

    It holds templates of entries, a README, and a workflow for GitHub that checks every change.
    """
    make_corpus(folder)
    click.echo(_NEXT.format(folder=shlex.quote(str(folder))))


def make_corpus(folder: Path) -> None:
    """Make the folder; raise FolderError if it is not empty, or cannot be made."""
    try:
        _refuse_taken(folder)
        with _taken_back(folder):
            _make(folder)
    except OSError as error:
        why = f"This folder cannot be made: {error.strerror}. {find_what_to_do(error, '')}"
        raise FolderError(folder, why.strip()) from None


def _refuse_taken(folder: Path) -> None:
    """Raise FolderError unless the folder is new, empty, or a git checkout without files."""
    if folder.is_dir() and any(found.name != ".git" for found in folder.iterdir()):
        raise FolderError(folder, "This folder is not empty. Name a new one.")


@contextmanager
def _taken_back(folder: Path) -> Iterator[None]:
    """Leave a folder as it was, new or empty, where it cannot be filled."""
    new = not folder.exists()
    try:
        yield
    except OSError:
        for made in [found for found in folder.glob("*") if found.name != ".git"]:
            shutil.rmtree(made) if made.is_dir() else made.unlink()
        if new:
            folder.rmdir()
        raise


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
