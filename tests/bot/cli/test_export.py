"""`stancebook export`: what other programs read, with the rights and limits of an answer."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter, UserList
from dataclasses import replace
from datetime import date

import pytest

from bot.cli.exports.exported import export_all
from bot.cli.exports.iso_days import iso_date, iso_interval
from bot.cli.exports.web_annotations import web_annotations
from knowledge.corpus import Interval

HELD_BACK = "at odds over the tolls"  # of an article that allows only a link
URN = re.compile(r"urn:uuid:[0-9a-f-]{36}(#page)?")


@pytest.fixture
def exported(stancebook, corpus_folder, texts_folder):
    """Return a function that exports the tiny corpus, and reads what comes out."""

    def export(form, *question):
        where = ("--corpus", corpus_folder, "--articles", texts_folder)
        result = stancebook("export", "--format", form, *where, *question)
        assert result.exit_code == 0, result.output
        return result.stdout_bytes.decode()

    return export


@pytest.fixture
def rows(exported):
    return lambda *question: list(csv.DictReader(io.StringIO(exported("csv", *question))))


def _quotes(kb):
    """Return the printed words of each article that the corpus quotes and may show."""
    found = {}
    for record in kb.sources():
        for statement in kb.statements_in(record.source.id):
            found.setdefault(record.source.id, []).extend(q.exact for q in statement.quotes)
    return found


def test_each_stance_of_each_statement_is_a_row(rows, kb):
    found = Counter((r["statement"], r["holder"], r["issue"]) for r in rows())
    due = [
        (s.id, stance.holder if stance else "", stance.issue if stance else "")
        for record in kb.sources()
        for s in kb.statements_in(record.source.id)
        for stance in s.stances or [None]
    ]
    assert found == Counter(due)


def test_a_row_says_who_what_when_and_per_which_source(rows):
    (row,) = [r for r in rows() if r["statement"] == "dask-premature"]
    assert (row["holder_name"], row["issue_name"]) == ("Velmora", "Opening of the Tarsk border")
    assert (row["value"], row["basis"], row["via"]) == ("reluctant", "relayed", "the sources")
    assert (row["said_from"], row["said_inferred"]) == ("2025-03-12", "year inferred")
    assert row["words"].startswith("Orin Dask […] called the plan “premature”")
    assert (row["words_kind"], row["publisher"]) == ("narration", "Valley Post")


def test_a_link_gives_ids_days_and_values_and_no_words(rows, exported):
    (row,) = [r for r in rows() if r["statement"] == "tolls-at-odds"]
    assert (row["holder"], row["value"]) == ("south-tarsk", "undeclared")
    assert row["said_from"] == "2025-06-01"
    assert (row["words"], row["other_words"], row["condition"]) == ("", "", "")
    assert row["withheld_reason"] == "the publisher allows only a link"
    for form in ("csv", "jsonl", "claimreview", "annotation"):
        text = exported(form)
        assert HELD_BACK not in text, form
        assert "south-tarsk" in text or "South Tarsk on River Treaty" in text, form


def test_one_question_exports_what_answers_it(rows, exported):
    found = rows("velmora", "border")
    assert {(r["holder"], r["issue"]) for r in found} == {("velmora", "border-opening")}
    lines = exported("jsonl", "velmora border").splitlines()
    assert {json.loads(line)["id"] for line in lines} == {r["statement"] for r in found}


def test_one_question_quotes_no_more_than_an_answer(stancebook):
    result = stancebook("export", "--format", "jsonl", "japan talks")
    words = Counter()
    for line in result.stdout.splitlines():
        statement = json.loads(line)
        spans = {(q["start"], q["exact"]): q["words"] for q in statement["quotes"]}
        whole = [e for _, e in spans if not any(e in o and e != o for _, o in spans)]
        words[statement["article"]["id"]] += sum(n for (_, e), n in spans.items() if e in whole)
    assert words
    assert max(words.values()) <= 120


def test_a_statement_is_printed_as_ask_prints_it(exported, stancebook, corpus_folder, texts_folder):
    where = ("--corpus", corpus_folder, "--articles", texts_folder)
    told = stancebook("ask", "--json", *where, "/stance velmora border")
    assert [json.loads(line) for line in exported("jsonl", "velmora border").splitlines()] == (
        json.loads(told.stdout)["statements"]
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [("atlantis border", "no record of “atlantis”"), ("velmora", "on which issue?")],
)
def test_a_question_without_an_answer_prints_nothing_and_says_why(
    stancebook, corpus_folder, question, told
):
    result = stancebook("export", "--corpus", corpus_folder, question)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert told in result.stderr


def test_words_that_are_not_read_are_named(stancebook, corpus_folder):
    result = stancebook("export", "--corpus", corpus_folder, "velmora border kindly zebra")
    assert result.exit_code in {0, 1}
    assert "zebra" in result.stderr


def test_lines_of_a_spreadsheet_end_as_its_format_says(exported):
    assert exported("csv").count("\r\n") > 5


def test_a_claim_review_has_what_schema_org_says(exported):
    graph = json.loads(exported("claimreview"))
    assert graph["@context"] == "https://schema.org"
    for review in graph["@graph"]:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"]
        assert URN.fullmatch(review["@id"])
        claim = review["itemReviewed"]
        assert claim["@type"] == "Claim"
        assert claim["appearance"]["@type"] == "NewsArticle"
        assert "ratingValue" not in review.get("reviewRating", {}), "a stance has no score"
    names = [review["@id"] for review in graph["@graph"]]
    assert len(names) == len(set(names))


def test_own_words_are_by_their_speaker_and_a_sentence_of_the_outlet_is_about_them(exported):
    graph = json.loads(exported("claimreview"))["@graph"]
    by_text = {r["itemReviewed"].get("text", ""): r for r in graph}
    own = by_text["We will keep the ban until the last fisherman is home."]["itemReviewed"]
    (told,) = [review for text, review in by_text.items() if text.startswith("Orin Dask […]")]
    assert own["author"] == {
        "@type": "Person",
        "name": "Orin Dask",
        "jobTitle": "head of the Velmoran Foreign Ministry’s Northern Bureau",
    }
    assert told["itemReviewed"]["author"]["name"] == "Valley Post"
    assert told["itemReviewed"]["about"]["name"] == "Orin Dask"
    assert "relayed by the sources" in told["claimReviewed"]
    assert told["reviewAspect"] == ["Velmora on Opening of the Tarsk border: reluctant"]


def test_annotations_are_a_collection_as_the_model_says(exported):
    made = json.loads(exported("annotation"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    page = made["first"]
    assert (page["type"], page["partOf"]) == ("AnnotationPage", made["id"])
    assert made["total"] == len(page["items"])
    names = [item["id"] for item in page["items"]]
    assert len(names) == len(set(names))
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in {"classifying", "highlighting"}
        assert {body["type"] for body in item["body"]} == {"TextualBody"}


def _selectors(made):
    for item in made["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            yield target["source"]["dcterms:identifier"], target.get("selector", {})


@pytest.mark.parametrize("real", [True, False])
def test_a_selector_has_no_word_that_the_corpus_does_not_quote(
    stancebook, corpus_folder, kb, shipped_kb, real
):
    where = () if real else ("--corpus", corpus_folder)
    made = json.loads(stancebook("export", "--format", "annotation", *where).stdout)
    quoted = _quotes(shipped_kb if real else kb)
    around = 0
    for article, selector in _selectors(made):
        parts = [selector.get(name, "") for name in ("prefix", "exact", "suffix")]
        around += bool(parts[0] or parts[2])
        assert not any(parts) or any("".join(parts) in exact for exact in quoted[article])
        assert "[…]" not in "".join(parts)
    assert around


def test_few_words_are_selected_in_their_clause(exported):
    made = json.loads(exported("annotation"))
    (found,) = [s for _, s in _selectors(made) if s.get("exact") == "premature"]
    assert found["prefix"] == "called the plan “"
    assert found["suffix"].startswith("” at a meeting")


class _Counted(UserList):
    passes = 0

    def __iter__(self):
        self.passes += 1
        return super().__iter__()


def test_statements_are_gone_through_once_for_all_quotes_of_an_article(kb):
    found = export_all(kb)
    counted = _Counted(found.statements)
    assert web_annotations(replace(found, statements=counted)) == web_annotations(found)
    assert counted.passes < sum(len(statement.quotes) for statement in found.statements)


def _interval(first, last):
    return Interval.model_validate({"from": first, "to": last, "basis": "printed"})


@pytest.mark.parametrize(
    ("first", "last", "day", "interval"),
    [
        ("2021-03-04", "2021-03-04", "2021-03-04", "2021-03-04"),
        ("2021-03-01", "2021-03-31", "2021-03", "2021-03-01/2021-03-31"),
        ("2024-02-01", "2024-02-28", None, "2024-02-01/2024-02-28"),
        ("2021-01-01", "2021-12-31", "2021", "2021-01-01/2021-12-31"),
        ("2021-01-01", "2022-12-31", None, "2021-01-01/2022-12-31"),
    ],
)
def test_days_are_no_more_exact_than_they_are_known(first, last, day, interval):
    days = _interval(date.fromisoformat(first), date.fromisoformat(last))
    assert (iso_date(days), iso_interval(days)) == (day, interval)
