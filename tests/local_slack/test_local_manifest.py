"""A manifest that Slack would refuse is refused here, with all its problems."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from local_slack.workspace.manifest import ManifestRefused, load_manifest
from tests.local_slack.parrot import MANIFEST, manifest
from tests.places import ROOT


def command(name):
    return {"slash_commands": [{"command": name, "description": "x"}]}


def events(*names):
    return {"event_subscriptions": {"bot_events": list(names)}, "socket_mode_enabled": True}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"features": command("/who")}, "/who is built into Slack"),
        ({"features": command("Echo")}, "'Echo' is not a command name"),
        (
            {"features": {"slash_commands": [{"command": "/echo"}]}},
            "/description: a command needs a description",
        ),
        ({"oauth_config": {"scopes": {"bot": ["chat:write"]}}}, "need the scope commands"),
        ({"settings": events("message.groups")}, "needs the scope groups:history"),
        ({"settings": {"socket_mode_enabled": False}}, "needs a url, or Socket Mode"),
        ({"display_information": {"name": ""}}, "/display_information/name: the app needs a name"),
    ],
)
def test_a_manifest_that_slack_would_refuse_is_refused(changes, problem):
    with pytest.raises(ManifestRefused, match=problem.replace("/", "/")):
        load_manifest(manifest(**changes))


def test_a_built_in_command_is_taken_if_allowed():
    assert "/who" in load_manifest(manifest(features=command("/who")), allow_builtin=True).commands


def test_a_manifest_is_read_from_a_file(tmp_path):
    path = tmp_path / "manifest.yml"
    path.write_text(str(MANIFEST), encoding="utf-8")  # a Python dict of this kind is YAML too
    assert load_manifest(path).name == "parrot"


def test_a_file_that_is_not_a_manifest_is_refused(tmp_path):
    path = tmp_path / "manifest.yml"
    path.write_text("- a list", encoding="utf-8")
    with pytest.raises(ManifestRefused, match="A manifest is a mapping"):
        load_manifest(path)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("manifest.yml", "features:\n  - [\n", "line 3: This is not YAML: "),
        ("manifest.json", '{\n"features": }', "line 2: This is not JSON: "),
    ],
)
def test_a_file_that_cannot_be_parsed_is_refused_with_the_line(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ManifestRefused) as refused:
        load_manifest(path)
    assert str(refused.value).startswith(why)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"features": {"slash_commands": "hello"}},
            "/features/slash_commands: This must be a list",
        ),
        ({"features": {"slash_commands": [3]}}, "/features/slash_commands: This must be a list"),
        (
            {"features": {"shortcuts": {"a": 1}}},
            "/features/shortcuts: This must be a list of mappings",
        ),
        (
            {"settings": {"event_subscriptions": {"bot_events": 5}}},
            "bot_events: This must be a list",
        ),
        ({"oauth_config": {"scopes": {"bot": "commands"}}}, "/bot: This must be a list of words"),
        ({"oauth_config": {"scopes": {"bot": ["commands", None]}}}, "must be a list of words"),
    ],
)
def test_what_is_not_a_list_of_the_right_things_is_named_by_its_place(changes, problem):
    with pytest.raises(ManifestRefused) as caught:
        load_manifest(manifest(**changes))
    assert problem in str(caught.value)


def test_a_file_that_is_not_utf_8_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "manifest.yml"
    file.write_bytes("name: Café".encode("latin-1"))
    with pytest.raises(ManifestRefused, match=r"This file is not UTF-8\. Save it as UTF-8\."):
        load_manifest(file)


def test_what_does_not_happen_here_is_said_and_not_refused():
    changes = {
        "features": {"agent_view": {"agent_description": "x"}, "search": {"a": 1}},
        "oauth_config": {"redirect_urls": ["https://a.example"]},
        "settings": {**events("app_mention", "entity_details_requested"), "is_mcp_enabled": True},
    }
    source = {
        **manifest(**changes),
        "functions": {"greet": {"title": "Greet"}},
        "mcp_servers": {"desk": {}},
        "workflows": {"morning": {}},
        "own_idea": 1,
    }
    warnings = load_manifest(source).warnings
    assert [w.partition(": ")[0] for w in warnings] == [
        "/features/agent_view",
        "/features/search",
        "/functions",
        "/mcp_servers",
        "/oauth_config/redirect_urls",
        "/own_idea",
        "/settings/is_mcp_enabled",
        "/workflows",
        "/settings/event_subscriptions/bot_events",
    ]
    assert "There is no pane for agents here." in warnings[0]
    assert warnings[-1].endswith(": entity_details_requested is never delivered here.")


def test_user_scopes_and_short_lived_tokens_are_warned_of():
    scopes = {"scopes": {"bot": MANIFEST["oauth_config"]["scopes"]["bot"], "user": ["chat:write"]}}
    settings = events("app_mention")
    settings["event_subscriptions"]["user_events"] = ["message.im"]
    changed = manifest(oauth_config=scopes, settings={**settings, "token_rotation_enabled": True})
    assert [w.partition(": ")[0] for w in load_manifest(changed).warnings] == [
        "/oauth_config/scopes/user",
        "/settings/event_subscriptions/user_events",
        "/settings/token_rotation_enabled",
    ]


def test_a_manifest_of_which_everything_happens_has_no_warnings():
    assert load_manifest(MANIFEST).warnings == []
    assert load_manifest(ROOT / "manifest.yml").warnings == []


SCHEMA = os.environ.get("STANCEBOOK_MANIFEST_SCHEMA", "")
SHORTCUT = MANIFEST["features"]["shortcuts"][0]


REFUSED = [
    (
        {"display_information": {"name": "x" * 36}},
        "/display_information/name: must be less than 36 characters.",
    ),
    (
        {"display_information": {"description": "x" * 141}},
        "/display_information/description: must be less than 141 characters.",
    ),
    (
        {"display_information": {"background_color": "blue"}},
        "/display_information/background_color: input must match regex pattern: #",
    ),
    (
        {"display_information": {"long_description": "short"}},
        "/display_information/long_description: must be more than 174 characters.",
    ),
    (
        {"features": {"shortcuts": [SHORTCUT] * 11}},
        "/features/shortcuts: no more than 10 items allowed.",
    ),
    (
        {"features": {"shortcuts": [{"name": "Wave", "type": "local"}]}},
        "/features/shortcuts/0: missing required field: callback_id.",
    ),
    (
        {"features": {"shortcuts": [{**SHORTCUT, "type": "local"}]}},
        "/features/shortcuts/0/type: must be a valid enum value.",
    ),
    (
        {"features": {"app_home": {"home_tab_enabled": "yes"}}},
        "/features/app_home/home_tab_enabled: must be a boolean.",
    ),
    ({"features": {"app_home": "yes"}}, "/features/app_home: must provide an object."),
    (
        {"features": {"bot_user": {"display_name": "x" * 81}}},
        "/features/bot_user/display_name: must be less than 81 characters.",
    ),
    (
        {"features": {"slash_commands": [{"command": "/e", "description": "x", "usage_hint": ""}]}},
        "/features/slash_commands/0/usage_hint: must be more than 0 characters.",
    ),
    (
        {"features": {"unfurl_domains": ["https://news.example"]}},
        "/features/unfurl_domains/0: must be a domain, like news.example.",
    ),
    (
        {"settings": events("app_mention", "app_mention")},
        "/settings/event_subscriptions/bot_events: must provide unique items.",
    ),
    (
        {"settings": {"interactivity": "yes"}},
        "/settings/interactivity: must provide an object.",
    ),
    (
        {"settings": {"interactivity": {"request_url": "desk.example"}}},
        "/settings/interactivity/request_url: invalid url.",
    ),
]


@pytest.mark.parametrize(("changes", "problem"), REFUSED)
def test_what_slacks_schema_does_not_take_is_refused(changes, problem):
    with pytest.raises(ManifestRefused) as caught:
        load_manifest(manifest(**changes))
    assert any(told.startswith(problem) for told in caught.value.problems)


@pytest.mark.skipif(not SCHEMA, reason="STANCEBOOK_MANIFEST_SCHEMA names no schema of Slack's")
@pytest.mark.parametrize("changes", [changes for changes, _ in REFUSED])
def test_slacks_own_schema_refuses_the_same(changes):
    schema = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))
    if "background_color" in changes.get("display_information", {}):
        pytest.skip("Slack's schema says the form of a color in a word that validators do not read")
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert validator.is_valid(MANIFEST)
    assert not validator.is_valid(manifest(**changes))


def test_every_problem_of_a_manifest_is_told_at_once():
    changes = {
        "display_information": {"name": "", "description": "x" * 141},
        "features": {"slash_commands": [{"command": "/who", "description": ""}]},
    }
    with pytest.raises(ManifestRefused) as caught:
        load_manifest(manifest(**changes))
    assert [p.partition(": ")[0] for p in caught.value.problems] == [
        "/display_information/name",
        "/features/slash_commands/0/command",
        "/features/slash_commands/0/description",
        "/display_information/description",
    ]


def test_what_is_as_long_as_slack_takes_it_is_taken():
    about = {
        "name": "x" * 35,
        "description": "x" * 140,
        "long_description": "x" * 175,
        "background_color": "#1a2b3c",
    }
    features = {"shortcuts": [{**SHORTCUT, "callback_id": f"w{n}"} for n in range(10)]}
    taken = manifest(display_information=about, features=features)
    assert load_manifest(taken).name == "parrot"


@pytest.mark.parametrize("given", [[], None, 5])
def test_what_is_neither_a_file_nor_a_mapping_is_refused_in_a_sentence(given):
    with pytest.raises(ManifestRefused, match="A manifest is a path or a mapping, not a "):
        load_manifest(given)
