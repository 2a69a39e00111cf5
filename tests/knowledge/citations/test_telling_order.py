"""Own words are told before relayed ones, and both before what the outlet says."""

from __future__ import annotations

from itertools import permutations

import pytest

from knowledge.citations.citation import CitedStatement
from knowledge.citations.telling_order import in_telling_order

_DAY = {"from": "2025-03-12", "to": "2025-03-12", "printed": "then", "basis": "printed"}
_HEAD = dict.fromkeys(("agency", "publisher", "title", "byline", "url"))
_DASK = {"id": "orin-dask", "name": "Orin Dask"}
_STANCE = {"holder": "velmora", "issue": "border", "value": "opposes", "basis": "declared"}


def _quote(kind, exact, start):
    place = {"start": start, "end": start + len(exact), "words": len(exact.split())}
    return {"kind": kind, "exact": exact, **place}


_OWN = _quote("direct", "too early", 10)
_CLAUSE = _quote("narration", "Dask called it “too early” on Monday.", 0)
_ACCOUNT = _quote("narration", "Velmora holds back.", 90)


def _statement(name, *quotes, grounds=0, place=0, **fields):
    return CitedStatement.model_validate(
        {
            "place": place,
            "id": name,
            "said": _DAY,
            "speaker": _DASK,
            "sourcing": "on_record",
            "summary": "So it was.",
            "quotes": quotes,
            "stances": [{**_STANCE, "grounds": grounds}],
            "article": {**_HEAD, "id": "a", "published": _DAY},
            **fields,
        }
    )


_IN_ORDER = [
    _statement("public", _OWN),
    _statement("relayed", _CLAUSE, _OWN, sourcing="relayed", via="sources"),
    _statement("of-a-speaker", _ACCOUNT),
    _statement("account", _ACCOUNT, speaker=None, sourcing="outlet"),
]


@pytest.mark.parametrize("given", list(permutations(_IN_ORDER)))
def test_own_words_lead_whatever_order_they_are_found_in(given):
    assert in_telling_order(given, "velmora", "border") == _IN_ORDER


def test_the_newest_leads_among_words_of_one_kind():
    newest = [_statement(str(place), _OWN, place=place) for place in range(3)]
    assert in_telling_order(newest, "velmora", "border") == newest


def test_what_decides_the_stance_counts_and_not_other_words_of_the_statement():
    decided_by_narration = _statement("one", _OWN, _ACCOUNT, grounds=1)
    assert in_telling_order([decided_by_narration, _IN_ORDER[1]], "velmora", "border") == [
        _IN_ORDER[1],
        decided_by_narration,
    ]
