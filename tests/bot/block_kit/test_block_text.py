"""Blocks as plain text tell a quotation, a list and a link apart."""

from __future__ import annotations

from bot.block_kit.block_elements import bullets, line, paragraph, quotation, run, small_print
from bot.block_kit.block_text import as_text
from bot.block_kit.buttons import Button, buttons


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
