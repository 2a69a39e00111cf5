"""Who did, pledged or is open to something is told by words that have that verb, or by none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("verbs") / "entries")
    for name in ("Sordia", "Lutha", "Ruritania"):
        corpus.state(name)
    corpus.person("Nora Blau", post=("premier", "Lutha"))
    corpus.issue("Canal", "the waterway", "visit to the canal")
    corpus.issue("Harbor deal", "the harbor")
    corpus.said("Sordia", "Canal", "supports", "We pledged the canal to our grandchildren.")
    corpus.said("Lutha", "Canal", "opposes", "The waterway is a folly.")
    corpus.said("Ruritania", "Canal", "supports", "Their proposal of a canal is welcome.")
    corpus.said("Sordia", "Harbor deal", "supports", "The king is willing to meet with Blau.")
    corpus.said("Lutha", "Harbor deal", "opposes", "Lutha was opposed to the regatta.")
    corpus.said("Ruritania", "Harbor deal", "supports", "The regatta pleased the crowds.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


def _shown(answer):
    return [quote.exact for said in answer.statements for quote in said.quotes]


@pytest.mark.parametrize("typed", ["who pledged the canal?", "which states pledged the waterway?"])
def test_who_pledged_what_is_at_issue_is_told_by_that_verb_alone(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert _shown(answer) == ["We pledged the canal to our grandchildren."]


@pytest.mark.parametrize("verb", ["praised", "warned of", "proposed", "demanded"])
def test_where_no_words_have_the_verb_others_are_only_near(asked, verb):
    answer = asked(f"who {verb} the canal?")
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.endswith(f"has “{verb.split()[0]}”. Near:")


def test_what_somebody_would_do_is_not_done(asked):
    answer = asked("who met Nora Blau?")
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.startswith("Nothing on record says who did this")


@pytest.mark.parametrize(
    "typed",
    [
        "who was opposed to the regatta?",
        "who is against the regatta?",
        "which states were opposed to the regatta?",
    ],
)
def test_who_is_disposed_to_what_has_no_name_here_is_not_asked_for_a_name(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert _shown(answer) == ["Lutha was opposed to the regatta."]


def test_an_attitude_that_no_words_have_is_named(asked):
    answer = asked("who is hostile to the regatta?")
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason == "No statement on record has “hostile regatta”. Near:"


@pytest.mark.parametrize("typed", ["who ruled out the canal?", "which states rule out the canal?"])
def test_who_rules_something_out_is_who_opposes_it(asked, typed):
    answer = asked(typed)
    assert [(one.holder.id, one.value) for one in answer.stances] == [("lutha", "opposes")]


@pytest.mark.parametrize(
    "typed",
    ["who expects no canal?", "who thinks the canal is unlikely?", "who predicted the canal?"],
)
def test_a_forecast_is_answered_by_no_position(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.statements, answer.stances) == (Outcome.NO_MATCH, (), ())
    assert "forecast" in answer.reason


def test_who_says_that_somebody_is_ready_is_not_told_by_that_ones_position(shipped_kb):
    answer = ask(shipped_kb, "who said North Korea is ready for talks?", _TODAY).answer
    assert answer.sought == ("talks", "ready")
    assert answer.statements
    assert "north-korea" not in {said.on_behalf_of for said in answer.statements}


def test_who_urged_somebody_to_do_what_is_at_issue_is_told_by_both(shipped_kb):
    answer = ask(shipped_kb, "who urged North Korea to denuclearize?", _TODAY).answer
    assert answer.outcome is Outcome.NO_RECORD
    assert "has “urged North Korea”" in answer.reason
    answer = ask(shipped_kb, "who urged Washington to demand denuclearization?", _TODAY).answer
    assert [said.speaker.id for said in answer.statements] == ["takehiro-funakoshi"]


def test_who_said_that_somebody_was_opposed_is_told_by_words_that_have_it(shipped_kb):
    answer = ask(shipped_kb, "who said China was opposed?", _TODAY).answer
    assert answer.sought == ("opposed", "china")
    assert any("China was opposed" in words for words in _shown(answer))


def test_who_spoke_at_a_place_is_told_by_words_or_occasions_that_name_it(shipped_kb):
    answer = ask(shipped_kb, "who spoke at the UN General Assembly?", _TODAY).answer
    assert [said.speaker.id for said in answer.statements] == ["moon-jae-in"]


@pytest.mark.parametrize(
    "typed", ["what did Kang say about the nuclear issue?", "Kang on the nuclear issue"]
)
def test_words_that_name_an_issue_are_shown_where_no_statement_is_on_it(shipped_kb, typed):
    answer, message = ask(shipped_kb, typed, _TODAY)
    assert answer.outcome is Outcome.ANSWER
    assert any("nuclear issue" in words for words in _shown(answer))
    assert "no position coded" in message.text
    assert "Nothing on record" not in message.text


@pytest.mark.parametrize(
    "typed", ["who agrees with Sordia?", "who sides with Sordia?", "who is on Sordia's side?"]
)
def test_on_no_issue_it_is_asked_on_which_somebody_agrees(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.statements) == (Outcome.CHOICE, ())
    assert {choice.question for choice in answer.choices} == {
        "/issues canal",
        "/issues harbor-deal",
    }


def test_whose_side_somebody_is_on_is_measured_on_an_issue(asked):
    answer = asked("who is on Sordia's side on the canal?")
    assert {one.holder.id for one in answer.stances} == {"sordia", "ruritania"}


def test_who_wrote_to_somebody_is_near_a_letter(shipped_kb):
    answer = ask(shipped_kb, "who wrote to Kishida?", _TODAY).answer
    assert answer.outcome is Outcome.NO_RECORD
    assert [said.speaker.id for said in answer.statements] == ["kim-jong-un"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("what did North Korea demand from Japan?", "demand from Japan"),
        ("what did Japan ask of the United States?", "ask of the United States"),
    ],
)
def test_where_no_words_have_a_demand_the_answer_says_so(shipped_kb, typed, told):
    answer = ask(shipped_kb, typed, _TODAY).answer
    assert answer.reason.startswith("On record about")
    assert answer.reason.endswith(f", not with “{told}”:")


def test_ones_own_words_near_a_question_are_not_called_others(shipped_kb):
    _, message = ask(shipped_kb, "what did Japan warn North Korea of?", _TODAY)
    assert "Otherwise on record:" in message.text
    assert "Named by others" not in message.text


def test_who_would_accept_something_may_make_conditions(shipped_kb):
    answer = ask(shipped_kb, "who would accept talks with North Korea?", _TODAY).answer
    assert {one.value for one in answer.stances} == {"supports", "conditional"}
