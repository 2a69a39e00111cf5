"""What depends on the speaker goes with the speaker: post, holder, naming, and who is meant."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from knowledge.corpus.model import Event
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head
from knowledge.intake.review.decisions import CuratorVerdict, Decision, Naming, change_decision
from knowledge.intake.review.new_entries import NewEntries
from knowledge.intake.review.review_start import begin_review
from tests.gazette import ARTICLE
from tests.places import CORPUS

TEXT = ARTICLE.replace(
    "the mayor of Ostby, Marta Quill, said on Monday.",
    "the mayor of Ostby, Marta Quill, said on Monday. Envoy Ilse Marrow listened, and so did"
    " Velmora, and Jonas Vehl.",
)


@pytest.fixture
def review(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    library = Library.open(tmp_path / "corpus", tmp_path / "articles")
    return begin_review(library, TEXT.encode(), Head())


def _change(review, **changes):
    opened = review.get_decision(0)
    review.journal.decide("change", change_decision(opened, changes))
    return review.apply(review.get_decision(0))


def _point(review, words):
    at = review.text.folded.index(words)
    return (at, at + len(words))


def test_another_speaker_has_the_post_and_holder_of_the_words_that_name_them(review):
    before = review.apply(review.get_decision(0))
    assert before.speaker.name == "Marta Quill"
    assert before.speaker.as_
    made = _change(review, speaker="ilse-marrow", attribution=_point(review, "Envoy Ilse Marrow"))
    assert (made.speaker.id, made.speaker.as_, made.holder) == ("ilse-marrow", "Envoy", "velmora")
    assert made.speaker.name is None


def test_what_was_chosen_for_the_speaker_before_is_not_kept(review):
    _change(review, as_="the mayor of Ostby", holder="north-tarsk", refers_to="Marta Quill")
    made = _change(review, speaker="jonas-vehl", attribution=_point(review, "Jonas Vehl"))
    assert (made.speaker.as_, made.speaker.refers_to, made.holder) == (None, None, "south-tarsk")


def test_a_description_brings_nothing_of_the_speaker_before(review):
    _change(review, holder="north-tarsk", naming=Naming(name="Marta Quill", entity="marta-quill"))
    made = _change(review, description="the mayor", speaker=None)
    assert (made.speaker.id, made.speaker.as_, made.holder) == (None, None, None)
    assert review.get_decision(0).naming is None


def test_a_choice_made_after_the_speaker_stays_until_they_change():
    opened = Decision(candidate=0, verdict=CuratorVerdict.OPEN)
    opened = change_decision(opened, {"speaker": "ilse-marrow"})
    opened = change_decision(opened, {"holder": "velmora", "as_": "the envoy"})
    opened = change_decision(opened, {"note": "She spoke for Velmora."})
    opened = change_decision(opened, {"speaker": "ilse-marrow", "cleared": ("via",)})
    assert (opened.holder, opened.as_, opened.note) == (
        "velmora",
        "the envoy",
        "She spoke for Velmora.",
    )
    opened = change_decision(opened, {"speaker": "jonas-vehl"})
    assert (opened.holder, opened.as_, opened.cleared) == (None, None, ("via",))


def test_a_post_is_taken_without_the_marks_of_its_sentence(review):
    assert _change(review, as_="the mayor of Ostby,").speaker.as_ == "the mayor of Ostby"


def test_an_event_of_a_day_to_come_is_refused_before_it_is_used(review):
    event = Event(
        id="talks",
        name="Talks",
        date={
            "from": "2199-01-01",
            "to": "2199-01-01",
            "basis": "date inferred from an outside fact: announced",
        },
    )
    review.library.today = date(2026, 11, 29)
    problems = review.find_entry_problems(NewEntries(events=(event,)))
    assert any("is in the future" in why for why in problems)
