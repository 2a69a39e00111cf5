"""Embassies, envoys and the like: they speak for who sent them, and not for where they are."""

from __future__ import annotations

import pytest

from knowledge.corpus import corpus_reader
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from tests.knowledge.intake.read.reading_texts import PUBLISHED
from tests.places import CORPUS

KNOWN = KnownNames.of(corpus_reader.read(CORPUS)[0])


@pytest.mark.parametrize(
    ("who", "sender"),
    [
        ("Borduria's embassy in Velmora", None),
        ("The Bordurian embassy in Velmora", None),
        ("Borduria's Velmora embassy", None),
        ("The Velmora embassy of Borduria", None),
        ("Borduria's mission to Velmora", None),
        ("The Bordurian ambassador to Velmora", None),
        ("The Bordurian ambassador in Velmora", None),
        ("Velmora's embassy in South Tarsk", "velmora"),
        ("The embassy of Velmora in South Tarsk", "velmora"),
        ("Velmora's ambassador to South Tarsk", "velmora"),
    ],
)
@pytest.mark.parametrize("form", ["{} called it “a bridge to no river.”"])
def test_a_mission_speaks_for_who_sent_it(who, sender, form):
    (found,) = find_candidates(form.format(who), PUBLISHED, KNOWN)
    assert (found.speaker.id, found.holder) == (None, sender)


def test_an_adjective_before_a_mission_is_no_speaker():
    raw = "The Danish embassy in Oslo, which was not there, said it “would welcome a bridge to it.”"
    (found,) = find_candidates(raw, PUBLISHED, KNOWN)
    assert found.speaker.key == "The Danish embassy in Oslo"
