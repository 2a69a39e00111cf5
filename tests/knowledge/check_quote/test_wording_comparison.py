"""Two wordings side by side: fragments, cuts of our record, and the words that turn a sentence."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.wording_comparison import compare_wordings

BAN = "This is not the time to ease the ferry ban"
BELL = (
    "It asks for three crossings, a common toll and a bell that must be rung when the river rises."
)


def found(asked, printed, **given):
    compared = compare_wordings(asked, printed, **given)
    return [(d.asked, d.printed) for d in compared.differences], list(compared.left_out)


@pytest.mark.parametrize(
    ("asked", "differences", "left_out"),
    [
        ("three crossings, a single toll and a bell", [("single", "common")], ["It asks for", "that must be rung when the river rises."]),
        ("a single toll", [("single", "common")], ["It asks for three crossings,", "and a bell that must be rung when the river rises."]),
        # a changed word at an end stands for the one there
        ("one toll and a bell", [("one", "common")], ["It asks for three crossings, a", "that must be rung when the river rises."]),
        ("three crossings, a uncommon toll", [("uncommon", "common")], ["It asks for", "and a bell that must be rung when the river rises."]),
        # where both end with one word, that word is not left out
        ("It asks for three crossings, one toll", [("one toll", "a common toll")], ["and a bell that must be rung when the river rises."]),
        # a comma or mark that the print has at the end of what is asked is no difference
        ("It asks of three crossings", [("of", "for")], ["a common toll and a bell that must be rung when the river rises."]),
        ("It asks for … when a river rises", [("a", "the")], ["three crossings, a common toll and a bell that must be rung"]),
        # an ellipsis leaves out, whatever else differs
        ("It asks for … a single toll", [("single", "common")], ["three crossings,", "and a bell that must be rung when the river rises."]),
        ("… a single toll …", [("single", "common")], ["It asks for three crossings,", "and a bell that must be rung when the river rises."]),
        ("He said in Lund that it asks for three crossings", [("He said in Lund that it", "It")], ["a common toll and a bell that must be rung when the river rises."]),
        ("no word", [("no word", BELL)], []),
    ],
)  # fmt: skip
def test_only_the_stretch_that_is_alike_differs(asked, differences, left_out):
    assert found(asked, BELL) == (differences, left_out)


@pytest.mark.parametrize(
    ("asked", "differences"),
    [
        ("a chat", [("chat", "“chat.”")]),
        ("accept a chat", [("chat", "“chat.”")]),
        ("accept chat", [("", "a"), ("chat", "“chat.”")]),
        ("accept the chat", [("the", "a"), ("chat", "“chat.”")]),
        ("will not engage in dialogue with", [("dialogue", "“dialogue”")]),
        ("a talk", [("talk", "diplomatic")]),
    ],
)
def test_words_are_found_between_the_marks_of_a_quotation(asked, differences):
    told = (
        "Per a diplomatic source, they will not engage in “dialogue” with it, but accept a “chat.”"
    )
    assert found(asked, told)[0] == differences


def test_what_stands_around_a_fragment_warns_of_no_modal():
    turns = compare_wordings("three crossings, a single toll", BELL).meaning_changes
    assert turns == ()
    turns = compare_wordings(
        "this is no time to ease the ferry", BAN.replace("the time", "the very time")
    ).meaning_changes
    assert {t.word for t in turns} == {"no", "not"}


CUT = "The plan asks for […] a bell that is rung […] in the valley […]"


@pytest.mark.parametrize(
    ("asked", "verdict", "differences", "unproved_words"),
    [
        ("The plan asks for three crossings and a bell that is rung at noon in the valley", "not_proved", [], ["three crossings and", "at noon"]),
        ("The plan asks for three crossings and a bell", "not_proved", [], ["three crossings and"]),
        ("The plan asks for … a bell that was rung", "differs", [("was", "is")], []),
        ("The plan asks for a bell that is rung", "differs", [], []),
        ("The plan asks for three bells that is rung in the valley", "differs", [("", "a bell")], ["three bells"]),
        ("a bell that is rung at noon", "not_proved", [], ["at noon"]),
        ("rung … in the valley of Lund", "not_proved", [], ["of Lund"]),
    ],
)  # fmt: skip
def test_words_that_face_a_cut_are_not_held_and_never_differ(
    asked, verdict, differences, unproved_words
):
    compared = compare_wordings(asked, CUT, cut=True)
    assert compared.verdict == verdict
    assert [(d.asked, d.printed) for d in compared.differences] == differences
    assert list(compared.unproved_words) == unproved_words


def test_a_cut_that_is_passed_over_in_silence_is_told():
    assert compare_wordings("The plan asks for a bell that is rung", CUT, cut=True).unrecorded_gap
    assert not compare_wordings("a bell that is rung", CUT, cut=True).unrecorded_gap
    assert not compare_wordings("a bell that is rung", CUT.replace("[…]", "well")).unrecorded_gap


def test_a_mark_that_the_outlet_prints_itself_is_print():
    assert (
        compare_wordings("a bell […] in town", "a bell […] in the town").verdict is Verdict.DIFFERS
    )
    assert found("a bell rung in town", "a bell … in town") == ([("rung", "…")], [])


def test_a_negation_that_was_left_out_is_called_out():
    found = compare_wordings(BAN.replace("not ", ""), BAN)
    assert [(d.asked, d.printed) for d in found.differences] == [("", "not")]
    assert [(t.kind, t.word, t.where) for t in found.meaning_changes] == [
        ("negation", "not", "only_printed")
    ]


@pytest.mark.parametrize(
    ("asked", "printed", "turns"),
    [
        ("we must go", "we may go", {("modal", "must", "only_asked"), ("modal", "may", "only_printed")}),
        ("we go", "we don’t go", {("negation", "don't", "only_printed")}),
        ("we'll go", "we won't go", {("negation", "won't", "only_printed")}),
        ("we will go if asked", "we will go", {("condition", "if", "only_asked")}),
        ("we talk as far as they do", "we talk as long as they do", {("condition", "as long as", "only_printed")}),
        ("we talk in case they do", "we talk and they do", {("condition", "in case", "only_asked")}),
        ("it is possible", "it is impossible", {("negation", "impossible", "only_printed")}),
        ("we have the ferry", "we have to ferry", {("modal", "have to", "only_printed")}),
        ("they need a plan", "they need to plan", {("modal", "need to", "only_printed")}),
        ("on June 2", "on May 2", set()),
        ("we go there", "we go here", set()),
        ("THIS ISN'T THE WAY", "this is not the time", set()),
        ("we cannot go there", "we can't go here", set()),
        ("we will go there", "we'll go here", set()),
    ],
)  # fmt: skip
def test_words_that_turn_a_sentence_are_told_apart(asked, printed, turns):
    assert {
        (t.kind, t.word, t.where) for t in compare_wordings(asked, printed).meaning_changes
    } == turns


def test_a_negation_that_moved_is_told_on_both_sides():
    found = compare_wordings("they did not say that we will go", "they did say that we will not go")
    assert [t.where for t in found.meaning_changes if t.kind == "negation"] == [
        "only_asked",
        "only_printed",
    ]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("It's early for us all", "It is too early for us all"),
        ("They said it's early for us", "They said it is too early for us"),
        ("It’s early for us all", "We know. It is too early for us all"),
    ],
)
def test_a_word_dropped_after_a_contraction_is_named_by_itself(asked, printed):
    found = compare_wordings(asked, printed)
    assert [(d.asked.lower(), d.printed.lower()) for d in found.differences][1:] == [("", "too")]
    assert [(c.kind, c.word, c.where) for c in found.meaning_changes] == [
        ("limit", "too", "only_printed")
    ]


@pytest.mark.parametrize("who", ["The North", "Lund, too,"])
def test_a_negation_printed_in_a_contraction_behind_other_words_is_no_false_one(who):
    printed = "The flood was long. The two towns won’t ring that kind of bell either"
    turns = compare_wordings(f"{who} will not ring that kind of bell either", printed)
    assert turns.meaning_changes == ()
    turned = compare_wordings(f"{who} will ring that kind of bell either", printed)
    assert "negation" in {change.kind for change in turned.meaning_changes}


WARDEN = "Old Ragna Holm, who kept the lighthouse of Lund for thirty years after the flood had carried off the old one, died last spring at the age of 91."  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "differences", "left_out"),
    [
        (
            "Ragna Holm died last spring at the age of 19",
            [
                ("Holm", "Holm, who kept the lighthouse of Lund for thirty years after the flood had carried off the old one,"),
                ("19", "91."),
            ],
            ["Old"],
        ),
        (
            "Old Ragna Holm, died last spring at the age of 91",
            [("", "who kept the lighthouse of Lund for thirty years after the flood had carried off the old one,")],
            [],
        ),
        # a small word far off is no part of what is asked
        ("the died last spring", [("the", "one,")], ["Old Ragna Holm, who kept the lighthouse of Lund for thirty years after the flood had carried off the old", "at the age of 91."]),
    ],
)  # fmt: skip
def test_words_that_are_printed_before_an_aside_are_not_said_to_be_missing(
    asked, differences, left_out
):
    assert found(asked, WARDEN) == (differences, left_out)


def test_no_condition_is_both_missing_and_left_out():
    printed = "We will see if the mayor’s letter today, that she is willing to meet, opens the way."
    turns = compare_wordings("if the mayor’s letter today opens the way", printed).meaning_changes
    assert turns == ()
