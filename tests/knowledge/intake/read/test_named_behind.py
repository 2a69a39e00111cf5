"""The speaker who is named behind a clause about somebody else."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.test_people_of_places import find, find_all

WORDS = "“There is no penalty in the text of it.”"


@pytest.mark.parametrize(
    "lead",
    [
        "Finch should not celebrate yet, said the opposition leader, Rui Falk:",
        "Minister Finch was too quick, said Rui Falk:",
        "Velmora has won nothing, warned the farm leader, Rui Falk:",
        "Velmora is not a member, but its observer, Rui Falk, has just told reporters outside:",
        "Velmora is out, and its envoy, Rui Falk, said:",
    ],
)
def test_who_is_named_behind_a_clause_speaks(lead):
    (speaker,) = find(f"By Mary Hall\n\n{lead} {WORDS}\n")
    assert speaker.name == "Rui Falk"


@pytest.mark.parametrize(
    "lead",
    [
        "Rui Falk, who had lost the vote, warned the farm leader, Ada Finch:",
        "Rui Falk, beaten in May, asked Ada Finch:",
    ],
)
def test_whom_a_speaker_warns_does_not_speak(lead):
    (speaker,) = find(f"By Mary Hall\n\n{lead} {WORDS}\n")
    assert speaker.name == "Rui Falk"


@pytest.mark.parametrize(
    "raw",
    [
        "Velmora, which has asked for a new treaty for years, welcomed the deal.",
        "Velmora, which called the old treaty “a theft in plain daylight,” welcomed the deal.",
    ],
)
def test_a_verb_behind_a_relative_clause_has_the_subject_before_it(raw):
    assert {speaker.id for speaker in find(f"By Mary Hall\n\n{raw}\n")} == {"velmora"}


@pytest.mark.parametrize(
    "raw",
    [
        "Mr. Falk should say yes, and say it without the words “in principle.”",
        "The minister must apologize, and admit that the plan was “a mistake from the start.”",
        "Orin Dask spoke first. Her remarks came two days after Velmora issued the permit.",
    ],
)
def test_what_is_wanted_or_only_dated_is_not_said(raw):
    assert find(f"By Mary Hall\n\n{raw}\n") == []


@pytest.mark.parametrize(
    ("raw", "who"),
    [
        ("A spokesman for Rui Falk denied that the leader had threatened to leave.", "A spokesman"),
        ("Rui Falk said it was “kept for once” after the two countries agreed on it.", "Rui Falk"),
        ("Velmora had agreed, but Rui Falk told reporters: “They sold our water.”", "Rui Falk"),
    ],
)
def test_who_is_only_told_of_says_nothing(raw, who):
    found = find(f"By Mary Hall\n\n{raw}\n")
    assert [(one.description or one.name).startswith(who) for one in found] == [True]


@pytest.mark.parametrize(
    ("beside", "as_"),
    [
        ("Her deputy, State Secretary Rui Falk, was blunt.", "State Secretary"),
        ("Velmora's delegate, Ambassador Rui Falk, was blunt.", "Velmora's delegate"),
        ("The group's deputy, Dr. Rui Falk, was blunt.", "The group's deputy"),
    ],
)
def test_who_stands_behind_two_posts_has_one_that_the_check_finds(beside, as_):
    (speaker,) = find(f"By Mary Hall\n\n{beside} “Nobody has shown me the bill,” he said.\n")
    assert (speaker.name, speaker.as_) == ("Rui Falk", as_)


@pytest.mark.parametrize(
    ("teller", "name"),
    [("A spokesman for Rui Falk", "Rui Falk"), ("A spokesman for the ministry", None)],
)
def test_the_minister_of_whom_a_spokesman_tells_is_whose_spokesman_he_is(teller, name):
    raw = f"The Tarsk minister spoke. {teller} said the minister had called it “a theft of water.”"
    speakers = find(f"By Mary Hall\n\n{raw}\n")
    assert [one.name for one in speakers if one.description is None] == ([name] if name else [])


@pytest.mark.parametrize(
    ("raw", "speakers"),
    [
        ("Velmora, said Rui Falk, has “no penalty in the text of the treaty.”", ["Rui Falk"]),
        (f"{WORDS[:-2]},” said Rui Falk of Ada Finch's deal with Velmora.", ["Rui Falk"]),
        (
            "Rui Falk, whom Ada Finch had called “a man without a map,” said it was “open at last.”",
            ["Ada Finch", "Rui Falk"],
        ),
        (f"Velmora is weak, but its critics, led by Rui Falk, are weaker: {WORDS}", []),
        (f"Ada Finch and Rui Falk disagreed. {WORDS[:-2]},” the latter said.", []),
        ("It is not true that Rui Falk called Ada Finch “the worst minister of all.”", []),
        ("If Rui Falk says that the deal is “the worst of all,” he should read it.", []),
        ("The court asked whether Rui Falk had called it “the worst of all.”", ["The court"]),
        ("Ada Finch wants Rui Falk to say that the deal was “the worst of all.”", []),
    ],
)
def test_each_quotation_has_who_says_it_or_nobody(raw, speakers):
    found = find_all(f"By Mary Hall\n\n{raw}\n")
    named = [c.speaker.name or c.speaker.description for c in found if c.quotation]
    assert named == speakers or (not named and speakers == ["The court"])
