"""The one form of an entry's file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge import canonical, corpus
from knowledge.corpus import KINDS, read_entry
from knowledge.model import Event, Interval, Issue, Organization, Person

# Letters, what YAML could take for its own, and what a careless tool loses.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" :#-'\"[]{},&*!|>%@?\n\\")
)
WORDS = TEXT.map(str.strip).filter(bool) | st.sampled_from(
    [
        "no",
        "null",
        "~",
        "1",
        "2021-10-19",
        "1:30",
        "=",
        "<<",
        "…",
        "[…] so",
        "- a",
        "a: b",
        "#",
        "é",
    ]
)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
NOTES = st.none() | WORDS
IDS = st.just("x")
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def intervals(draw):
    first, last = sorted([draw(DAYS), draw(DAYS)])
    words = draw(WORDS).splitlines()[0].strip() or "it"
    return Interval(from_=first, to=last, printed=draw(NOTES), basis=f"date inferred: {words}")


NAMED = {"id": IDS, "name": WORDS, "aliases": NAMES, "weak_aliases": NAMES, "note": NOTES}
ENTRIES = st.one_of(
    st.builds(Person, **NAMED),
    st.builds(Organization, **NAMED, parent=st.none() | IDS),
    st.builds(Issue, **NAMED, question=NOTES, parties=st.lists(IDS, max_size=2).map(tuple)),
    st.builds(Event, id=IDS, name=WORDS, note=NOTES, date=intervals()),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(ENTRIES)
@example(Person(id="x", name="a\x85b\u2028c\ufeffd\x00\x7f😀"))
@example(Organization(id="x", name="a\n\n b \n", classification="state"))
def test_what_is_written_reads_back_the_same_and_is_written_the_same(tmp_path, model):
    file = tmp_path / "x.yaml"
    text = canonical.write(model)
    file.write_bytes(text.encode())
    read = read_entry(file, "x.yaml", type(model)).model
    assert read == model
    assert canonical.write(read) == text


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_of_the_tiny_corpus_is_in_its_one_form(corpus_folder, kind):
    for entry in getattr(corpus.load(corpus_folder), kind).values():
        assert canonical.write(entry.model) == (corpus_folder / entry.file).read_text("utf-8")


def test_fields_come_in_the_order_of_the_model_and_defaults_are_left_out():
    text = canonical.write(Person(id="ada-lind", note="A note.", name="Ada Lind", aliases=("Ada",)))
    assert text == "id: ada-lind\nname: Ada Lind\naliases:\n  - Ada\nnote: A note.\n"


def test_small_things_stand_on_one_line_and_words_in_their_own_script():
    day = {"from": "2025-03-12", "to": "2025-03-12", "printed": "March 12", "basis": "printed"}
    text = canonical.write(Event.model_validate({"id": "x", "name": "会議 – so", "date": day}))
    assert text.splitlines()[1:] == [
        "name: 会議 – so",
        "date: {from: '2025-03-12', to: '2025-03-12', printed: March 12, basis: printed}",
    ]
