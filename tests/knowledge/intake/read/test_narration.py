"""What an outlet reports without marks: whose it is, through whom, and the slice of its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_corpus import cuts
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval, QuoteKind, Sourcing
from knowledge.corpus.quotation_limits import NARRATION_WORDS
from knowledge.intake.add.drafts import make_statements
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.slices import write_slice
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text
from knowledge.text.locating import locate
from knowledge.text.quote_search import NotFound
from tests.places import CORPUS

KNOWN = KnownNames.of(entries.load_corpus(CORPUS))
PUBLISHED = Interval(
    from_=date(2025, 4, 16), to=date(2025, 4, 16), printed="16 April 2025", basis="printed"
)


def _told(raw):
    """Return each narration with who is proposed to stand behind it."""
    text = Text(raw)
    return [
        (c.exact(text), c.speaker.key if c.speaker else c.holder)
        for c in find_candidates(raw, PUBLISHED, KNOWN)
        if c.clause
    ]


def _clauses(raw):
    """Return the clauses around fragments between marks."""
    text = Text(raw)
    found = find_candidates(raw, PUBLISHED, KNOWN)
    return [write_slice(text, c.clause) for c in found if c.quotation and c.clause]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Ilse Marrow said on Monday that the treaty must be signed.",
            ("Ilse Marrow said on Monday that the treaty must be signed.", "ilse-marrow"),
        ),
        (
            "After the meeting, Ilse Marrow, who sat beside him, urged Lund to wait, smiling at all.",
            ("[…] Ilse Marrow […] urged Lund to wait […]", "ilse-marrow"),
        ),
        (
            "LUND — The Velmoran government has said it will sign the treaty.",
            ("The Velmoran government has said it will sign the treaty.", "velmora"),
        ),
        (
            "Ilse Marrow, the new envoy, has pledged a review and indicated she will wait.",
            (
                "Ilse Marrow […] has pledged a review and indicated she will wait.",
                "ilse-marrow",
            ),
        ),
        (
            "It came in response to Ilse Marrow telling the harbor board that she would sign.",
            (
                "It came in response to Ilse Marrow telling the harbor board that she would sign.",
                "ilse-marrow",
            ),
        ),
        (
            "Nothing moves, despite Ilse Marrow’s assertion that ferries will sail.",
            (
                "Nothing moves, despite Ilse Marrow’s assertion that ferries will sail.",
                "ilse-marrow",
            ),
        ),
        (
            "The clock ticks for Ilse Marrow to keep her promise to open the border.",
            (
                "The clock ticks for Ilse Marrow to keep her promise to open the border.",
                "ilse-marrow",
            ),
        ),
        (
            "Ilse Marrow did not say whether the ban stays.",
            ("Ilse Marrow did not say whether the ban stays.", "ilse-marrow"),
        ),
        (
            "North Tarsk will keep the ban unless the treaty is signed, according to Tarsk Radio.",
            (
                "North Tarsk will keep the ban unless the treaty is signed, according to Tarsk Radio.",
                "tarsk-radio",
            ),
        ),
    ],
)
def test_a_report_is_given_to_whom_it_reports(raw, expected):
    assert _told(raw) == [expected]


@pytest.mark.parametrize(
    ("raw", "slices"),
    [
        (
            "Velmora urged the Isles to open the port, as it reviews the ban, people close to it said.",
            "Velmora urged the Isles to open the port […], people close to it said.",
        ),
        (
            "Velmora and South Tarsk agreed, after six hours in Lund, to keep the ban.",
            "Velmora and South Tarsk agreed […] to keep the ban.",
        ),
        (
            "Ilse Marrow, a former judge, called the plan “premature,” noting that ice is near.",
            "Ilse Marrow […] called the plan “premature,” noting that ice is near.",
        ),
        (
            "“It is too soon,” said Ilse Marrow, head of the bureau, who was asked, adding that it snows.",
            "“It is too soon,” said Ilse Marrow […], who was asked, adding that it snows.",
        ),
        (
            "LUND, April 15 — But Velmora, a neighbor of the Isles, has pledged to wait.",
            "[…] Velmora […] has pledged to wait.",
        ),
        (
            "Earlier this month, Ilse Marrow told parliament that she would sign.",
            "Earlier this month, Ilse Marrow told parliament that she would sign.",
        ),
        (
            "In a call with Jonas Vehl, the envoy of the South, Ilse Marrow urged Lund to wait.",
            "[…] Ilse Marrow urged Lund to wait.",
        ),
        (
            "While she opposed the ban and a toll, the bureau would like calm, Ilse Marrow said.",
            "While she opposed the ban and a toll, the bureau would like calm, Ilse Marrow said.",
        ),
        (
            "Velmora has said it will sign a treaty, a shared toll and a bell.",
            "Velmora has said it will sign a treaty, a shared toll and a bell.",
        ),
    ],
)
def test_a_slice_is_a_clause_that_reads_without_its_one_cut(raw, slices):
    assert slices in [exact for exact, _ in _told(raw)] + _clauses(raw)


def test_of_a_clause_in_front_of_another_the_clause_alone_is_proposed():
    told = _told("Velmora met. While Velmora said it opposed the ban, the Isles would like calm.")
    assert "[…] Velmora said it opposed the ban […]" in [exact for exact, _ in told]


def test_of_a_sentence_too_long_for_one_slice_each_clause_keeps_who_relays_it():
    raw = (
        "Velmora has asked North Tarsk again and again for a seat at the first talks on ferries and "
        "harbors in six long years, but South Tarsk is reluctant to agree for fear of giving anybody "
        "else a reason to pull out, sources familiar with the matter said Monday."
    )
    ((exact, speaker),) = _told(raw)
    assert exact == f"[…] but{raw.partition(', but')[2]}"
    assert speaker == "south-tarsk"


@pytest.mark.parametrize(
    ("raw", "speaker", "sourcing", "via"),
    [
        (
            "Velmora has agreed to wait, the sources said.",
            "velmora",
            Sourcing.RELAYED,
            "the sources",
        ),
        (
            "Velmora will go on waiting, diplomatic sources said Monday.",
            "velmora",
            Sourcing.RELAYED,
            "diplomatic sources",
        ),
        (
            "Velmora will go on waiting, Velmoran officials said Monday.",
            "Velmoran officials",
            Sourcing.UNNAMED,
            None,
        ),
        (
            "Ilse Marrow urged Lund to wait, according to two officials.",
            "ilse-marrow",
            Sourcing.RELAYED,
            "two officials",
        ),
        (
            "According to a diplomat, the treaty is as good as signed.",
            "a diplomat",
            Sourcing.UNNAMED,
            None,
        ),
    ],
)
def test_relayed_words_keep_who_relays_them(raw, speaker, sourcing, via):
    (made,) = find_candidates(raw, PUBLISHED, KNOWN)
    assert (made.speaker.key, made.sourcing, made.via) == (speaker, sourcing, via)


@pytest.mark.parametrize(
    ("raw", "exact", "holder"),
    [
        (
            "Velmora is wary of the treaty.",
            "Velmora is wary of the treaty.",
            "velmora",
        ),
        (
            "There is concern in Velm City that the ferries will stop.",
            "There is concern in Velm City that the ferries will stop.",
            "velmora",
        ),
        (
            "Snow fell on the port and on Velmora, which opposes the ban, while people looked.",
            "Snow fell on the port and on Velmora, which opposes the ban […]",
            "velmora",
        ),
    ],
)
def test_where_the_outlet_says_that_somebody_stands_has_no_speaker(raw, exact, holder):
    (made,) = find_candidates(raw, PUBLISHED, KNOWN)
    assert made.exact(Text(raw)) == exact
    assert (made.speaker, made.sourcing, made.holder) == (None, Sourcing.OUTLET, holder)


def test_it_goes_back_to_whom_the_sentence_before_was_about():
    raw = "Velmora was opposed to the talks. It hopes for a treaty."
    second = find_candidates(raw, PUBLISHED, KNOWN)[1]
    assert (second.holder, second.refers_to) == ("velmora", "Velmora")
    (statement,) = make_statements([second], Text(raw), "x")
    assert (statement.speaker, statement.on_behalf_of) == (None, None)
    assert statement.quotes[0].refers_to == "Velmora"


@pytest.mark.parametrize(
    "raw",
    [
        "The ferry was built in 1950 and has two decks.",
        "Snow fell on Velm City all night.",
        "Velmora wary of treaty, envoy says",
        "It is possible that snow will fall.",
    ],
)
def test_background_and_headlines_are_not_proposed(raw):
    assert _told(raw) == []


@pytest.mark.parametrize(
    "lost",
    ["not on Sunday", "unless Lund agrees", "if it rains", "without a word", "sources said"],
)
def test_a_slice_drops_no_negation_condition_or_attribution(lost):
    raw = f"Ilse Marrow, {lost}, urged the board to wait for the treaty."
    assert lost in _told(raw)[0][0]


def test_a_slice_is_never_longer_than_may_be_shown():
    told = "that " + ", ".join(f"the port number {i} stays open" for i in range(12))
    ((exact, _),) = _told(f"Ilse Marrow said on Monday {told}.")
    assert exact.startswith("Ilse Marrow said")
    assert len(exact.removesuffix(" […]").split()) <= NARRATION_WORDS
    assert exact.endswith("[…]")


def test_a_fragment_between_marks_brings_its_clause_and_a_sentence_does_not():
    raw = "At noon, Ilse Marrow said it was “premature” to sign. “We go on as before,” Marrow said."
    text = Text(raw)
    fragment, whole = (c for c in find_candidates(raw, PUBLISHED, KNOWN) if c.quotation)
    assert not whole.clause
    (statement,) = make_statements([fragment], text, "x")
    assert [q.exact for q in statement.quotes] == [
        "premature",
        "[…] Ilse Marrow said it was “premature” to sign.",
    ]


def test_what_two_governments_say_is_entered_for_each():
    raw = "Velmora and North Tarsk met. The two governments agreed to keep the ban."
    (made,) = (c for c in find_candidates(raw, PUBLISHED, KNOWN) if c.speaker)
    found = make_statements([made], Text(raw), "x")
    assert [(s.id, s.speaker.id, s.on_behalf_of) for s in found] == [
        ("x-1", "velmora", "velmora"),
        ("x-2", "north-tarsk", "north-tarsk"),
    ]


NAMES = st.sampled_from(["Ilse Marrow", "Velmora", "the sources", "He", "a diplomat", "Nobody"])
VERBS = st.sampled_from(["said", "urged", "is wary of", "did not say", "hopes for", "saw"])
ENDS = st.sampled_from(
    ["", ", the sources said", ", if it rains", ", naming no one", ", which is old", "; not now"]
)
SENTENCE = st.tuples(NAMES, VERBS, st.sampled_from(["the treaty", "that “we go”"]), ENDS)


@given(st.lists(SENTENCE, min_size=1, max_size=4))
def test_whatever_is_proposed_stands_there_and_its_cuts_turn_nothing_round(parts):
    raw = " ".join(f"{who} {verb} {what}{end}." for who, verb, what, end in parts)
    text = Text(raw)
    for statement in make_statements(find_candidates(raw, PUBLISHED, KNOWN), text, "x"):
        for quote in statement.quotes:
            runs = locate(text, quote)
            if isinstance(runs, NotFound):
                assert "times" in runs.why  # the same words twice, which offsets tell apart
            elif quote.kind is QuoteKind.NARRATION:
                assert list(cuts.faults(text, quote, runs)) == []


NOBODY = KnownNames.of(Corpus())


@pytest.mark.parametrize(
    ("raw", "speaker"),
    [
        ("Dravia will go on, diplomatic sources said. Nobody in Dravia slept.", "Dravia"),
        ("Dravia will go on, Dravian officials said. Nobody in Dravia slept.", "Dravian officials"),
        ("Talks will go on, diplomatic sources said. More talks follow.", "diplomatic sources"),
    ],
)
def test_a_relayed_view_is_whose_it_is_though_no_name_is_known(raw, speaker):
    found = [c.speaker for c in find_candidates(raw, PUBLISHED, NOBODY) if c.speaker]
    assert found[0].key == speaker


def test_the_outlet_puts_those_too_whom_nobody_has_entered_yet():
    raw = "Trade Secretary Per Dahl opposes the ban. Talks want for nothing, and talks go on."
    (made,) = find_candidates(raw, PUBLISHED, NOBODY)
    assert made.exact(Text(raw)) == "Trade Secretary Per Dahl opposes the ban."
    assert made.holder is None


def test_who_only_has_a_word_for_what_is_told_says_nothing():
    raw = "Per Dahl walked out of the hall in Ostby after what diplomats called a shouting match."
    assert find_candidates(raw, PUBLISHED, NOBODY) == []
