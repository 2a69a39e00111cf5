"""A setting whose name is misspelled is named on standard error, whatever the command."""

from __future__ import annotations

import os

import pytest

SAID = "STANCEBOOK_STAT is not a setting, and is passed over. Is STANCEBOOK_STATE meant?\n"
COMMANDS = {
    "ask": ("ask", "turner"),
    "check": ("check",),
    "forget": ("forget", "U0123456789"),
    "manifest": ("manifest",),
}


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in [name for name in os.environ if name.startswith(("STANCEBOOK_", "SLACK_"))]:
        monkeypatch.delenv(name)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_command_names_what_is_misspelled_in_the_environment(stancebook, words):
    result = stancebook(*words, STANCEBOOK_STAT="canary")
    assert result.stderr.startswith(SAID)
    assert "canary" not in result.output


@pytest.mark.parametrize("name", ["forget", "manifest"])
def test_a_command_that_reads_the_dotenv_file_names_what_is_misspelled_there(
    stancebook, tmp_path, name
):
    (tmp_path / ".env").write_text("STANCEBOOK_STAT=canary\n")
    assert stancebook(*COMMANDS[name]).stderr.startswith(SAID)


def test_a_command_that_does_not_read_it_says_nothing(stancebook, tmp_path):
    (tmp_path / ".env").write_text("STANCEBOOK_STAT=canary\n")
    assert SAID not in stancebook(*COMMANDS["ask"]).stderr


def test_a_dotenv_file_that_cannot_be_read_is_told_as_one(stancebook, tmp_path):
    (tmp_path / ".env").mkdir()
    assert stancebook("manifest").stderr.startswith(".env cannot be read")


def test_what_is_spelt_well_is_no_matter(stancebook, tmp_path):
    assert stancebook("manifest", STANCEBOOK_LOG="json", STANCEBOOK_MCP_TOKEN="x").stderr == ""


def test_a_bot_names_it_once(program):
    told = program("run", STANCEBOOK_STAT="canary").stderr.decode()
    assert told.count("STANCEBOOK_STAT is not a setting") == 1
