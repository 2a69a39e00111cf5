"""Examples come from the kb that is served, and every one of them is answered."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from bot.answers.answer import Outcome
from bot.answers.example_questions import find_sample
from bot.answers.reply import example_questions
from bot.cli.ask import ask
from bot.commands import registry
from knowledge.corpus.model import Kind, QuoteKind
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase


@pytest.fixture(params=["kb", "shipped_kb"])
def either(request):
    """Open the tiny corpus, then the built-in one."""
    return request.getfixturevalue(request.param)


def test_the_sample_is_the_newest_stance_and_what_a_person_said(kb):
    found = find_sample(kb)
    assert (found.holder, found.issue, found.month) == ("south-tarsk", "river-treaty", "2025-06")
    assert found.speech == (
        "Ilse Marrow",
        "velmora-north-tarsk-talks",
        "Without a ferry, there is nobody to talk to",
        "marrow-ferry-first",
    )


@pytest.mark.parametrize("name", sorted(registry()))
def test_every_example_is_answered(either, today, name):
    examples = example_questions(either, registry()[name])
    assert examples
    for example in examples:
        answer = ask(either, example, today).answer
        assert answer.outcome is Outcome.ANSWER, example
        assert answer.not_understood == (), example


@pytest.mark.parametrize("question", ["help", "/stance", "/who help", "/issues", "/check"])
def test_no_reader_of_another_corpus_sees_an_example_of_ours(kb, today, question):
    text = ask(kb, question, today).message.text.lower()
    assert not [name for name in ("japan", "seoul", "funakoshi", "kono") if name in text]


def test_without_a_stance_there_is_no_example(tmp_path, today):
    (tmp_path / "organizations").mkdir()
    entry = "id: ruritania\nname: Ruritania\nclassification: state\n"
    (tmp_path / "organizations" / "ruritania.yaml").write_text(entry, "utf-8")
    build(tmp_path, tmp_path / "kb.sqlite")
    bare = KnowledgeBase(tmp_path / "kb.sqlite")
    assert find_sample(bare) is None
    assert ask(bare, "help", today).answer.examples == ()
    bare.close()


def said_by_somebody(words, at=0):
    """Return a kb whose stance number `at`, the newest first, has a quotation of so many words."""
    day = date(2025, 6, 1)
    rows = [
        SimpleNamespace(said_from=day, holder="velmora", issue=f"{i:03}") for i in range(at + 1)
    ]
    speaker = SimpleNamespace(kind=Kind.PERSON, name="Ilse Marrow")
    quote = SimpleNamespace(kind=QuoteKind.DIRECT, exact="Not now", words=words)

    def statements_on(_holder, issue):
        quotes = [quote] * (int(issue) == at)
        said = SimpleNamespace(to=day)
        return [SimpleNamespace(id="a", said=said, speaker=speaker, quotes=quotes)]

    return SimpleNamespace(
        stances=lambda limit: rows[:limit], statements_on=statements_on, name_of=str
    )


@pytest.mark.parametrize(("words", "found"), [(4, False), (5, True), (15, True), (16, False)])
def test_a_quotation_of_five_to_fifteen_words_is_an_example(words, found):
    assert bool(find_sample(said_by_somebody(words)).speech) == found


@pytest.mark.parametrize(("at", "found"), [(39, True), (40, False)])
def test_words_of_an_example_are_looked_for_behind_the_newest_forty_stances(at, found):
    assert bool(find_sample(said_by_somebody(words=5, at=at)).speech) == found
