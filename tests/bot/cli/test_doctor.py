"""`stancebook doctor`: a line for each thing, and what to do about what is broken."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing

import pytest

from bot.slack.checkup import bot_token, installed_extras
from bot.slack.settings import Settings
from local_slack import running
from local_slack.workspace.manifest import load_manifest
from tests.bot.connected_bot import manifest_at
from tests.bot.curators_desk import correct
from tests.places import CORPUS, MANIFEST, TEXTS

SUBJECTS = {
    "settings", "extras", "Slack", "bot token", "scopes", "clock", "app-level token", "sockets",
    "signing secret", "state", "kb", "texts",
}  # fmt: skip


@pytest.fixture(scope="module")
def slack():
    with running(MANIFEST, rates=False) as server:
        yield server


@pytest.fixture
def good(slack, tmp_path, monkeypatch):
    """Return settings with which all is well."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    slack.faults.clear()
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.base_url,
        "STANCEBOOK_CORPUS": str(CORPUS),
        "STANCEBOOK_ARTICLES": str(TEXTS),
        "STANCEBOOK_STATE": f"sqlite:///{tmp_path}/state.sqlite",
    }


@pytest.fixture
def examined(stancebook):
    """Run it with settings; return its exit code and its lines by subject, level first."""

    def run(**environment):
        result = stancebook("doctor", **environment)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        parted = [line.split(None, 1) for line in result.stdout.splitlines()]
        found = {
            rest.partition(": ")[0]: (level, rest.partition(": ")[2]) for level, rest in parted
        }
        return result.exit_code, found

    return run


def faults(found):
    return [subject for subject, (level, _) in found.items() if level == "fault"]


@pytest.mark.slow(seconds=3)
def test_a_set_up_that_is_well_has_a_line_for_each_thing_and_nothing_is_made(
    examined, good, slack, tmp_path
):
    before = len(slack.calls("apps.connections.open"))
    code, found = examined(**good)
    assert code == 0
    assert {level for level, _ in found.values()} == {"ok"}, found
    assert found.keys() == SUBJECTS
    assert not (tmp_path / "state.sqlite").exists()
    assert len(slack.calls("apps.connections.open")) == before + 1
    assert not slack.core.sockets.open
    assert slack.bot_token not in str(found)


def test_without_a_token_and_a_way_in_it_says_where_both_are_found(examined, good):
    lacking = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
    code, found = examined(**{name: v for name, v in good.items() if name not in lacking})
    assert code == 1
    assert faults(found) == ["bot token", "requests"]
    assert "OAuth & Permissions, Bot User OAuth Token" in found["bot token"][1]
    assert "SLACK_APP_TOKEN for `stancebook run`" in found["requests"][1]


def test_tokens_that_slack_refuses_are_to_be_copied_again(examined, good, slack):
    slack.faults.error("auth.test", "invalid_auth")
    slack.faults.error("apps.connections.open", "missing_scope")
    code, found = examined(**good)
    assert code == 1
    assert faults(found) == ["bot token", "app-level token"]
    assert "Copy the token again from your Slack app" in found["bot token"][1]
    assert "connections:write" in found["app-level token"][1]


def test_an_app_that_was_installed_with_fewer_scopes_is_to_be_installed_again(examined, good):
    wanted = manifest_at("http://127.0.0.1:1/slack/events", stancebook_pictures=False)
    fewer = [s for s in wanted["oauth_config"]["scopes"]["bot"] if s != "im:history"]
    wanted["oauth_config"]["scopes"]["bot"] = [*fewer, "users:read"]
    wanted["settings"]["event_subscriptions"]["bot_events"].remove("message.im")
    with running(load_manifest(wanted).source, rates=False) as slack:
        given = {**good, "SLACK_BOT_TOKEN": slack.bot_token, "SLACK_API_URL": slack.base_url}
        given.pop("SLACK_APP_TOKEN")
        code, found = examined(**given)
    assert code == 1
    level, words = found["scopes"]
    assert level == "fault"
    assert words.startswith("im:history missing. Paste what `stancebook manifest` prints")


@pytest.mark.parametrize(("shift", "level"), [(30, "ok"), (-90, "note"), (400, "fault")])
def test_a_clock_that_is_wrong_is_to_be_set(examined, good, monkeypatch, shift, level):
    monkeypatch.setattr(bot_token, "time", lambda: time.time() + shift)
    code, found = examined(**good)
    assert code == (level == "fault")
    assert found["clock"][0] == level
    assert level == "ok" or "NTP" in found["clock"][1]


@pytest.mark.slow
def test_a_slack_that_is_not_reached_is_told_with_its_address(examined, good):
    code, found = examined(**{**good, "SLACK_API_URL": "http://127.0.0.1:9/api/"})
    assert code == 1
    assert faults(found) == ["Slack", "sockets"]
    assert "Slack cannot be reached at http://127.0.0.1:9/api/" in found["Slack"][1]


@pytest.mark.slow
def test_a_database_that_is_anothers_or_newer_or_away_is_told(examined, good, tmp_path):
    file = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE theirs (x)")
    before = file.read_bytes()
    _, found = examined(**{**good, "STANCEBOOK_STATE": f"sqlite:///{file}"})
    assert "tables of another program" in found["state"][1]
    assert file.read_bytes() == before
    _, found = examined(**{**good, "STANCEBOOK_STATE": "postgresql://u:canary@127.0.0.1:9/none"})
    assert found["state"][0] == "fault"
    assert "canary" not in str(found)
    _, found = examined(**{**good, "STANCEBOOK_STATE": f"sqlite:///{file}/state.sqlite"})
    assert f"{file} is not a folder" in found["state"][1]


@pytest.mark.parametrize(("revision", "level"), [("0001", "note"), ("9999", "fault")])
def test_the_tables_of_another_version_are_told(examined, good, tmp_path, revision, level):
    file = tmp_path / "versioned.sqlite"
    with closing(sqlite3.connect(file)) as made:
        made.executescript(
            "CREATE TABLE alembic_version (version_num); CREATE TABLE claims (kind, digest);"
            f"INSERT INTO alembic_version VALUES ('{revision}')"
        )
    _, found = examined(**{**good, "STANCEBOOK_STATE": f"sqlite:///{file}"})
    assert found["state"][0] == level
    assert revision in found["state"][1]


def test_a_state_in_memory_is_noted(examined, good):
    code, found = examined(**{**good, "STANCEBOOK_STATE": "sqlite://"})
    assert code == 0
    assert found["state"][0] == "note"


@pytest.mark.slow(seconds=4)
def test_a_corpus_that_does_not_pass_and_texts_that_are_missing_are_told(examined, good, tmp_path):
    entries = tmp_path / "entries"
    shutil.copytree(CORPUS, entries)
    correct(entries)
    given = {**good, "STANCEBOOK_CORPUS": str(entries)}
    assert examined(**given)[0] == 0
    next((entries / "people").glob("*.yaml")).write_text("name: [")
    code, found = examined(**{**given, "STANCEBOOK_ARTICLES": str(tmp_path)})
    assert code == 1
    assert faults(found) == ["kb"]
    assert "Run `stancebook check`" in found["kb"][1]
    assert found["texts"][0] == "note"
    assert "0 of 3 are in" in found["texts"][1]


def test_a_corpus_that_is_not_there_is_told(examined, good):
    _, found = examined(**{**good, "STANCEBOOK_CORPUS": "/nowhere"})
    assert found["kb"][0] == "fault"
    assert "texts" not in found


def test_an_extra_that_is_needed_and_missing_is_told(monkeypatch):
    monkeypatch.setattr(installed_extras, "find_spec", lambda name: name != "psycopg" or None)
    chosen = Settings(_env_file=None, stancebook_state="postgresql://u@h/d")
    found = installed_extras.examine_extras(chosen)
    assert str(found) == "fault  extras: postgres missing. Run: pip install 'stancebook[postgres]'"


def test_settings_that_cannot_be_read_are_told_alone(examined, good):
    code, found = examined(**{**good, "STANCEBOOK_THREADS": "many", "STANCEBOOK_WATCH": "-1"})
    assert code == 1
    assert found.keys() == {"settings"}


def test_a_name_that_is_misspelled_is_noted(examined, good):
    _, found = examined(**good, STANCEBOOK_ARTICLE="x")
    assert found["settings"] == (
        "note", "STANCEBOOK_ARTICLE is not a setting, and is passed over. Is STANCEBOOK_ARTICLES meant?",
    )  # fmt: skip
