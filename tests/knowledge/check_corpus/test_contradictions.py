"""Entries whose fields deny each other: read, told, and refused by the build."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import contradictions
from knowledge.corpus.errors import CorpusError
from knowledge.corpus.model import Article, Event, Person
from knowledge.kb.builder import build

SAID = {"from": "2025-03-12", "to": "2025-03-12", "printed": "March 12, 2025", "basis": "printed"}
QUOTE = {"kind": "direct", "exact": "so it is and so it stays", "attribution": "Ada"}
STANCE = {
    "holder": "velmora",
    "issue": "ferry-ban",
    "value": "supports",
    "basis": "declared",
    "grounds": 0,
}
STATEMENT = {
    "id": "ada-says-so",
    "said": SAID,
    "speaker": {"id": "ada-lind"},
    "sourcing": "on_record",
    "summary": "Ada said so.",
    "stances": [STANCE],
    "quotes": [QUOTE],
}
ARTICLE = {
    **dict.fromkeys(("agency", "publisher", "title", "byline", "url")),
    "id": "a",
    "published": SAID,
    "fingerprint": "0" * 64,
    "words": 1,
}
ANON = {"id": None, "description": "an official"}
TURNED = {**SAID, "to": "2025-03-11"}
BARE = {**SAID, "printed": None}


def told(model):
    return [
        f"{'.'.join(map(str, f.where))}: {f.why} {f.what_to_do}"
        for f in contradictions.faults(model)
    ]


def statement(**changes):
    return Article.model_validate(ARTICLE | {"statements": [STATEMENT | changes]})


def test_a_whole_statement_contradicts_nothing():
    assert told(statement()) == []


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"sourcing": "relayed", "stances": []}, "via: Relayed words need 'via'. Say who"),
        (
            {"speaker": None},
            "speaker: The sourcing 'on_record' needs a speaker. Give the speaker's id or",
        ),
        (
            {"speaker": None, "sourcing": "document"},
            "speaker: The sourcing 'document' needs a speaker.",
        ),
        (
            {"sourcing": "outlet"},
            "sourcing: The sourcing 'outlet' is the article's own voice, so the",
        ),
        (
            {"sourcing": "outlet", "speaker": None},
            "stances.0.basis: Nobody declares a stance in the article's own voice. Make its basis",
        ),
        (
            {"sourcing": "unnamed", "stances": []},
            "sourcing: The sourcing 'unnamed' cannot have a speaker with an id. Give the printed",
        ),
        ({"speaker": {"id": None}}, "speaker: A speaker without an id needs the printed desc"),
        (
            {"sourcing": "unnamed", "speaker": ANON},
            "stances.0.basis: A stance that is unnamed cannot be 'declared'. Make its basis 'relayed'.",
        ),
        (
            {"sourcing": "relayed", "via": "sources"},
            "stances.0.basis: A stance that is relayed cannot be 'declared'. Make its basis 'relayed'.",
        ),
        (
            {"stances": [{**STANCE, "grounds": 1}]},
            "stances.0.grounds: There is no quote 1: 'grounds' counts the quotes from 0. Write 0.",
        ),
        ({"quotes": []}, "stances.0: 'velmora' has a stance on 'ferry-ban' but no quote. Add the"),
        (
            {"stances": [{**STANCE, "value": "conditional"}]},
            "stances.0.condition: 'condition' goes with the value 'conditional' and with no other",
        ),
        ({"stances": [{**STANCE, "condition": "if so"}]}, "stances.0.condition: 'condition' goes"),
        (
            {"quotes": [{**QUOTE, "attribution": None}]},
            "quotes.0.attribution: A direct quote needs an attribution. Copy the printed words",
        ),
        ({"said": TURNED}, "said.to: 'to' (2025-03-11) is before 'from' (2025-03-12). Put them"),
        (
            {"said": {**SAID, "printed": "March 12"}},
            "said.basis: The basis says 'printed', but 'March 12' has no year. Write 'year",
        ),
        (
            {"said": BARE},
            "said.basis: The basis says 'printed', but the printed words are missing. Give them",
        ),
    ],
)
def test_what_a_statement_denies_itself_is_told_at_its_field(changes, why):
    (only,) = told(statement(**changes))
    assert only.startswith(f"statements.0.{why}")


@pytest.mark.parametrize(
    ("model", "where"),
    [
        (Article.model_validate(ARTICLE | {"published": TURNED}), "published.to"),
        (Event.model_validate({"id": "a", "name": "A", "date": TURNED}), "date.to"),
        (
            Person.model_validate(
                {
                    "id": "a",
                    "name": "A",
                    "descriptions": [{"article": "a", "as": "b", "date": TURNED}],
                }
            ),
            "descriptions.0.date.to",
        ),
        (
            Person.model_validate(
                {
                    "id": "a",
                    "name": "A",
                    "memberships": [
                        {
                            "title": "Envoy",
                            "organization": "o",
                            "attested": [{"article": "a", "as": "b", "date": TURNED}],
                        }
                    ],
                }
            ),
            "memberships.0.attested.0.date.to",
        ),
    ],
)
def test_every_date_is_in_order(model, where):
    (only,) = told(model)
    assert only.startswith(f"{where}: 'to' (2025-03-11) is before")


def test_all_that_one_statement_denies_is_told_at_once():
    wrong = {"sourcing": "relayed", "said": TURNED, "stances": [{**STANCE, "grounds": 7}]}
    assert [
        line.split(":")[0].removeprefix("statements.0.") for line in told(statement(**wrong))
    ] == ["said.to", "via", "stances.0.basis", "stances.0.grounds"]


def test_nothing_that_contradicts_itself_is_built(curator, tmp_path):
    curator.replace("articles/valley-post-2025-04", "    via: diplomatic sources\n", "")
    with pytest.raises(CorpusError, match="Relayed words need 'via'"):
        build(curator.folder, tmp_path / "kb.sqlite")
    assert not (tmp_path / "kb.sqlite").exists()


def test_only_an_earlier_text_of_the_article_can_be_what_prints_a_statement():
    (why,) = told(statement(printed_in="1" * 64))
    assert why.startswith(
        "statements.0.printed_in: This is not the fingerprint of an earlier text of this article. Give one"
    )
    article = {
        **ARTICLE,
        "earlier": ["1" * 64],
        "statements": [{**STATEMENT, "printed_in": "1" * 64}],
    }
    assert told(Article.model_validate(article)) == []
