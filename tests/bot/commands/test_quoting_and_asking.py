"""Messages that quote and ask, or quote several: each is answered, or named as unanswered."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 11, 29)
BAN = "“This is not the time to ease the ferry ban”"
CHANGED = "“This is the time to ease the ferry ban”"
ALONE = "One question at a time: ask “{}” by itself."


def _replied(kb, typed):
    return reply_to(kb, choose(kb, typed.replace("BAN", CHANGED), TODAY), TODAY)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("Orin Dask said BAN. What is Velmora’s stance on the ferry ban?", None),
        ("BAN. What does Velmora think?", None),
        ("BAN What does Velmora think of the ferry ban?", None),
        ("BAN - what is Velmora’s stance on the ferry ban?", None),
        ("where does Velmora stand on the ferry ban? BAN - Orin Dask", None),
        ("Can we run this: BAN, and what does Velmora think of it?", "what does Velmora think of it?"),
        ("check BAN. And does Velmora support the ferry ban?", None),
    ],
)  # fmt: skip
def test_a_quotation_beside_a_question_is_checked_and_the_question_named(kb, typed, question):
    answered = _replied(kb, typed)
    assert [c.verdict for c in answered.answer.checks] == ["differs"]
    own = typed.replace("check BAN. ", "").replace("BAN - Orin Dask", "").replace("BAN", "")
    named = question or own.removeprefix("Orin Dask said . ").strip(" .-")
    assert ALONE.format(named) in answered.message.text


@pytest.mark.parametrize(
    "typed", [f"Is {BAN} what Velmora says about it?", f"was {BAN} what Orin Dask said on it?"]
)
def test_it_is_checked_whether_words_are_what_somebody_says(kb, typed):
    answer = _replied(kb, typed).answer
    assert (answer.command, [c.asked for c in answer.checks]) == ("check", [BAN.strip("“”")])


def test_of_several_questions_beside_a_quotation_none_is_left_out(kb):
    told = _replied(kb, "What does South Tarsk think? Vehl: BAN. And what does Velmora think?")
    named = "What does South Tarsk think? And what does Velmora think?"
    assert ALONE.format(named) in told.message.text


def test_a_quotation_within_a_question_is_named_as_unchecked(kb):
    told = _replied(kb, "What does Velmora think about “no boat may cross the river”?")
    assert told.answer.command == "stance"
    assert ALONE.format('check "no boat may cross the river"') in told.message.text


def test_a_short_word_in_marks_within_a_question_is_a_word_of_it(kb):
    told = _replied(kb, "What does Velmora think about a “late spring”?").message.text
    assert "One question at a time" not in told


@pytest.mark.parametrize(
    "typed",
    [
        "For tomorrow:\n- Orin Dask: “premature”\n- Vehl: “a late spring”\n- Marrow: “not so fast”",
        "For tomorrow:\nOrin Dask said “premature”\nVehl said “a late spring”\nMarrow said “no”",
        "Did Orin Dask say “premature”? And did Vehl say “a late spring”? And did Marrow say “no”?",
        "Orin Dask said “premature”? And Vehl “a late spring”? And Ilse Marrow “no”?",
    ],
)
def test_every_one_of_several_short_quotations_is_checked(kb, typed):
    asked = [check.asked for check in _replied(kb, typed).answer.checks]
    assert asked[:2] == ["premature", "a late spring"]
    assert len(asked) == 3


def test_quotations_beyond_the_most_are_named(kb):
    typed = "\n".join(f"Vehl: “{BAN.strip('“”')} {letter}”" for letter in "abcdefg")
    told = _replied(kb, typed).message.text
    last = " ".join(f"“This is not the time to ease the ferry ban {x}”;" for x in "fg")
    assert f"2 quotations were not checked: {last[:-1]}. Ask again" in told


def test_a_stranger_before_a_short_quotation_that_is_printed_in_part_makes_a_check(kb):
    answer = _replied(kb, "Rolf Grell: “not so fast”").answer
    assert [check.asked for check in answer.checks] == ["not so fast"]


def test_a_question_above_a_block_quote_is_named_where_the_quote_is_checked(kb):
    text = "check this, and what does Velmora think of the ferry ban?\n&gt; " + BAN.strip("“”")
    message = decode_message({"type": "message", "text": text}, References(frozenset()))
    answered = reply_to(kb, read_question(kb, message, TODAY).meant, TODAY)
    assert [check.verdict for check in answered.answer.checks] == ["exact"]
    named = "what does Velmora think of the ferry ban?"
    assert ALONE.format(named) in answered.message.text


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ('The White House called the missile programs "a dead end". Which day?', "a dead end"),
        ('Tillerson called it a "trustworthy negotiating partner". In which city?', None),
        ('Cho talked about "stumbling blocks". Which ones?', "stumbling blocks"),
        ("“Premature”? Moon never said that. Funakoshi did.", "Premature"),
        ('"Hostile policy"? Is that from KCNA?', "Hostile policy"),
        ('"Charm diplomacy"? Kono really said that?', "Charm diplomacy"),
    ],
)
def test_a_few_words_that_are_given_to_somebody_are_a_quotation(shipped_kb, typed, asked):
    answer = _replied(shipped_kb, typed).answer
    assert [c.asked for c in answer.checks] == [asked or "trustworthy negotiating partner"]


@pytest.mark.parametrize(
    "typed",
    ['Where does Japan stand on "dialogue"?', 'Suga called for "dialogue". Really?',
     "Shin spoke of “security cooperation”. What is Seoul’s position on it?"],
)  # fmt: skip
def test_words_of_an_issue_between_marks_are_asked_about(shipped_kb, typed):
    assert _replied(shipped_kb, typed).answer.command == "stance"
