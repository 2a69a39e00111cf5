"""What was asked, cited or left open by an id that something had before still leads to it."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from bot.answers.completed_question import complete
from bot.answers.last_question import LastQuestion
from bot.cli.ask import ask
from bot.slack.listeners import modal_views
from bot.slack.listeners.ask_modal import _errors
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.questions.short_question import read_short
from tests.places import CORPUS

TODAY = date(2025, 12, 1)
ADDED = {
    "issues/border-opening.yaml": ("id: border-opening\n", "former_ids: [the-border]\n"),
    "organizations/velmora.yaml": ("id: velmora\n", "former_ids: [old-velmora]\n"),
    "people/ilse-marrow.yaml": ("id: ilse-marrow\n", "former_ids: [i-marrow]\n"),
    "articles/marrow-2025-05.yaml": ("id: marrow-2025-05\n", "former_ids: [may-briefing]\n"),
}


def edit(folder, name, old, new):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Open a kb in which several things had other ids, and one statement is retired."""
    folder = tmp_path_factory.mktemp("moved")
    entries = shutil.copytree(CORPUS, folder / "entries")
    for name, (own, former) in ADDED.items():
        edit(entries, name, own, own + former)
    edit(
        entries,
        "articles/marrow-2025-05.yaml",
        "  - id: marrow-this-year\n",
        "  - id: marrow-this-year\n    former_ids: [marrow-may]\n",
    )
    text = (entries / "articles/marrow-2025-05.yaml").read_text(encoding="utf-8")
    start = text.index("  - id: teva-dask-news")
    end = text.find("\n  - id: ", start)
    gone = text[start : end + 1] if end > 0 else text[start:]
    kept = text.replace(gone, "")
    own = "".join(f"    {line}\n" for line in gone.replace("  - id", "    id", 1).splitlines())
    retired = f"retired:\n  - day: '2025-06-01'\n    why: It was another's.\n    statement:\n{own}"
    file = entries / "articles/marrow-2025-05.yaml"
    file.write_text(f"{kept.rstrip()}\n{retired}", encoding="utf-8")
    build(entries, folder / "kb.sqlite")
    kb = KnowledgeBase(folder / "kb.sqlite")
    yield kb
    kb.close()


@pytest.mark.parametrize(
    "question",
    [
        "/stance old-velmora the-border",
        "/stance velmora the-border as of 2025-05",
        "/who i-marrow",
        "/timeline old-velmora the-border",
    ],
)
def test_a_button_of_before_is_answered_as_one_of_now(moved, kb, question):
    now = question.replace("old-", "").replace("the-border", "border-opening")
    told = ask(moved, question, TODAY)
    assert told.answer.outcome == "answer"
    now = now.replace("i-marrow", "ilse-marrow")
    assert told.answer.statements == ask(moved, now, TODAY).answer.statements


def test_a_citation_by_a_former_id_is_of_the_statement_as_it_is_now(moved):
    told = ask(moved, "/cite marrow-may, marrow-this-year", TODAY).answer
    assert [statement.id for statement in told.statements] == ["marrow-this-year"]
    assert told.reason is None


def test_an_article_is_found_by_a_former_id(moved):
    told = ask(moved, "/source may-briefing", TODAY).answer
    assert [record.source.id for record in told.sources] == ["marrow-2025-05"]


def test_a_retired_statement_is_not_cited_and_says_when_and_why(moved):
    told = ask(moved, "/cite teva-dask-news", TODAY)
    assert told.answer.outcome == "no_match"
    assert told.answer.reason == (
        "The statement “teva-dask-news” was retired on 1 June 2025: It was another's."
    )
    both = ask(moved, "/cite teva-dask-news marrow-may nobody-said", TODAY).answer
    assert [statement.id for statement in both.statements] == ["marrow-this-year"]
    assert "was retired on 1 June 2025" in both.reason
    assert "No statement on record has the id “nobody-said”." in both.reason


@pytest.mark.parametrize(
    "words", ["had heard the news from a customer", "HEARD THE NEWS from a customer!"]
)
def test_words_that_were_retired_are_told_to_be_so(moved, kb, words):
    told = ask(moved, f'/check "{words}"', TODAY)
    assert (
        "“teva-dask-news”, a statement that was retired on 1 June 2025: It was" in told.message.text
    )
    assert "retired" not in ask(kb, f'/check "{words}"', TODAY).message.text


@pytest.mark.parametrize("words", ["the news", "a customer of the river told it", "customer"])
def test_words_that_only_share_some_with_a_retired_statement_are_not(moved, words):
    assert "retired" not in ask(moved, f'/check "{words}"', TODAY).message.text


def test_a_retired_statement_is_shown_by_no_answer(moved, kb):
    assert any(s.id == "teva-dask-news" for s in kb.statements_by("teva-dask"))
    assert not any(s.id == "teva-dask-news" for s in moved.statements_by("teva-dask"))


def test_what_was_asked_last_goes_on_under_the_present_ids(moved):
    last = LastQuestion(command="stance", who=("old-velmora",), issues=("the-border",))
    short = read_short(moved, "and in May 2025?", TODAY)
    completed = complete(moved, short, last)
    assert completed.text.startswith("/stance velmora border-opening")


def test_a_form_that_was_open_meanwhile_can_be_sent(moved):
    chosen = {
        block: {block: {"selected_option": {"value": name}}}
        for block, name in ((modal_views.HOLDER, "old-velmora"), (modal_views.ISSUE, "the-border"))
    }
    assert _errors(moved, {"state": {"values": chosen}}) == {}
