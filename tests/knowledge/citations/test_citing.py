"""From entries to what the reader gets."""

from __future__ import annotations

import pytest

from knowledge.citations.citing import cite_statements
from knowledge.corpus import corpus_reader
from knowledge.corpus.model import Kind


@pytest.fixture
def cite(curator):
    """Return the citation of one statement of the curator's copy."""

    def one(statement):
        return next(
            s
            for s in cite_statements(corpus_reader.load_corpus(curator.folder))
            if s.id == statement
        )

    return one


def test_every_statement_is_cited_the_newest_first(corpus_folder):
    found = cite_statements(corpus_reader.load_corpus(corpus_folder))
    assert [s.id for s in found] == [
        "tolls-at-odds",
        "radio-late-spring",
        "teva-dask-news",
        "marrow-ferry-first",
        "marrow-this-year",
        "velmora-not-ready",
        "north-tarsk-lighthouse",
        "official-unread-paper",
        "dask-ferry-ban",
        "vehl-before-snow",
        "dask-premature",
        "isles-no-side",
        "treaty-own-tolls",
    ]
    assert [s.place for s in found] == list(range(13))


def test_on_one_day_what_is_declared_comes_before_what_is_relayed(curator):
    same_day = {"from": "2025-05-02", "to": "2025-05-02", "basis": "year inferred: as before"}
    curator.statement("dask-premature", said=same_day)
    ids = [s.id for s in cite_statements(corpus_reader.load_corpus(curator.folder))]
    assert ids.index("marrow-this-year") < ids.index("dask-premature")
    assert ids.index("dask-premature") < ids.index("velmora-not-ready")


@pytest.mark.parametrize(
    ("last", "newer"), [("2025-04-20", False), ("2025-04-10", True)], ids=["days", "one-day"]
)
def test_an_outlets_account_without_a_day_is_not_newer_than_the_speech_beside_it(
    curator, last, newer
):
    said = {"from": "2025-04-10", "to": last, "basis": "date inferred: as before"}
    curator.statement("official-unread-paper", sourcing="outlet", said=said)
    ids = [s.id for s in cite_statements(corpus_reader.load_corpus(curator.folder))]
    found = ids.index("official-unread-paper") < ids.index("velmora-not-ready")
    assert found is newer


@pytest.mark.parametrize(
    ("statement", "name", "shown_as", "kind"),
    [
        pytest.param(
            "dask-premature",
            "Orin Dask",
            "head of the Velmoran Foreign Ministry’s Northern Bureau",
            Kind.PERSON,
            id="as printed that day",
        ),
        pytest.param(
            "dask-ferry-ban",
            "Orin Dask",
            "head of the Velmoran Foreign Ministry’s Northern Bureau",
            Kind.PERSON,
            id="by the one post that the article attests",
        ),
        pytest.param(
            "marrow-this-year",
            "Ilse Marrow",
            "the new Velmoran envoy to the two Tarsks",
            Kind.PERSON,
            id="a description is no post",
        ),
        pytest.param(
            "teva-dask-news", "Teva Dask", "sister of Orin Dask", Kind.PERSON, id="no post"
        ),
        pytest.param("isles-no-side", "United Isles", None, Kind.ORGANIZATION, id="a state"),
        pytest.param("official-unread-paper", None, None, None, id="nobody named"),
    ],
)
def test_a_speaker_is_shown_as_what_they_were(cite, statement, name, shown_as, kind):
    speaker = cite(statement).speaker
    assert (speaker.name, speaker.as_, speaker.kind) == (name, shown_as, kind)


def test_of_two_posts_neither_is_certain(curator, cite):
    attested = {"article": "valley-post-2025-04", "as": "special envoy"}
    posts = [
        {"title": title, "organization": "south-tarsk", "attested": [attested]}
        for title in ("Special Envoy", "Mayor")
    ]
    curator.change("people/jonas-vehl", memberships=posts)
    curator.statement("vehl-before-snow", speaker={"id": "jonas-vehl"})
    assert cite("vehl-before-snow").speaker.as_ is None


def test_a_post_that_another_article_attests_is_not_that_days_post(curator, cite):
    attested = {"article": "marrow-2025-05", "as": "special envoy"}
    post = {"title": "Special Envoy", "organization": "south-tarsk", "attested": [attested]}
    curator.change("people/jonas-vehl", memberships=[post])
    curator.statement("vehl-before-snow", speaker={"id": "jonas-vehl"})
    assert cite("vehl-before-snow").speaker.as_ is None


def test_a_speaker_without_a_name_keeps_the_printed_description(cite):
    speaker = cite("official-unread-paper").speaker
    assert (speaker.id, speaker.description) == (None, "A senior official of Velmora")


def test_who_relayed_the_words_goes_with_them(cite):
    assert cite("dask-premature").via == "the sources"
    assert cite("north-tarsk-lighthouse").via == "Tarsk Radio"


def test_a_short_direct_quote_comes_with_its_clause_and_a_longer_one_alone(cite):
    short, clause = cite("dask-premature").quotes
    assert short.context == clause.exact
    assert clause.context is None
    assert [q.context for q in cite("dask-ferry-ban").quotes] == [None, None]


def test_the_clause_is_the_one_that_the_quote_stands_in(curator, cite):
    other = "The program is heard on both banks of the river."
    own = "Tarsk Radio called the announcement “a late spring” […]"
    quotes = [
        {"kind": "narration", "exact": other, "start": 300, "end": 348},
        {"kind": "direct", "exact": "a", "start": 36, "end": 37, "attribution": "Tarsk Radio"},
        {"kind": "narration", "exact": own, "start": 0, "end": 50},
    ]
    curator.statement("radio-late-spring", quotes=quotes)
    assert cite("radio-late-spring").quotes[1].context == own


def test_of_an_article_that_may_only_be_linked_no_words_are_shown(cite):
    for statement in ("treaty-own-tolls", "tolls-at-odds"):
        shown = cite(statement)
        assert shown.quotes == ()
        assert shown.withheld_reason == "the publisher allows only a link"
        assert shown.summary


def test_of_a_statement_without_a_quote_the_reader_is_told_that_it_has_none(curator, cite):
    curator.statement("isles-no-side", quotes=[], stances=[], about=["border-opening"])
    assert cite("isles-no-side").withheld_reason.endswith("and no quotation")


def test_words_that_may_be_shown_are_not_withheld(cite):
    assert cite("dask-premature").withheld_reason is None


def test_the_source_is_the_head_of_the_article_and_null_where_nothing_is_printed(cite):
    post, nameless = cite("dask-premature").article, cite("marrow-this-year").article
    assert (post.publisher, post.byline) == ("Valley Post", "Anna Quill")
    assert post.title == "Velmora wary of plan to open Tarsk border"
    assert post.published.inferred is None
    assert (nameless.agency, nameless.publisher, nameless.title) == (None, None, None)
    assert nameless.published.inferred == "date inferred"


def test_the_words_of_a_quote_are_counted_without_its_cuts(cite):
    assert [q.words for q in cite("dask-premature").quotes] == [1, 21]
