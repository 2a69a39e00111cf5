"""What an article calls somebody reads on behind a name and behind days."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask
from bot.layout.printed_descriptions import behind_days, behind_name


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("the envoy", "the envoy"),
        ("then as a nominee", "a nominee"),
        ("then still a nominee for the post", "a nominee for the post"),
        ("as head of the bureau", "head of the bureau"),
        ("then", "then"),
        ("then-envoy to Lund", "then-envoy to Lund"),
        ("former envoy", "former envoy"),
        ("retired envoy", "retired envoy"),
        ("a baker who was mayor", "a baker who was mayor"),
        ("Stillwater’s mayor", "Stillwater’s mayor"),
    ],
)
def test_what_leads_up_to_a_description_is_left_off(printed, words):
    assert behind_name(printed) == words
    assert behind_days(printed) == f" as {words}"


@pytest.mark.parametrize("printed", ["his house was burned in 1977", "died last year at 87"])
def test_a_clause_stands_in_marks(printed):
    assert behind_name(printed) == f"“{printed}”"
    assert behind_days(printed) == f": “{printed}”"


def test_a_card_reads_on(kb, today):
    card = ask(kb, "who is Ilse Marrow", today).message.text
    assert "in [May 2025] as a nominee for the post of harbor commissioner" in card
