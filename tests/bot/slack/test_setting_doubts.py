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
