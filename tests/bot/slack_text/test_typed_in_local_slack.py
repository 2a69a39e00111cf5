"""What people type in the local Slack, decoded to what they typed: neither side knows the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack_text.message_words import decode_message
from bot.slack_text.visible_text import make_visible
from local_slack.people.composer import compose
from local_slack.workspace.journal import Journal
from local_slack.workspace.state import Workspace

QUOTED = "“We will keep the ban,” he said & left"
WORKSPACE = Workspace(Journal(), "Stancebook")
# Without what the composer makes references of: addresses, names, emoji, colors.
characters = st.characters(categories=("L", "N", "P", "Zs"), exclude_characters=".:/@#")
texts = st.text(st.one_of(characters, st.sampled_from("*_~`<>&| \n"))).map(make_visible)


def decode(typed, *, formatting=True):
    composed = compose(WORKSPACE, typed, formatting=formatting)
    return decode_message({"text": composed.text, "blocks": composed.blocks}).shown


def folded(text):
    return " ".join(text.split())


@given(texts)
def test_any_text_typed_with_formatting_off_decodes_to_itself(text):
    assert folded(decode(text, formatting=False)) == folded(text)


@pytest.mark.parametrize(
    "typed",
    [
        *("{}", "*{}*", "_{}_", "~{}~", "`{}`", "```{}```", "> {}", "- {}", "1. {}"),
        *("*_{}_*", "> *{}*", "- _{}_", "[{}](https://news.example/a)"),
    ],
)
def test_words_are_the_same_in_every_style(typed):
    assert folded(decode(typed.format(QUOTED))) == QUOTED
