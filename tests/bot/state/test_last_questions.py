"""What a conversation was about last is kept for a day, also in memory, and is forgotten."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import create_engine, text

from bot.state import StateStore, guarded_database
from bot.state.conversation_memory import ConversationMemory
from bot.state.database_url import place_of
from bot.state.thing import Claimant, Thing

ABOUT, OTHER = '{"who": ["velmora"]}', '{"who": ["south-tarsk"]}'
PLACE = "A1:T1:C1:1.1"
ANA, BO = "U0123456789", "U9876543210"


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """Give a busy machine time: here no call hangs."""
    monkeypatch.setattr(guarded_database, "_LONGEST", 60)


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
def kept(request, tmp_path, opened) -> StateStore:
    """Return a store of each kind."""
    if request.param == "memory":
        return StateStore()
    if request.param == "sqlite":
        return opened(f"sqlite:///{tmp_path}/state.sqlite")
    return opened(request.getfixturevalue("server").new_database())


def test_the_last_is_remembered(kept):
    assert kept.recall(PLACE) is None
    kept.remember(PLACE, ABOUT, team="T1", user=ANA)
    kept.remember(PLACE, OTHER, team="T1", user=BO)
    assert kept.recall(PLACE) == OTHER
    assert kept.recall("A1:T1:C1:2.2") is None


def test_nothing_takes_the_place_of_what_was_remembered(kept):
    kept.remember(PLACE, ABOUT)
    kept.remember(PLACE, None)
    assert kept.recall(PLACE) is None


def test_a_conversation_has_several_names(kept):
    kept.remember([PLACE, "A1:T1:C1:"], ABOUT)
    kept.remember("A1:T1:C1:", OTHER)
    assert (kept.recall(PLACE), kept.recall("A1:T1:C1:")) == (ABOUT, OTHER)
    kept.remember([], ABOUT)


def test_a_user_is_forgotten_and_no_other(kept):
    kept.remember(PLACE, ABOUT, team="T1", user=ANA)
    kept.remember("A1:T1:C2:2.2", OTHER, team="T1", user=BO)
    kept.forget_user(ANA)
    assert kept.recall(PLACE) is None
    assert kept.recall("A1:T1:C2:2.2") == OTHER


def test_another_process_knows_it_too(store, other):
    store.remember(PLACE, ABOUT, team="T1", user=ANA)
    assert other.recall(PLACE) == ABOUT
    assert other.forget_user(ANA) == 1
    assert store.recall(PLACE) is None


def test_it_is_kept_for_a_day_at_most(url, opened):
    store = opened(url, days=30)
    store.remember(PLACE, ABOUT)
    engine = create_engine(place_of(url).url)
    with engine.begin() as connection:
        until = connection.execute(text("SELECT until FROM last_questions")).scalar_one()
        assert abs(until - time.time() - 24 * 60 * 60) < 60 * 60
        connection.execute(text("UPDATE last_questions SET until = until - 24 * 60 * 60 - 1"))
    engine.dispose()
    assert store.recall(PLACE) is None
    assert store.prune() == 1


def test_memory_keeps_it_for_some_time():
    memory = ConversationMemory(seconds=0)
    thing = Thing.named("conversation", PLACE)
    memory.remember(thing, Claimant(), ABOUT)
    assert memory.recall(thing) is None


def test_a_lost_database_stops_nothing_and_the_last_is_known_when_it_is_back(tmp_path, opened):
    file = tmp_path / "state" / "state.sqlite"
    store = opened(f"sqlite:///{file}")
    store.remember(PLACE, ABOUT)
    away = file.parent.rename(tmp_path / "away")
    store.remember(PLACE, OTHER)
    assert store.recall(PLACE) == OTHER
    away.rename(file.parent)
    assert store.recall(PLACE) == OTHER


def test_what_is_written_again_is_the_databases(store, other):
    store.remember(PLACE, ABOUT)
    other.remember(PLACE, OTHER)
    assert store.recall(PLACE) == OTHER


@pytest.fixture
def away(store):
    """Return a store whose database is away until it is told to come back."""
    store._database._away.set()

    def come_back():
        store._database._away.clear()
        store.prune()

    return store, come_back


def test_what_was_asked_while_the_database_was_away_is_known_to_others_later(away, other):
    store, come_back = away
    other.remember(PLACE, OTHER, user=BO)
    store.remember([PLACE, "A1:T1:C1:2.2"], ABOUT, user=ANA)
    store.remember("A1:T1:C1:3.3", None)
    assert store.recall(PLACE) == ABOUT
    come_back()
    assert [other.recall(PLACE), other.recall("A1:T1:C1:2.2")] == [ABOUT, ABOUT]
    other.remember(PLACE, OTHER)
    assert store.recall(PLACE) == OTHER


def test_what_others_asked_since_stays(away, other):
    store, come_back = away
    store.remember(PLACE, ABOUT)
    store.remember("A1:T1:C1:3.3", None)
    time.sleep(0.01)
    other.remember([PLACE, "A1:T1:C1:3.3"], OTHER)
    come_back()
    assert [s.recall(p) for s in (store, other) for p in (PLACE, "A1:T1:C1:3.3")] == [OTHER] * 4
