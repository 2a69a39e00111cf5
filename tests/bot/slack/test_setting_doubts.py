"""What is set and has no effect is named, without its value."""

from __future__ import annotations

import os

import pytest

from bot.slack import settings
from bot.slack.setting_doubts import find_doubts


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    """Leave nothing set: not what the machine sets, nor what the tests are told by."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("STANCEBOOK_", "SLACK_"))]:
        monkeypatch.delenv(name)


def doubts():
    return list(find_doubts(settings.load()))


@pytest.mark.parametrize("dotenv", [False, True])
def test_a_name_that_is_no_settings_is_named_with_the_nearest(monkeypatch, tmp_path, dotenv):
    if dotenv:
        (tmp_path / ".env").write_text("STANCEBOOK_STAT=canary\n")
    else:
        monkeypatch.setenv("STANCEBOOK_STAT", "canary")
    assert doubts() == [
        "STANCEBOOK_STAT is not a setting, and is passed over. Is STANCEBOOK_STATE meant?"
    ]


def test_a_name_that_is_like_none_is_named(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_XYZ", "canary")
    assert doubts() == ["STANCEBOOK_XYZ is not a setting, and is passed over"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SLACK_BOT_TOKN", "SLACK_BOT_TOKEN"),
        ("SLACK_APP_TOKEN_FIEL", "SLACK_APP_TOKEN_FILE"),
        ("SLACK_API_ULR", "SLACK_API_URL"),
        ("STANCEBOK_WATCH", "STANCEBOOK_WATCH"),
        ("STANCE_BOOK_LOG", "STANCEBOOK_LOG"),
    ],
)
@pytest.mark.parametrize("dotenv", [False, True])
def test_a_misspelled_name_without_the_prefix_is_named(monkeypatch, tmp_path, dotenv, name, meant):
    if dotenv:
        (tmp_path / ".env").write_text(f"{name}=canary\n")
    else:
        monkeypatch.setenv(name, "canary")
    assert doubts() == [f"{name} is not a setting, and is passed over. Is {meant} meant?"]


@pytest.mark.parametrize(
    "name",
    [
        "SLACK_APP_ID",
        "SLACK_CLIENT_SECRET",
        "SLACK_USER_TOKEN",
        "SLACK_WEBHOOK_URL",
        "STANCEBOOK_MCP_TOKEN",
        "STANCEBOOK_QUESTIONS",
    ],
)
def test_what_another_program_or_command_reads_is_in_no_doubt(monkeypatch, name):
    monkeypatch.setenv(name, "canary")
    assert doubts() == []


def test_a_name_like_one_that_is_set_too_is_another_programs(monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-canary")
    monkeypatch.setenv("SLACK_BOT_TOKEN2", "xoxb-canary")
    assert doubts() == []


def test_a_file_beside_the_token_itself_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-canary")
    monkeypatch.setenv("SLACK_BOT_TOKEN_FILE", str(tmp_path / "canary"))
    assert doubts() == [
        "SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set: the file is passed over"
    ]


def test_what_has_an_effect_is_in_no_doubt(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_LOG", "json")
    monkeypatch.setenv("stancebook_threads", "3")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "")
    monkeypatch.setenv("OTHER", "x")
    assert doubts() == []
