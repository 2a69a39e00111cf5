"""Ids that name entries: found wherever a model has one, and replaced there."""

from __future__ import annotations

import pytest

from knowledge.corpus import corpus_reader
from knowledge.corpus.entry_ids import list_ids, replace_ids
from knowledge.corpus.model import Article, Person, Speaker, Statement
from knowledge.corpus.redirects import Redirects


@pytest.fixture
def corpus(corpus_folder):
    return corpus_reader.load_corpus(corpus_folder)


def test_every_id_of_another_entry_is_found(corpus):
    known = {entry.model.id for entry in corpus.entries()}
    found = {name for entry in corpus.entries() for name in list_ids(entry.model)}
    assert found == known


def test_ids_of_statements_and_former_ids_name_no_entry(corpus):
    statements = {s.id for e in corpus.articles.values() for s in e.model.statements}
    assert not statements & {n for e in corpus.entries() for n in list_ids(e.model)}
    person = Person(id="ada", former_ids=("ida",), name="Ada")
    assert list(list_ids(person)) == ["ada"]
    assert replace_ids(person, {"ida": "eda"}) is person


def test_an_id_is_replaced_wherever_it_stands(corpus):
    new = {"velmora": "old-velmora", "river-treaty": "treaty"}
    for entry in corpus.entries():
        changed = replace_ids(entry.model, new)
        assert not set(list_ids(changed)) & new.keys()
        assert [new.get(name, name) for name in list_ids(entry.model)] == list(list_ids(changed))
        assert type(changed).model_validate(changed.model_dump(by_alias=True)) == changed


def test_what_has_none_of_the_ids_is_the_same_object(corpus):
    article = corpus.articles["marrow-2025-05"].model
    assert replace_ids(article, {"nobody": "somebody"}) is article


def test_a_list_names_each_entry_once():
    person = Person(id="ada", name="Ada", different_from=("eda", "ida"))
    assert replace_ids(person, {"ida": "eda"}).different_from == ("eda",)


def test_printed_words_that_look_like_an_id_stay(corpus):
    article: Article = corpus.articles["marrow-2025-05"].model
    statement: Statement = article.statements[0]
    spoken = statement.model_copy(
        update={"speaker": Speaker(id="velmora", as_="velmora"), "via": "velmora"}
    )
    changed = replace_ids(spoken, {"velmora": "x"})
    assert (changed.speaker, changed.via) == (Speaker(id="x", as_="velmora"), "velmora")


def test_redirects_lead_a_corpus_to_its_present_ids(curator):
    before = corpus_reader.load_corpus(curator.folder)
    curator.change("issues/river-treaty", id="treaty", former_ids=["river-treaty"])
    curator.file("issues/river-treaty").rename(curator.file("issues/treaty"))
    redirects = Redirects.of(corpus_reader.load_corpus(curator.folder))
    followed = redirects.without_merged(before).follow(before)
    assert followed.issues["treaty"].model.name == before.issues["river-treaty"].model.name
    named = {name for entry in followed.entries() for name in list_ids(entry.model)}
    assert "treaty" in named
    assert "river-treaty" not in named


def test_what_became_a_part_of_another_is_not_the_same(curator):
    before = corpus_reader.load_corpus(curator.folder)
    curator.change("issues/ferry-ban", former_ids=["river-treaty"])
    redirects = Redirects.of(corpus_reader.load_corpus(curator.folder))
    assert redirects.entries == {"river-treaty": "ferry-ban"}
    assert redirects.without_merged(before).entries == {}
