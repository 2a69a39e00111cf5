"""What was said about a person names the person; what concerns only their state does not count."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("about") / "entries")
    for name in ("Sordia", "Lutha", "Ruritania"):
        corpus.state(name)
    corpus.person("Nora Blau", post=("premier", "Lutha"))
    corpus.person("Otto Blau", post=("minister", "Sordia"))
    corpus.person("Ida Rahn", post=("envoy", "Lutha"))
    corpus.person("Ulf Moor", post=("premier", "Lutha"))
    corpus.issue("Canal", parties=("Lutha",))
    corpus.issue("Tolls", parties=("Lutha",))
    corpus.said("Sordia", "Canal", "supports", "We shall dig it, whatever it costs.")
    corpus.said("Sordia", "Tolls", "opposes", "Premier Rahn will never get one coin from us.")
    corpus.said("Sordia", "Canal", "supports", "The minister is for it, said Blau.", by="Otto Blau")
    stance = {"holder": "sordia", "issue": "canal", "value": "reluctant", "basis": "ascribed"}
    outlet = {"sourcing": "outlet", "speaker": None, "on_behalf_of": None}
    words = "There is fear in Sordia that Rahn will flood the valley."
    stances = {"stances": [{**stance, "grounds": 0}]}
    corpus.said("Sordia", "Canal", "reluctant", words, **outlet, **stances)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


@pytest.mark.parametrize(
    "typed",
    [
        "what does sordia say about rahn",
        "what did sordia say about ida rahn",
        "sordia on rahn",
        "what does sordia think of rahn",
    ],
)
def test_only_what_names_a_person_is_about_them(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    shown = {quote.exact for statement in answer.statements for quote in statement.quotes}
    assert len(shown) == 2
    assert all("Rahn" in words for words in shown)


@pytest.mark.parametrize("person", ["moor", "ulf moor", "nora blau"])
def test_nothing_is_about_somebody_whom_no_words_name(asked, person):
    answer = asked(f"what did sordia say about {person}")
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.startswith(f"The words on record by Sordia do not name “{person}”.")


def test_a_speaker_is_not_spoken_of_by_a_namesake(asked):
    assert asked("what did sordia say about blau").outcome is Outcome.NO_RECORD


def test_a_state_is_spoken_of_where_it_is_a_party(asked):
    assert len(asked("what did sordia say about lutha").statements) > 1


@pytest.mark.parametrize("where_or_when", ["since rahn", "under ida rahn", "before rahn"])
def test_a_name_that_says_when_is_not_spoken_of(asked, where_or_when):
    answer = asked(f"what did sordia say {where_or_when}")
    assert answer.reason == "On record, whatever the place or time:"
    assert answer.outcome is Outcome.ANSWER
    assert len(answer.statements) == 3


def test_a_name_that_says_when_leaves_the_one_spoken_of(asked):
    answer = asked("what did sordia say about moor since rahn")
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.startswith("The words on record by Sordia do not name “moor”.")


def test_nobodys_silence_is_about_a_name_that_says_when(asked):
    answer = asked("what did ruritania say since rahn")
    assert answer.reason.startswith("Nothing on record from Ruritania.")


def test_a_name_that_says_when_is_not_read_where_the_issue_is_asked_for(asked):
    answer = asked("sordia since rahn")
    assert answer.outcome is Outcome.CHOICE
    assert answer.not_understood == ("rahn",)


@pytest.mark.parametrize(
    "typed",
    ["who said anything about Rahn?", "who talked about Ida Rahn", "who mentioned rahn"],
)
def test_who_spoke_of_a_person_is_whoever_names_them(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert len(answer.statements) == 2
    assert all("Rahn" in s.quotes[0].exact for s in answer.statements)


def test_who_spoke_of_a_state_is_whoever_is_on_record_on_its_issues(asked):
    answer = asked("who said something about Lutha?")
    assert answer.outcome is Outcome.ANSWER
    assert {s.on_behalf_of for s in answer.statements} <= {"sordia", None}


def test_of_whom_nobody_spoke_nothing_is_on_record(asked):
    for typed in ("who said anything about Ulf Moor", "who talked about Ruritania"):
        answer = asked(typed)
        assert (answer.outcome, answer.statements) == (Outcome.NO_RECORD, ())


def test_of_two_people_only_who_is_named_is_said_to_be(asked):
    answer = asked("what did sordia say about rahn and moor")
    assert answer.reason == "On record about Ida Rahn, not about Ulf Moor:"


@pytest.mark.parametrize(
    "typed",
    [
        "what did anyone say about rahn",
        "did anyone say anything of ida rahn?",
        "what was said about rahn?",
        "what do people say about rahn",
        "what did others say about rahn",
    ],
)
def test_whoever_speaks_of_somebody_is_asked_for_and_not_that_one(asked, typed):
    answer = asked(typed)
    assert answer.reason == "On record about Ida Rahn:"
    assert answer.person is None
    assert len(answer.statements) == 2
    assert answer.not_understood == ()


@pytest.fixture(scope="module")
def of_several(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("several") / "entries")
    states = ("Sordia", "Lutha", "Ruritania", "Velmora")
    for name in states[:3]:
        corpus.state(name)
    corpus.state("Velmora", "Velm", "VM")
    corpus.issue("Treaty", parties=("Sordia", "Lutha", "Ruritania"))
    corpus.issue("Canal")
    corpus.said("Sordia", "Treaty", "opposes", "It is far too early to sign it.")
    corpus.said("Sordia", "Canal", "supports", "We ask Velm to dig with us.")
    stance = {"holder": "velmora", "issue": "canal", "value": "reluctant", "basis": "ascribed"}
    outlet = {"sourcing": "outlet", "speaker": None, "on_behalf_of": None}
    words = "It fears that Lutha will flood the valley."
    corpus.said(
        "Velmora", "Canal", "reluctant", words, **outlet, stances=[{**stance, "grounds": 0}]
    )
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


@pytest.mark.parametrize(
    "typed",
    [
        "what did sordia say about ruritania",
        "did sordia mention ruritania?",
        "who mentioned ruritania?",
        "what was said about ruritania?",
    ],
)
def test_not_all_on_an_issue_of_several_states_is_about_each(of_several, typed):
    assert of_several(typed).outcome is Outcome.NO_RECORD


@pytest.mark.parametrize("typed", ["velmora", "velm", "vm"])
def test_a_state_is_spoken_of_by_any_of_its_names(of_several, typed):
    answer = of_several(f"what did sordia say about {typed}")
    assert answer.outcome is Outcome.ANSWER
    assert [s.quotes[0].exact for s in answer.statements] == ["We ask Velm to dig with us."]


def test_an_account_of_a_state_tells_what_it_thinks_of_another(of_several):
    answer = of_several("what did velmora say about lutha")
    assert answer.outcome is Outcome.ANSWER
    assert len(answer.statements) == 1


def test_an_account_is_about_whose_position_it_tells(of_several):
    assert len(of_several("who mentioned velmora?").statements) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "what did japan say about china",
        "did funakoshi mention china?",
        "what did sung kim say about south korea",
        "what did sung kim say about north korea",
    ],
)
def test_an_occasion_between_states_is_about_none_of_them(shipped_kb, today, typed):
    assert ask(shipped_kb, typed, today).answer.outcome is Outcome.NO_RECORD


@pytest.mark.parametrize(
    "typed",
    ["what did funakoshi urge the us to do?", "what did funakoshi tell the americans"],
)
def test_words_to_a_state_are_found_by_another_of_its_names(shipped_kb, today, typed):
    said = ask(shipped_kb, typed, today).answer.statements
    assert any("urged Washington" in quote.exact for s in said for quote in s.quotes)


def test_of_a_party_to_what_was_said_it_is_only_told_that_no_words_name_it(of_several):
    answer = of_several("what did sordia say about ruritania")
    assert answer.reason.startswith("The words on record by Sordia do not name “ruritania”.")
    assert [s.quotes[0].exact for s in answer.statements] == ["It is far too early to sign it."]
