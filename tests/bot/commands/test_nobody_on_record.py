"""Nobody on record is answered for somebody who is not: relations, namesakes, whoever is to come."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def answer_to(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("strangers") / "entries")
    corpus.state("Ruritania")
    corpus.person("Rudolf Elphberg", post=("King", "Ruritania"))
    corpus.issue("the toll")
    corpus.said("Ruritania", "the toll", "supports", "The toll is fair.", by="Rudolf Elphberg")
    kb = corpus.kb()
    yield lambda typed: ask(kb, typed, TODAY).answer
    kb.close()


@pytest.mark.parametrize(
    "question",
    ["/stance {} toll", "{} on the toll", "/whois {}", "/timeline {}", "what did {} say"],
)
@pytest.mark.parametrize("who", ["elphberg's brother", "an aide to elphberg", "peter elphberg"])
def test_a_position_is_not_given_for_another(answer_to, question, who):
    answer = answer_to(question.format(who))
    assert answer.outcome is Outcome.NO_MATCH
    assert f"“{who}”" in answer.reason
    assert not answer.statements
