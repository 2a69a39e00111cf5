"""What stands straight beside a quotation: a body that may have said it, a day, a time of the clock."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask, for Velmora
MARKED = f"“{BAN}”"


@pytest.fixture(params=["shortcut", "message"])
def check(kb, request):
    """The check of a message, and what its asker is told beside it."""

    def ask(typed):
        if request.param == "shortcut":
            asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
        else:
            read = decode_message({"text": typed})
            asked = read_question(kb, read, lambda text: choose(kb, text, TODAY))
        answered = reply_to(kb, asked.meant, TODAY)
        (found,) = answered.answer.checks
        return found, f"{asked.note or ''} {answered.message.text}"

    return ask


@pytest.mark.parametrize(
    "typed",
    [
        f"{MARKED} South Tarsk",
        f"{MARKED}, South Tarsk",
        f"{MARKED}; South Tarsk",
        f"{MARKED} / South Tarsk",
        f"{MARKED}. South Tarsk",
        f"South Tarsk {MARKED}",
        f"South Tarsk, {MARKED}",
        f"South Tarsk’s {MARKED}",
        f"{MARKED} an official in South Tarsk",
        f"{MARKED} senior South Tarsk officials",
        f"&gt; {MARKED} South Tarsk",
        f"check this\n&gt; {MARKED} South Tarsk",
    ],
)
def test_a_body_straight_beside_a_quotation_is_who_said_it(check, typed):
    found, _ = check(typed)
    assert (found.speaker.id, found.verdict) == ("south-tarsk", "not_theirs")


def test_each_item_of_a_list_is_held_against_the_body_beside_it(kb):
    typed = f"- {MARKED} South Tarsk\n- “a late spring” Velmora"
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    checks = reply_to(kb, asked.meant, TODAY).answer.checks
    assert [found.speaker.id for found in checks] == ["south-tarsk", "velmora"]


@pytest.mark.parametrize("typed", [f"our draft has {MARKED} as South Tarsk’s"])
def test_a_body_in_the_line_of_a_quotation_is_told_if_it_is_not_taken_for_its_speaker(kb, typed):
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    assert "Not read: “South Tarsk" in asked.note


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (f"{MARKED} Orin Dask, May 5, 2020", "May 5, 2020"),
        (f"On May 5, 2020 Orin Dask said {MARKED}", "On May 5, 2020"),
        (f"&gt; {BAN}\n— Orin Dask (5 May 2020)", "5 May 2020"),
        (f"&gt; {BAN}\nOrin Dask, 5 May 2020", "5 May 2020"),
    ],
)
def test_a_day_beside_a_quotation_is_said_not_to_be_checked(check, typed, day):
    _, told = check(typed)
    assert told.count("Not checked: ") == 1
    assert f"Not checked: “{day}”. Each statement says when it was said." in told


@pytest.mark.parametrize(
    "typed",
    [
        f"[00:12] Jonas Vehl: {BAN}",
        f"00:12 Jonas Vehl: {BAN}",
        f"12:05 PM Jonas Vehl: {BAN}",
        f"Jonas Vehl [12:05]: {BAN}",
        f"Jonas Vehl  [5:32 PM]\n{MARKED}",
        f"Jonas Vehl  5:32 PM\n{MARKED}",
        f"Jonas Vehl  [5:32 PM]\n&gt; {MARKED}",
    ],
)
def test_a_time_of_the_clock_is_neither_a_name_nor_quoted(check, typed):
    found, _ = check(typed)
    assert (found.asked, found.speaker.id) == (BAN, "jonas-vehl")


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        (f"who said {MARKED} and where does South Tarsk stand on the border opening?",
         "where does South Tarsk stand on the border opening"),
        (f"check {MARKED} and tell me where South Tarsk stands on the border opening",
         "tell me where South Tarsk stands on the border opening"),
        (f"South Tarsk on the border opening; check {MARKED}", "South Tarsk on the border opening"),
        (f"South Tarsk on border opening, and check {MARKED}", "South Tarsk on border opening"),
    ],
)  # fmt: skip
def test_a_question_that_is_joined_to_a_check_is_named_and_gives_it_no_speaker(kb, typed, also):
    meant = choose(kb, typed, TODAY)
    assert (meant.command.name, meant.also.strip("? ")) == ("check", also)
    (found,) = reply_to(kb, meant, TODAY).answer.checks
    assert found.speaker is None


@pytest.mark.parametrize(
    "asking", ["find {}", "source for {}?", "look up {}", "{} pls", "link for {}?"]
)
def test_words_from_inside_a_quotation_are_checked_where_nothing_else_is_asked(kb, asking):
    meant = choose(kb, asking.format("“last fisherman”"), TODAY)
    assert meant.command.name == "check"
    (found,) = reply_to(kb, meant, TODAY).answer.checks
    assert found.asked == "last fisherman"
