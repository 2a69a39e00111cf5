"""Entries of a live blog: their day, and who stands behind their hour."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.test_people_of_places import DAY, find_all

BLOG = """Harbor Gazette

Talks on the treaty: live

June 3, 2025

By Mary Hall

09:05 The assembly opens. Chair Ada Finch tells delegates that “the world is watching us.”

10:12 {label}: “We cannot support a motion that changes the treaty by the back door.”
"""


@pytest.mark.parametrize(
    ("label", "name", "id_", "as_"),
    [
        ("Velmora's Orin Dask", "Orin Dask", "orin-dask", None),
        ("Velmora's Per Dahl, by video", "Per Dahl", None, None),
        ("Per Dahl, mayor of Ostby", "Per Dahl", None, "mayor of Ostby"),
        ("Per Dahl, in Ostby", "Per Dahl", None, None),
    ],
)
def test_the_label_of_an_entry_names_somebody(label, name, id_, as_):
    last = find_all(BLOG.format(label=label))[-1].speaker
    assert (last.name, last.id, last.as_) == (name, id_, as_)


def test_a_person_of_a_state_speaks_for_it():
    assert find_all(BLOG.format(label="Velmora's Per Dahl"))[-1].holder == "velmora"


def test_every_entry_is_of_the_day():
    found = find_all(BLOG.format(label="Velmora's Per Dahl"))
    assert {made.said.from_ for made in found} == {DAY.from_}
