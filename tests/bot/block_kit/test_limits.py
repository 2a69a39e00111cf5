"""The limits are those that Slack documents."""

from __future__ import annotations

import pytest

from bot.block_kit import limits


@pytest.mark.parametrize(
    ("name", "documented"),
    [
        ("BLOCKS", 50),
        ("TEXT_OF_ALL_BLOCKS", 10_000),  # Slack refuses somewhere above 13,200
        ("TOP_LEVEL_TEXT", 4_000),
        ("HEADER_TEXT", 150),
        ("CONTEXT_ELEMENTS", 10),
        ("CONTEXT_TEXT", 3_000),
        ("ACTION_ELEMENTS", 25),
        ("ACTION_ID", 255),
        ("BUTTON_TEXT", 75),
        ("BUTTON_VALUE", 2_000),
    ],
)
def test_the_limits_are_those_that_slack_documents(name, documented):
    assert getattr(limits, name) == documented
