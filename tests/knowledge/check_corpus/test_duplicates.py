"""What may stand in a corpus only once."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import duplicates
from knowledge.corpus import corpus_reader


def told(curator):
    return [str(p) for p in sorted(duplicates.problems(corpus_reader.load_corpus(curator.folder)))]


def test_nothing_stands_twice_in_the_tiny_corpus(curator):
    assert told(curator) == []


def test_an_id_stands_in_one_file_only(curator):
    curator.write("people/ferry-ban", "id: ferry-ban\nname: Ferdinand Ban\n")
    assert any("issues/ferry-ban.yaml has this id too." in problem for problem in told(curator))


def test_the_id_of_a_statement_is_unique_in_the_whole_corpus(curator):
    curator.statement("teva-dask-news", id="vehl-before-snow")
    (only,) = told(curator)
    assert only.endswith(
        "statements.4.id: articles/marrow-2025-05.yaml statements.2 has this id too. "
        "Give one of them another id."
    )


@pytest.mark.parametrize("alias", ["Jonas Vehl", "JONAS-VEHL", "jonas  vehl", "Velm-City", "talks"])
def test_a_strong_alias_belongs_to_one_thing_only(curator, alias):
    curator.change("people/teva-dask", aliases=[alias])
    (only,) = told(curator)
    assert f"The name {alias!r} belongs to " in only or "belongs to 'teva-dask' too" in only
    assert "Make it weak in both, or remove it from one." in only or "another name." in only


@pytest.mark.parametrize("alias", ["Tarsk", "Foreign Ministry", "Dask"])
def test_a_weak_alias_may_be_shared(curator, alias):
    curator.change("people/teva-dask", weak_aliases=[alias])
    assert told(curator) == []


@pytest.mark.parametrize("alias", ["...", "' '", "-"])
def test_an_alias_of_which_nothing_is_left_is_told(curator, alias):
    curator.change("people/teva-dask", aliases=[alias])
    (only,) = told(curator)
    assert "aliases.0: Nothing is left of the name" in only


def test_an_event_and_an_organization_do_not_share_an_id(curator):
    curator.file("events/lund-meeting-2025-03-12").rename(curator.file("events/velmora"))
    curator.change("events/velmora", id="velmora")
    (only,) = told(curator)
    assert only == (
        "organizations/velmora.yaml:2: id: events/velmora.yaml has this id too. "
        "Give one of them another id."
    )


@pytest.mark.parametrize("field", ["fingerprint", "earlier"])
def test_one_text_is_one_article(curator, field):
    _, data = curator._article_of("vehl-before-snow")
    text = data["fingerprint"]
    curator.change("articles/marrow-2025-05", **{field: text if field == "fingerprint" else [text]})
    (only,) = told(curator)
    assert "articles/marrow-2025-05.yaml has this fingerprint too. Move the" in only


def test_a_quote_stands_once_in_a_statement(curator):
    _, data = curator._article_of("dask-ferry-ban")
    quotes = next(s["quotes"] for s in data["statements"] if s["id"] == "dask-ferry-ban")
    curator.statement("dask-ferry-ban", quotes=[*quotes, quotes[0]])
    (only,) = told(curator)
    assert f".quotes.{len(quotes)}: This repeats quotes.0. Remove one of them" in only


def test_the_same_words_in_two_places_are_two_quotes(curator):
    _, data = curator._article_of("dask-ferry-ban")
    quotes = next(s["quotes"] for s in data["statements"] if s["id"] == "dask-ferry-ban")
    curator.statement("dask-ferry-ban", quotes=[*quotes, quotes[0] | {"start": 0, "end": 9}])
    assert told(curator) == []


@pytest.mark.parametrize("former", ["ferry-ban", "jonas-vehl"])
def test_a_former_id_leads_to_one_entry_only(curator, former):
    curator.change("issues/river-treaty", former_ids=[former])
    assert any(f"has the id {former!r}, or had it." in problem for problem in told(curator))


def test_a_former_id_is_had_by_one_entry_only(curator):
    curator.change("issues/river-treaty", former_ids=["treaty-of-old"])
    curator.change("issues/ferry-ban", former_ids=["treaty-of-old"])
    assert any("or had it. Remove it here, or there." in problem for problem in told(curator))


def test_a_former_id_of_a_statement_is_no_others(curator):
    curator.statement("teva-dask-news", former_ids=["vehl-before-snow"])
    (only,) = told(curator)
    assert "has the id 'vehl-before-snow', or had it." in only
    assert "statements.2.former_ids.0" in only


def test_a_retired_statement_keeps_its_id_for_itself(curator):
    data = curator.read("articles/marrow-2025-05")
    gone = data["statements"][0] | {"id": "teva-dask-news"}
    curator.change(
        "articles/marrow-2025-05",
        retired=[{"day": "2025-06-01", "why": "It is another's.", "statement": gone}],
    )
    assert any("has this id too." in problem for problem in told(curator))
