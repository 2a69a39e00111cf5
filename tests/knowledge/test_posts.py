"""Posts marked exclusive, which nobody else holds at the same time."""

from __future__ import annotations

import pytest

from knowledge import corpus, posts

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
    return [str(p) for p in posts.problems(corpus.load(curator.folder))]


@pytest.mark.parametrize("which", [(True, True), (True, False), (False, True)])
def test_two_who_hold_an_exclusive_post_at_once_are_told(curator, which):
    one = post(start="2025-01", end="2025-12", exclusive=which[0])
    other = post(start="2024-03-01", exclusive=which[1])
    (only,) = told(curator, one, other)
    assert only == (
        "people/jonas-vehl.yaml:6: memberships.0: 'Envoy' is exclusive, and 'orin-dask' held it "
        "too, 2025-01-31 to 2025-05-10; correct the start or end of one of them, or do not mark "
        "the post exclusive"
    )


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
            post(start="2025", end="2025", exclusive=True),
            post(start="2025", end="2025", exclusive=True),
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
    assert list(posts.problems(corpus.load(curator.folder))) == []


def test_a_title_in_capitals_is_the_same_post(curator):
    one = post(start="2025-01-01", title="ENVOY", exclusive=True)
    assert len(told(curator, one, post(start="2025-02-01"))) == 1
