"""Where a holder stands as of a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.citations.citation import CitedStance, CitedStatement, Source
from knowledge.citations.position import as_of, find_position, stance_of, within
from knowledge.corpus.model import Basis, Interval, Sourcing, Value

DAY = date(2025, 1, 1)
SOURCE = Source(
    **dict.fromkeys(("agency", "publisher", "title", "byline", "url")),
    id="a",
    published=Interval(from_=DAY, to=DAY, basis="date inferred: so"),
)


def statement(first, last, *values, condition=None, holder="velmora", issue="border"):
    stances = [
        CitedStance(
            holder=holder,
            issue=issue,
            value=Value(value),
            condition=condition,
            basis=Basis.DECLARED,
            grounds=0,
        )
        for value in values
    ]
    said = Interval(
        from_=DAY + timedelta(days=first), to=DAY + timedelta(days=last), basis="date inferred: so"
    )
    return CitedStatement(
        place=0,
        id="s",
        said=said,
        summary="so",
        speaker=None,
        sourcing=Sourcing.OUTLET,
        stances=stances,
        article=SOURCE,
    )


SAID = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda s: (s[0], s[0] + s[1]))
HISTORY = st.lists(
    st.builds(
        lambda said, value, condition, holder: statement(
            *said, value, condition=condition if value == "conditional" else None, holder=holder
        ),
        SAID,
        st.sampled_from(list(Value)),
        st.sampled_from(["if so", "unless so"]),
        st.sampled_from(["velmora", "north-tarsk"]),
    ),
    max_size=8,
).map(lambda found: sorted(found, key=lambda s: (s.said.to, s.said.from_), reverse=True))


@given(HISTORY)
def test_the_latest_leads_and_is_not_before_what_it_is_on_record_since(history):
    read = find_position(history, "velmora", "border")
    own = [s for s in history if s.stances[0].holder == "velmora"]
    assert (read is None) == (not own)
    if read:
        assert read.latest == own[0].said
        assert read.stance == own[0].stances[0]
        assert read.since.to <= read.latest.to


@given(HISTORY)
def test_the_run_since_is_unbroken_and_reaches_as_far_as_it_can(history):
    own = [s for s in history if s.stances[0].holder == "velmora"]
    read = find_position(history, "velmora", "border")
    if read:
        same = [s.stances[0].value == read.stance.value for s in own]
        run = [s.said for s in own[: [*same, False].index(False)]]
        assert read.since.from_ == min(said.from_ for said in run)
        assert read.since.to == min(said.to for said in run)


@given(HISTORY, st.integers(-5, 90))
def test_as_of_a_day_nothing_later_is_used(history, days):
    day = DAY + timedelta(days=days)
    divided = as_of(history, day)
    assert all(s.said.to <= day for s in divided.settled)
    assert all(s.said.from_ <= day < s.said.to for s in divided.maybe_later)
    left_out = len(history) - len(divided.settled) - len(divided.maybe_later)
    assert left_out == sum(s.said.from_ > day for s in history)
    later = [s for s in history if s.said.to > day]
    kept = [s for s in history if s not in later]
    assert find_position(divided.settled, "velmora", "border") == find_position(
        kept, "velmora", "border"
    )


@given(HISTORY, st.integers(-5, 90))
def test_dividing_by_a_day_keeps_the_order(history, days):
    divided = as_of(history, DAY + timedelta(days=days))
    for part in divided:
        ends = [s.said.to for s in part]
        assert ends == sorted(ends, reverse=True)


@given(HISTORY, st.none() | st.integers(-5, 90), st.none() | st.integers(-5, 90))
def test_within_days_what_is_certainly_of_them_is_apart_from_what_may_be(history, first, last):
    days = [DAY + timedelta(days=day) if day is not None else None for day in (first, last)]
    start, end = days[0] or date.min, days[1] or date.max
    divided = within(history, *days)
    assert divided.settled == [s for s in history if start <= s.said.from_ and s.said.to <= end]
    for s in history:
        touches = s.said.from_ <= end and start <= s.said.to
        assert (s in divided.settled or s in divided.maybe_later) == touches
    if first is None and last is not None:
        assert divided == as_of(history, end)


@pytest.mark.parametrize(
    ("day", "settled", "maybe"),
    [
        (9, 0, 0),
        (10, 0, 1),
        (19, 0, 1),
        (20, 1, 0),
    ],
)
def test_an_interval_is_settled_from_its_last_day_on(day, settled, maybe):
    divided = as_of([statement(10, 20, "supports")], DAY + timedelta(days=day))
    assert (len(divided.settled), len(divided.maybe_later)) == (settled, maybe)


@pytest.mark.parametrize(
    ("older", "unbroken"),
    [
        (("conditional", "if the North reopens the ferry line"), True),
        (("conditional", "If the North  reopens the ferry line"), True),
        (("conditional", "unless the North reopens the ferry line"), True),
        (("supports", None), False),
    ],
)
def test_a_run_is_of_one_value_whatever_its_condition(older, unbroken):
    history = [
        statement(20, 20, "conditional", condition="if the North reopens the ferry line"),
        statement(10, 10, older[0], condition=older[1]),
    ]
    read = find_position(history, "velmora", "border")
    assert (read.since.from_ == history[1].said.from_) is unbroken


def test_a_statement_without_a_stance_of_the_holder_breaks_no_run():
    history = [
        statement(30, 30, "opposes"),
        statement(20, 20, "supports", holder="north-tarsk"),
        statement(15, 15, "supports", issue="ferry-ban"),
        statement(12, 12),
        statement(10, 10, "opposes"),
    ]
    assert find_position(history, "velmora", "border").since == history[-1].said


def test_nothing_on_record_is_no_position():
    assert find_position([], "velmora", "border") is None
    assert (
        find_position([statement(1, 1, "opposes", holder="north-tarsk")], "velmora", "border")
        is None
    )
    assert stance_of(statement(1, 1, "opposes"), "velmora", "ferry-ban") is None


@pytest.mark.parametrize(
    ("day", "value", "since"),
    [
        ("2025-03-11", None, None),
        ("2025-03-12", "reluctant", "2025-03-12"),
        ("2025-05-01", "reluctant", "2025-03-12"),
        ("2025-05-02", "supports", "2025-05-02"),
    ],
)
def test_the_position_of_the_tiny_corpus_turns_with_the_announcement(kb, day, value, since):
    divided = as_of(kb.statements_on("velmora", "border-opening"), date.fromisoformat(day))
    read = find_position(divided.settled, "velmora", "border-opening")
    assert (read.stance.value if read else None) == value
    assert (str(read.since.from_) if read else None) == since


@pytest.mark.parametrize(
    ("asked", "day", "told"),
    [
        ("japan end-of-war", "2022-01-01", "reluctant, relayed, 2021-11-27"),
        ("japan end-of-war", "2021-10-31", "reluctant, relayed, 2021-10-19"),
        ("japan end-of-war", "2021-10-18", None),
        ("south-korea end-of-war", "2021-10-31", "supports, relayed, 2021-10-19"),
        ("north-korea end-of-war", "2022-01-01", "conditional, declared, 2021-11-30"),
        ("china abductions", "2025-01-01", None),
    ],
)
def test_positions_of_the_real_corpus(shipped_kb, asked, day, told):
    holder, issue = asked.split()
    divided = as_of(shipped_kb.statements_on(holder, issue), date.fromisoformat(day))
    read = find_position(divided.settled, holder, issue)
    assert told == (f"{read.stance.value}, {read.stance.basis}, {read.latest.to}" if read else None)
