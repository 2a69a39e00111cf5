"""A Message keeps Slack's limits whatever it is made of, and its text says what its blocks say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answers.reply import Reply, reply
from bot.block_kit.block_elements import line, paragraph, quotation, run, small_print
from bot.block_kit.block_text import as_text
from bot.block_kit.buttons import Button, buttons
from bot.block_kit.message import Message, Part, compose, gate
from bot.commands import registry
from bot.slack.listeners import sharing
from tests.bot.block_kit.texts import long_texts, short_texts

if TYPE_CHECKING:
    from bot.block_kit.block_elements import Block


def _statement(number: int, words: str, source: str) -> Part:
    elements = [quotation(f"{number}:{words}:{number}"), line(run("— "), run("Dask", bold=True))]
    return Part([paragraph(*elements), small_print(source)], statement=True)


def _headed(texts: list[tuple[str, str]], heads: int = 1) -> list[Part]:
    head = Part([paragraph(line(run("Velmora on the border: reluctant", bold=True)))])
    return [
        *[head] * heads,
        *(_statement(i, words, source) for i, (words, source) in enumerate(texts)),
    ]


def _foot(total: int):
    """Say what is left out, and offer it, as a command does."""

    def foot(shown: int) -> list[Block]:
        more = [small_print(f"{total - shown} more")] if shown < total else []
        return [*more, buttons([Button("More", f"/stance x more {shown}")], "d")]

    return foot


statement_texts = st.tuples(long_texts | short_texts, long_texts | short_texts)
many_statements = st.lists(statement_texts, max_size=8) | st.lists(
    st.tuples(short_texts, short_texts)
)
crowded = (
    example([("x", "y")] * 60),
    example([("&" * 900, "source")] * 9),
    example([("<>" * 300, "&" * 2500)] * 9),
    example([("w" * 3000, "source")] * 3),
)


def _crowded(test):
    """Try what is long, wide or expensive to escape on every run."""
    for tried in crowded:
        test = tried(test)
    return test


@_crowded
@given(many_statements)
def test_statements_are_kept_whole_or_left_out_from_the_end_and_counted(
    broken_limits, quoted, texts
):
    composed = compose(_headed(texts), _foot(len(texts)))
    assert broken_limits(composed) == []
    whole = [f"{i}:{words}:{i}" for i, (words, _) in enumerate(texts)]
    shown = quoted(composed.blocks)
    assert shown == whole[: len(shown)]
    left_out = len(texts) - len(shown)
    told = [b["elements"][0]["text"] for b in composed.blocks[-2:-1] if b["type"] == "context"]
    assert (f"{left_out} more" in told) == (left_out > 0)


@_crowded
@given(many_statements)
def test_the_text_says_all_that_the_blocks_say(texts):
    composed = compose(_headed(texts), _foot(len(texts)))
    said = [words for words in composed.text.split("\n") if words]
    assert said == [words for words in as_text(composed.blocks).split("\n") if words]


@_crowded
@given(many_statements)
@pytest.mark.parametrize("heads", [1, 2])
def test_the_apps_own_blocks_still_fit(broken_limits, shipped_kb, today, heads, texts):
    answer = reply(shipped_kb, registry()["stance"], "japan end-of-war", today).answer
    whole = Reply(answer, compose(_headed(texts, heads), _foot(len(texts))))
    bare = Reply(answer, compose(_headed(texts, heads), lambda _: []))
    for answered in (whole, bare):
        offered = sharing.offer(answered)
        preview = sharing.preview(answered, "C1")
        posted = sharing.post(answered, "U1")
        assert [broken_limits(m) for m in (offered, preview, posted)] == [[], [], []]
        assert offered.blocks[-1]["elements"][-1]["action_id"].startswith("share:")
        assert [e["action_id"] for e in preview.blocks[-1]["elements"]] == ["post:0", "cancel:1"]
        assert quoted_in(posted) == quoted_in(preview) == quoted_in(answered.message)


def quoted_in(message: Message) -> list[str]:
    return [text for text in as_text(message.blocks).split("\n") if text.startswith("> ")]


@given(st.lists(long_texts, min_size=1, max_size=60))
@example(["issue " * 80] * 80)
@example(["x" * 25_000])
def test_parts_that_are_no_statements_keep_the_limits_too(broken_limits, texts):
    parts = [Part([paragraph(line(run(text)))]) for text in texts]
    assert broken_limits(compose(parts, _foot(0))) == []


def test_the_first_part_is_never_left_out():
    parts = [_statement(0, "w" * 3800, "source"), _statement(1, "w" * 3800, "source")]
    composed = compose([Part([paragraph(line(run("Velmora: reluctant")))]), *parts], _foot(2))
    assert composed.text.startswith("Velmora: reluctant")


@given(st.text(st.sampled_from("a&<>"), min_size=3990, max_size=4100))
def test_the_gate_shortens_a_top_level_text_as_slack_counts_it(broken_limits, text):
    assert broken_limits(gate(Message(text))) == []


def test_a_message_is_never_without_a_text():
    assert gate(Message("", [])).text == "Stancebook"


def test_the_payload_escapes_the_text_and_leaves_the_blocks():
    blocks = [paragraph(line(run("<!channel> & co")))]
    payload = replace(Message("", blocks), text="<!channel> & co").payload()
    assert payload == {"text": "&lt;!channel&gt; &amp; co", "blocks": blocks}


def test_every_real_answer_keeps_the_limits_with_the_share_button(broken_limits, every_reply):
    broken = {q: broken_limits(sharing.offer(answered)) for q, answered in every_reply.items()}
    assert {q: why for q, why in broken.items() if why} == {}
