"""The verbs and phrases that give words between marks to somebody."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_narrations, list_said, list_speakers


@pytest.mark.parametrize(
    "verb",
    "gushed,implored,exclaimed,interjected,wondered,echoed,screamed,mused,surmised,proclaimed,"
    "retorted,assured,tweeted,pleaded,continued,quipped,warned,whispers,states,says,chimed in,"
    "shot back,weighed in,points out,pointed out,went on".split(","),
)
def test_a_verb_beside_marks_gives_the_words_to_its_subject(verb):
    assert list_said(f"“It should not rain so much,” Ada Finch {verb}.") == [
        ("It should not rain so much", "Ada Finch")
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "“Talk to the fishers of the port,” advised engineer Ada Finch.",
        "Ada Finch is claiming that the toll is “a tax on bread.”",
        "Ada Finch left the port and told reporters it was “a tax on bread.”",
        "The port is “a ship without a crew,” as Ada Finch, an engineer, puts it.",
        "The port is “a ship without a crew,” in the words of Ada Finch.",
        "Hours later, Ada Finch left, calling the toll “a tax on bread.”",
        "Ada Finch attacked the toll as “a tax on bread.”",
        "Ada Finch also often called the toll “a tax on bread.”",
        "Ada Finch's been asking, “Why is it so late?”",
        "Ada Finch fears that the port is “a ship without a crew.”",
        "Ada Finch left the port, telling a crowd of fishers: “Why is it so late?”",
        "Added Ada Finch: “Why is it so late?”",
        "Ada Finch ran down the pier. “Why is it so late?” she yells while running.",
        "“You know, it happens, right?” Ada Finch went on, as if nobody had spoken.",
        "Ada Finch:“Why is it so late?”",
    ],
)
def test_a_phrase_beside_marks_gives_the_words_to_its_subject(raw):
    assert list_speakers(raw) == ["Ada Finch"]


def test_a_subject_may_follow_its_verb_without_marks():
    raw = "This can make people proud, adds engineer Ada Finch. “You are not alone,” she says."
    assert list_speakers(raw) == ["Ada Finch"]


@pytest.mark.parametrize(
    "raw",
    [
        "Ada Finch attacked the toll.",
        "Ada Finch was responding to questions.",
        "The flurry of late-night tweets went on.",
    ],
)
def test_a_verb_that_also_does_other_things_reports_nothing_without_marks(raw):
    assert list_narrations(raw) == []


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("“We have no record of it,” her campaign said.", "her campaign"),
        ("“The mayor cannot lead,” the narrator concluded.", "the narrator"),
        ("“She lies too much,” said another.", "another"),
        (
            "“Welcome to Ostby, all of you,” a message on the website reads.",
            "a message on the website",
        ),
        ("One news account described the mayor as “glum as a wet dog.”", "One news account"),
        (
            "A harbour official who asked not to be named said it was “a very bad day.”",
            "A harbour official",
        ),
        ("The email from aide Ada Finch to Per Dahl asked, “Is there a boat left?”", "Ada Finch"),
    ],
)
def test_whoever_is_printed_as_the_subject_speaks_named_or_not(raw, speaker):
    assert list_speakers(raw) == [speaker]


@pytest.mark.parametrize(
    "ruling",
    [
        "Mayor Per Dahl breached the code, the commissioner, Ada Finch, ruled on Friday, writing",
        "Senator Per Dahl broke the rules, the auditor, Ada Finch, found on Friday, adding",
        "Dahl is a liar, his rival, Ada Finch, said on Friday, adding",
    ],
)
def test_a_clause_in_front_is_not_about_who_speaks(ruling):
    assert list_speakers(f"{ruling} that he “kept the watch and lost the bill.”") == ["Ada Finch"]


@pytest.mark.parametrize("reply", ["Not so, counters", "Nonsense, says", "No, cautions"])
def test_who_answers_stands_behind_a_reply_without_a_verb(reply):
    raw = f"Gulls can count to four, it seems. {reply} Ada Finch, a ferryman: “They like the sea.”"
    assert list_speakers(raw) == ["Ada Finch"]


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("The tower is old. From the report: “The tower leans more each year.”", "the report"),
        ("The reports differ. “The tower leans more each year,” the two state.", "the two"),
        ("Ted Finch left the port, calling the toll “a tax on bread.”", "Ted Finch"),
    ],
)
def test_words_of_a_paper_a_pair_or_a_name_like_a_verb(raw, speaker):
    assert list_speakers(raw) == [speaker]


def test_a_signature_may_touch_the_mark():
    raw = "“It rains too much here now.”- Ada Finch\n“Nobody gave us a boat.” - John Dahl"
    assert list_speakers(raw) == ["Ada Finch", "John Dahl"]
