"""One cut more in a curated narration: nearly all are refused, and all that turn a sentence."""

from __future__ import annotations

import random

import pytest

from tests.proof_mutants.corpora import at_hand
from tests.proof_mutants.cut_mutants import AT_MOST, TURNING, cut_more, cut_mutants, passes

pytestmark = pytest.mark.one_python

SAMPLE = 400  # of each corpus
SEED = 11


def sampled(corpus):
    """Return some mutants of a corpus, and those of one word first, with whether each passes."""
    made = [
        (text, statement, mutant)
        for entry, text in corpus.articles()
        for statement in entry.model.statements
        for mutant in cut_mutants(statement)
    ]
    chosen = random.Random(SEED).sample(made, min(SAMPLE, len(made)))
    return [(m, passes(text, statement, corpus.names, m)) for text, statement, m in chosen]


@pytest.fixture(scope="module", params=at_hand(), ids=lambda corpus: corpus.name)
def tried(request):
    return sampled(request.param)


def test_few_further_cuts_of_a_curated_narration_pass(tried):
    assert len(tried) >= 300
    assert sum(accepted for _, accepted in tried) <= AT_MOST * len(tried)


def test_no_further_cut_drops_what_turns_the_sentence(tried):
    assert [m for m, accepted in tried if accepted and TURNING.search(m.dropped)] == []


def test_each_word_and_each_run_of_words_is_cut_once():
    assert list(cut_more("One two […] three.", run=2)) == [
        (1, "One", "[…] two […] three."),
        (1, "two", "One […] three."),
        (1, "three.", "One two […]"),
        (2, "One two", "[…] three."),
    ]
