"""What the tests of the subcommands share: the program in this process, and as a process."""

from __future__ import annotations

import os
import subprocess

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from tests.bot.process import STANCEBOOK


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
