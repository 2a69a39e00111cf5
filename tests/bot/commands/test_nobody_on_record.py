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
    corpus.body("Ministry of Harbor Defense", "Ruritania")
    held = ("Minister of Defense", "Ministry of Harbor Defense")
    corpus.person("Fritz Tarlen", post=held, weak=("defense minister", "defense chief"))
    corpus.issue("the toll")
    corpus.said("Ruritania", "the toll", "supports", "The toll is fair.", by="Rudolf Elphberg")
    post = {"Foreign Minister": ("2025-03-03", "2025-03-03")}
    corpus.officeholder("Rupert Hentzau", post, of="Ruritania")
    corpus.said("Ruritania", "the toll", "supports", "The toll stays.", by="Rupert Hentzau")
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


OFFICES = (
    "{} foreign minister",
    "{} Ruritania foreign minister",
    "Ruritania's {} foreign minister",
)


@pytest.mark.parametrize(
    "word", ["current", "present", "incumbent", "sitting", "new", "next", "future"]
)
@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("question", ["/stance {} toll", "/whois {}", "who is the {}"])
def test_who_held_an_office_is_not_told_for_who_holds_it_today_or_will(
    answer_to, question, office, word
):
    typed = office.format(word)
    answer = answer_to(question.format(typed))
    assert answer.outcome is Outcome.NO_MATCH
    assert answer.reason.startswith("Nobody on record is named as ")
    assert word in answer.reason


@pytest.mark.parametrize("word", ["current", "incumbent"])
def test_who_held_an_office_another_time_is_told(answer_to, word):
    answer = answer_to(f"the {word} foreign minister of Ruritania on the toll")
    assert answer.reason.endswith("Another time: Rupert Hentzau (Mar 2025).")


@pytest.mark.parametrize("word", ["former", "ex", "late", "previous"])
@pytest.mark.parametrize("office", OFFICES)
def test_an_office_that_is_over_is_asked_about(answer_to, office, word):
    answer = answer_to(f"{office.format(word)} on the toll")
    assert answer.outcome is Outcome.CHOICE
    assert f"“{word}”" in answer.reason


@pytest.mark.parametrize(
    "typed",
    [
        "Ruritania foreign minister on the toll",
        "former foreign minister Hentzau on the toll",
        "current foreign minister Hentzau on the toll",
        "the current foreign minister of Ruritania on the toll as of March 3, 2025",
        "current position of the foreign minister on the toll",
    ],
)
def test_an_office_that_was_held_is_answered(answer_to, typed):
    answer = answer_to(typed)
    assert answer.outcome is Outcome.ANSWER
    assert answer.person.id == "rupert-hentzau"


@pytest.mark.parametrize(
    "typed",
    [
        "elphberg on hentzau",
        "what does elphberg think of hentzau",
        "what is elphberg's opinion of hentzau",
        "how does elphberg see hentzau",
        "/stance elphberg about foreign minister hentzau",
    ],
)
def test_one_person_on_another_gets_no_position_on_something_else(answer_to, typed):
    answer = answer_to(typed)
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.startswith("The words on record by Rudolf Elphberg do not name “hentzau”.")
    assert not answer.stances


@pytest.mark.parametrize("typed", ["elphberg on the toll", "elphberg", "elphberg on Ruritania"])
def test_a_person_on_an_issue_or_a_state_is_answered(answer_to, typed):
    assert answer_to(typed).outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    "typed", ["/whois defense", "Ruritania's defense", "what did Ruritania say re self defense"]
)
def test_an_ordinary_word_of_a_description_is_nobody(answer_to, typed):
    answer = answer_to(typed)
    assert answer.person is None
    assert "Fritz Tarlen" not in [read.name for read in answer.read_as]


@pytest.mark.parametrize("typed", ["/whois defense chief", "who is the defense minister"])
def test_a_whole_description_is_somebody(answer_to, typed):
    assert answer_to(typed).person.id == "fritz-tarlen"
