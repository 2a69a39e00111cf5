"""The same blocks on a terminal: readable at any width, and nothing in a text steers it."""

from __future__ import annotations

import html
import io
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.answers.reply import reply
from bot.block_kit.block_elements import (
    bullets,
    header,
    line,
    paragraph,
    quotation,
    run,
    small_print,
)
from bot.block_kit.block_text import as_text
from bot.block_kit.buttons import Button, buttons
from bot.block_kit.message import Message
from bot.block_kit.table_block import table
from bot.commands import registry
from bot.layout.bars import statement_bars
from bot.layout.terminal import choices, safe, show

STYLE = re.compile(r"\x1b\[[0-9;]*m")  # colour and weight, the only sequences that rich may write
STEERING = {
    "clear the screen": "\x1b[2J",
    "set the title": "\x1b]0;title\x07",
    "a link": "\x1b]8;;https://example.com\x1b\\",
    "one-byte CSI": "\x9b2J",
    "return and overwrite": "\rsomething else",
    "backspace": "\x08\x08\x08",
    "right-to-left override": "\u202ereversed\u202c",
    "isolates": "\u2067isolated\u2069",
    "delete": "\x7f",
    "bell and NUL": "\x07\x00",
}


def _message(words: str) -> Message:
    blocks = [
        header(f"head {words}"),
        paragraph(line(run(f"said {words}", bold=True)), quotation(f"quote {words}")),
        paragraph(bullets([[run(f"item {words}")]])),
        small_print(run(f"small {words}", bold=True)),
        {"type": "divider"},
        buttons([Button(f"label {words}", "/who x")], "d"),
    ]
    return Message(as_text(blocks), blocks)


def drawn(message: Message, width: int = 80, *, terminal: bool = True) -> str:
    file = io.StringIO()
    show(Console(file=file, force_terminal=terminal, width=width, highlight=False), message)
    return file.getvalue()


def test_blocks_are_drawn_in_their_order_with_numbered_choices():
    blocks = [
        paragraph(line(run("Dask "), run("said", bold=True)), quotation("“premature”")),
        paragraph(bullets([[run("one")], [run("two")]])),
        small_print("Valley Post"),
        buttons([Button("Kim Jong Un", "/who kim-jong-un"), Button("More (2)", "q more")], "d"),
    ]
    shown = STYLE.sub("", drawn(Message(as_text(blocks), blocks), 40))
    assert [row.rstrip() for row in shown.splitlines() if row.strip()] == [
        "Dask said",
        "    “premature”",
        "  • one",
        "  • two",
        "Valley Post",
        " 1  Kim Jong Un",
        " 2  More (2)",
    ]


def test_a_pipe_gets_the_plain_text():
    message = _message("[bold]words[/bold]")
    assert drawn(message, 20, terminal=False) == message.text + "\n"


@pytest.mark.parametrize("steering", STEERING.values(), ids=STEERING.keys())
@pytest.mark.parametrize("terminal", [True, False])
def test_no_text_steers_the_terminal(steering, terminal):
    shown = STYLE.sub("", drawn(_message(f"qxq{steering}zwz"), terminal=terminal))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert shown.count("qxq") == shown.count("zwz") == 6


@pytest.mark.parametrize("styled", ["\x1b[31m", "\x1b[0m", "\x1b[8m"])
def test_no_text_restyles_the_terminal(styled):
    assert drawn(_message(f"be{styled}fore")) == drawn(_message(f"be{styled[1:]}fore"))


@given(st.text())
def test_what_is_safe_keeps_every_other_character(text):
    kept = safe(text)
    assert "\x1b" not in kept
    dropped = [c for c in text if c not in kept]
    assert all(not c.isprintable() for c in dropped)
    assert safe(kept) == kept
    assert safe("“naïve” 한국 日本\t\n") == "“naïve” 한국 日本\t\n"


@pytest.mark.parametrize("words", ["[bold]x[/bold]", "[/]", ":tada:", "[link=https://e.com]x"])
def test_words_that_look_like_markup_are_shown_as_they_are(words):
    assert STYLE.sub("", drawn(_message(words))).count(words) == 6


@pytest.mark.parametrize("width", [20, 43, 80])
def test_every_word_is_shown_and_no_row_is_wider_than_the_terminal(invented, width):
    statement = invented.cited(
        sourcing="relayed",
        via="一二三四五, two sources",
        quotes=[invented.narration("Orin Dask […] called the plan “premature” […] sources said.")],
    )
    blocks = statement_bars(statement).blocks
    shown = STYLE.sub("", drawn(Message(as_text(blocks), blocks), width))
    assert max(map(cell_len, shown.splitlines())) <= width
    assert shown.split() == as_text(blocks).replace("> ", "").split()


def test_every_real_answer_is_shown_whole(every_reply):
    for question, (_, message) in every_reply.items():
        told = [b for b in message.blocks if b["type"] != "actions"]
        shown = STYLE.sub("", drawn(message, 100))
        expected = re.sub(r"(?m)^> ", "", as_text(told)).split()
        assert shown.split()[: len(expected)] == expected, question
        for number, (label, _) in enumerate(choices(message), 1):
            assert f" {number}  {label}" in shown, question


def _list_texts(blocks):
    """Yield every text in blocks, of whatever kind they are."""
    if isinstance(blocks, list):
        for block in blocks:
            yield from _list_texts(block)
    elif isinstance(blocks, dict):
        own = blocks.get("text")
        yield from [own] if isinstance(own, str) else []
        for held in blocks.values():
            yield from _list_texts(held)


@pytest.mark.parametrize("width", [50, 60, 70, 79, 80, 200])
@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("compare", "japan us pressure"),
        ("compare", "japan talks pressure"),
        ("timeline", "japan"),
        ("source", ""),
        ("source", "softened-stance-2018-02"),
        ("check", "“This is not the time to ease pressure” Kono"),
        *(("cite", f"kono-pressure as {style}") for style in ("chicago", "ap", "apa", "plain")),
    ],
)
def test_no_letter_is_cut_off_at_any_width(shipped_kb, today, command, asked, width):
    message = reply(shipped_kb, registry()[command], asked, today).message
    told = "".join(_list_texts([b for b in message.blocks if b["type"] != "actions"]))
    missing = Counter(html.unescape(told)) - Counter(STYLE.sub("", drawn(message, width)))
    assert [mark for mark in missing if mark.isalnum() or mark in "“”[…]"] == []


def test_words_to_copy_are_one_line_however_narrow_the_terminal(shipped_kb, today):
    message = reply(shipped_kb, registry()["cite"], "kono-pressure as ap", today).message
    assert max(map(cell_len, drawn(message, 50).splitlines())) > 100


def test_a_choice_is_its_label_and_its_question():
    message = _message("words")
    assert choices(message) == [("label words", "/who x")]
    assert choices(Message("nothing to choose")) == []


def _table(columns: int) -> Message:
    names = [[run(f"name {i}")] for i in range(columns)]
    cells = [[run("supports", bold=True), run("\n“A sentence of some words.”")]] * columns
    blocks = [table([names, cells])]
    return Message(as_text(blocks), blocks)


@pytest.mark.parametrize("columns", [2, 3])
def test_a_table_fits_80_columns(columns):
    lines = STYLE.sub("", drawn(_table(columns))).splitlines()
    assert max(map(cell_len, lines)) <= 80
    (head,) = [text for text in lines if "name 0" in text]
    assert all(f"name {i}" in head for i in range(columns))


@pytest.mark.parametrize(("columns", "width"), [(4, 80), (4, 300), (2, 40)])
def test_a_table_whose_columns_would_be_narrow_is_drawn_as_sections(columns, width):
    text = STYLE.sub("", drawn(_table(columns), width))
    assert "name 1: supports" in text or columns == 2
    assert "“A sentence of some words.”" in text
