"""Messages without any marks: words that an article prints are found, and who is named beside them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from knowledge.check_quote import Verdict

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"
CHECKED = "There are no quotation marks, so I checked the words of the message."
HOME = "We will keep the ban until the last fisherman is home."


def check(kb, asked):
    (found,) = reply_to(kb, asked.meant, TODAY).answer.checks
    who = found.speaker.name if found.speaker else ", ".join(found.unknown_names) or None
    return found.asked, who, found.verdict


@pytest.mark.parametrize(
    ("typed", "words", "who"),
    [
        (BAN, BAN, None),
        (f"_{HOME}_", HOME, None),
        (f"Is this in the archive?\n{HOME}", HOME, None),
        (f"{BAN} – Jonas Vehl", BAN, "Jonas Vehl"),
        (f"{HOME} – Otto Brenk", HOME, "Otto Brenk"),
        (f"{BAN}, said Jonas Vehl", BAN, "Jonas Vehl"),
        (f"A fine line from Jonas Vehl: {BAN}", BAN, "Jonas Vehl"),
        (f"Jonas Vehl says {BAN}", BAN, "Jonas Vehl"),
    ],
)
def test_the_shortcut_checks_a_message_that_is_nothing_but_words(kb, typed, words, who):
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    assert asked.note.startswith(CHECKED)
    verdict = Verdict.NOT_THEIRS if who == "Jonas Vehl" else Verdict.EXACT
    assert check(kb, asked) == (words, who, verdict)


def test_the_shortcut_tells_what_differs_without_marks(kb):
    asked = find_quoted(kb, decode_shortcut({"text": BAN.replace("not ", "")}, References()))
    assert check(kb, asked)[2] is Verdict.DIFFERS


@pytest.mark.parametrize(
    "typed", ["lunch at noon, who is in?", "tea", "The tide table is wrong today"]
)
def test_a_message_that_nothing_printed_is_like_has_nothing_to_check(kb, typed):
    assert find_quoted(kb, decode_shortcut({"text": typed}, References())) is None


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        (f"{BAN} — Jonas Vehl", "Jonas Vehl"),
        (f"{BAN} - Otto Brenk", "Otto Brenk"),
        (f"{BAN}, said Jonas Vehl", "Jonas Vehl"),
        (f"{BAN}, per Jonas Vehl, special envoy", "Jonas Vehl"),
    ],
)
def test_words_that_are_signed_on_their_line_are_held_against_the_name(kb, typed, who):
    asked = read_question(
        kb, decode_message({"text": typed}), lambda words: choose(kb, words, TODAY)
    )
    assert check(kb, asked)[:2] == (BAN, who)


@pytest.mark.parametrize(
    "asking", ["is this Jonas Vehl?", "Was that Jonas Vehl’s line?", "is it by Vehl"]
)
def test_whose_words_a_block_quote_is_can_be_asked(kb, asking):
    asked = read_question(
        kb,
        decode_message({"text": f"{asking}\n&gt; {BAN}"}),
        lambda words: choose(kb, words, TODAY),
    )
    assert check(kb, asked)[1:] == ("Jonas Vehl", Verdict.NOT_THEIRS)


@pytest.mark.parametrize(
    "typed", ["can you check this?", "is the quote above right?", "who said that?", "is it true?"]
)
def test_who_asks_about_a_message_elsewhere_is_told_how_it_is_checked(kb, typed):
    asked = read_question(
        kb, decode_message({"text": typed}), lambda words: choose(kb, words, TODAY)
    )
    assert "the shortcut “Check this quote”" in asked.note
    assert asked.meant.command.name == "check"


@pytest.mark.parametrize("typed", ["hello", "thanks, that is right", "how does this work?"])
def test_others_are_told_what_can_be_asked(kb, typed):
    asked = read_question(
        kb, decode_message({"text": typed}), lambda words: choose(kb, words, TODAY)
    )
    assert (asked.note, asked.meant.command.name) == (None, "help")


SHORT_ONES = [
    "check these\n- Marrow: a late spring\n- Vehl: a late spring\n- Brandt: two late springs",
    "check these:\n1. Marrow - a late spring\n2. Vehl - a late spring\n3. Brandt - two springs",
    "check these\n- a late spring\n- two late springs\n- premature",
    "check\n> Marrow: a late spring\n> Vehl: premature\n> Grell: We will keep the ban until the last fisherman is home.",
    "*Marrow*\n> a late spring\n*Vehl*\n> premature\n*Grell*\n> This is not the time to ease the ferry ban",
]


@pytest.mark.parametrize("typed", SHORT_ONES)
def test_no_item_of_several_is_lost_for_being_short(kb, typed):
    asked = read_question(kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY))
    checks = reply_to(kb, asked.meant, TODAY).answer.checks
    assert len(checks) == len(
        [line for line in typed.split("\n") if "check" not in line and line[0] != "*"]
    )
    assert len({check.asked for check in checks}) > 1


def test_a_head_that_names_the_speaker_holds_for_each_item(kb):
    typed = "check these from Vehl\n- This is not the time to ease the ferry ban\n- a late spring"
    asked = read_question(kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY))
    checks = reply_to(kb, asked.meant, TODAY).answer.checks
    assert [check.speaker.id for check in checks] == ["jonas-vehl", "jonas-vehl"]


@pytest.mark.parametrize(
    "typed", ["check these\n- Velmora\n- South Tarsk", "verify\n- Vehl: Marrow"]
)
def test_a_list_of_names_is_no_list_of_quotations(kb, typed):
    asked = read_question(kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY))
    assert asked.meant.command.name != "check"


def ask(kb, typed):
    return read_question(kb, decode_message({"text": typed}), lambda text: choose(kb, text, TODAY))


@pytest.mark.parametrize(
    "typed",
    [
        f"check\n> {BAN}\n> can we print that?",
        f"> Did Jonas Vehl really say this?\n> {BAN}",
        f"> {BAN}\n> can you check that?",
        f"```check this please\n{BAN}```",
    ],
)
def test_a_line_that_asks_about_the_others_it_is_set_apart_with_is_none_of_them(kb, typed):
    assert check(kb, ask(kb, typed))[0] == BAN
    assert check(kb, find_quoted(kb, decode_message({"text": typed})))[0] == BAN


def test_a_line_that_adds_to_a_block_quote_is_checked_with_it(kb):
    found = check(kb, ask(kb, f"check\n> {BAN}\n> and we will lift it in May."))
    assert found[2] is Verdict.DIFFERS


def test_a_name_in_code_signs_words_and_is_no_quotation(kb):
    for typed in (f"check\n> {BAN}\n– `Jonas Vehl`", f"check “{BAN}” – `Jonas Vehl`"):
        assert check(kb, ask(kb, typed)) == (BAN, "Jonas Vehl", Verdict.NOT_THEIRS)


def test_words_in_code_are_checked_by_the_shortcut_where_nothing_else_is_quoted(kb):
    typed = f"did Jonas Vehl say `{BAN}`?"
    asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
    assert check(kb, asked) == (BAN, "Jonas Vehl", Verdict.NOT_THEIRS)


@pytest.mark.parametrize(
    "form",
    [
        "*Quote to check*\npremature\n*Speaker*\nJonas Vehl",
        "Quote for review: premature\nSpeaker: Jonas Vehl",
        "*Words to be verified*\npremature\n*Speaker*\nJonas Vehl",
    ],
)
def test_the_head_of_a_form_may_say_what_its_words_are_for(kb, form):
    asked = find_quoted(kb, decode_shortcut({"text": form}, References()))
    assert asked.note == CHECKED
    assert check(kb, asked) == ("premature", "Jonas Vehl", Verdict.NOT_THEIRS)


def test_a_quote_begun_by_hand_behind_the_mention_is_a_block_quote(kb):
    references = References(own=frozenset({"U0BOT"}))
    text = "<@U0BOT> &gt; This is not the time\n&gt; to ease the ferry ban"
    message = decode_message({"text": text}, references)
    asked = read_question(kb, message, lambda words: choose(kb, words, TODAY))
    assert check(kb, asked)[2] is Verdict.EXACT


def test_the_shortcut_tells_what_differs_in_a_sentence_of_the_outlet(kb):
    text = "Orin Dask, head of the bureau, called the plan fine"
    asked = find_quoted(kb, decode_shortcut({"text": text}, References()))
    assert check(kb, asked)[2] is Verdict.DIFFERS


def test_the_shortcut_says_of_a_whole_article_that_it_is_too_long(kb):
    asked = find_quoted(
        kb, decode_shortcut({"text": "The border stays shut. " * 200}, References())
    )
    message = reply_to(kb, asked.meant, TODAY).message
    assert "characters are read at once" in message.text


def test_what_was_not_read_is_said_once(kb):
    asked = ask(kb, f"{BAN}\n> Did Jonas Vehl say that?")
    assert (asked.note or "").count("I did not read the block quote") == 1
