"""Quotations and who is proposed to have said them, in texts invented for the purpose."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval, Sourcing
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text, fold, pieces
from knowledge.text.quotation_marks import quotations
from knowledge.text.quote_search import find_direct

NOBODY = KnownNames.of(Corpus())
PUBLISHED = Interval(
    from_=date(2025, 4, 16), to=date(2025, 4, 16), printed="16 April 2025", basis="printed"
)


def _found(raw):
    return find_candidates(raw, PUBLISHED, NOBODY)


def _said(raw):
    """Return each proposed quote with the one who said it."""
    text = Text(raw)
    return [(c.exact(text), c.speaker.key) for c in _found(raw) if c.quotation and not c.no_quote]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("“We are ready,” Marta Quill said.", [("We are ready", "Marta Quill")]),
        ('"We are ready," Marta Quill said.', [("We are ready", "Marta Quill")]),
        ("‘We are ready,’ Marta Quill said.", [("We are ready", "Marta Quill")]),
        ("'We aren't ready,' Marta Quill said.", [("We aren't ready", "Marta Quill")]),
        (
            "'The workers' plan isn't ready,' Marta Quill said.",
            [("The workers' plan isn't ready", "Marta Quill")],
        ),
        (
            "“We are ready,” said Marta Quill, the mayor of Ostby.",
            [("We are ready", "Marta Quill")],
        ),
        ("“Are we ready?” asked Marta Quill.", [("Are we ready?", "Marta Quill")]),
        ("Marta Quill said: “We are ready.”", [("We are ready.", "Marta Quill")]),
        ("Marta Quill said:\n\n“We are ready.”", [("We are ready.", "Marta Quill")]),
        ("Marta Quill said no more.\n\n“We are ready.”", []),
        (
            "Marta Quill, the mayor of Ostby, said the plan was “premature” on Monday.",
            [("premature", "Marta Quill")],
        ),
        (
            "“We are ready,” Marta Quill said, “and we will stay ready.”",
            [("We are ready", "Marta Quill"), ("and we will stay ready.", "Marta Quill")],
        ),
        (
            "“We are ready,” Marta Quill said. “Nothing will stop us.”",
            [("We are ready", "Marta Quill"), ("Nothing will stop us.", "Marta Quill")],
        ),
        (
            "“He told me ‘never again’ and left,” Marta Quill said.",
            [("He told me ‘never again’ and left", "Marta Quill")],
        ),
        (
            "Foreign Minister Marta Quill arrived late. “We are ready,” Quill said.",
            [("We are ready", "Marta Quill")],
        ),
        (
            "Foreign Minister Marta Quill praised the plan on Monday. She said it was “a good start.”",
            [("a good start.", "Marta Quill")],
        ),
        (
            "Foreign Minister Marta Quill said no more.\n\n“We are ready,” the minister said.",
            [("We are ready", "Marta Quill")],
        ),
        (
            "A senior trade official said nothing new.\n\nMarta Quill said little.\n\n“We are ready,” the trade official said.",
            [("We are ready", "A senior trade official")],
        ),
        (
            "There are “no plans at all,” according to the Harbour Ministry.",
            [("no plans at all", "Harbour Ministry")],
        ),
        (
            "According to Marta Quill, there are “no plans at all” for a ferry.",
            [("no plans at all", "Marta Quill")],
        ),
        (
            "“We are ready.\n\n“We will stay ready,” Marta Quill said.",
            [("We are ready.", "Marta Quill"), ("We will stay ready", "Marta Quill")],
        ),
        (
            "Marta Quill said: “We are ready.\n\n“We will stay ready.”",
            [("We are ready.", "Marta Quill"), ("We will stay ready.", "Marta Quill")],
        ),
        (
            "Marta Quill spoke first, saying the ferries were “a disgrace,” two officials said.",
            [("a disgrace", "Marta Quill")],
        ),
        ("“We are ready,” said Mr. Quill.", [("We are ready", "Quill")]),
        (
            "Marta Quill told reporters the talks were “a waste of time.”",
            [("a waste of time.", "Marta Quill")],
        ),
        (
            "OSTBY — Marta Quill said the talks were “a waste of time.”",
            [("a waste of time.", "Marta Quill")],
        ),
        (
            "“We are ready,” Prime Minister Jon O'Dell told parliament.",
            [("We are ready", "Jon O'Dell")],
        ),
        (
            "“It’s over,” said Jean-Luc Marrow, who leads the union.",
            [("It’s over", "Jean-Luc Marrow")],
        ),
        (
            "In a statement on Friday, the Harbour Ministry called the ban “unlawful.”",
            [("unlawful.", "Harbour Ministry")],
        ),
        (
            "Quill’s deputy, Per Dahl, warned that the move “could end badly.”",
            [("could end badly.", "Per Dahl")],
        ),
        ("“We are ready,” she said. Marta Quill left.", []),
        ("The report said the bridge was “beyond repair.”", [("beyond repair.", "The report")]),
        (
            'In a letter dated May 2, the union wrote: "We stay out."',
            [("We stay out.", "the union")],
        ),
        (
            "Quill added that it was late. “We cannot wait.”",
            [("We cannot wait.", "Quill")],
        ),
        (
            "A source close to Marta Quill was blunter: “It is over.”",
            [("It is over.", "A source close to Marta Quill")],
        ),
        (
            "Another aide was calm, saying, “It is over.”",
            [("It is over.", "Another aide")],
        ),
        (
            "A spokesman for Marta Quill said it was “over and done with.”",
            [("over and done with.", "A spokesman for Marta Quill")],
        ),
        (
            "The mayor, Marta Quill, smiled, saying only “it is over.”",
            [("it is over.", "Marta Quill")],
        ),
        (
            "Marta Quill’s promise to stay ‘until the last day’ was cheered.",
            [("until the last day", "Marta Quill")],
        ),
        (
            "Per Dahl spoke first, warning of storms. Jon Quill was calm. “It is over,” he said.",
            [("It is over", "Jon Quill")],
        ),
        (
            "Per Dahl, Chairman of the Port, slept. “It is over,” the Chairman said.",
            [("It is over", "Per Dahl")],
        ),
        (
            "No ban, minister says\n\n“We wait,” Marta Quill said. The minister said it was “late.”",
            [("We wait", "Marta Quill"), ("late.", "The minister")],
        ),
        (
            "Marta Quill Meets Per Dahl\n\nIt was late. “It is over,” he said.",
            [],
        ),
        (
            "Marta Quill smiled. She said it was “late.” Per Dahl nodded. He called it “early.” “It is over,” she said.",
            [("late.", "Marta Quill"), ("early.", "Per Dahl"), ("It is over", "Marta Quill")],
        ),
        (
            "“It is over,” said Quill; “It has begun,” countered Dahl.",
            [("It is over", "Quill"), ("It has begun", "Dahl")],
        ),
        ("Marta Quill never said it was “over and done with.”", []),
        (
            "‘They were never meant to be tolls’, Marta Quill said. ‘They were gifts.’",
            [
                ("They were never meant to be tolls", "Marta Quill"),
                ("They were gifts.", "Marta Quill"),
            ],
        ),
        (
            "‘We wait,’ Marta Quill said. ‘We have waited since July.\n\n‘We go on.’",
            [
                ("We wait", "Marta Quill"),
                ("We have waited since July.", "Marta Quill"),
                ("We go on.", "Marta Quill"),
            ],
        ),
        (
            "“It is over,” said Ahmed al-Rashid of the Sea Institute.",
            [("It is over", "Ahmed al-Rashid")],
        ),
        ("«It is over», Marta Quill said.", [("It is over", "Marta Quill")]),
        (
            "First up the steps was Mayor Marta Quill. Was she hopeful? “I am punctual,” she said.",
            [("I am punctual", "Marta Quill")],
        ),
        (
            "The mayor, Marta Quill, built her career here. “It is over,” she said.",
            [("It is over", "Marta Quill")],
        ),
        (
            "Marta Quill went on to say that it was “over and done with.”",
            [("over and done with.", "Marta Quill")],
        ),
        (
            "Ferry chief Marta Quill, who chairs the Harbour Guild, called it “an outrage.”",
            [("an outrage.", "Marta Quill")],
        ),
        (
            "An aide to Marta Quill confirms that it is late. “It is over,” the aide says.",
            [("It is over", "An aide to Marta Quill")],
        ),
        (
            "Marta Quill praised what she described as the “patience” of Per Dahl.",
            [("patience", "Marta Quill")],
        ),
        ("“It is over,” the mum-of-four said.", [("It is over", "the mum-of-four")]),
        ("“It is over,” d’Estrées said.", [("It is over", "d'Estrées")]),
        ("“It is over,” Élodie Dubois said.", [("It is over", "Élodie Dubois")]),
        ("“It is over,” Øyvind Sørensen said.", [("It is over", "Øyvind Sørensen")]),
        ("“It is over,” said Ursula von der Leyen.", [("It is over", "Ursula von der Leyen")]),
        ("“It is over,” Vice-Admiral Signe Holt said.", [("It is over", "Signe Holt")]),
        ("“It is over,” the Harbour Press Agency said.", [("It is over", "Harbour Press Agency")]),
        (
            "Marta Quill walked out on Tuesday after the port rejected what her union called a “modest” raise.",
            [("modest", "her union")],
        ),
    ],
)
def test_a_quotation_is_given_to_the_one_who_is_printed_as_saying_it(raw, expected):
    assert _said(raw) == expected


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("The so-called “ferry war” goes on.", "scare quote"),
        ("Quill “ready” to talk\n\nMarta Quill spoke on Monday.", "headline"),
        ("It was late. “We are ready to go there.” Nobody knew who.", "nobody"),
        ("Marta Quill said: “We are ready. And there it ended.", "never closed"),
    ],
)
def test_what_is_no_quote_says_why(raw, why):
    assert [why in (c.no_quote or "") for c in _found(raw) if c.quotation] == [True]


@pytest.mark.parametrize(
    ("raw", "as_"),
    [
        ("“It is over,” said Marta Quill, the mayor of Ostby.", "the mayor of Ostby"),
        ("“It is over,” said Marta Quill, who took office in May.", None),
        ("Mayor Marta Quill said it was “over and done with.”", "Mayor"),
        ("Per Dahl’s remarks came after Sir Jon Quill said it was “over and done.”", "Sir"),
    ],
)
def test_a_post_is_what_stands_beside_the_name_and_no_clause(raw, as_):
    (found,) = _found(raw)
    assert found.speaker.as_ == as_


@pytest.mark.parametrize(
    ("raw", "sourcing", "via"),
    [
        ("“We are ready,” Marta Quill said.", Sourcing.ON_RECORD, None),
        ("“We are ready,” a diplomat said.", Sourcing.UNNAMED, None),
        (
            "Marta Quill said it was “premature” to talk, the sources said.",
            Sourcing.RELAYED,
            "the sources",
        ),
        (
            "Marta Quill called it “premature,” according to two officials.",
            Sourcing.RELAYED,
            "two officials",
        ),
        ("The report said the bridge was “beyond repair.”", Sourcing.DOCUMENT, None),
    ],
)
def test_the_sourcing_level_is_proposed(raw, sourcing, via):
    (found,) = _found(raw)
    assert (found.sourcing, found.via) == (sourcing, via)


@given(st.text(alphabet=st.sampled_from("ab \n\n\"“”‘’'.,?A"), max_size=80))
def test_whatever_the_marks_each_quotation_is_a_slice_and_none_overlaps(raw):
    text = Text(raw)
    found = quotations(text, raw)
    assert all(0 <= q.whole.start <= q.words.start <= q.words.end <= q.whole.end for q in found)
    assert all(a.whole.end <= b.whole.start for a, b in pairwise(found))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_is_too_strange_to_be_read(raw):
    text = Text(raw)
    for found in find_candidates(raw, PUBLISHED, NOBODY):
        assert all(piece in text.folded for piece in pieces(found.exact(text)))


@given(
    st.lists(
        st.sampled_from("ferries port bridge now never the a".split()), min_size=1, max_size=12
    )
)
def test_whatever_is_said_between_marks_is_found_and_proved(words):
    said = " ".join(words)
    raw = f"Nobody moved there.\n\n“{said},” Marta Quill said on Monday."
    assert _said(raw) == [(said, "Marta Quill")]
    assert not hasattr(find_direct(Text(raw), fold(said)), "why")
