"""A Message keeps Slack's limits whatever it is made of, and its text says what its blocks say."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answers.answer import Choice
from bot.answers.reply import Reply, reply
from bot.answers.reply_message import message
from bot.block_kit import limits
from bot.block_kit.message import (
    Button,
    Message,
    Part,
    as_text,
    bullets,
    buttons,
    clip,
    compose,
    escape,
    gate,
    highlighted,
    line,
    paragraph,
    pressed,
    quotation,
    run,
    small_print,
)
from bot.commands import registry
from bot.slack.listeners import sharing
from knowledge.corpus.model import Kind

if TYPE_CHECKING:
    from bot.block_kit.message import Block

# Texts of any length without drawing each letter: a few letters, many times.
long_texts = st.builds(
    lambda some, times: (some * times)[:6000],
    st.text(st.sampled_from("ab &<>“”…\n\0é한"), min_size=1, max_size=8),
    st.integers(1, 900),
)
short_texts = st.text(max_size=30)


def _statement(number: int, words: str, source: str) -> Part:
    elements = [quotation(f"{number}:{words}:{number}"), line(run("— "), run("Dask", bold=True))]
    return Part([paragraph(*elements), small_print(source)], statement=True)


def _headed(texts: list[tuple[str, str]], heads: int = 1) -> list[Part]:
    head = Part([paragraph(line(run("Velmora on the border: reluctant", bold=True)))])
    return [
        *[head] * heads,
        *(_statement(i, words, source) for i, (words, source) in enumerate(texts)),
    ]


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("<@U1|ann>", "&lt;@U1|ann&gt;"),
        ("nul\0byte", "nulbyte"),
        ("“curly” – 한국 🎉", "“curly” – 한국 🎉"),
    ],
)
def test_what_slack_reads_as_markup_is_escaped(typed, safe):
    assert escape(typed) == safe


@given(st.text())
def test_no_text_can_hold_markup_once_it_is_escaped(text):
    safe = escape(text)
    assert not {"<", ">", "\0"} & set(safe)
    unescaped = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == text.replace("\0", "")


@given(long_texts | short_texts, st.integers(1, 200))
def test_what_is_clipped_keeps_to_its_length_and_shows_the_cut(text, length):
    clipped = clip(text, length)
    assert len(clipped) <= length
    assert clipped == text if len(text) <= length else clipped.endswith("…")


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


def test_text_tells_a_quotation_a_list_and_a_link_apart():
    blocks = [
        paragraph(line(run("Dask "), run("said", bold=True)), quotation("“premature”")),
        paragraph(bullets([[run("one")], [run("two")]])),
        paragraph(line(run("by "), {"type": "user", "user_id": "U1"})),
        paragraph(line(run("in "), {"type": "channel", "channel_id": "C1"})),
        small_print("Valley Post · Anna Quill"),
        {"type": "divider"},
        buttons([Button("More (2)", "q"), Button("Other", "q")], "d"),
    ]
    assert as_text(blocks).splitlines() == [
        "Dask said",
        "> “premature”",
        "• one",
        "• two",
        "by <@U1>",
        "in <#C1>",
        "Valley Post · Anna Quill",
        "[More (2)] [Other]",
    ]


def test_words_of_data_go_where_slack_takes_them_literally():
    blocks = [
        paragraph(line(run("*bold* <!here> :x:")), quotation("_it_ `code`")),
        small_print("<!channel> :tada:"),
        buttons([Button(":x: <!here>", "q")], "d"),
    ]
    rich, context, actions = blocks
    runs = [run_ for element in rich["elements"] for run_ in element["elements"]]
    assert {run_["type"] for run_ in runs} == {"text"}
    plain = [context["elements"][0], actions["elements"][0]["text"]]
    assert [(p["type"], p["emoji"]) for p in plain] == [("plain_text", False)] * 2


def test_the_payload_escapes_the_text_and_leaves_the_blocks():
    blocks = [paragraph(line(run("<!channel> & co")))]
    payload = replace(Message("", blocks), text="<!channel> & co").payload()
    assert payload == {"text": "&lt;!channel&gt; &amp; co", "blocks": blocks}


def test_every_real_answer_keeps_the_limits_with_the_share_button(broken_limits, every_reply):
    broken = {q: broken_limits(sharing.offer(answered)) for q, answered in every_reply.items()}
    assert {q: why for q, why in broken.items() if why} == {}


def test_a_label_and_small_print_are_cut_where_slack_cuts_them_off():
    label = Button("z" * 76, "x").element(0, "")["text"]["text"]
    assert label == clip("z" * 76, 75) != clip("z" * 76, 74)
    (element,) = small_print("z" * 3001)["elements"]
    assert element["text"] == clip("z" * 3001, 3000) != clip("z" * 3001, 2999)


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


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=8, unique=True))
def test_highlighted_runs_are_the_text_with_those_spans_in_bold(text, offsets):
    bounds = sorted(offset for offset in offsets if offset <= len(text))
    spans = list(zip(bounds[::2], bounds[1::2], strict=False))
    runs = highlighted(text, spans)
    assert "".join(r["text"] for r in runs) == text
    bold = [r["text"] for r in runs if r.get("style")]
    assert bold == [text[start:end] for start, end in spans]


def test_a_run_without_characters_is_left_out():
    assert line(run("Dask:", bold=True), run(""))["elements"] == [run("Dask:", bold=True)]
