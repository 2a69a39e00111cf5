"""Who words without marks are said to be by, wherever the name stands."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.answers.unmarked_speakers import divide_speaker, find_request, mark_words
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import read_question
from bot.slack_text.message_words import decode_message
from knowledge.kb import KnowledgeBase

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"
KEPT = "We will keep the ban until the last fisherman is home."


@pytest.mark.parametrize(
    "before", ["/check ", "check ", "please verify: ", "check that ", "verify "]
)
@pytest.mark.parametrize(
    "words",
    [
        f"Jonas Vehl said {BAN}",
        f"vehl said that {BAN}",
        f"did Vehl say {BAN}?",
        f"if Vehl really said {BAN}?",
        f"Jonas Vehl told reporters {BAN}",
        f"vehl told the harbor union that {BAN}",
        f"Vehl warned on Monday: {BAN}",
        f"Vehl emphasized that {BAN}",
        f"as Vehl stressed, {BAN}",
        f"Vehl responded: {BAN}",
        f"vehl: {BAN}",
        f"{BAN} (Vehl)",
        f"{BAN} - vehl",
        f"{BAN} vehl",
        f"{BAN}, according to vehl",
        f"{BAN}, vehl said",
        f"Vehl said at the meeting that {BAN}",
        f"according to vehl {BAN}",
        f"per Jonas Vehl, {BAN}",
        f"as Vehl put it: {BAN}",
    ],
)
def test_whoever_is_named_beside_words_without_marks_is_their_speaker(kb, before, words):
    (check,) = ask(kb, before + words, TODAY).answer.checks
    assert (check.asked, check.verdict) == (BAN, "not_theirs")
    assert check.speaker.name == "Jonas Vehl"


@pytest.mark.parametrize("who", ["grell", "Rolf Grell", "an official", "a harbor pilot"])
def test_a_stranger_beside_printed_words_is_not_checked(kb, who):
    (check,) = ask(kb, f"/check {who} said {BAN}", TODAY).answer.checks
    assert (check.asked, check.verdict, check.theirs) == (BAN, "exact", None)
    assert who.split()[-1] in " ".join(check.unknown_names)


@pytest.mark.parametrize(
    "before",
    ["this: ", "this quote: ", "This: ", "the following statement:\n", "that ", "this please: "],
)
@pytest.mark.parametrize("command", ["/check ", "check ", "verify "])
def test_what_only_asks_for_a_check_is_none_of_its_words(kb, command, before):
    (check,) = ask(kb, f"{command}{before}{BAN}", TODAY).answer.checks
    assert (check.asked, check.verdict, check.unknown_names) == (BAN, "exact", ())


@pytest.mark.parametrize(
    "words",
    [
        f"Vehl denied that {BAN}",
        f"{BAN} today",  # a word that was added, and nobody's name
        "This is the time to ease the ferry ban",
        "Orin Dask called the plan “premature” at a meeting",
        BAN,
        "South Tarsk and Velmora have been at odds over the tolls",
    ],
)
def test_words_that_name_no_speaker_stay_as_typed(kb, words):
    assert mark_words(kb, words) == words
    assert find_request(words) == 0


def test_words_that_an_article_prints_with_the_name_are_left_whole(kb, texts_folder):
    words = "Teva Dask, sister of Orin Dask and a baker in Lund, said she had heard the news from a customer"
    opened = KnowledgeBase(kb.path, texts_folder)
    assert divide_speaker(opened, words) == (None, words)
    opened.close()


@pytest.mark.parametrize("mark", ["-", "•", "1."])
def test_each_item_of_a_list_names_its_own_speaker(kb, mark):
    typed = f"check these\n{mark} Jonas Vehl said {BAN}\n{mark} Rolf Grell told reporters {KEPT}"
    message = decode_message({"text": typed})
    asked = read_question(kb, message, lambda text: choose(kb, text, TODAY))
    first, second = reply_to(kb, asked.meant, TODAY).answer.checks
    assert (first.speaker.name, first.verdict) == ("Jonas Vehl", "not_theirs")
    assert (second.unknown_names, second.speaker) == (("Rolf Grell",), None)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Sung Kim argued the pros and cons of the proposal.", "differs"),
        ("The United States argued the pros and cons of the proposal", "differs"),
        ("He did mention Japan", "not_in_our_articles"),
        ("Moon mentioned Japan", "not_in_our_articles"),
        ("Kishida announced talks", "not_in_our_articles"),
    ],
)
def test_what_somebody_did_is_checked_with_the_verb(shipped_kb, claim, verdict):
    (check,) = ask(shipped_kb, f"check: {claim}", TODAY).answer.checks
    assert (check.verdict, check.asked) == (verdict, claim)


@pytest.mark.parametrize("words", ["premature", "that premature", ": premature"])
def test_a_plain_verb_brings_a_single_word(shipped_kb, words):
    (check,) = ask(shipped_kb, f"check: Funakoshi said {words}", TODAY).answer.checks
    assert (check.verdict, check.theirs) == ("exact", True)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (f"{BAN} — Orin Dask, 2019", "2019"),
        (f"{BAN} (Orin Dask, 2019)", "2019"),
        (f"{BAN}, Orin Dask 2019", "2019"),
        (f"{BAN} — Orin Dask, Minister, March 2019", "March 2019"),
        (f"Orin Dask, March 2019: {BAN}", "March 2019"),
    ],
)
def test_a_day_beside_words_without_marks_is_told_as_not_checked(kb, typed, day):
    answer = ask(kb, f"/check {typed}", TODAY).answer
    assert f"Not checked: “{day}”." in answer.reason
    assert [(c.asked, c.verdict) for c in answer.checks] == [(BAN, "exact")]


FEW = ["{}, {}", "{1}, {0}", "{} {}", "{1} {0}", "{} by {}", "is {} from {}?", "{}; {}"]


@pytest.mark.parametrize("typed", FEW)
def test_a_few_printed_words_are_parted_from_a_name_beside_them(shipped_kb, typed):
    (check,) = ask(
        shipped_kb, f"/check {typed.format('premature', 'moon jae-in')}", TODAY
    ).answer.checks
    assert (check.asked, check.verdict, check.speaker.name) == (
        "premature",
        "not_theirs",
        "Moon Jae-in",
    )
