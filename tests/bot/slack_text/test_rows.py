"""The lines of a message as they are laid out: heads, items with their depth, cells of tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack_text.message_words import decode_message
from bot.slack_text.rows import Row, find_rows
from tests.bot.slack_text.composer import Paragraph, Typed, compose, section


def rows_of(message):
    return [row for part in decode_message(message).parts for row in part.rows if row.words]


def listed(words, depth):
    return Paragraph("list", (Typed(words),), depth - 1)


@pytest.mark.parametrize("without", ["blocks", "nothing"])
def test_items_know_how_deep_they_stand(without):
    message = compose(section("Harbor desk"), listed("Dask", 1), listed("Keep the ban.", 2))
    message.pop(without, None)
    assert [(row.words, row.depth) for row in rows_of(message)] == [
        ("Harbor desk", 0),
        ("Dask", 1),
        ("Keep the ban.", 2),
    ]


def test_a_mark_typed_by_hand_makes_an_item():
    found = find_rows("Dask\n- Keep it.\n  * So do I.\n3) tea")
    assert [(row.words, row.depth, row.mark) for row in found] == [
        ("Dask", 0, ""),
        ("Keep it.", 1, "-"),
        ("So do I.", 2, "*"),
        ("tea", 1, "3)"),
    ]


@pytest.mark.parametrize(
    ("message", "heads"),
    [
        ({"text": "*Dask*\nwe *keep* it\n*so there*:"}, ["Dask", "so there:"]),
        (compose(section("Dask", "bold"), section("keep it")), ["Dask"]),
        ({"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "Dask"}}]}, ["Dask"]),
        ({"blocks": [{"type": "markdown", "text": "## Dask\n**Vehl**\n**a** b"}]}, ["Dask", "Vehl"]),
        (
            {"attachments": [{"author_name": "Dask", "fields": [{"title": "Day", "value": "May"}]}]},
            ["Dask", "Day"],
        ),
    ],
)  # fmt: skip
def test_what_stands_in_bold_alone_is_a_head(message, heads):
    assert [row.words for row in rows_of(message) if row.is_head] == heads


def test_the_cells_of_a_row_stay_apart_also_empty_ones():
    cells = [[{"type": "raw_text", "text": t} for t in row] for row in (("", "Dask"), ("a b", ""))]
    assert [row.cells for row in rows_of({"blocks": [{"type": "table", "rows": cells}]})] == [
        ("", "Dask"),
        ("a b", ""),
    ]
    assert find_rows("| Who | Words |\n|---|:--:|\n| Dask | Keep it. |") == (
        Row(("Who", "Words")),
        Row(("Dask", "Keep it.")),
    )


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_no_mark_of_the_layout_is_left_in_words(text):
    message = decode_message({"text": text, "attachments": [{"title": text, "text": text}]})
    for part in message.parts:
        words = (part.shown, part.asked, *part.passages, *(row.words for row in part.rows))
        assert not any("\ufdd0" <= char <= "\ufdef" for found in words for char in found)
