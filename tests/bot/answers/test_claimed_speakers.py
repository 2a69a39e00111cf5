"""Words that were not read as anybody's name: how many, how much of each, and what is one name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answers.claimed_speakers import claimed_speaker, claimed_speakers
from bot.answers.quoted_messages import check_of
from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from knowledge.check_quote.typed_quotations import blank_quotations
from knowledge.questions.reader import read


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("qada    qede    qidi    qodo    qudu", ("qada", "qede", "qidi", "qodo", "qudu")),
        ("qada    qede    qidi    qodo    qudu    qydy", ("qada", "qede", "qidi", "qodo", "qudu")),
        ("z" * 60, ("z" * 60,)),
        ("z" * 61, ("z" * 59 + "…",)),
        ("qada   qede", ("qada qede",)),  # three characters apart: one name
        ("qada    qede", ("qada", "qede")),  # four: a quotation may stand between them
    ],
)
def test_names_that_were_not_read_are_listed_in_short(kb, typed, unread):
    found = claimed_speaker(kb.names, read(kb, typed)).unread
    assert tuple(" ".join(words.split()) for words in found) == unread


@pytest.mark.parametrize(
    ("typed", "names"), [("velmora", ["velmora"]), ("with velmora", []), ("about Velmora", [])]
)
def test_who_words_are_about_is_not_taken_for_their_speaker(kb, typed, names):
    found = claimed_speaker(kb.names, read(kb, typed))
    assert [name.target for name in found.names] == names
    assert names or "velmora" in found.unread[0].lower()
    assert names or found.mentioned == found.unread  # and is not called a stranger


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("who says that Velmora has a “plan”?", []),
        ("who was it that told Velmora “no”?", []),
        ("who promised Velmora “a plan”?", []),
        ("who says Velmora said “plan”?", ["velmora"]),
        ("who in Velmora said “plan”?", ["velmora"]),
        ("who said “plan”, Velmora?", ["velmora"]),
    ],
)
def test_whom_words_are_of_is_not_asked_about_where_the_speaker_is(kb, typed, names):
    found = claimed_speaker(kb.names, read(kb, typed))
    assert [name.target for name in found.names] == names
    assert found.unread == ()


def test_one_name_that_leads_to_one_of_two_quotations_is_not_the_others(kb):
    question = read(kb, "use “no plan” rather than Orin Dask’s “the ferry ban”")
    typed = replace(question, typed="use “no plan” rather than Orin Dask’s “the ferry ban”")
    first, second = claimed_speakers(kb.names, typed) or ((), ())
    assert (first.names, [name.target for name in second.names]) == ((), ["orin-dask"])


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("caption says: the delegation pulled out “”, and that was in the meeting", ()),
        ("who said the meetings were “” after all of this", ()),
        ("caption says: the delegation pulled out “”, according to Rolf Grell", ("Rolf Grell",)),
        ("is it true that unions said “” in the meeting", ("unions",)),
        ("and in the meeting it was rolf grell: “”", ("rolf grell",)),
        ("“”, said unions in the evening of it", ("unions",)),
        ("unions “”", ("unions",)),
    ],
)
def test_words_of_prose_are_no_names(kb, typed, unread):
    filled = typed.replace("“”", "“not so fast”")
    question = replace(read(kb, blank_quotations(filled)), typed=filled)
    assert claimed_speaker(kb.names, question).unread == unread


@pytest.fixture
def checked(shipped_kb):
    """Whose words the check of a message asks about, and whose else they may be."""

    def ask(typed, *, quoted):
        text = f"/check {check_of(shipped_kb, typed)}" if quoted else typed
        asked = choose(shipped_kb, text, date(2026, 1, 1))
        (check,) = reply_to(shipped_kb, asked, date(2026, 1, 1)).answer.checks
        doubted = [*check.unknown_names, *(ref.name for ref in check.possible_speakers)]
        return check.speaker.name if check.speaker else "", doubted

    return ask


TOPICS = ["Re {}: {} OK?", "check re {}: {}", "Regarding {}: {}", "Regarding {}’s remarks: {}",
          "About {}: {}", "Quick check on {}: {}", "Can I get a fact-check on {}: {}?",
          "Regarding {}, is {} right?", "On {}: {}"]  # fmt: skip


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("topic", TOPICS)
def test_whom_a_check_is_about_may_be_meant_to_have_said_the_words(checked, topic, quoted):
    told = checked(topic.format("Kang", "“charm diplomacy”"), quoted=quoted)
    assert told == ("", ["Kang Kyung-hwa"])


@pytest.mark.parametrize("quoted", [True, False])
def test_whose_office_words_come_through_may_be_meant(checked, quoted):
    assert checked("“charm diplomacy” via Kang’s office", quoted=quoted) == ("", ["Kang’s office"])


@pytest.mark.parametrize("teller", ["someone says ", "Tarsk says the quote ", ""])
def test_a_quotation_that_is_somebodys_is_theirs_whoever_says_so(checked, teller):
    told = checked(f"{teller}“charm diplomacy” is Kang’s. check?", quoted=False)
    assert told == ("Kang Kyung-hwa", [])


def test_who_said_words_about_somebody_is_asked_of_nobody(checked):
    assert checked("Who said “charm diplomacy” about Kang?", quoted=False) == ("", [])
