"""Issues set beside one another are all asked about; a word of turning in a name is part of it."""

from __future__ import annotations

import pytest

from knowledge.questions import find_topic, read
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture
def issues_of(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("Tolls")
    corpus.issue("Canal talks", "talks", "canal")
    corpus.issue("Border talks", "border", "talks on the border")
    corpus.issue("Fishing talks", "fishing", "a meeting without conditions")
    kb = corpus.kb()
    return lambda typed: set(find_topic(kb, read(kb, typed)).issues)


@pytest.mark.parametrize(
    "typed",
    [
        "is sordia for tolls or talks",
        "does sordia prefer talks over tolls",
        "sordia on tolls and talks",
        "sordia: talks vs tolls",
        "does sordia want talks rather than tolls",
    ],
)
def test_each_of_two_joined_issues_is_asked_about(issues_of, typed):
    assert issues_of(typed) == {"tolls", "canal-talks"}


@pytest.mark.parametrize("typed", ["sordia talks on tolls", "the talks of sordia on tolls"])
def test_a_word_that_several_issues_share_goes_where_nothing_joins_it(issues_of, typed):
    assert issues_of(typed) == {"tolls"}


@pytest.fixture
def issues_below(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    for name in ("Sordia", "Lutha"):
        corpus.state(name)
    corpus.issue("Talks")
    between = ("Sordia", "Lutha")
    corpus.issue("Summit", "a meeting without preconditions", parties=between, parent="talks")
    kb = corpus.kb()
    return lambda typed: find_topic(kb, read(kb, typed)).issues


def test_what_a_name_has_behind_without_is_not_asked_about_by_itself(issues_below):
    assert issues_below("did sordia demand preconditions for talks") == ("talks",)
    assert issues_below("sordia on talks without preconditions") == ("summit",)
