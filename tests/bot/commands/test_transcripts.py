"""Speech under a label in answers: signed by its speaker, and never as the outlet's words."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest

from bot.block_kit.block_text import as_text
from bot.cli.ask import as_json, ask
from bot.cli.exports.claim_reviews import claim_reviews
from bot.cli.exports.csv_rows import write_csv
from bot.cli.exports.exported import Exported
from bot.cli.exports.web_annotations import web_annotations
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.harbor_hearing import (
    COMMUNIQUE,
    HEARING,
    KEEPS,
    SIGNED,
    make_article,
    speak,
    write_corpus,
)

TODAY = date(2025, 11, 28)
SAID = f"{KEEPS} But in summer we can talk about it."
STANCE = {
    "holder": "velmora",
    "issue": "ferry-ban",
    "value": "conditional",
    "basis": "declared",
    "condition": "as long as the ice moves",
    "grounds": 0,
}
HEADING = "Joint Statement of the Foreign Ministers of Velmora and South Tarsk"
CALLED = "They called on North Tarsk to do the same."
UNQUOTED = "I want the ferry back before the first tourists come."


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hearing")
    article = make_article(HEARING, speak(SAID, stances=[STANCE]))
    entries, texts = write_corpus(folder, article, HEARING)
    build(entries, folder / "kb.sqlite")
    return folder / "kb.sqlite", texts


@pytest.fixture(scope="module")
def communique(tmp_path_factory):
    folder = tmp_path_factory.mktemp("communique")
    fields = {"label": HEADING, "by": "velmora", "sourcing": "document"}
    article = make_article(COMMUNIQUE, speak(f"{SIGNED} {CALLED}", **fields))
    entries, texts = write_corpus(folder, article, COMMUNIQUE)
    build(entries, folder / "kb.sqlite")
    opened = KnowledgeBase(folder / "kb.sqlite", texts)
    yield opened
    opened.close()


@pytest.fixture
def kb(built):
    opened = KnowledgeBase(built[0])
    yield opened
    opened.close()


@pytest.fixture
def with_texts(built):
    opened = KnowledgeBase(*built)
    yield opened
    opened.close()


def shown(kb, typed):
    return as_text(ask(kb, typed, TODAY).message.blocks)


@pytest.mark.parametrize("typed", ["/stance velmora ferry-ban", "/who orin dask", "said dask orin"])
def test_a_bar_is_signed_by_the_speaker(kb, typed):
    lines = shown(kb, typed).splitlines()
    bar = lines.index(f"> {SAID}")
    assert lines[bar + 1].startswith("Orin Dask")
    assert lines[bar + 1].endswith("said publicly, per the transcript")


@pytest.mark.parametrize("asked", [SAID, KEEPS])
@pytest.mark.parametrize("at_hand", [False, True])
def test_a_check_says_who_said_it(kb, with_texts, asked, at_hand):
    told = shown(with_texts if at_hand else kb, f'/check "{asked}"')
    assert "Harbor Gazette print" in told
    assert "to Orin Dask" in told
    assert "Said by Orin Dask, per the transcript: under the label “MR DASK”" in told
    assert "own words" not in told


def test_words_of_another_are_not_theirs(kb):
    answer = ask(kb, f'/check ilse marrow "{SAID}"', TODAY).answer
    assert [c.verdict for c in answer.checks] == ["not_theirs"]


def test_a_check_of_a_whole_text_names_the_label_alone(with_texts):
    told = shown(with_texts, f'/check "{UNQUOTED}"')
    assert told.startswith("Exact, said under the label “MS MARROW”: Harbor Gazette prints")
    assert "I did not read whom the label means." in told
    assert "own words" not in told


def test_the_outlets_prose_beside_labels_is_its_own(with_texts):
    told = shown(with_texts, '/check "The committee of Ostby heard Orin Dask and Ilse Marrow"')
    assert "The outlet prints this in its own words" in told


def test_a_change_in_longer_speech_is_held_against_all_of_it(with_texts):
    asked = "I have said so at every meeting since the winter, and I said it again."
    told = shown(with_texts, f'/check "{asked}"')
    assert "What differs: you asked “said”, the article prints “say”." in told


def test_json_gives_the_kind_and_the_label(kb):
    data = json.loads(as_json(ask(kb, f'/check "{SAID}"', TODAY)))
    (check,) = data["checks"]
    assert (check["kind"], check["label"]) == ("labeled", "MR DASK")
    assert [q["kind"] for s in data["statements"] for q in s["quotes"]] == ["labeled"]


def test_a_citation_says_that_it_is_from_a_transcript(kb):
    told = shown(kb, "/cite dask-at-the-hearing")
    assert f"“{SAID}” Said publicly, per the transcript. Source: Harbor Gazette" in told


def test_exports_give_the_words_to_the_speaker(kb):
    exported = Exported(kb, tuple(kb.statements(["dask-at-the-hearing"])))
    (review,) = claim_reviews(exported)["@graph"]
    assert review["itemReviewed"]["author"]["name"] == "Orin Dask"
    (note,) = web_annotations(exported)["first"]["items"]
    assert note["body"][-1]["value"].startswith("Orin Dask")
    table = StringIO()
    write_csv(exported, table)
    assert "labeled" in table.getvalue()


def test_a_document_is_given_to_its_party_by_its_heading(communique):
    told = shown(communique, f'/check "{SIGNED}"')
    assert "gives to Velmora" in told
    assert f"This stands under the heading “{HEADING}”, without quotation marks." in told
    assert "Velmora · [Jun 3, 2025] · in a document" in told
    assert "transcript" not in told


def test_the_rest_of_a_document_is_under_its_heading(communique):
    told = shown(communique, '/check "Both sides will meet again before the first snow falls."')
    assert told.startswith(f"Exact, under the heading “{HEADING}”: an article prints these words")
    assert "I did not read whom it means." in told


@pytest.mark.parametrize(
    "asked",
    [
        "MR DASK: No.",
        "Will you lift it now? … I have said so at every meeting since the winter",
        "And what does the mayor of the harbor town think of that? … The mayor has her view",
    ],
)
def test_words_of_two_labels_are_no_quotation(with_texts, asked):
    told = shown(with_texts, f'/check "{asked}"')
    assert not told.startswith(("Exact", "A part"))
    assert "own words" not in told


@pytest.mark.parametrize("label", ["", "KONO: ", "<v Kono>"])
def test_words_that_run_over_two_subtitles_are_checked_without_the_times(shipped_kb, label):
    cues = f"00:00:01,000 --> 00:00:04,000\n{label}This is not the time\n\n2\n"
    cues += "00:00:04,000 --> 00:00:07,000\nto reduce pressure or reward the DPRK."
    answer = ask(shipped_kb, f"/check 1\n{cues}", TODAY).answer
    assert [check.verdict for check in answer.checks] == ["exact"]
    assert answer.checks[0].theirs is (True if label else None)
