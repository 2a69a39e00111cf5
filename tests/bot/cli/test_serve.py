"""`stancebook serve`: what is wrong with the settings is said in a line for each."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _bare(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_a_missing_token_and_a_missing_secret_are_reported_in_a_line_each(stancebook):
    result = stancebook("serve")
    assert result.exit_code == 2
    bot, secret = result.stderr.splitlines()
    assert bot.startswith("SLACK_BOT_TOKEN is missing")
    assert secret.startswith("SLACK_SIGNING_SECRET is missing (or SLACK_SIGNING_SECRET_FILE")
    assert secret.endswith("Basic Information, App Credentials, Signing Secret")


def test_a_token_in_the_place_of_the_secret_is_told_and_not_shown(stancebook, tmp_path):
    (tmp_path / "secret").write_text("xoxb-12-ab\n")
    result = stancebook(
        "serve",
        SLACK_BOT_TOKEN="-".join(("xoxb", "1")),
        SLACK_SIGNING_SECRET_FILE=str(tmp_path / "secret"),
    )
    assert result.exit_code == 2
    assert "holds what belongs in SLACK_BOT_TOKEN" in result.stderr
    assert "12-ab" not in result.stderr
