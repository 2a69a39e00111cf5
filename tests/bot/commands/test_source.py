"""/source: an article's head, whom it quotes and on what, and what curators wrote of it."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from bot.cli.ask import ask
from bot.layout.terminal import choices
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.proof_dates import note_proofs

TODAY = date(2026, 11, 28)
MARROW = "marrow-2025-05"
KYODO = "kyodo-2021-11-end-of-war"


@pytest.fixture
def asked(shipped_kb, tmp_path, monkeypatch):
    monkeypatch.setattr("knowledge.kb.cache.cache_folder", lambda: tmp_path)
    return lambda typed: ask(shipped_kb, typed, TODAY)


@pytest.mark.parametrize("typed", ["/source", "/stance source", "@stancebook sources"])
def test_alone_it_lists_all_articles_newest_first(asked, shipped_kb, typed):
    answer, message = asked(typed)
    days = [record.source.published.to for record in answer.sources]
    assert (len(days), days) == (len(shipped_kb.fingerprints()), sorted(days, reverse=True))
    assert message.text.startswith("5 articles on record, newest first\n")
    assert all(record.source.id in message.text for record in answer.sources)


@pytest.mark.parametrize(
    "typed", [f"/source {KYODO}", f"/stance source {KYODO}", f"@stancebook source: {KYODO}"]
)
def test_an_id_names_its_article(asked, typed):
    (record,) = asked(typed).answer.sources
    assert record.source.id == KYODO


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("/source korea herald", 1),
        ("/source Korea Herald Feb 2024", 1),
        ("/source november 2021", 1),
        ("/source kyodo", 2),
        ("/source Japan softens stance", 1),
        (f"/source {KYODO} softened-stance-2018-02", 2),
    ],
)
def test_an_outlet_a_headline_or_a_month_names_an_article(asked, typed, count):
    assert len(asked(typed).answer.sources) == count


def test_several_are_a_choice_of_articles(asked):
    reply = asked("/source kyodo")
    for _, question in choices(reply.message):
        assert len(asked(question).answer.sources) == 1


def test_what_names_no_article_is_said_with_those_on_record(asked):
    answer, message = asked("/source the moon post")
    assert (answer.outcome, answer.sources) == ("no_match", ())
    assert message.text.startswith("No article on record goes by “the moon post”.")
    assert len(answer.choices) == 5


def test_a_card_has_the_head_whom_it_quotes_and_on_what(asked):
    text = asked(f"/source {KYODO}").message.text
    lines = text.splitlines()
    assert lines[:2] == ["Kyodo, [Nov 2021]", "no headline printed · no byline"]
    assert lines[2].startswith("411 words, ")
    assert " % of them quoted here · not proved on this machine · " in lines[2]
    assert "\nPublished: date inferred from an outside fact: the text is of a Saturday" in text
    assert "\nCurator’s note: The text prints neither a headline nor a date" in text
    assert "\n• Takehiro Funakoshi, Oct 19, [2021]: End-of-war declaration, reluctant\n" in text


def test_all_statements_show_summaries_notes_ids_and_cuts_at_the_edges(asked):
    (label, question), *_ = choices(asked(f"/source {KYODO}").message)
    assert label == "All 8"
    answer, message = asked(question)
    first = answer.statements[0]
    assert f"{first.summary} · Note: {first.note}" in message.text
    assert first.id in message.text
    assert "> […] Takehiro Funakoshi […] said it is “premature”" in message.text


def test_the_words_quoted_stay_within_one_answers_limit(asked):
    for record in asked("/source").answer.sources:
        answer = asked(f"/source {record.source.id}").answer
        assert sum(q.words for s in answer.statements for q in s.quotes) <= 2 * 120
        assert {s.article.id for s in answer.statements} == {record.source.id}


def test_it_says_when_the_words_were_last_proved_here(asked, shipped_kb):
    (key,) = [k for i, k in shipped_kb._rows("SELECT id, proof_key FROM article") if i == KYODO]
    note_proofs([key], date(2026, 11, 27))
    answer, message = asked(f"/source {KYODO}")
    assert answer.sources[0].proved == date(2026, 11, 27)
    assert "last proved on Nov 27, 2026 on this machine" in message.text


def test_a_sources_own_error_stays_as_printed_with_a_note_beside_it(asked):
    assert "acting U.S. secretary of state" in asked("/who sung kim").message.text
    assert "Note: " in asked("/source kyodo-2021-03-resume-talks more").message.text


def test_an_article_that_may_only_be_linked_shows_no_word(corpus_folder, tmp_path):
    entries = shutil.copytree(corpus_folder, tmp_path / "entries")
    file = entries / "articles" / f"{MARROW}.yaml"
    head = "rights: link_only\ncurator: Ann’s desk\nurl: https://e.com/a\n"
    told = file.read_text(encoding="utf-8").replace("url: null\n", head)
    file.write_text(told, encoding="utf-8")
    build(entries, tmp_path / "kb.sqlite")
    text = ask(KnowledgeBase(tmp_path / "kb.sqlite"), f"/source {MARROW}", TODAY).message.text
    assert "of which the publisher allows none to be shown · curated by Ann’s desk · " in text
    assert "\nhttps://e.com/a\n" in text


def test_marks_inside_a_headline_are_single(shipped_kb, today):
    for typed in ("/source", "/source softened-stance-2018-02"):
        text = ask(shipped_kb, typed, today).message.text
        assert "“Japan softens stance on prospect of ‘chat’ with N. Korea: sources”" in text
