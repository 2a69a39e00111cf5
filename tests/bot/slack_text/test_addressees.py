"""Whom a message is written to: the bot, or a colleague with the bot in copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack_text.addressees import is_in_copy
from bot.slack_text.visible_text import OWN_MENTION as BOT


@pytest.mark.parametrize(
    "shown",
    [
        f"@anna can you check this? cc {BOT}",
        f"@anna did you book the room for Monday? {BOT}",
        f"hey @anna, who wrote our piece on the ferry? {BOT}",
        f"@anna what should Velmora do about the ban? {BOT} fyi",
        f"Hi @anna – see below (cc {BOT})",
        f"Anna, can you look at this? cc @jun, @desk and {BOT}, thanks!",
        f"cc: {BOT} please",
        f"Thanks @anna! {BOT} @jun",
    ],
)
def test_a_message_to_a_colleague_has_the_bot_in_copy(shown):
    assert is_in_copy(shown)


@pytest.mark.parametrize(
    "shown",
    [
        f"{BOT} where does Velmora stand on the ferry ban?",
        f"{BOT} @anna asks where Velmora stands on the ferry ban",
        f"@anna fyi {BOT} what is Velmora’s view on the ferry ban?",
        f"hey {BOT} where does Velmora stand?",
        f"where does Velmora stand on the ferry ban, {BOT}?",
        f"where does Velmora stand on the ferry ban? @anna {BOT}",
        f"@anna where does it stand? {BOT} can you help?",
        f"{BOT} where does Velmora stand? cc @anna",
        f"{BOT} where does Velmora stand? cc {BOT}",
        "@anna can you check this?",
        f"{BOT}",
        "",
    ],
)
def test_words_to_the_bot_are_answered(shown):
    assert not is_in_copy(shown)


PIECES = [BOT, "@anna", "@", "cc", "fyi ", " ", ", ", "and ", "why", "_"]


@given(st.lists(st.sampled_from(PIECES), max_size=200).map("".join))
def test_any_message_is_read_and_one_that_begins_with_the_bot_is_to_it(text):
    assert is_in_copy(text) in {True, False}
    assert not is_in_copy(f"{BOT} {text.replace(BOT, '')}")


@pytest.mark.parametrize(
    "shown",
    [
        f"I love {BOT}, it found me the Kono quote yesterday",
        f"thanks to {BOT} for the quote",
        f"we tried {BOT} and Japan came out right",
        f"I got that from {BOT}.",
    ],
)
def test_what_tells_of_the_bot_is_not_written_to_it(shown):
    assert is_in_copy(shown)


@pytest.mark.parametrize(
    "shown",
    [
        f"can I check with {BOT}, who said it?",
        f"please check with {BOT}, “not the time”",
        f"I would like {BOT} to say where Japan stands",
        f"thanks {BOT}, where does Japan stand",
    ],
)
def test_what_asks_the_bot_in_the_midst_of_a_sentence_is_written_to_it(shown):
    assert not is_in_copy(shown)
