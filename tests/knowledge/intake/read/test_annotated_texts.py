"""Invented texts of many genres, annotated by people who had not seen the rules: what is found.

`tests/annotated/open/` was at hand while the rules were mended; `held/` was not.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from knowledge.corpus.corpus_reader import Corpus
from knowledge.intake.read.annotated_set import count_annotated
from tests.places import TESTS

pytestmark = pytest.mark.one_python


class Floor(NamedTuple):
    """The fewest quotations found and with the right speaker, and the most false proposals."""

    found: int = 0
    right: int = 0
    false: int = 0


FLOORS = {
    "open": {"marked": Floor(139, 132, 0), "labeled": Floor(56, 56, 0)},
    "held": {"marked": Floor(132, 107, 0), "labeled": Floor(50, 49, 2)},
}


@pytest.fixture(scope="module", params=FLOORS)
def measured(request):
    folder = TESTS / "annotated" / request.param
    if not folder.exists():
        pytest.skip(f"the set {request.param} is not in this repository")
    return request.param, count_annotated(folder, Corpus())


@pytest.mark.parametrize("kind", ["marked", "labeled"])
def test_annotated_texts_are_read_no_worse_than_before(measured, kind):
    name, count = measured
    tally, floor = getattr(count, kind), FLOORS[name][kind]
    told = "\n".join([*count.differences, *count.figures])
    assert tally.annotated > 0, told
    assert tally.found >= floor.found, told
    assert tally.right >= floor.right, told
    assert tally.proposed - tally.confirmed <= floor.false, told
