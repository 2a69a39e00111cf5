"""What is old is removed, also in large numbers, and nothing else; a user's rows on request."""

from __future__ import annotations

import os
import time
from time import sleep

import pytest

from bot.state import Claim, guarded_database
from bot.state.damaged_file import remove_copies, set_aside
from bot.state.database import _AT_ONCE

MOMENT = 1e-9  # days
ANA, BO = "U0123456789", "U9876543210"


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """Give a busy machine time: here no call hangs."""
    monkeypatch.setattr(guarded_database, "_LONGEST", 60)


def test_what_is_older_than_the_retention_is_removed(url, opened):
    store = opened(url, days=MOMENT)
    store.claim("event", ["done", "its other name"])
    store.finish("event", ["done", "its other name"])
    store.claim("event", "left by a crash", lease_seconds=-1)
    store.claim("event", "under way")
    sleep(0.01)  # SQLite's clock counts milliseconds
    assert store.prune() == 3
    later = opened(url)
    assert later.claim("event", "done") is Claim.OURS
    assert later.claim("event", "under way") is Claim.UNDER_WAY


def test_what_is_younger_stays(url, opened):
    store = opened(url)
    store.claim("event", "1")
    store.finish("event", "1")
    assert store.prune() == 0
    assert opened(url).claim("event", "1") is Claim.DONE


def test_what_is_done_for_good_is_kept_until_its_user_is_forgotten(url, opened):
    store = opened(url, days=MOMENT)
    store.claim("welcome", "1", team="T1", user=ANA)
    store.finish("welcome", "1", for_good=True)
    sleep(0.01)
    assert store.prune() == 0
    assert opened(url).claim("welcome", "1") is Claim.DONE
    assert store.forget_user(ANA) == 1
    assert opened(url).claim("welcome", "1") is Claim.OURS


def test_more_than_one_transaction_removes_is_removed_as_well(url, opened):
    keys = [str(number) for number in range(_AT_ONCE + 1)]
    store = opened(url, days=MOMENT)
    store.claim("event", keys)
    store.finish("event", keys)
    sleep(0.01)
    assert store.prune() == _AT_ONCE + 1
    assert store.prune() == 0


def test_a_user_is_forgotten_and_no_other(store, other):
    store.claim("event", ["1", "2"], team="T1", user=ANA)
    store.finish("event", ["1", "2"])
    store.claim("click", "1", team="T1", user=ANA)
    store.claim("click", "2", team="T1", user=BO)
    assert store.forget_user(ANA) == 3
    assert store.forget_user(ANA) == 0
    assert other.claim("event", "1") is Claim.OURS
    assert other.claim("click", "2") is Claim.UNDER_WAY


def test_who_is_forgotten_does_not_come_back(store):
    store.claim("event", "1", team="T1", user=ANA)
    store.finish("event", "1")
    assert store.forget_user(ANA) == 1
    store.prune()
    assert store.forget_user(ANA) == 0


def _age(file):
    three_days_ago = time.time() - 3 * 24 * 60 * 60
    os.utime(file, (three_days_ago, three_days_ago), follow_symlinks=False)


def test_a_damaged_copy_goes_with_the_retention(tmp_path, opened):
    store = opened(f"sqlite:///{tmp_path}/state.sqlite", days=2)
    old, young = (tmp_path / f"state.sqlite.damaged-{number}" for number in (1, 2))
    for file in (old, young):
        file.touch()
    _age(old)
    store.prune()
    assert young.exists()
    assert not old.exists()


def test_a_damaged_file_is_kept_for_the_retention_however_old_it_was(tmp_path):
    file = tmp_path / "state.sqlite"
    for beside in (file, tmp_path / "state.sqlite-wal"):
        beside.touch()
        _age(beside)
    set_aside(file, is_sound=lambda: False)
    assert remove_copies(file, time.time() - 2 * 24 * 60 * 60) == 0
    assert len(list(tmp_path.glob("state.sqlite.damaged-*"))) == 2


def test_a_copy_that_is_gone_meanwhile_keeps_no_other(tmp_path):
    gone, old = (tmp_path / f"state.sqlite.damaged-{number}" for number in (1, 2))
    gone.symlink_to(tmp_path / "removed")  # it is listed, and not there
    old.touch()
    _age(old)
    assert remove_copies(tmp_path / "state.sqlite", time.time()) == 1
    assert not old.exists()
