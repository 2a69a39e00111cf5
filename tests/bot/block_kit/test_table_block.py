"""A table says in text, and in sections, all that its cells say; Slack takes it as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.block_kit.block_elements import header, run
from bot.block_kit.block_text import as_text
from bot.block_kit.message import Part, compose
from bot.block_kit.table_block import has_table, runs_of, table, without_tables
from local_slack.blocks.block_checks import check_message_blocks

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1)
_CELLS = st.lists(_WORDS.map(run), min_size=1, max_size=3)
_TABLES = st.integers(2, 6).flatmap(
    lambda width: st.lists(
        st.lists(_CELLS, min_size=width, max_size=width), min_size=2, max_size=6
    ).map(table)
)


def _cells(block):
    return [
        "".join(part["text"] for part in runs_of(cell)) for row in block["rows"][1:] for cell in row
    ]


@given(_TABLES)
def test_slack_takes_a_table_and_the_sections_in_its_place(block):
    assert check_message_blocks([block]) == []
    assert check_message_blocks(without_tables([block])) == []


@given(_TABLES)
def test_nothing_is_lost_in_text_or_in_sections(block):
    sections = as_text(without_tables([block]))
    for words in _cells(block):
        assert words in as_text([block])
        assert words in sections


def test_a_lone_column_is_said_after_the_name_of_its_row():
    block = table(
        [[[run("Who")], [run("Ferry ban")]], [[run("Velmora")], [run("supports\n“Yes.”")]]]
    )
    assert as_text([block]) == "Velmora: supports\n“Yes.”"


def test_each_cell_of_several_is_said_after_the_name_of_its_column():
    head = [[run("Question")], [run("Velmora")], [run("Isles")]]
    rows = [[[run("Ban\nShould it be kept?")], [run("supports")], [run("no record")]]] * 2
    told = "Ban: Should it be kept?\nVelmora: supports\nIsles: no record"
    assert as_text([table([head, *rows])]) == f"{told}\n\n{told}"


def test_only_a_table_is_replaced():
    blocks = [header("Velmora"), table([[[run("a")], [run("b")]], [[run("c")], [run("d")]]])]
    plainer = without_tables(blocks)
    assert has_table(blocks)
    assert not has_table(plainer)
    assert plainer[0] is blocks[0]


def test_a_table_counts_the_statements_that_it_tells():
    block = table([[[run("a")], [run("b")]], [[run("c")], [run("d")]]])
    seen = []
    compose([Part([header("h")]), Part([block], told=3)], lambda shown: seen.append(shown) or [])
    assert seen[-1] == 3


def test_a_notification_says_what_stands_in_place_of_the_head():
    part = Part(
        [header("Velmora · Ferry ban"), header("more")], notified="Ferry ban: supports 2025"
    )
    assert compose([part], lambda _: []).text == "Ferry ban: supports 2025\nmore"
