"""The documentation of the local Slack: its example works, and its tables are complete."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bot.block_kit import limits as bot_limits
from local_slack import slack_limits, supported
from local_slack.workspace.event_kinds import DELIVERED, EVENT_SCOPES
from tests.places import ROOT

PAGE = (ROOT / "docs" / "local-slack.md").read_text(encoding="utf-8")


@pytest.mark.slow(seconds=10)
def test_the_example_app_passes_its_example_tests(tmp_path):
    for name, text in re.findall(r"^```\w+\n# (\S+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.strip().startswith("..."), ran.stdout
    assert ran.returncode == 0, ran.stdout


def test_each_event_that_is_delivered_can_be_subscribed_to():
    assert DELIVERED.keys() <= EVENT_SCOPES.keys()


def test_elements_are_listed_with_the_blocks_that_take_them():
    assert "| `number_input` | `input` |" in supported.elements_table()


def test_the_bot_and_the_local_slack_agree_on_limits():
    both = {n for n in vars(bot_limits) if n.isupper() and hasattr(slack_limits, n)}
    assert len(both) > 8
    assert [n for n in both if getattr(bot_limits, n) != getattr(slack_limits, n)] == []


def test_the_bot_keeps_a_distance_from_the_limit_that_slack_does_not_document():
    assert bot_limits.TEXT_OF_ALL_BLOCKS < slack_limits.TEXT_OF_ALL_BLOCKS_REFUSED
