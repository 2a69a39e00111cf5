"""Buttons keep Slack's limits, and give back the question they carry."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from bot.answers.answer import Choice
from bot.answers.reply import reply
from bot.answers.reply_message import message
from bot.block_kit import limits
from bot.block_kit.buttons import Button, buttons, pressed
from bot.block_kit.message import Message
from bot.commands import registry
from knowledge.corpus.model import Kind
from tests.bot.block_kit.texts import long_texts, short_texts


@given(st.lists(st.tuples(long_texts | short_texts, short_texts), min_size=1, max_size=40))
def test_buttons_keep_their_limits_and_have_ids_of_their_own(broken_limits, found):
    block = buttons([Button(label, question) for label, question in found], "digest")
    broken = broken_limits(Message("text", [block]))
    assert [b for b in broken if not b.startswith("text:")] == []


def test_choices_that_slack_takes_no_more_of_are_behind_a_button(shipped_kb, today):
    command = registry()["who"]
    asked = reply(shipped_kb, command, "kim", today).answer
    choices = tuple(
        Choice(id="kim", name=f"Kim {letter}", label=f"Kim {letter}", kind=Kind.PERSON, question="")
        for letter in "abcdefghijklmnopqrstuvwxyzABCD"
    )
    text = message(command, asked.model_copy(update={"choices": choices})).text
    assert "Kim D" not in text
    assert "[More (7)]" in text


@given(st.text(max_size=1500))
@example('“curly” \\ "quotes" 한국 \ud800')
def test_a_button_gives_back_its_question(question):
    assert pressed(Button("label", question).element(0, "digest")["value"]) == question


@given(long_texts)
def test_a_buttons_value_is_never_longer_than_slack_takes(question):
    for element in buttons([Button("label", question)], "digest")["elements"]:
        assert len(element["value"]) <= limits.BUTTON_VALUE


def test_a_button_carries_the_digest_of_its_knowledge_base():
    value = Button("label", "/who x").element(0, "0123456789abcdef")["value"]
    assert json.loads(value) == {"q": "/who x", "d": "0123456789ab"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("qdx"), inner),
    max_leaves=6,
)


@given(json_values.map(json.dumps) | st.text())
@example('{"q": null}')
@example('{"q": ["/who kim"]}')
@example("")
@example("[" * limits.BUTTON_VALUE)
@example('{"q":' * 400)
def test_a_value_that_is_not_ours_asks_nothing(value):
    try:
        data = json.loads(value)
    except (ValueError, RecursionError):
        data = None
    question = data.get("q") if isinstance(data, dict) else None
    assert pressed(value) == (question if isinstance(question, str) else "")
