"""What is under way stays claimed as long as this process lives, and no longer."""

from __future__ import annotations

import pytest

from bot.slack.outgoing import once as once_module
from bot.slack.outgoing.once import Once
from bot.state import Claim, open_state

KEYS = ("Ev1", "T1:C1:1.1")


@pytest.fixture
def processes(tmp_path):
    """Two processes that share a record."""
    url = f"sqlite:///{tmp_path}/state.sqlite"
    both = [Once(open_state(url)) for _ in range(2)]
    yield both
    for process in both:
        process.close()


def test_a_thing_is_claimed_under_each_of_its_names(processes):
    one, two = processes
    assert one.claim("event", KEYS) is Claim.OURS
    assert two.claim("event", KEYS[:1]) is Claim.UNDER_WAY
    assert two.claim("event", KEYS[1:]) is Claim.UNDER_WAY
    one.finish("event", KEYS)
    assert two.claim("event", KEYS[1:]) is Claim.DONE


def test_what_takes_longer_than_its_lease_stays_claimed(processes, monkeypatch):
    monkeypatch.setattr(once_module, "_LEASE", 0.5)
    monkeypatch.setattr(once_module, "_RENEWED", 0.05)
    one, two = processes
    assert one.claim("event", KEYS) is Claim.OURS
    assert two.claim("event", KEYS, join=1) is Claim.UNDER_WAY


def test_what_a_killed_process_had_is_free_after_its_lease(processes, monkeypatch):
    monkeypatch.setattr(once_module, "_LEASE", 0.1)
    monkeypatch.setattr(once_module, "_RENEWED", 60)
    one, two = processes
    assert one.claim("event", KEYS) is Claim.OURS
    assert two.claim("event", KEYS, join=10) is Claim.TAKEN_OVER


def test_what_is_released_is_free_at_once(processes):
    one, two = processes
    one.claim("event", KEYS)
    one.release("event", KEYS)
    assert two.claim("event", KEYS) is Claim.OURS


def test_a_process_that_ends_leaves_what_it_had_to_others(processes):
    one, two = processes
    one.claim("event", KEYS)
    one.close()
    assert two.claim("event", KEYS) is Claim.OURS
