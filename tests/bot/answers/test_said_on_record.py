"""What is asked for on the record leaves out what was relayed, and what an outlet says by itself."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("record") / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.issue("Canal")
    corpus.issue("Tolls")
    relayed = {
        "sourcing": "unnamed",
        "speaker": {"id": None, "description": "an official", "of": "sordia"},
    }
    stance = {"holder": "sordia", "value": "opposes", "basis": "relayed", "grounds": 0}
    canal = {"stances": [{**stance, "issue": "canal"}]}
    corpus.said("Sordia", "Canal", "supports", "We shall dig it.")
    corpus.said("Sordia", "Canal", "opposes", "It will never be dug.", **relayed, **canal)
    tolls = {"stances": [{**stance, "issue": "tolls"}]}
    corpus.said("Sordia", "Tolls", "opposes", "No coin for anybody.", **relayed, **tolls)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "sordia on the canal on the record",
        "on-the-record statement of sordia on the canal",
        "what did sordia say on the record about the canal",
        "a named official of sordia on the canal",
    ],
)
def test_only_what_was_said_publicly_is_shown(asked, typed):
    answer, message = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [quote.exact for s in answer.statements for quote in s.quotes] == ["We shall dig it."]
    assert "nly what was said on the record" in message.text
    assert answer.not_understood == ()


def test_where_nothing_was_said_so_all_that_is_on_record_is_offered(asked):
    answer, _ = asked("sordia on tolls on the record")
    assert answer.outcome is Outcome.NO_RECORD
    assert "that was said on the record" in answer.reason
    assert answer.choices[0].question == "/stance sordia tolls"


def test_a_record_that_is_not_asked_for_so_narrows_nothing(asked):
    answer, message = asked("sordia on record on the canal")
    assert len(answer.statements) == 2
    assert "said on the record" not in message.text


@pytest.mark.parametrize(
    "typed",
    [
        "has sordia changed on the canal on the record",
        "/timeline sordia canal on the record",
        "/timeline canal, for attribution",
    ],
)
def test_what_changed_is_read_off_what_was_said_publicly(asked, typed):
    answer, message = asked(typed)
    assert [quote.exact for s in answer.statements for quote in s.quotes] == ["We shall dig it."]
    assert not any(lane.changes for lane in answer.lanes)
    assert "nly what was said on the record" in message.text
    assert answer.not_understood == ()


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("/timeline sordia tolls on the record", "/timeline sordia tolls"),
        (
            "/timeline sordia tolls from 2025 to 2026 on the record",
            "/timeline sordia tolls from 2025 to 2026",
        ),
        ("who opposes tolls on the record", "/issues tolls"),
        ("/issues sordia tolls on the record", "/issues sordia tolls"),
    ],
)
def test_all_that_is_on_record_is_offered_where_nothing_was_said_publicly(asked, typed, question):
    answer, _ = asked(typed)
    assert "that was said on the record" in answer.reason
    assert answer.choices[0].question == question
    assert asked(question)[0].outcome is Outcome.ANSWER
