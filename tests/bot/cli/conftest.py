"""What the tests of the subcommands share: the program in this process, and as a process."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from tests.bot.process import STANCEBOOK

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """Return a cache folder, so that the knowledge base is built once and not in the user's."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def stancebook(built_once, monkeypatch):
    """Return a function that calls a subcommand in this process."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(built_once))

    def call(*arguments, typed="", **environment):
        words = [str(argument) for argument in arguments]
        return CliRunner().invoke(main, words, input=typed, env=environment)

    return call


@pytest.fixture
def program(built_once):
    """Return a function that runs the installed program as a shell does."""

    def run(*arguments, typed=b"", **environment):
        return subprocess.run(
            [STANCEBOOK, *arguments],
            input=typed,
            capture_output=True,
            check=False,
            timeout=60,
            env={**os.environ, "XDG_CACHE_HOME": str(built_once), **environment},
        )

    return run


@dataclass(frozen=True)
class UpkeptCorpus:
    """A copy of the tiny corpus that commands may change."""

    folder: Path
    texts: Path

    @property
    def options(self) -> tuple[object, ...]:
        return "--corpus", self.folder, "--articles", self.texts

    def files(self) -> dict[str, bytes]:
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in found}


@pytest.fixture
def upkept(tmp_path, corpus_folder, texts_folder):
    copy = tmp_path / "upkept"
    shutil.copytree(corpus_folder, copy)
    return UpkeptCorpus(copy, texts_folder)
