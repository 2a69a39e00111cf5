"""Entries against one another: what one says and another denies."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import integrity
from knowledge.corpus import corpus_reader


def told(curator):
    return [str(p) for p in sorted(integrity.problems(corpus_reader.load_corpus(curator.folder)))]


def test_the_tiny_corpus_holds_together(curator):
    assert told(curator) == []


ENVOY = {"title": "Envoy", "organization": "south-tarsk"}


@pytest.mark.parametrize(
    ("name", "fields", "problem"),
    [
        (
            "organizations/northern-bureau",
            {"parent": "foreign-ministry"},
            (
                "organizations/northern-bureau.yaml:5: parent: "
                "There is no organization 'foreign-ministry'"
            ),
        ),
        (
            "issues/ferry-ban",
            {"parent": "ferries"},
            "issues/ferry-ban.yaml:10: parent: There is no issue 'ferries'",
        ),
        (
            "issues/ferry-ban",
            {"parties": ["velmora", "jonas-vehl"]},
            "issues/ferry-ban.yaml:12: parties.1: There is no organization 'jonas-vehl'",
        ),
        (
            "people/jonas-vehl",
            {"memberships": [{**ENVOY, "attested": [{"article": "valley-post", "as": "envoy"}]}]},
            "memberships.0.attested.0.article: There is no article 'valley-post'",
        ),
        (
            "people/jonas-vehl",
            {
                "memberships": [
                    {
                        "title": "Envoy",
                        "organization": "nowhere",
                        "attested": [{"article": "valley-post-2025-04", "as": "envoy"}],
                    }
                ]
            },
            "memberships.0.organization: There is no organization 'nowhere'",
        ),
        (
            "people/jonas-vehl",
            {"descriptions": [{"article": "nothing", "as": "a tall man"}]},
            "descriptions.0.article: There is no article 'nothing'",
        ),
    ],
)
def test_an_id_that_nothing_has_is_told(curator, name, fields, problem):
    curator.change(name, **fields)
    (only,) = told(curator)
    assert problem in only


STANCE = {
    "holder": "south-tarsk",
    "issue": "border-opening",
    "value": "supports",
    "basis": "declared",
    "grounds": 0,
}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"speaker": {"id": "nobody"}}, "speaker.id: There is no person or organization 'nobody'"),
        (
            {"sourcing": "state_media"},
            "sourcing: 'jonas-vehl' is a person: 'state_media' is for official media that speak",
        ),
        ({"event": "ball-2025"}, "event: There is no event 'ball-2025'"),
        ({"on_behalf_of": "jonas-vehl"}, "on_behalf_of: There is no organization 'jonas-vehl'"),
        (
            {"stances": [{**STANCE, "holder": "jonas-vehl"}]},
            "stances.0.holder: There is no organization 'jonas-vehl'",
        ),
        (
            {"stances": [{**STANCE, "issue": "whaling"}]},
            "stances.0.issue: There is no issue 'whaling'",
        ),
        (
            {"stances": [{**STANCE, "issue": "tarsk-dialogue"}]},
            "stances.0.issue: 'tarsk-dialogue' has no question: it only groups",
        ),
        (
            {"stances": [STANCE, {**STANCE, "value": "opposes"}]},
            "stances.1: This is a second stance of 'south-tarsk' on 'border-opening' in one statement",
        ),
        ({"stances": [{**STANCE, "holder": "northern-bureau"}]}, "stances.0.holder: "),
    ],
    ids=[
        "speaker",
        "a person as a medium",
        "event",
        "on behalf of",
        "a holder that is a person",
        "issue",
        "an issue that only groups",
        "two stances of one holder on one issue",
        "a holder that belongs to a state",
    ],
)
def test_what_a_statement_names_exists_and_fits(curator, fields, problem):
    curator.statement("vehl-before-snow", **fields)
    (only,) = told(curator)
    assert only.startswith("articles/valley-post-2025-04.yaml:")
    assert f"statements.4.{problem}" in only


@pytest.mark.parametrize(
    ("parents", "kind"),
    [
        ({"ferry-ban": "ferry-ban"}, "issues"),
        ({"ferry-ban": "border-opening", "border-opening": "ferry-ban"}, "issues"),
        ({"velmoran-foreign-ministry": "northern-bureau"}, "organizations"),
        ({"velmora": "velmora"}, "organizations"),
    ],
)
def test_parents_do_not_go_round_in_a_circle(curator, parents, kind):
    for child, parent in parents.items():
        curator.change(f"{kind}/{child}", parent=parent)
    problems = told(curator)
    assert problems
    for child in parents:
        assert any(p.startswith(f"{kind}/{child}.yaml:") for p in problems)
    assert all("parent: The parents form a circle. " in p for p in problems)


def test_every_problem_is_told_and_not_the_first(curator):
    curator.change("issues/ferry-ban", parent="ferries", parties=["one", "two"])
    curator.change("organizations/northern-bureau", parent="nothing")
    curator.statement("vehl-before-snow", event="ball-2025", speaker={"id": "nobody"})
    assert len(told(curator)) == 6
