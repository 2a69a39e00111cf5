"""The manifest: made of what is switched on, valid for Slack, and in step with what is handled."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.block_kit import limits
from bot.cli.manifest import format_manifest
from bot.commands import registry
from bot.slack.settings import Settings
from local_slack.workspace.event_kinds import EVENT_SCOPES
from local_slack.workspace.manifest import load_manifest
from tests.bot.slack_requests import app_of, send
from tests.places import ROOT

WRITTEN = (ROOT / "manifest.yml").read_text(encoding="utf-8")
MANIFEST = yaml.safe_load(WRITTEN)
SCHEMA = os.environ.get("STANCEBOOK_MANIFEST_SCHEMA")
SCOPES = {"commands", "chat:write", "app_mentions:read", "im:history"}
EVERY = " ".join(c.name for c in registry().values() if c.in_slack)
WORKSPACES = {
    "default": {},
    "renamed": {"stancebook_commands": {"stance": "position", "who": "person"}},
    "every command": {"stancebook_register": EVERY},
    "one command": {"stancebook_register": "-who -issues -check -said"},
}


def printed(*, as_json=False, url=None, **chosen):
    return format_manifest(Settings(_env_file=None, **chosen), as_json=as_json, url=url)


def commands(manifest):
    return {entry["command"]: entry for entry in manifest["features"]["slash_commands"]}


@pytest.fixture(params=WORKSPACES)
def chosen(request):
    return WORKSPACES[request.param]


def test_the_file_is_what_the_command_prints():
    told = "manifest.yml is out of date. Write it again: stancebook manifest > manifest.yml"
    assert printed() == WRITTEN, told


def test_json_and_yaml_hold_the_same(chosen):
    assert json.loads(printed(as_json=True, **chosen)) == yaml.safe_load(printed(**chosen))


@pytest.mark.skipif(not SCHEMA, reason="STANCEBOOK_MANIFEST_SCHEMA names no schema of Slack's")
def test_slacks_own_schema_takes_the_manifest(chosen):
    schema = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))
    manifest = json.loads(printed(as_json=True, **chosen))
    jsonschema.validate(manifest, schema, cls=jsonschema.validators.validator_for(schema))


def test_the_local_slack_takes_the_manifest_and_does_all_of_it(chosen):
    manifest = load_manifest(json.loads(printed(as_json=True, **chosen)))
    assert manifest.warnings == []
    assert manifest.scopes == SCOPES


def test_it_registers_the_daily_commands_as_they_say_of_themselves():
    daily = {c.typed: c for c in registry().values() if c.in_slack and c.daily}
    stanzas = commands(MANIFEST)
    assert stanzas.keys() == daily.keys()
    assert all(stanzas[name]["usage_hint"] == c.usage for name, c in daily.items())
    assert all(f"{stanzas[name]['description']}." == c.about for name, c in daily.items())
    assert all(stanza["should_escape"] for stanza in stanzas.values())


def test_it_registers_what_a_setting_adds_and_under_which_name():
    manifest = yaml.safe_load(
        printed(stancebook_register="source -issues", stancebook_commands={"stance": "position"})
    )
    assert list(commands(manifest)) == ["/position", "/check", "/said", "/source", "/whois"]
    (reason,) = [
        line for line in printed(stancebook_register="-said").splitlines() if "- commands " in line
    ]
    assert reason.endswith("# to be asked by /stance, /check, /issues, /whois and shortcuts")


def test_every_command_that_it_registers_is_answered(shipped_kb, chosen):
    app = app_of(shipped_kb, **chosen)
    for name in commands(yaml.safe_load(printed(**chosen))):
        status, told = send(app, {
            "command": name, "text": "help", "user_id": "U1", "channel_id": "C1", "team_id": "T1",
        })  # fmt: skip
        assert status == 200
        assert told["text"].startswith(name)


def test_no_command_takes_a_name_that_slack_keeps(chosen):
    listed = commands(yaml.safe_load(printed(**chosen)))
    assert not {name.lstrip("/") for name in listed} & limits.BUILT_IN_COMMANDS


def test_the_scopes_are_these_four_and_no_other():
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert "user" not in MANIFEST["oauth_config"]["scopes"]


def test_each_scope_and_event_has_its_reason():
    asked_for = [
        *MANIFEST["oauth_config"]["scopes"]["bot"],
        *MANIFEST["settings"]["event_subscriptions"]["bot_events"],
    ]
    lines = [line.strip() for line in WRITTEN.splitlines()]
    for name in asked_for:
        (line,) = [line for line in lines if line.startswith(f"- {name} ")]
        assert line.partition(" # ")[2]


def test_events_and_scopes_agree():
    events = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
    assert events == {
        "app_mention",
        "message.im",
        "app_home_opened",
        "app_uninstalled",
        "tokens_revoked",
    }
    needed = {scope for event in events for scope in EVENT_SCOPES[event]}
    assert needed <= SCOPES


def test_direct_messages_are_not_blocked_by_the_messages_tab():
    home = MANIFEST["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_over_http_every_address_is_the_one_that_is_given(chosen):
    url = "https://stancebook.example.org/slack/events"
    written = printed(as_json=True, url=url, **chosen)
    manifest = load_manifest(json.loads(written))
    assert not manifest.socket_mode
    kinds = ["events_api", "interactive", "options"]
    assert {manifest.request_url(kind) for kind in kinds} == {url}
    assert {manifest.request_url("slash_commands", n) for n in manifest.commands} == {url}
    assert yaml.safe_load(printed(url=url, **chosen)) == json.loads(written)
    if SCHEMA:
        schema = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(written), schema)


def test_it_connects_by_socket_mode_and_takes_clicks():
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]
