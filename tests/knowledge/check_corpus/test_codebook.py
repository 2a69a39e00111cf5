"""What the codebook asks of an entry by itself."""

from __future__ import annotations

import pytest

from knowledge.check_corpus import codebook
from knowledge.corpus import corpus_reader


def told(curator):
    return [str(p) for p in codebook.problems(corpus_reader.load_corpus(curator.folder))]


def warned(curator):
    return [str(p) for p in codebook.warnings(corpus_reader.load_corpus(curator.folder))]


@pytest.mark.parametrize(
    ("summary", "degree"),
    [
        ("Vehl strongly spoke for the opening.", "strongly"),
        ("Clearly Vehl was for the opening.", "Clearly"),
        ("Vehl asked for too much.", "too much"),
        ("Vehl was rather for it.", "rather"),
        ("Vehl fully and wholly agreed.", "fully"),
        ("Vehl was for it, unequivocally.", "unequivocally"),
        ("Vehl spoke mostly for the opening.", "mostly"),
    ],
)
def test_a_summary_with_an_adverb_of_degree_is_told(curator, summary, degree):
    curator.statement("vehl-before-snow", summary=summary)
    (only,) = told(curator)
    assert f"statements.4.summary: {degree!r} weighs what was said. Say it without" in only


@pytest.mark.parametrize(
    "summary",
    [
        "Vehl asked for the opening rather than for a ferry.",
        "The highland almoner was for the opening.",
        "Vehl said that the opening would come too.",
    ],
)
def test_a_summary_that_only_looks_like_weighing_is_not(curator, summary):
    curator.statement("vehl-before-snow", summary=summary)
    assert told(curator) == []


def test_a_summary_quotes_nothing(curator):
    curator.statement("vehl-before-snow", summary="Vehl will “open the border”.")
    (only,) = told(curator)
    assert "statements.4.summary: The summary has quotation marks, which belong to " in only


@pytest.mark.parametrize(
    ("kind", "most", "what_to_do"),
    [
        ("narration", 40, "Keep the part that decides, and mark the cuts with […]."),
        ("direct", 120, "No answer would show it."),
    ],
)
def test_an_over_long_quotation_is_told_without_the_text_too(curator, kind, most, what_to_do):
    for count, refused in [(most, False), (most + 1, True)]:
        quote = {"kind": kind, "exact": "[…] " + "so " * count + "[…]", "attribution": "Vehl"}
        curator.statement("vehl-before-snow", quotes=[quote])
        problems = told(curator)
        assert bool(problems) is refused
    assert (
        f"quotes.0.exact: The quote has {most + 1} words; the limit is {most} words. "
        in problems[0]
    )
    assert what_to_do in problems[0]


@pytest.mark.parametrize(
    ("cuts", "draft", "is_torn"), [(1, False, False), (2, False, True), (2, True, False)]
)
def test_a_slice_of_several_cuts_is_a_warning_where_it_is_served(curator, cuts, draft, is_torn):
    exact = f"[…] {' […] '.join(['Vehl spoke'] * (cuts + 1))} […]"
    quote = {"kind": "narration", "exact": exact, "attribution": "Vehl"}
    curator.statement("vehl-before-snow", quotes=[quote], draft=draft)
    found = [w for w in warned(curator) if "statements.4.quotes.0.exact" in w]
    assert [f"has {cuts} cuts inside it" in w for w in found] == [True] * is_torn


def test_an_issue_that_nothing_uses_is_a_warning_and_fails_no_check(curator):
    (only,) = warned(curator)
    assert only.startswith("issues/inter-tarsk-talks.yaml:2: id: No stance and no other issue uses")
    assert curator.check().problems == []


def test_an_issue_that_groups_others_is_used(curator):
    curator.change("issues/ferry-ban", parent="inter-tarsk-talks")
    assert warned(curator) == []


def test_no_issue_is_called_unused_while_an_entry_cannot_be_read(curator):
    curator.write("articles/marrow-2025-05", "id: [")
    report = curator.check()
    assert report.warnings == []
    assert [p.file for p in report.problems] == ["articles/marrow-2025-05.yaml"]


@pytest.mark.parametrize(
    ("value", "exact", "why"),
    [
        ("opposes", "Velmora said that it supports the ban on the ferry", "'supports'"),
        ("supports", "Velmora said that it opposes the ban on the ferry", "'opposes'"),
        ("supports", "Velmora will sign it unless the South objects", "'unless'"),
        ("opposes", "Velmora will not talk if the South objects", "'if'"),
        ("opposes", "Velmora said that it no longer supports the ban", None),
        ("supports", "Velmora supports the ban (if there is one at all)", None),
        ("conditional", "Velmora will sign it unless the South objects", None),
    ],
)
def test_a_value_that_its_grounds_speak_against_is_a_warning(curator, value, exact, why):
    quotes = curator.read("articles/valley-post-2025-04")["statements"][3]["quotes"]
    stance = {"holder": "velmora", "issue": "ferry-ban", "basis": "declared", "grounds": 0}
    stance |= {"value": value, "condition": exact if value == "conditional" else None}
    changed = [quotes[0] | {"exact": exact}, *quotes[1:]]
    curator.statement("dask-ferry-ban", quotes=changed, stances=[stance])
    found = [one for one in warned(curator) if ".value: " in one]
    if why is None:
        assert found == []
        return
    assert f"The value is '{value}', and the grounds have {why}." in "".join(found)
