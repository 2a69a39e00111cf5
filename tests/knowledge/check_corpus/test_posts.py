"""Posts marked exclusive, which nobody else holds at the same time."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import posts
from knowledge.corpus import corpus_reader

YEAR = "year inferred: as the article says"


def attested(first, last):
    date = {"from": first, "to": last, "printed": "May", "basis": YEAR}
    return [{"article": "marrow-2025-05", "as": "the new Velmoran envoy", "date": date}]


def post(**fields):
    days = fields.pop("days", ("2025-05-10", "2025-05-10"))
    return {"title": "Envoy", "organization": "velmora", "attested": attested(*days), **fields}


def told(curator, one, other):
    curator.change("people/jonas-vehl", memberships=[one])
    curator.change("people/orin-dask", memberships=[other])
    return [str(p) for p in posts.problems(corpus_reader.load_corpus(curator.folder))]


@pytest.mark.parametrize("which", [(True, True), (True, False), (False, True)])
def test_two_who_hold_an_exclusive_post_at_once_are_told(curator, which):
    one = post(start="2025-01", end="2025-12", exclusive=which[0])
    other = post(start="2024-03-01", exclusive=which[1])
    (only,) = told(curator, one, other)
    assert only == (
        "people/jonas-vehl.yaml:7: memberships.0: 'Envoy' is exclusive, but 'orin-dask' held it "
        "too, from 2025-01-31 to 2025-05-10. Correct the start or end of one of them, or do not mark "
        "the post as exclusive."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(post(exclusive=True), post(), id="attested for one and the same day"),
        pytest.param(
            post(start="2025-05-10", end="2025-05-10", exclusive=True),
            post(start="2025-05-10", end="2025-05-10"),
            id="both for that day alone",
        ),
        pytest.param(
            post(start="2025-01-01", exclusive=True),
            post(days=("2025-05-10", "2025-05-10"), start="2025-05-01", end="2025-06-30"),
            id="one within the other",
        ),
    ],
)
def test_two_who_hold_it_on_one_day_are_told_too(curator, one, other):
    assert len(told(curator, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(post(start="2025-01-01"), post(start="2025-01-01"), id="not exclusive"),
        pytest.param(
            post(start="2025-01-20", exclusive=True),
            post(days=("2024-05-01", "2024-05-01"), end="2025-01-20", exclusive=True),
            id="handed over on a day",
        ),
        pytest.param(
            post(exclusive=True),
            post(days=("2024-05-01", "2024-05-01"), end="2025-05-10", exclusive=True),
            id="left on the day for which the other is attested",
        ),
        pytest.param(
            post(days=("2025-05-20", "2025-05-20"), start="2025-05-10", exclusive=True),
            post(days=("2025-05-10", "2025-05-10")),
            id="taken up on the day for which the other is attested",
        ),
        pytest.param(
            post(start="2025", end="2025", exclusive=True),
            post(days=("2025-06-10", "2025-06-10"), start="2025", end="2025", exclusive=True),
            id="a year in which both may have had their months",
        ),
        pytest.param(
            post(days=("2025-01-01", "2025-05-30"), exclusive=True),
            post(days=("2025-01-01", "2025-05-30"), exclusive=True),
            id="attested for some day of the same months",
        ),
        pytest.param(
            post(start="2025-01-01", exclusive=True),
            post(start="2025-01-01", organization="south-tarsk", exclusive=True),
            id="of another state",
        ),
        pytest.param(
            post(start="2025-01-01", exclusive=True),
            post(start="2025-01-01", title="Consul", exclusive=True),
            id="another post",
        ),
        pytest.param(
            post(start="2025-01-01", exclusive=True),
            post(days=("2025-05-20", "2025-05-20"), exclusive=True),
            id="one whose end nobody gives, and a successor",
        ),
    ],
)
def test_posts_that_need_not_overlap_are_not(curator, one, other):
    assert told(curator, one, other) == []


def test_one_person_may_hold_a_post_twice(curator):
    twice = [post(start="2025-01-01", exclusive=True), post(start="2025-02-01", exclusive=True)]
    curator.change("people/jonas-vehl", memberships=twice)
    assert list(posts.problems(corpus_reader.load_corpus(curator.folder))) == []


def test_a_title_in_capitals_is_the_same_post(curator):
    one = post(start="2025-01-01", title="ENVOY", exclusive=True)
    assert len(told(curator, one, post(start="2025-02-01"))) == 1


SAID = {"from": "2025-03-12", "to": "2025-03-20", "basis": "date inferred: so"}


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ({"end": "2025-03-11"}, "ended 2025-03-11"),
        ({"end": "2024"}, "ended 2024"),
        ({"start": "2025-05"}, "began 2025-05"),
        ({"end": "2025-03"}, None),
        ({"end": "2025-03-12"}, None),
        ({"start": "2025-04-05"}, None),
        ({"start": "2025"}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("title", ["Special Envoy", "envoy"])
def test_a_speaker_is_in_no_post_that_is_over_or_to_come(curator, days, wrong, title):
    held = post(
        **days, title="Special Envoy", attested=[{"article": "marrow-2025-05", "as": "envoy"}]
    )
    curator.change("people/jonas-vehl", memberships=[held])
    curator.statement("vehl-before-snow", said=SAID, speaker={"id": "jonas-vehl", "as": title})
    found = [str(p) for p in posts.problems(corpus_reader.load_corpus(curator.folder))]
    assert len(found) == bool(wrong)
    if wrong:
        assert (
            f"statements.4.speaker.as: {title!r} is printed for 2025-03-12 to 2025-04-05, but"
            in found[0]
        )
        assert f" the post of 'jonas-vehl' {wrong}. Correct people/jonas-vehl.yaml" in found[0]


def test_of_two_terms_one_may_be_the_printed_one(curator):
    terms = [post(title="Special Envoy", end="2020"), post(title="Special Envoy", start="2024")]
    curator.change("people/jonas-vehl", memberships=terms)
    curator.statement("vehl-before-snow", speaker={"id": "jonas-vehl", "as": "special envoy"})
    assert list(posts.problems(corpus_reader.load_corpus(curator.folder))) == []


@pytest.mark.parametrize("mark", [",", ".", " –", ":", "?!"])
def test_printed_words_for_a_post_never_end_in_punctuation(curator, mark):
    curator.statement("dask-premature", speaker={"id": "teva-dask", "as": f"the envoy{mark}"})
    curator.change("people/jonas-vehl", descriptions=[], memberships=[_held(f"the mayor{mark}")])
    ended = [p for p in curator.check().problems if "ends with a punctuation mark" in p.why]
    assert [(p.field, p.what_to_do) for p in ended] == [
        ("statements.1.speaker.as", "Write 'the envoy'."),
        ("memberships.0.attested.0.as", "Write 'the mayor'."),
    ]


def _held(as_):
    attested = [{"article": "valley-post-2025-04", "as": as_}]
    return {"title": "Mayor", "organization": "velmora", "attested": attested}
