"""`stancebook manifest`: it prints what is set, in the environment or in a .env file."""

from __future__ import annotations

import json

import pytest

from bot.slack.settings import Settings
from tests.places import MANIFEST


@pytest.fixture(autouse=True)
def _bare(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def names(result):
    listed = json.loads(result.stdout)["features"]["slash_commands"]
    return [stanza["command"] for stanza in listed]


def test_it_prints_the_manifest_of_the_repository_where_nothing_is_set(stancebook):
    result = stancebook("manifest")
    assert result.exit_code == 0
    assert result.stdout == MANIFEST.read_text(encoding="utf-8")


def test_it_prints_what_a_dotenv_file_sets(stancebook, tmp_path):
    (tmp_path / ".env").write_text("STANCEBOOK_REGISTER=cite -said -check\n")
    assert names(stancebook("manifest", "--json")) == ["/stance", "/cite", "/issues", "/whois"]


def test_a_wrong_setting_is_told_in_one_line(stancebook, monkeypatch):
    monkeypatch.setenv("STANCEBOOK_REGISTER", "stence")
    result = stancebook("manifest")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("STANCEBOOK_REGISTER: there is no command 'stence'")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "url", ["http://example.org/x", "example.org", "https://", "https://a b/", "https://[", "https://u@x/"]
)  # fmt: skip
def test_an_address_that_slack_would_not_send_to_is_told(stancebook, url):
    result = stancebook("manifest", "--url", url)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("--url: Slack sends to an address that begins with https://")
