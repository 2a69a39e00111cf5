"""One holder, several, nobody on those days, or nobody on record."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.names.office_holders import HolderOutcome, decide_holders
from knowledge.names.post_index import Posts
from knowledge.names.post_records import PostRow, PrintedAs
from knowledge.names.resolver import Kind, Name, Names

ATTESTED = {
    "kern": ("2018-03-01", "2018-03-01"),
    "odell": ("2020-01-01", "2020-12-31"),
    "brandt": ("2025-03-04", "2025-03-04"),
}


def posts():
    named = [Name("Ruritania", "ruritania", Kind.ORGANIZATION, preferred=True)]
    rows = [
        PostRow(
            person,
            "Prime Minister",
            "ruritania",
            None,
            None,
            (PrintedAs("the premier", "courier", *map(date.fromisoformat, days)),),
        )
        for person, days in ATTESTED.items()
    ]
    return Posts(rows, named, Names(named), {"ruritania": "ruritania"})


@pytest.mark.parametrize(
    ("first", "last", "outcome", "people"),
    [
        (None, None, HolderOutcome.SEVERAL, ["brandt", "odell", "kern"]),
        ("2018-01-01", "2018-12-31", HolderOutcome.ONE, ["kern"]),
        ("2020-05-01", "2020-05-31", HolderOutcome.ONE, ["odell"]),
        ("2018-01-01", "2020-12-31", HolderOutcome.SEVERAL, ["odell", "kern"]),
        ("2018-01-01", "2020-05-31", HolderOutcome.ONE, ["kern"]),
        ("2019-05-05", "2019-05-05", HolderOutcome.NOT_THEN, ["brandt", "odell", "kern"]),
        ("2026-05-05", "2026-05-05", HolderOutcome.NOT_THEN, ["brandt", "odell", "kern"]),
    ],
)
def test_who_is_meant_depends_on_the_days_asked(first, last, outcome, people):
    known = posts()
    (span,) = known.find(["pm"])
    days = {"first": first, "last": last} if first else {}
    held = known.holders(span, **{k: date.fromisoformat(v) for k, v in days.items()})
    decided = decide_holders(held)
    assert (decided.outcome, [p.person for p in decided.posts]) == (outcome, people)


def test_an_office_without_a_holder_is_nobodys():
    known = posts()
    (span,) = known.find(["foreign", "minister"])
    assert decide_holders(known.holders(span)).outcome is HolderOutcome.NOBODY
