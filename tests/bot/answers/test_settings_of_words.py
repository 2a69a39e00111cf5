"""A setting that no entry tells is named as not read, and words on record are not denied for it."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "setting"),
    [
        ("What did Tillerson say at the news conference?", "at the news conference"),
        ("What did Tillerson say in Vancouver?", "in Vancouver"),
        ("What did Noh say at the senior officials' meeting?", "at the senior officials' meeting"),
        ("What did Shin say in an interview?", "in an interview"),
        (
            "What did Shin say in the interview with The Korea Herald?",
            "in the interview with The Korea Herald",
        ),
        ("Did Shin say that in public?", "in public"),
    ],
)
def test_all_words_are_shown_whatever_the_setting(shipped_kb, today, typed, setting):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.not_understood) == ("answer", (setting,))
    assert answer.reason == "On record, whatever the place or time:"


def test_words_are_sought_without_the_setting(shipped_kb, today):
    answer = ask(shipped_kb, "Who said premature at the news conference?", today).answer
    assert (answer.sought, answer.not_understood) == (("premature",), ("at the news conference",))


@pytest.mark.parametrize(
    "typed",
    ["What did Cho say at his confirmation hearing?", "What did Kono say at the ministerial?"],
)
def test_a_setting_on_record_is_sought(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, bool(answer.sought), answer.not_understood) == ("answer", True, ())


def test_what_is_no_setting_is_sought(shipped_kb, today):
    answer = ask(shipped_kb, "What did Kono say in his letter?", today).answer
    assert (answer.outcome, answer.sought) == ("no_record", ("letter",))
