"""The `stancebook` command: what it lists, what wrong use gets, and what it does not load."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot import cli
from bot.cli.main import SUBCOMMANDS, main
from tests.bot.process import STANCEBOOK

FULL = (
    "A file or a connection cannot be read or written: No space left on device."
    " Make room on the disk, and run the command again.\n"
)


def test_every_subcommand_is_a_file_and_is_listed():
    files = {file.stem for file in Path(cli.__file__).parent.glob("*.py")}
    modules = {name: importlib.import_module(f"bot.cli.{name}") for name in files - {"__init__"}}
    commands = {name for name, module in modules.items() if hasattr(module, "command")}
    assert commands == set(SUBCOMMANDS)


def test_the_help_lists_every_subcommand_with_its_sentence(stancebook):
    for option in ("--help", "-h"):
        listed = stancebook(option).stdout.partition("Commands:\n")[2].splitlines()
        assert [line.split(None, 1) for line in listed] == [list(s) for s in SUBCOMMANDS.items()]


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_each_subcommand_has_help_that_opens_with_its_sentence(stancebook, name):
    result = stancebook(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {name}")
    assert result.stdout.split("\n\n")[1].strip() == SUBCOMMANDS[name]
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.name == name


@pytest.mark.parametrize(
    "arguments", [["ask", "--xml"], ["nonsense"], ["ask", "--json", "-x"], ["check", "--articles"]]
)
def test_wrong_use_exits_with_two_and_says_why_on_standard_error(stancebook, arguments):
    result = stancebook(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr


def test_a_shell_completes_subcommands_without_loading_them(monkeypatch):
    monkeypatch.setattr(importlib, "import_module", None)
    context = click.Context(main, info_name="stancebook")
    found = main.shell_complete(context, "ch")
    assert [(item.value, item.help) for item in found] == [
        (name, SUBCOMMANDS[name]) for name in ("chat", "check")
    ]
    assert "--version" in [item.value for item in main.shell_complete(context, "--")]


class TestProgram:
    """The installed program, as a process of its own."""

    @pytest.mark.parametrize("form", [[], ["--json"]])
    def test_loads_no_more_than_a_question_needs(self, stancebook, built_once, form):
        code = (
            "import sys\nfrom bot.cli.main import main\n"
            f"try:\n    main(['ask', *{form}, '/stance japan end-of-war'])\n"
            "finally:\n    print(*sys.modules, file=sys.stderr)"
        )
        stancebook("ask", "/issues")  # by now it is built, and known to pass
        result = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True
        )
        loaded = {name.partition(".")[0] for name in result.stderr.split()}
        assert "knowledge" in loaded
        heavy = {"slack_bolt", "slack_sdk", "yaml", "rich", "sqlite_utils", "prompt_toolkit"}
        assert loaded & (heavy | {"spacy", "thinc"}) == set()

    def test_says_its_version(self, program):
        result = program("--version")
        assert (result.returncode, result.stderr) == (0, b"")
        assert b"version" in result.stdout

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
    @pytest.mark.parametrize(
        "arguments", [["--version"], ["ask", "/issues"], ["ask", "--json", "/issues"], ["check"]]
    )
    def test_says_that_what_it_prints_cannot_be_written(self, built_once, arguments):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [STANCEBOOK, *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                env={**os.environ, "XDG_CACHE_HOME": str(built_once)},
                check=False,
            )
        assert (done.returncode, done.stderr.decode()) == (2, FULL)

    def test_exits_with_two_where_nobody_can_be_told(self, built_once):
        command = ["sh", "-c", f"{STANCEBOOK} ask --corpus /nowhere /issues >&- 2>&-"]
        environment = {**os.environ, "XDG_CACHE_HOME": str(built_once)}
        assert subprocess.run(command, env=environment, check=False).returncode == 2


_CTRL_C_WHILE_IT_LOADS = """
import os, signal, sys
class Finder:
    def find_spec(self, name, *_):
        if name == "bot.cli.main":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
sys.argv = ["stancebook", "ask", "turner"]
from bot.cli.start import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process in another way")
def test_ctrl_c_while_a_command_loads_leaves_no_trace():
    words = [sys.executable, "-c", _CTRL_C_WHILE_IT_LOADS]
    ended = subprocess.run(words, capture_output=True, check=False, timeout=60)
    assert ended.returncode == -signal.SIGINT
    assert ended.stderr == b""
