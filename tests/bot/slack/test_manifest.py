"""The manifest: valid for Slack, and in step with the handlers and the scopes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.block_kit import limits
from bot.commands import registry
from tests.places import ROOT

MANIFEST = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
SCHEMA = os.environ.get("STANCEBOOK_MANIFEST_SCHEMA")
SCOPES = {"commands", "chat:write", "app_mentions:read", "im:history"}
NEEDS = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "app_uninstalled": None,
    "tokens_revoked": None,
}

STANZA = """\
    - command: /{name}
      description: {about}
      usage_hint: "{usage}"
      should_escape: true"""


def commands():
    return MANIFEST["features"]["slash_commands"]


def in_slack():
    """Return the commands asked daily; each other one is a word after /stance."""
    return [command for command in registry().values() if command.in_slack and command.daily]


@pytest.mark.skipif(not SCHEMA, reason="STANCEBOOK_MANIFEST_SCHEMA names no schema of Slack's")
def test_slacks_own_schema_takes_the_manifest():
    schema = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))
    jsonschema.validate(MANIFEST, schema, cls=jsonschema.validators.validator_for(schema))


def test_every_command_has_its_stanza():
    listed = {entry["command"] for entry in commands()}
    missing = [c for c in in_slack() if f"/{c.registered}" not in listed]
    stanzas = "\n".join(
        STANZA.format(name=c.registered, about=c.about, usage=c.usage) for c in missing
    )
    assert not missing, f"add to slash_commands in manifest.yml:\n{stanzas}"


def test_every_stanza_has_its_command():
    assert {e["command"] for e in commands()} == {f"/{c.registered}" for c in in_slack()}


def test_no_command_takes_a_name_that_slack_keeps():
    assert not {e["command"].lstrip("/") for e in commands()} & limits.BUILT_IN_COMMANDS


def test_the_scopes_are_these_four_and_no_other():
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert "user" not in MANIFEST["oauth_config"]["scopes"]


def test_events_and_scopes_agree():
    events = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])
    assert events == set(NEEDS)
    assert {NEEDS[event] for event in events} - {None} <= SCOPES


def test_direct_messages_are_not_blocked_by_the_messages_tab():
    home = MANIFEST["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_it_connects_by_socket_mode_and_takes_clicks():
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]
