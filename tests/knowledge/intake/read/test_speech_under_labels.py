"""What is proposed of transcripts, interviews and live blogs, in texts invented for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval, QuoteKind, Sourcing
from knowledge.intake.add.drafts import draft_entry, make_statements
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.head import read_head
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from tests.harbor_hearing import HEARING, INTERVIEW, KEEPS
from tests.knowledge.intake.read.reading_texts import read

PUBLISHED = Interval(
    from_=date(2025, 6, 3), to=date(2025, 6, 3), printed="June 3, 2025", basis="printed"
)
BLOG = """Harbor Gazette

Live: the council votes on the ferry

By Ada Finch

June 3, 2025

10:42 Per Dahl: “We will vote against the ferry.”

10:50 Marta Quill says that she “cannot say yet” how her party votes.

11:05 QUILL: We have counted. I shall vote for it after all.

11:20 Our reporter writes: The hall is half empty.

11:30 Per Dahl: “Nobody asked us.” He then left the hall.
"""


def _found(raw):
    return find_candidates(raw, PUBLISHED, KnownNames.of(Corpus()))


def _said(raw):
    """Return each proposed quote with the one who said it."""
    text = Text(raw)
    return [(c.exact(text), c.speaker.name) for c in _found(raw) if c.speaker and not c.no_quote]


def test_a_transcript_gives_each_label_its_words():
    said = _said(HEARING)
    assert (f"No. {KEEPS} But in summer we can talk about it.", "Orin Dask") in said
    assert ("I want the ferry back before the first tourists come.", "Ilse Marrow") in said
    assert ("And what does the mayor of the harbor town think of that?", "HOLLIS") in said
    assert {name for _, name in said} == {"Orin Dask", "Ilse Marrow", "HOLLIS", None}


def test_what_the_asker_quotes_is_relayed_by_the_asker():
    text = Text(HEARING)
    (quoted,) = [c for c in _found(HEARING) if c.kind is QuoteKind.DIRECT]
    assert quoted.exact(text) == "the ban is as good as dead"
    assert quoted.speaker.description == "Your own ministry"
    assert (quoted.sourcing, quoted.via) == (Sourcing.RELAYED, "MR HOLLIS")


def test_answers_are_whose_the_lines_above_name():
    assert _said(INTERVIEW) == [
        ("I will not lift it while the ice moves in the sound.", "Orin Dask"),
        ("You must ask the mayor about that, and not me.", "Orin Dask"),
    ]
    answer = next(c for c in _found(INTERVIEW) if c.speaker and c.speaker.name)
    assert (answer.speaker.refers_to, answer.said.printed) == ("Orin Dask", "Wednesday")


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("A conversation with Marta Quill", "Marta Quill"),
        ("The mayor, Marta Quill, spoke to the Post.", "Marta Quill"),
        ("Marta Quill met Per Dahl in Lund.", None),
        ("We met Marta Quill before Per Dahl came.", "Marta Quill"),
        ("What is the treaty?", None),
    ],
)
def test_who_answers_is_named_above_or_nobody(head, who):
    raw = f"By Ada Finch\n\n{head}\n\nQ: Will you go home now?\n\nA: I will not go home yet.\n"
    named = [c.speaker and c.speaker.name for c in _found(raw)]
    assert named == [None, who]


@pytest.mark.parametrize(
    ("head", "who"),
    [
        (
            "Interview by Ada Finch\n\nMarta Quill has led the talks. She met the Post.",
            "Marta Quill",
        ),
        (
            "Lund Ferry: no way\n\nMarta Quill leads the talks. She spoke to the Post.",
            "Marta Quill",
        ),
        ("An interview by Ada Finch\n\nMarta Quill and Per Dahl lead the talks.", None),
    ],
)
def test_who_interviews_is_never_who_answers(head, who):
    raw = f"{head}\n\nQ: Will you go home now?\n\nA: I will not go home yet.\n"
    assert [c.speaker and c.speaker.name for c in _found(raw)] == [None, who]


@pytest.mark.parametrize(
    ("head", "label", "who"),
    [
        ("A briefing with Minister Per Dahl", "MINISTER DAHL", "Per Dahl"),
        ("A briefing with Energy Minister Per Dahl", "MINISTER DAHL", "Per Dahl"),
        ("A briefing with Minister Per Dahl", "DAHL", None),
    ],
)
def test_a_label_with_a_title_is_of_whom_the_text_gives_it(head, label, who):
    raw = (
        f"{head}\n\nBy Ada Finch\n\n{label}: We will not go home yet.\n\n"
        f"QUILL: Your namesake Rune Dahl said that you will go.\n\n{label}: We will see, I say.\n"
    )
    assert dict(_said(raw)).get("We will not go home yet.") == who


def test_a_label_that_two_people_go_by_is_nobodys():
    raw = (
        "Per Dahl and Ada Dahl met.\n\nDAHL: I will not go home yet.\n\n"
        "QUILL: Will you go home at last?\n"
    )
    assert _said(raw) == [("Will you go home at last?", "QUILL")]


def test_a_quotation_behind_a_label_is_its_speakers():
    said = dict(_said(BLOG))
    assert said["We will vote against the ferry."] == "Per Dahl"
    assert said["Nobody asked us."] == "Per Dahl"
    assert said["cannot say yet"] == "Marta Quill"
    assert said["We have counted. I shall vote for it after all."] == "Marta Quill"
    assert len(said) == 4


def test_an_entry_of_a_live_blog_is_of_its_day():
    spoken = next(c for c in _found(BLOG) if c.speech)
    assert (spoken.said.from_, spoken.said.to) == (date(2025, 6, 3), date(2025, 6, 3))


@pytest.mark.parametrize("raw", [HEARING, INTERVIEW, BLOG])
def test_nothing_under_a_label_is_the_outlets_report(raw):
    names = {c.exact(Text(raw)) for c in _found(raw) if c.kind is QuoteKind.NARRATION}
    assert not any("ferry ban as long" in words or "counted" in words for words in names)


@pytest.mark.parametrize("raw", [HEARING, INTERVIEW, BLOG])
def test_every_proposal_holds_against_the_text(raw):
    head, known = read_head(raw), KnownNames.of(Corpus())
    made = find_candidates(raw, head.published, known, title=head.title)
    statements = make_statements(made, Text(raw), "gazette")
    entry, left_out = draft_entry(head, Text(raw), statements, "gazette", ArticleCheck(Corpus()))
    assert len(entry.statements) >= 2
    assert [why for why in left_out if "limit is full" not in why] == []


def test_long_speech_is_proposed_in_pieces_that_keep_what_turns_them():
    long = " ".join(f"I have counted boat {n} of the fleet." for n in range(12))
    raw = f"DAHL: {long} But one is missing.\n\nQUILL: Will you count them again?\n"
    pieces = [words for words, name in _said(raw) if name == "DAHL"]
    assert len(pieces) == 2
    assert pieces[-1].endswith("I have counted boat 11 of the fleet. But one is missing.")


def test_questions_leave_the_room_to_answers():
    raw = (
        "MS QUILL: Will you ban the ferry in the sound this winter, as many ask?\n\n"
        "MR DAHL: I will not ban it as long as people need it.\n"
    )
    text = Text(raw)
    head = read_head(raw).override(published=PUBLISHED)
    made = make_statements(_found(raw), text, "gazette")
    entry, _ = draft_entry(head, text, made, "gazette", ArticleCheck(Corpus()))
    assert [s.speaker.description for s in entry.statements] == ["DAHL"]


def test_what_an_outlet_takes_back_is_nobodys():
    raw = (
        "“I shall stay here,” Per Dahl said on Monday.\n\nCorrection: An earlier version said that "
        "Dahl would “leave the office this year.” He said no such thing.\n"
    )
    assert _said(raw) == [("I shall stay here", "Per Dahl")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "Press Briefing by Press Secretary Lena Orth\n\nMS. ORTH:  We will go home now, all of "
            "us.\n\nQ    Thank you, Lena. And the King?\n\nMS. ORTH:  I will not speak of the King.",
            [
                ("We will go home now, all of us.", "Lena Orth"),
                ("I will not speak of the King.", "Lena Orth"),
            ],
            id="a briefing whose questions have no colon",
        ),
        pytest.param(
            "“I sleep well”: Per Dahl on the dam\n\nDo you sleep well at night?\n\nDAHL: I sleep "
            "well, and always have.\n\nYour friend Marta Quill says you do not.\n\nDAHL: Then she "
            "should show it to me.",
            [
                ("I sleep well, and always have.", "Per Dahl"),
                ("Then she should show it to me.", "Per Dahl"),
            ],
            id="an interview whose questions have no label",
        ),
        pytest.param(
            "The Minister for Mines (Per Dahl): I shall not close the dam.\n\nHon. members: Shame!\n\n"
            "Marta Quill (Ostby): Will the minister give way to me?\n\nThe Minister for Mines: I will "
            "not give way to anybody.",
            [
                ("I shall not close the dam.", "Per Dahl"),
                ("Will the minister give way to me?", "Marta Quill"),
                ("I will not give way to anybody.", "Per Dahl"),
            ],
            id="a debate with offices for labels",
        ),
        pytest.param(
            "Today we meet Per Dahl.\n\nIK: Is the dam safe, in your view?\n\nPD: I think it is as "
            "safe as any dam.",
            [("I think it is as safe as any dam.", "Per Dahl")],
            id="initials that the text writes out",
        ),
        pytest.param(
            "Lunch with Marta Quill\nBy Ida Kern\n12 May 2025\nIda Kern: Would you let them buy it?\n"
            "Marta Quill: I would, if they let the fish through.\nIda Kern: What did he say to "
            "you?\nMarta Quill: “Never,” he said. I like him all the same.",
            [("I would, if they let the fish through.", "Marta Quill")],
            id="one line each, and the author asks",
        ),
        pytest.param(
            "SPEAKER 1: Are we recording this? I think so.\n\nREPORTER 2: Will you go home now?\n\n"
            "UNIDENTIFIED MALE: We will all go home now.",
            [],
            id="nobody's name",
        ),
    ],
)
def test_other_forms_of_transcripts_are_read(raw, expected):
    assert _said(raw) == expected


def test_a_knight_goes_by_the_name_that_the_text_prints():
    raw = (
        "Hearing on the ferry\n\nThe board heard from Sir Per Dahl, chairman, and Dame Ada Finch."
        "\n\nSIR PER DAHL: I will not sell any of our boats to you.\n\n"
        "DAME ADA FINCH: We were told so twice and I still say no.\n"
    )
    assert list_speakers(raw) == ["Per Dahl", "Ada Finch"]


def test_entries_of_a_live_blog_go_by_names_behind_posts_in_small_letters():
    raw = (
        "The storm, as it happened\n\n10:42 Chancellor Per Dahl: “We have lost two boats.”\n\n"
        "10:55 Shadow chancellor Ada Finch: “He said the same thing last year.”\n"
    )
    assert list_speakers(raw) == ["Per Dahl", "Ada Finch"]


def list_speakers(raw):
    found = find_candidates(raw, PUBLISHED, KnownNames.of(Corpus()))
    return [made.speaker.name for made in found if made.speaker]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            (
                "Captain Ana Reyes met the press.\n\nCAPTAIN REYES: We sail at dawn, come what may.\n\n"
                "MR HOLLIS: Who pays for it in the end?\n\nTHE CAPTAIN: The ministry has always paid."
            ),
            [("Ana Reyes", "Captain"), ("HOLLIS", None), ("Ana Reyes", "Captain")],
        ),
        (
            (
                "Briefing on the ferry\n\nMAYOR DAHL: We sail at dawn, come what may.\n\n"
                "DEPUTY MAYOR QUILL: The ministry has always paid.\n\n"
                "THE MAYOR: Thank you all for your patience."
            ),
            [("DAHL", "MAYOR"), ("QUILL", "DEPUTY MAYOR"), ("DAHL", "MAYOR")],
        ),
        (
            (
                "Briefing on the ferry\n\nMayor Per Dahl and Colonel Tom King spoke.\n\n"
                "MAYOR DAHL: We sail at dawn, come what may.\n\nKING: We will see about that.\n\n"
                "GENERAL MANAGER: The ministry has always paid."
            ),
            [("Per Dahl", "Mayor"), ("Tom King", "Colonel"), ("GENERAL MANAGER", None)],
        ),
    ],
)
def test_a_post_before_a_surname_is_no_part_of_the_name(raw, expected):
    found = [c.speaker for c in read(raw) if c.speech]
    assert [(who.name, who.as_) for who in found] == expected


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Hi, Ada Finch with Harbor News. Minister, will you sell the boats?", "Ada Finch"),
        ("Good morning, it's Rune Ost from the Courier. Will you sell the boats?", "Rune Ost"),
        ("Will you sell the boats to Per Dahl of Harbor News?", "Q"),
        ("And what does the mayor, Marta Quill, say to that?", "Q"),
    ],
)
def test_who_asks_is_called_by_the_name_they_give(question, who):
    raw = f"A briefing with Minister Per Dahl\n\nQ: {question}\n\nMR DAHL: I will not sell any.\n"
    asked, answered = _found(raw)
    assert (asked.speaker.key, bool(asked.no_quote)) == (who, True)
    assert (answered.speaker.key, answered.no_quote) == ("Per Dahl", None)


def test_a_magazine_that_asks_says_nothing_on_record():
    raw = (
        "Today we meet Marta Quill.\n\nLake Review: Do you sleep well at night?\n\nQuill: I sleep well, "
        "and always have.\n\nLake Review: Your friends do not.\n\nQuill: I told them they should.\n"
    )
    assert _said(raw) == [
        ("I sleep well, and always have.", "Marta Quill"),
        ("I told them they should.", "Marta Quill"),
    ]
    assert {c.speaker.description for c in _found(raw) if c.no_quote} == {"Lake Review"}


def test_labels_of_a_parliament_have_numbers_and_small_particles():
    raw = (
        "Oral Answers\n\n1. Mrs Ada Finch (Ostby): When will the minister open the dam for us?\n\n"
        "The Minister for Mines and Lakes (Mr Per d'Ahl): I shall open it before the summer.\n\n"
        "Mrs Finch: I am grateful for his answer.\n\nMr d'Ahl: I thank the lady for her thanks.\n"
    )
    assert list_speakers(raw) == ["Ada Finch", "Per d'Ahl", "Ada Finch", "Per d'Ahl"]


def test_lines_of_a_running_order_are_no_labels():
    raw = (
        "TX: Tue 14 Jan 2025, 1700\nITEM 3: FERRIES (dur. 4 min)\n\nPRESENTER: Would you go home "
        "now?\n\nVOX POP 1 (WOMAN): I go home every day by boat.\n\nDAHL: I asked you to stay.\n"
    )
    assert list_speakers(raw) == ["PRESENTER", "VOX POP 1", "DAHL"]


AT_THE_QUAY = "LENA ORTH: We will keep the lock open for as long as the ice allows.\n"


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ("Press Briefing by Lena Orth\n\nJune 2, 2025", 2, 2),
        ("Transcript: Lena Orth before the committee\n\nMonday, 2 June 2025", 2, 2),
        ("Press Briefing by Lena Orth\n\nJune 2, 2025\n\nPosted June 3, 2025", 27, 3),
        ("Interview with Lena Orth\n\nJune 3, 2025", 27, 3),
        ("The lock and the ice\n\nJune 3, 2025", 27, 3),
        ("Interview with Lena Orth\n\nLena Orth has been lock keeper since 2019.", 27, 3),
        (
            "The lock\n\nLena Orth has been lock keeper since 2019. She spoke to us on Sunday.",
            1,
            1,
        ),
        (
            "The lock\n\nLena Orth keeps it. She inherited it on Sunday from her mother.",
            27,
            3,
        ),
        ("The lock\n\nLena Orth spoke to us. She took it over in March 2023.", 27, 3),
        ("The lock\n\nLena Orth, who took it over in March 2023, spoke to us.", 27, 3),
        ("The lock\n\nLena Orth took it over in 2023. She spoke to us on Sunday.", 1, 1),
        ("The lock\n\nIn April, Lena Orth shut the lock. We met her at the quay.", 27, 3),
        ("The lock\n\nLena Orth met the envoy of Velmora on Sunday.", 27, 3),
        ("The lock\n\nLena Orth spoke before parliament on Sunday. We met her later.", 27, 3),
        ("The lock\n\nOn Sunday, Lena Orth told the Courier about the flood of May 2.", 27, 3),
        ("The lock\n\nThe Courier met Lena Orth on Sunday.", 1, 1),
        ("The lock\n\nThis interview with Lena Orth was conducted on June 1.", 1, 1),
        ("The lock\n\nOn Sunday, Lena Orth spoke to the Courier about the vote of May 2.", 1, 1),
    ],
)
def test_the_head_of_a_transcript_dates_it_and_a_post_does_not(head, first, last):
    spoken = f"{head}\n\nQ: What of the lock?\n\n{AT_THE_QUAY}"
    (found,) = [c for c in _found(spoken) if "lock open" in c.exact(Text(spoken))]
    assert (found.said.from_.day, found.said.to.day) == (first, last)


MONTHS = [
    ("Transcript: Theresa May and Lena Orth debate", "ORTH", "THERESA MAY", "ORTH", "MAY"),
    ("Transcript: Theresa May and Lena Orth debate", "Orth", "May", "Orth", "May"),
    ("Transcript: the hearing", "AUGUST", "ORTH", "AUGUST", "ORTH"),
    ("Transcript: the hearing", "Orth", "June", "Orth", "June"),
    ("Transcript: the hearing", "Orth", "May Dahl", "Orth", "May Dahl"),
    ("Transcript: the hearing", "WILL", "MARK", "WILL", "MARK"),
]
SPOKEN = [
    "We will keep the lock open for as long as the ice allows.",
    "I think that you are wrong about the tolls of the valley.",
    "My party will never vote for your budget, and you know it.",
    "Our boats were here before you, and we will not leave.",
]


def _speak_as(head, labels):
    lines = (f"{label}: {words}" for label, words in zip(labels, SPOKEN, strict=True))
    return "\n\n".join([head, "June 2, 2025", *lines])


@pytest.mark.parametrize(("head", *"abcd"), MONTHS)
def test_a_name_that_is_a_month_or_a_word_too_is_a_label(head, a, b, c, d):
    raw = _speak_as(head, (a, b, c, d))
    found = {f.exact(Text(raw)): f.speaker and f.speaker.name for f in _found(raw)}
    assert [words for words in SPOKEN if words not in found] == []
    assert found[SPOKEN[1]] == found[SPOKEN[3]]
    assert found[SPOKEN[1]].casefold().endswith(b.casefold())
    assert found[SPOKEN[0]] == found[SPOKEN[2]]


@pytest.mark.parametrize("label", ["MAY 3", "June 2025", "PHOTO", "Monday", "May"])
def test_a_month_in_front_of_a_colon_is_nobodys_name(label):
    raw = _speak_as("Transcript: the hearing in May", ("Orth", label, "Orth", "Dahl"))
    assert SPOKEN[1] not in {found.exact(Text(raw)) for found in _found(raw)}


@pytest.mark.parametrize(
    "headline", ["Panel: Can the river be shared?", "Night of Lund: Who won it?"]
)
def test_a_headline_is_nobodys_speech(headline):
    raw = (
        f"Forum Notes\n\n{headline}\n\nOstby, 9 June 2025\n\n"
        "Ada Finch and Per Dahl met in Ostby.\n\n"
        "Finch: There is enough of it, and I have said so.\n\n"
        "Dahl: I come from a town where we have none of it.\n"
    )
    found = [
        made for made in find_candidates(raw, PUBLISHED, KnownNames.of(Corpus())) if made.speech
    ]
    assert [made.speaker.name for made in found] == ["Ada Finch", "Per Dahl"]


def test_who_spoke_to_the_paper_answers_and_relays_what_is_quoted_in_an_answer():
    raw = (
        "The Harbor Review\n\nInterview: “We priced it too low”\n\n6 June 2025\n\n"
        "Ada Finch has run the Lund Board since 2023. She spoke to The Harbor Review in Lund.\n\n"
        "Q: Did you see it coming?\n\n"
        "A: We saw it coming in March. My predecessor told me, “Never raise it in a dry year.”\n\n"
        "Q: Was that so?\n\nA: We did not know what else to do with it.\n"
    )
    found = find_candidates(raw, PUBLISHED, KnownNames.of(Corpus()))
    assert {m.speaker.name for m in found if m.speech and not m.no_quote} == {"Ada Finch"}
    (quoted,) = [m for m in found if m.quotation and not m.no_quote]
    assert (quoted.speaker.key, quoted.via) == ("My predecessor", "Ada Finch")


def test_what_a_statement_quotes_of_another_is_relayed_by_whose_it_is():
    raw = (
        "Statement by President Ada Finch on the attack in Lund\n\nOstby, 8 June 2025\n\n"
        "I condemn the attack on our port in the strongest terms.\n\n"
        "I spoke with the mayor of Lund, Per Dahl. He told me: “Our doors are open to all of you.”\n\n"
        "We will not allow fear to close it.\n"
    )
    found = find_candidates(raw, PUBLISHED, KnownNames.of(Corpus()))
    assert {m.speaker.name for m in found if m.speech} == {"Ada Finch"}
    (quoted,) = [m for m in found if m.quotation]
    assert (quoted.speaker.name, quoted.via) == ("Per Dahl", "Ada Finch")
    assert quoted.sourcing is Sourcing.RELAYED


def test_a_country_in_front_of_a_quotation_hides_nobody_who_says_it():
    raw = (
        "World leaders reacted on Monday.\n\n"
        "FIJI: Prime Minister Ada Finch: “Tonight the ocean has a lawyer of its own.”\n\n"
        "AUSTRALIA: “This is a floor and not a ceiling,” Prime Minister Per Dahl said in Lund.\n\n"
        "PERU: “We will not sign it before the summer,” he said.\n"
    )
    found = [made for made in read(raw) if made.quotation and not made.no_quote]
    assert [made.speaker.name for made in found] == ["Ada Finch", "Per Dahl"]
