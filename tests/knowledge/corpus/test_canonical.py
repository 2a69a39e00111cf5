"""The standard form of an entry's file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.corpus import canonical, corpus_reader
from knowledge.corpus.corpus_reader import KINDS, read_entry
from knowledge.corpus.model import (
    Article,
    Attestation,
    Basis,
    Classification,
    Event,
    Interval,
    Issue,
    Membership,
    Organization,
    Person,
    Quote,
    QuoteKind,
    Retired,
    Rights,
    Sourcing,
    Speaker,
    Stance,
    Statement,
    Value,
)

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
MAYBE = st.none() | WORDS
ID, IDS = st.just("x"), st.lists(st.sampled_from(["x", "a-1"]), max_size=2).map(tuple)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
SOME_DAY = st.none() | st.sampled_from(["2025", "2025-02", "2025-02-28"])
OFFSET = st.none() | st.integers(0, 999_999)
PRINTED = st.text("0123456789abcdef", min_size=64, max_size=64)


def made(model, **fields):
    """Build a model with every field drawn, so that none is forgotten here."""
    assert fields.keys() == model.model_fields.keys()
    return st.builds(model, **fields)


def several(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def one_line(words):
    return (words.splitlines()[0].strip() if words.splitlines() else "") or "it"


BASIS = WORDS.map(lambda words: f"date inferred: {one_line(words)}") | st.just("printed")
INTERVAL = made(Interval, from_=DAYS, to=DAYS, printed=MAYBE, basis=BASIS)
ATTESTED = made(Attestation, article=ID, as_=WORDS, date=st.none() | INTERVAL)
MEMBERSHIP = made(
    Membership,
    title=WORDS,
    organization=ID,
    start=SOME_DAY,
    end=SOME_DAY,
    leads=st.none() | st.booleans(),
    exclusive=st.booleans(),
    attested=st.lists(ATTESTED, min_size=1, max_size=2).map(tuple),
    note=MAYBE,
)
SPEAKER = made(Speaker, id=st.none() | ID, as_=MAYBE, description=MAYBE, of=st.none() | ID)
QUOTE = made(
    Quote,
    kind=st.sampled_from(QuoteKind),
    exact=WORDS,
    start=OFFSET,
    end=OFFSET,
    attribution=MAYBE,
    refers_to=MAYBE,
)
STANCE = made(
    Stance,
    holder=ID,
    issue=ID,
    value=st.sampled_from(Value),
    basis=st.sampled_from(Basis),
    condition=MAYBE,
    object=MAYBE,
    grounds=st.integers(0, 99),
)
STATEMENT = made(
    Statement,
    id=ID,
    former_ids=IDS,
    draft=st.booleans(),
    printed_in=st.none() | PRINTED,
    event=st.none() | ID,
    said=INTERVAL,
    speaker=st.none() | SPEAKER,
    on_behalf_of=st.none() | ID,
    sourcing=st.sampled_from(Sourcing),
    via=MAYBE,
    stances=several(STANCE),
    about=IDS,
    summary=WORDS,
    note=MAYBE,
    quotes=several(QUOTE),
)
RETIRED = made(Retired, day=DAYS, why=WORDS, statement=STATEMENT)
FORMER = {"id": ID, "former_ids": IDS}
NAMED = {**FORMER, "name": WORDS, "aliases": NAMES, "weak_aliases": NAMES, "note": MAYBE}
BY_KIND = {
    "articles": made(
        Article,
        **FORMER,
        agency=MAYBE,
        publisher=MAYBE,
        title=MAYBE,
        byline=MAYBE,
        url=MAYBE,
        published=INTERVAL,
        form=MAYBE,
        rights=st.sampled_from(Rights),
        fingerprint=PRINTED,
        earlier=several(PRINTED),
        words=st.integers(1, 99_999),
        curator=MAYBE,
        note=MAYBE,
        statements=several(STATEMENT),
        retired=several(RETIRED),
    ),
    "events": made(Event, **FORMER, name=WORDS, date=INTERVAL, note=MAYBE),
    "issues": made(Issue, **NAMED, short=MAYBE, question=MAYBE, parent=st.none() | ID, parties=IDS),
    "organizations": made(
        Organization,
        **NAMED,
        classification=st.sampled_from(Classification),
        parent=st.none() | ID,
    ),
    "people": made(
        Person,
        **NAMED,
        different_from=IDS,
        memberships=several(MEMBERSHIP),
        descriptions=several(ATTESTED),
    ),
}
ODD = [
    Person(id="x", name="a\x85b\u2028c\ufeffd\x00\x7f😀"),
    Organization(id="x", name="a\n\n b \n", classification="state"),
]


def test_every_kind_of_entry_is_drawn():
    assert BY_KIND.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(st.data())
def test_what_is_written_reads_back_the_same_and_is_written_the_same(tmp_path, kind, data):
    round_trip(tmp_path, data.draw(BY_KIND[kind]))


@pytest.mark.parametrize("model", ODD)
def test_odd_letters_and_line_ends_come_back_too(tmp_path, model):
    round_trip(tmp_path, model)


def round_trip(tmp_path, model):
    file = tmp_path / "x.yaml"
    file.write_bytes(canonical.write(model).encode())
    read = read_entry(file, "x.yaml", type(model)).model
    assert read == model
    assert canonical.write(read).encode() == file.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_of_the_tiny_corpus_is_in_its_one_form(corpus_folder, kind):
    for entry in getattr(corpus_reader.load_corpus(corpus_folder), kind).values():
        assert canonical.write(entry.model) == (corpus_folder / entry.file).read_text("utf-8")


def test_fields_come_in_the_order_of_the_model_and_defaults_are_left_out():
    text = canonical.write(Person(id="ada-lind", note="A note.", name="Ada Lind", aliases=("Ada",)))
    assert text == "format: 2\nid: ada-lind\nname: Ada Lind\naliases:\n  - Ada\nnote: A note.\n"


def test_small_things_stand_on_one_line_and_words_in_their_own_script():
    day = {"from": "2025-03-12", "to": "2025-03-12", "printed": "March 12", "basis": "printed"}
    text = canonical.write(Event.model_validate({"id": "x", "name": "会議 – so", "date": day}))
    assert text.splitlines()[2:] == [
        "name: 会議 – so",
        "date: {from: '2025-03-12', to: '2025-03-12', printed: March 12, basis: printed}",
    ]
