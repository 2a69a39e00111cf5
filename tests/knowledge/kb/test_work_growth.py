"""Ten times the articles are at most twelve times the work, counted in lines of Python."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.check_memory import list_words
from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.related_names import RelatedNames
from knowledge.corpus.corpus_reader import read
from knowledge.kb.builder import build
from knowledge.text.article_text import fold
from tests.grown_corpus import Grown
from tests.steps import count_steps

FEW, MANY = 3, 30  # articles
MOST = 12  # times the work


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    places = []
    for count in (FEW, MANY):
        places.append(tmp_path_factory.mktemp("grown"))
        Grown(count, states=8, issues=2).write(places[-1])
    return places


def growth(grown, work):
    for place in grown:
        work(place)  # what is made once is made now
    few, many = (count_steps(lambda place=place: work(place)) for place in grown)
    return many / few


@pytest.mark.slow(15)
def test_checking_grows_with_the_articles(grown):
    assert growth(grown, lambda place: run_check(place / "corpus", place / "articles")) <= MOST


@pytest.mark.slow(5)
def test_building_grows_with_the_articles(grown):
    assert growth(grown, lambda place: build(place / "corpus", place / "kb.sqlite")) <= MOST


@pytest.mark.slow(5)
def test_telling_which_entries_texts_may_name_grows_with_the_articles(tmp_path):
    taken = []
    for count in (20, 200):
        Grown(count, states=8, issues=2).write(tmp_path / str(count))
        corpus, _ = read(tmp_path / str(count) / "corpus")
        texts = (tmp_path / str(count) / "articles").glob("*.txt")
        words = [list_words(fold(text.read_text(encoding="utf-8"))) for text in texts]

        def tell(corpus=corpus, words=words):
            related = RelatedNames(corpus)
            for printed in words:
                related.digest_of(printed)

        taken.append(count_steps(tell))
    assert taken[1] / taken[0] <= MOST
