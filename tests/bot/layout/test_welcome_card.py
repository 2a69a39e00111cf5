"""The welcome's buttons: a question that is too long for one is cut between words."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.block_kit import limits
from bot.block_kit.buttons import pressed
from bot.layout.welcome_card import welcome_card


def only_button(question):
    *_, row = welcome_card([question], "digest").blocks
    (button,) = row["elements"]
    return button["text"]["text"], pressed(button["value"])


@given(question=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=150))
@example(question="x" * 100)
@example(question=f"Did Kono say “{'word ' * 20}”?")
def test_a_question_is_whole_on_its_button_or_cut_where_one_sees_it(question):
    label, asked = only_button(question)
    assert asked == question
    assert len(label) <= limits.BUTTON_TEXT
    kept, cut, end = label.partition(" …")
    assert label == question or (cut and question.startswith(kept) and end in {"", "”?"})


def test_a_quotation_is_cut_between_words_and_keeps_its_marks():
    label, _ = only_button(f"Did Taro Kono say “{'pressure ' * 15}”?")
    assert label == "Did Taro Kono say “pressure pressure pressure pressure pressure …”?"
