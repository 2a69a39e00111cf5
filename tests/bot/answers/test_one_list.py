"""Where one list is all there is to show, it is shown instead of asking back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus


def _on(day: str) -> dict[str, str]:
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("list") / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.issue("Canal", parties=("Lutha",))
    corpus.issue("Tolls", parties=("Lutha",))
    corpus.said("Lutha", "Canal", "opposes", "We shall dig nothing.", said=_on("2024-03-01"))
    corpus.said("Lutha", "Tolls", "opposes", "We shall pay nothing.", said=_on("2024-02-01"))
    both = {"about": ["tolls"], "said": _on("2024-01-01")}
    corpus.said("Sordia", "Canal", "supports", "Dig, and let them pay.", by="Nora Blau", **both)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).answer


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("latest on the canal", [3, 1]),
        ("newest statement on the canal", [3, 1]),
        ("most recent quote on tolls", [2, 1]),
        ("first statement on the canal", [1, 3]),
    ],
)
def test_the_newest_of_all_is_listed_where_nobody_is_named(asked, typed, months):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [statement.said.to.month for statement in answer.statements] == months
    assert answer.not_understood == ()


@pytest.mark.parametrize("typed", ["nora blau on lutha", "what does nora blau think about lutha"])
def test_one_statement_on_two_issues_is_shown(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert len(answer.statements) == 1


@pytest.mark.parametrize("typed", ["lutha position", "where does lutha stand"])
def test_several_statements_on_several_issues_are_a_choice(asked, typed):
    assert asked(typed).outcome is Outcome.CHOICE


@pytest.mark.parametrize(
    ("typed", "holders"),
    [
        ("the canal: who is for it", ["sordia"]),
        ("the canal who is against it", ["lutha"]),
        ("tolls, who opposes them", ["lutha"]),
    ],
)
def test_who_may_be_asked_behind_the_issue(asked, typed, holders):
    assert [stance.holder.id for stance in asked(typed).stances] == holders
