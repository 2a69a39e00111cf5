"""One wrong fact in a curated statement: few pass, and none of the worst kinds."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.proof_mutants.corpora import at_hand
from tests.proof_mutants.fact_mutants import AT_MOST, find_problems, list_mutants, passes

pytestmark = pytest.mark.one_python

SAMPLE = 300  # of each corpus
SEED = 7


@pytest.fixture(scope="module", params=at_hand(), ids=lambda corpus: corpus.name)
def corpus(request):
    return request.param


def test_nothing_is_said_of_a_statement_as_it_was_curated(corpus):
    found = [
        find_problems(corpus, entry, text, statement)
        for entry, text in corpus.articles()
        for statement in entry.model.statements
    ]
    assert found
    assert list(filter(None, found)) == []


@pytest.mark.slow
def test_few_wrong_facts_of_a_curated_statement_pass(corpus):
    made = list(list_mutants(corpus))
    chosen = random.Random(SEED).sample(made, min(SAMPLE, len(made)))
    passed = Counter(m.field for entry, text, m in chosen if passes(corpus, entry, text, m))
    assert len(chosen) >= 300
    assert passed.total() <= AT_MOST * len(chosen), passed
