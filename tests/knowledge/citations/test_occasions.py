"""Reports of one occasion are one point, and a change is between two values in order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.citations.citation import CitedStatement
from knowledge.citations.occasions import find_changes, find_occasions
from knowledge.corpus.model import Value

DAY = date(2025, 1, 1)
HEAD = dict.fromkeys(("agency", "publisher", "title", "byline", "url"))


def said(first, last, value=None, event=None, sourcing="on_record", place=0, condition=None):
    days = {
        "from": DAY + timedelta(days=first),
        "to": DAY + timedelta(days=last),
        "basis": "date inferred: so",
    }
    stance = {"holder": "velmora", "issue": "border", "basis": "declared", "grounds": 0}
    return CitedStatement.model_validate(
        {
            "place": place,
            "id": f"s{place}",
            "event": event,
            "said": days,
            "speaker": {"id": "orin-dask", "name": "Orin Dask"},
            "sourcing": sourcing,
            "summary": "So it was.",
            "stances": [{**stance, "value": value, "condition": condition}] if value else [],
            "article": {**HEAD, "id": "a", "published": days},
        }
    )


def placed(*statements):
    """Statements newest first, each at its place, as a kb returns them."""
    newest = sorted(statements, key=lambda s: (s.said.from_, s.said.to))[::-1]
    return [s.model_copy(update={"place": i, "id": f"s{i}"}) for i, s in enumerate(newest)]


def occasions(*statements):
    return find_occasions(placed(*statements), "velmora", "border")


def changes(*statements):
    found = find_changes(occasions(*statements))
    return [(c.before.value.value, c.after.value.value, c.in_order) for c in found]


def test_two_reports_of_one_occasion_are_one_of_the_days_known_best():
    (one,) = occasions(
        said(0, 30, "supports", "summit", "outlet"), said(9, 9, "supports", "summit")
    )
    assert (len(one.statements), one.said.from_, one.value) == (
        2,
        DAY + timedelta(days=9),
        Value.SUPPORTS,
    )
    assert one.statements[0].sourcing == "on_record", "own words are told first"


def test_statements_without_an_occasion_stand_by_themselves():
    assert len(occasions(said(3, 3, "supports"), said(3, 3, "supports"))) == 2


def test_reports_that_differ_on_one_occasion_are_no_change():
    differing = (said(5, 5, "supports", "summit"), said(5, 5, "opposes", "summit"))
    (one,) = occasions(*differing)
    assert (one.value, len(one.values)) == (None, 2)
    assert changes(said(0, 0, "supports"), *differing, said(9, 9, "supports")) == []


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], []),
        ([said(0, 0, "supports")], []),
        ([said(0, 0, "supports"), said(9, 9, "supports")], []),
        ([said(0, 0, "supports"), said(5, 5), said(9, 9, "supports")], []),
        ([said(0, 0, "supports"), said(9, 9, "opposes")], [("supports", "opposes", True)]),
        ([said(0, 9, "supports"), said(9, 20, "opposes")], [("supports", "opposes", False)]),
        ([said(3, 3, "supports"), said(3, 3, "opposes")], [("supports", "opposes", False)]),
        # A later statement of the new value shows that it came after.
        (
            [said(0, 9, "supports"), said(5, 12, "opposes"), said(30, 30, "opposes")],
            [("supports", "opposes", True)],
        ),
        # And so does an earlier one of the old.
        (
            [said(0, 0, "supports"), said(3, 9, "supports"), said(5, 12, "opposes")],
            [("supports", "opposes", True)],
        ),
        (
            [said(0, 0, "reluctant"), said(20, 30, "supports"), said(20, 30, "conditional")],
            [("reluctant", "supports", True), ("supports", "conditional", False)],
        ),
    ],
)
def test_a_change_is_in_order_only_where_days_show_it(history, expected):
    assert changes(*history) == expected


def test_conditions_are_kept_each_once():
    (one,) = occasions(
        said(0, 0, "conditional", "e", condition="if so"),
        said(0, 0, "conditional", "e", condition="if so"),
    )
    assert one.conditions == ("if so",)


SAID = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1]))
HISTORY = st.lists(
    st.builds(
        lambda days, value, event: said(*days, value, event),
        SAID,
        st.none() | st.sampled_from(list(Value)),
        st.none() | st.sampled_from(["summit", "call"]),
    ),
    max_size=10,
).map(lambda found: placed(*found))


@given(HISTORY)
def test_every_statement_is_of_one_occasion_and_they_are_in_order(history):
    found = find_occasions(history, "velmora", "border")
    told = [s.id for occasion in found for s in occasion.statements]
    assert sorted(told) == sorted(s.id for s in history)
    firsts = [(o.said.from_, o.said.to) for o in found]
    assert firsts == sorted(firsts)


@given(HISTORY)
def test_changes_are_as_many_as_values_follow_one_another(history):
    found = find_occasions(history, "velmora", "border")
    values = [o.value for o in found if o.value]
    assert len(find_changes(found)) == sum(a is not b for a, b in pairwise(values))
    for change in find_changes(found):
        assert change.before.value is not change.after.value
        if change.in_order:
            assert all(b.said.to < a.said.from_ for b in [change.before] for a in [change.after])
