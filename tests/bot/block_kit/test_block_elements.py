"""Words of data go where Slack takes them literally, within its limits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.block_kit.block_elements import highlighted, line, paragraph, quotation, run, small_print
from bot.block_kit.buttons import Button, buttons
from bot.block_kit.safe_text import clip


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


def test_a_label_and_small_print_are_cut_where_slack_cuts_them_off():
    label = Button("z" * 76, "x").element(0, "")["text"]["text"]
    assert label == clip("z" * 76, 75) != clip("z" * 76, 74)
    (element,) = small_print("z" * 3001)["elements"]
    assert element["text"] == clip("z" * 3001, 3000) != clip("z" * 3001, 2999)


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
