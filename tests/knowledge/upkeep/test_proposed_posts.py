"""Posts that articles print for people: whose they are, of which body, and under which title."""

from __future__ import annotations

import pytest

from knowledge.corpus.errors import UpkeepError
from knowledge.upkeep.proposed_posts import give_post, list_proposed_posts

STATEMENT = "teva-dask-news"


@pytest.fixture
def proposed(opened, curator):
    """Return what is proposed where an article calls Teva Dask so."""

    def told(printed):
        curator.statement(STATEMENT, speaker={"id": "teva-dask", "as": printed})
        found = list(list_proposed_posts(opened().corpus))
        return [(post.title, post.organization) for post in found if post.person == "teva-dask"]

    return told


@pytest.mark.parametrize(
    ("printed", "title", "organization"),
    [
        ("the Velmoran president", "President", "velmora"),
        ("president of Velmora", "President", "velmora"),
        ("Velmora’s Foreign Minister", "Foreign Minister", "velmoran-foreign-ministry"),
        ("the new Velmoran minister of mines", "Minister of Mines", "velmora"),
        ("head of the Northern Bureau", "Head of the Northern Bureau", "northern-bureau"),
        (
            "head of the Waterworks’ Northern Bureau",
            "Head of the Northern Bureau",
            "northern-bureau",
        ),
        ("the Velmoran envoy to South Tarsk", "Envoy to South Tarsk", "velmora"),
        (
            "a spokeswoman for the Velmoran Foreign Ministry",
            "Spokeswoman",
            "velmoran-foreign-ministry",
        ),
    ],
)
def test_a_post_is_read_off_the_words(proposed, printed, title, organization):
    assert proposed(printed) == [(title, organization)]


@pytest.mark.parametrize(
    "printed",
    [
        "sister of Orin Dask",
        "a baker in Lund",
        "the president",
        "the former Velmoran president",
        "the Velmoran president-elect",
        "president of Ruritania",
        "the Velmoran",
    ],
)
def test_what_is_no_post_or_names_no_body_on_record_is_not_proposed(proposed, printed):
    assert proposed(printed) == []


def test_what_is_on_record_is_not_proposed_again(opened):
    assert list(list_proposed_posts(opened().corpus)) == []


def test_only_the_articles_that_are_named_are_looked_at(proposed, opened):
    proposed("the Velmoran president")
    corpus = opened().corpus
    assert list(list_proposed_posts(corpus, {"valley-post-2025-04"})) == []
    assert len(list(list_proposed_posts(corpus, {"marrow-2025-05"}))) == 1


def test_a_post_that_is_taken_is_one_of_the_person(curator, make):
    curator.change("people/jonas-vehl", memberships=[])
    told = make(lambda corpus: give_post(corpus, next(iter(list_proposed_posts(corpus)))))
    assert "Jonas Vehl gains the post “Special Envoy”" in told
    (post,) = curator.read("people/jonas-vehl")["memberships"]
    assert (post["title"], post["organization"]) == ("Special Envoy", "south-tarsk")
    assert post["attested"] == [
        {"article": "valley-post-2025-04", "as": "the special envoy of South Tarsk"}
    ]


def test_other_words_for_a_post_on_record_are_added_to_it(curator, opened):
    held = curator.read("people/jonas-vehl")["memberships"]
    held[0]["attested"] = [{"article": "marrow-2025-05", "as": "Special Envoy"}]
    curator.change("people/jonas-vehl", memberships=held)
    corpus = opened().corpus
    (post,) = list_proposed_posts(corpus)
    (changed,) = give_post(corpus, post).changes
    assert [a.article for a in changed.model.memberships[0].attested] == [
        "marrow-2025-05",
        "valley-post-2025-04",
    ]


def test_a_post_that_somebody_has_given_meanwhile_is_not_given_twice(curator, opened):
    curator.change("people/jonas-vehl", memberships=[])
    (post,) = list_proposed_posts(opened().corpus)
    opened().make(lambda corpus: give_post(corpus, post))
    with pytest.raises(UpkeepError, match="has this post already"):
        opened().make(lambda corpus: give_post(corpus, post))
