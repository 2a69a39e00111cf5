"""`stancebook run`: what is wrong with the settings is said in a line for each."""

from __future__ import annotations


def test_both_missing_tokens_are_reported_in_a_line_each(stancebook, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    result = stancebook("run")
    assert result.exit_code == 2
    bot, app = result.stderr.splitlines()
    assert bot.startswith("SLACK_BOT_TOKEN is missing")
    assert app.startswith("SLACK_APP_TOKEN is missing")


def test_a_setting_that_is_not_json_is_reported_in_one_line(stancebook, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STANCEBOOK_COMMANDS", "{bad")
    result = stancebook("run")
    assert result.exit_code == 2
    assert "STANCEBOOK_COMMANDS" in result.stderr
    assert len(result.stderr.splitlines()) == 1
