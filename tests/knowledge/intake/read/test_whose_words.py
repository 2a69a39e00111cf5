"""Whose words stand between marks, where the sentence itself does not say it plainly."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, list_speakers, read


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        pytest.param(
            "The director winced when asked about the toll. “It is high,” she said.",
            "The director",
            id="somebody is asked, and asks nothing",
        ),
        pytest.param(
            "Ada Finch had left a note. “It is far too late,” Mr. Connelly said.",
            "Connelly",
            id="a surname is no adverb",
        ),
        pytest.param(
            "“We have six boats and need five,” said an aide in the mayor's office. “Not more.”",
            "an aide in the mayor's office",
            id="where somebody works without a name",
        ),
        pytest.param(
            "“We have six boats and need five,” said Per Dahl in the mayor's office.",
            "Per Dahl",
            id="where somebody with a name spoke",
        ),
        pytest.param(
            "They read the study of the Harbor Board, which found that the tide was “higher in "
            "each year than before”.",
            "Harbor Board",
            id="the noun in front of which",
        ),
        pytest.param(
            "She read a note from Finch, captain of the ferry, who wrote: “We wash the deck alone.”",
            "Finch",
            id="the noun in front of a post and who",
        ),
        pytest.param(
            "They met the Union of Pilots, whose letter states: “We ask to be told in time.”",
            "the Union of Pilots",
            id="whose letter",
        ),
        pytest.param(
            "It was sold with certificates stating that the wood was “found in four feet of peat”.",
            "certificates",
            id="papers without an article",
        ),
        pytest.param(
            "I was informed by the harbor office, by email, that the post was “vacant but not "
            "empty at all”.",
            "the harbor office",
            id="told by",
        ),
        pytest.param(
            "Here is the line from the Harbor Board's letter, which I have seen: “We have reached "
            "no view.”",
            "Harbor Board",
            id="a paper behind its owner",
        ),
        pytest.param(
            "Ada Finch on the ferry, without naming it: “A town can argue at its own table.”",
            "Ada Finch",
            id="on a subject, with a colon",
        ),
        pytest.param(
            "In a written statement on Monday Harbor Lines said it “remains true to its timetable”.",
            "Harbor Lines",
            id="a statement in front",
        ),
        pytest.param(
            "Per Dahl said no. As he was led away Rune Ost turned round and said: “Mind the dogs.”",
            "Rune Ost",
            id="a clause in front without its comma",
        ),
        pytest.param(
            "Mary Finch sat down. At around seven in the evening she turned to me and said, “They "
            "would have phoned a vet.”",
            "Mary Finch",
            id="a pronoun behind the hour",
        ),
        pytest.param(
            "The clerk handed up a letter in which his client wrote that he was “ashamed to the soul”.",
            "his client",
            id="in which somebody else wrote",
        ),
        pytest.param(
            "They recalled the Treaty of Ostby, in which the Parties undertook “to give fair notice”.",
            "Parties",
            id="in which parties undertook something",
        ),
        pytest.param(
            "Per Dahl said so. The accused was eating his lunch. “I never said that,” he said.",
            "The accused",
            id="a participle behind the is a noun",
        ),
        pytest.param(
            "Now the minister of labor says we ask too much: “There cannot be two ages for it.”",
            "the minister of labor",
            id="now is no part of an office",
        ),
        pytest.param(
            "Paragraph 14 of the harbor agreement promises small boats “a fair share of the quay”.",
            "the harbor agreement",
            id="a part of a paper",
        ),
        pytest.param(
            "John Dahl laughed. Hers is longer. Mary Finch spoke. Hers that day said only, “I hope "
            "you sleep well.”",
            "Mary Finch",
            id="hers",
        ),
        pytest.param(
            "And the union? It denies it. “Our members kept to the rules,” its statement said.",
            "the union",
            id="whose statement",
        ),
        pytest.param(
            "Our founder, Ada Finch, used to tell the young: “They will give you a bird to watch.”",
            "Ada Finch",
            id="used to tell",
        ),
        pytest.param(
            "My late father used to say that benches tell. “Look who sits there at four,” he'd say.",
            "My late father",
            id="would say",
        ),
        pytest.param(
            "Snorri Þ. Finch, who holds the post, said he had read it “with the door shut”.",
            "Snorri Þ. Finch",
            id="an initial of another alphabet",
        ),
        pytest.param(
            "The foreign minister, Per Dahl, came. The ministers said that “no such paper exists”.",
            "The ministers",
            id="several are nobody alone",
        ),
    ],
)
def test_the_speaker_is_found(raw, speaker):
    assert speaker in list_speakers(raw)
    assert len(set(list_speakers(raw))) == 1


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        pytest.param(
            "John Dahl said no. That drew a frown from Father Rune Ost, who was in the chair. "
            "“Nobody is blocking it,” he said.",
            "Father Rune Ost",
            id="brought in by a sentence about something else",
        ),
        pytest.param(
            "Mary Quill wept. I sat beside a woman named Tove who held her arm. “They would have "
            "phoned,” she said.",
            "Tove",
            id="named so",
        ),
        pytest.param(
            "Mary Quill said no. Her sister Ketil, who runs a shop, remembers it. “We would fight,” "
            "she said.",
            "Ketil",
            id="kin with one name",
        ),
        pytest.param(
            "Mary Quill said so. His daughter was asked about it. “Every day,” she said.",
            "His daughter",
            id="kin without a name",
        ),
        pytest.param(
            "John Dahl said so. Ost's camp put out a paper. He calls it “a lie from first to last”.",
            "Ost",
            id="whose people they are",
        ),
        pytest.param(
            "John Dahl said so. Ost's lawyer put out a paper. He calls it “a lie from first to last”.",
            "John Dahl",
            id="whose lawyer is somebody else",
        ),
    ],
)
def test_a_pronoun_goes_back_to_who_was_brought_in(raw, speaker):
    assert list_speakers(raw)[-1] == speaker


@pytest.mark.parametrize(
    "raw",
    [
        "“She has until Friday,” Mary Finch said. Would she dismiss her? “I told you what she has.”",
        "“She has until Friday,” Mary Finch said. She shrugged. “I told you what she has.”",
        "“She has until Friday,” Mary Finch said. She laughs for the first time. “It is a lot.”",
    ],
)
def test_who_spoke_goes_on_behind_a_beat_or_a_question(raw):
    assert list_speakers(raw) == ["Mary Finch", "Mary Finch"]


def test_a_question_in_another_paragraph_ends_it():
    raw = (
        "“She has until Friday,” Mary Finch said.\n\nWould she go?\n\n“I told you that,” it reads."
    )
    assert "Mary Finch" not in list_speakers(raw)[1:]


def test_a_director_without_a_name_goes_on_behind_a_beat():
    raw = "The director nodded twice. “Not one banker has rung me.”"
    assert list_speakers(raw) == ["The director"]


def test_entries_of_a_live_blog_begin_behind_their_time():
    raw = (
        "Ada Finch came. John Dahl was first. “I raised four boys,” he said.\n\n09:15\nA delegate from the north "
        "tells me more. “I had my card filled in,” the delegate said.\n\n09:52\nFinch walks on. "
        "“I leave you with neither,” she says.\n"
    )
    assert [s for _, s in list_said(raw)] == ["John Dahl", "A delegate from the north", "Ada Finch"]


def test_it_is_a_body_and_he_is_whose_it_is():
    raw = (
        "John Dahl said so. Ost's campaign put out a paper. It calls it “a lie from first to last”."
    )
    assert list_speakers(raw) == ["Ost's campaign"]


def test_words_that_are_no_paper_of_somebody_bring_nobody():
    raw = "The piece used one of the pilot's quotes as its headline: “Somebody thinks like me.”"
    assert "the pilot" not in list_speakers(raw)


def test_a_caption_names_who_speaks():
    raw = "Per Dahl spoke.\n\nPHOTO: Mary Finch with the study. “It lights my stove,” she says."
    assert list_speakers(raw) == ["Mary Finch"]


def test_a_quotation_as_a_heading_is_nobodys():
    raw = (
        "“The warning disappears,” Ada Finch said.\n\n“Like a fridge that never stops”\n\n"
        "Per Dahl took part in the study."
    )
    assert [s for _, s in list_said(raw)] == ["Ada Finch"]
    assert [c.no_quote for c in read(raw) if c.quotation] == [None, "a headline"]


def test_spaced_marks_end_a_sentence():
    raw = "Its founder, the quiet Mr. Kohl, had a remark: « A watch that is never sold is mine. »"
    assert list_speakers(raw) == ["Kohl"]


def test_what_a_study_had_found_is_reported_by_who_says_so():
    raw = (
        "Harbor Metals said in a statement that a first look had found “no trace of a fault in it” "
        "and that it would pay."
    )
    assert list_speakers(raw) == ["Harbor Metals"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("His opening line:", "John Dahl"),
        ("His message to hauliers was blunt:", "John Dahl"),
        ("Ada Quill's verdict:", "Ada Quill"),
        ("The bill replaces what a court last year termed", "a court"),
        ("The house passed a version of what critics call", "critics"),
        ("The Ministry of Fish today said it was", "Ministry of Fish"),
    ],
)
def test_words_around_a_speaker_are_no_part_of_who_it_is(lead, speaker):
    raw = f"John Dahl spoke for an hour. {lead} “a leaking boat and not a ship.”"
    assert [s.removeprefix("The ") for s in list_speakers(raw)] == [speaker]


def test_whom_a_source_is_close_to_is_part_of_who_it_is():
    raw = "“It is theater, and not very good,” said a banker close to the sale, who left."
    assert list_speakers(raw) == ["a banker close to the sale"]


def test_what_somebody_sits_for_does_not_speak():
    raw = "MP for Ostby North, Gareth Dahl, said the plan was “a bridge with no river.”"
    assert list_speakers(raw) == ["Gareth Dahl"]


def test_whoever_a_clause_with_a_conjunction_is_about_says_its_words():
    raw = "The statement came a day after Per Dahl called the plan “a bridge to nowhere at all.”"
    assert list_speakers(raw) == ["Per Dahl"]
