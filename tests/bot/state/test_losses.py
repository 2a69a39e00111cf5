"""A database that is lost in any way: answers go on, and it is used again when it is back."""

from __future__ import annotations

import logging
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from bot.state import Claim, guarded_database
from bot.state.database_errors import reason
from tests.bot.process import environment
from tests.bot.state import postgresql
from tests.bot.state.cable import Cable
from tests.disks import fill, small_disk
from tests.places import ROOT

OURS, UNDER_WAY, DONE = Claim.OURS, Claim.UNDER_WAY, Claim.DONE
LONG = 30.0  # seconds that something may take on a busy machine


@pytest.fixture(autouse=True)
def _logged(caplog):
    caplog.set_level(logging.INFO, "bot.state")


@pytest.fixture
def _impatient(monkeypatch):
    """Look for the database again at once."""
    monkeypatch.setattr(guarded_database, "PAUSE", 0.05)


@pytest.fixture
def _patient(monkeypatch):
    """Do not look for the database again during the test."""
    monkeypatch.setattr(guarded_database, "PAUSE", 3600)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state.sqlite"


@pytest.fixture
def cable(server):
    laid = Cable(server.place / ".s.PGSQL.5432")
    yield laid
    laid.close()


@pytest.fixture
def far_url(server, cable):
    """Return the URL of a new database at the other end of the cable."""
    name = server.new_database().partition("?")[0].rpartition("/")[2]
    return f"postgresql://postgres@127.0.0.1:{cable.port}/{name}"


def eventually(is_so):
    """Wait until something is so."""
    end = time.monotonic() + LONG
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def warnings_in(caplog):
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]


def works_again(caplog, store):
    """Return how often it was said that this store's database is back."""
    told = f"the state in {store._database._database.place} works again"
    return [r.getMessage() for r in caplog.records].count(told)


def remembers(store, name):
    """Return whether a store by itself does each thing once."""
    claims = [store.claim("event", name), store.claim("event", name)]
    store.finish("event", name)
    return [*claims, store.claim("event", name)] == [OURS, UNDER_WAY, DONE]


@pytest.mark.slow(seconds=6)
@pytest.mark.usefixtures("_impatient")
def test_a_server_that_stops_and_starts_again(opened, caplog):
    with postgresql.started() as alone:
        url = alone.new_database()
        store, other = opened(url), opened(url)
        store.claim("event", "before")
        alone.stop()
        assert store.claim("event", "before") is UNDER_WAY
        assert all(remembers(store, f"meanwhile {n}") for n in range(20))
        store.finish("event", "before")
        store.release("event", "not held")
        store.renew("event", "before")
        assert store.prune() == 0
        assert len(warnings_in(caplog)) == 1
        alone.start()
        eventually(lambda: works_again(caplog, store))
        eventually(lambda: other.claim("event", "before") is DONE)
        eventually(lambda: other.claim("event", "meanwhile 7") is DONE)
        assert store.claim("event", "after") is OURS
        eventually(lambda: other.claim("event", "after") is UNDER_WAY)
        store.close()
        other.close()


@pytest.mark.usefixtures("_patient")
def test_a_database_that_hangs_is_waited_for_once(opened, far_url, cable, caplog):
    store = opened(far_url)
    assert remembers(store, "before")
    cable.die()
    called = []
    database = store._database._database
    claim = database.claim
    database.claim = lambda *words: called.append(words) or claim(*words)
    assert all(remembers(store, str(number)) for number in range(50))
    assert len(called) == 1
    (told,) = warnings_in(caplog)
    assert "cannot be used (it took too long)" in told


@pytest.mark.usefixtures("_patient")
def test_a_new_connection_that_hangs_is_waited_for_once(opened, far_url, cable, caplog):
    store = opened(far_url)
    cable.die()
    cable.cut()
    before = cable.connections
    assert all(remembers(store, str(number)) for number in range(50))
    assert cable.connections <= before + 1
    assert len(warnings_in(caplog)) == 1


@pytest.mark.usefixtures("_impatient")
def test_a_cable_that_comes_alive_is_used_again(opened, far_url, cable, caplog):
    store, other = opened(far_url), opened(far_url)
    cable.die()
    assert remembers(store, "meanwhile")
    cable.revive()
    eventually(lambda: works_again(caplog, store))
    eventually(lambda: other.claim("event", "meanwhile") is DONE)


@pytest.mark.usefixtures("_patient")
def test_an_idle_connection_that_was_cut_costs_nothing(opened, far_url, cable, caplog):
    store = opened(far_url)
    store.claim("event", "1")
    cable.cut()
    store.finish("event", "1")
    assert opened(far_url).claim("event", "1") is DONE
    assert warnings_in(caplog) == []


@pytest.mark.usefixtures("_impatient")
def test_a_file_that_another_keeps_locked(opened, file, caplog):
    store = opened(f"sqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as rude:
        rude.execute("BEGIN EXCLUSIVE")
        assert remembers(store, "meanwhile")
        assert len(warnings_in(caplog)) == 1
    eventually(lambda: works_again(caplog, store))
    assert opened(f"sqlite:///{file}").claim("event", "meanwhile") is DONE


@pytest.mark.usefixtures("_impatient")
def test_a_file_that_was_deleted_is_made_anew(opened, file, caplog):
    store = opened(f"sqlite:///{file}")
    store.claim("event", "before")
    for each in file.parent.glob("state.sqlite*"):
        each.unlink()
    assert remembers(store, "meanwhile")
    eventually(lambda: works_again(caplog, store))
    assert store.claim("event", "before") is UNDER_WAY
    store.claim("event", "after")
    other = opened(f"sqlite:///{file}")
    assert [other.claim("event", n) for n in ("meanwhile", "after")] == [DONE, UNDER_WAY]


GARBAGE = [b"not a database " * 1000, b"SQLite format 3\0" + b"\xff" * 8000, b"x" * 600]


@pytest.mark.parametrize("garbage", GARBAGE, ids=["other", "header", "short"])
def test_a_damaged_default_file_is_set_aside_at_the_start(
    opened, monkeypatch, tmp_path, garbage, caplog
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = tmp_path / "stancebook" / "state.sqlite"
    file.parent.mkdir()
    file.write_bytes(garbage)
    assert remembers(opened(None), "1")
    assert opened(f"sqlite:///{file}").claim("event", "1") is DONE
    (aside,) = file.parent.glob("state.sqlite.damaged-*[0-9]")
    assert aside.read_bytes() == garbage
    (told,) = warnings_in(caplog)
    assert told == f"the state file was damaged: it is now {aside.name}, and {file} is new"


def test_a_damaged_file_that_bears_our_mark_is_set_aside_wherever_it_is(opened, file, caplog):
    opened(f"sqlite:///{file}").close()
    header = file.read_bytes()[:100]
    file.write_bytes(header + b"\xff" * 8000)
    assert remembers(opened(f"sqlite:///{file}"), "1")
    (aside,) = file.parent.glob("state.sqlite.damaged-*[0-9]")
    assert aside.read_bytes().startswith(header)


@pytest.mark.parametrize("place", [0, 4096])
@pytest.mark.usefixtures("_impatient")
def test_a_file_that_is_damaged_while_it_is_used_is_set_aside(opened, file, caplog, place):
    store, other = opened(f"sqlite:///{file}"), opened(f"sqlite:///{file}")
    for number in range(300):
        store.claim("event", str(number))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as opened_file:
        opened_file.seek(place)
        opened_file.write(b"\xaa" * 9000)
    for number in range(20):
        assert remembers(store, f"meanwhile {number}")
        assert remembers(other, f"other {number}")
    eventually(lambda: list(file.parent.glob("state.sqlite.damaged-*[0-9]")))
    eventually(lambda: store.claim("event", "x") and other.claim("event", "x") is UNDER_WAY)
    assert len(list(file.parent.glob("state.sqlite.damaged-*[0-9]"))) == 1


FULL = """
import logging, resource, signal, sys
from bot.state import open_state
logging.basicConfig(format="%(message)s")
store = open_state(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
for number in range(2000):
    assert store.claim("event", str(number)).name == "OURS"
    store.finish("event", str(number))
    assert store.claim("event", str(number)).name == "DONE"
"""


@pytest.mark.slow(seconds=4)
def test_a_disk_that_is_full_stops_nothing(tmp_path, file):
    done = subprocess.run(
        [sys.executable, "-c", FULL, f"sqlite:///{file}"],
        env=environment(tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (told,) = done.stderr.splitlines()
    assert told.startswith(f"the state in {file} cannot be used (the disk ")


def test_a_file_that_may_not_be_written_is_said_to_be_so(file):
    sqlite3.connect(file).close()
    with (
        closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection,
        pytest.raises(sqlite3.Error) as refused,
    ):
        connection.execute("CREATE TABLE t (c)")
    assert reason(refused.value) == "the file may not be written"


@pytest.mark.usefixtures("_patient")
def test_a_store_that_was_closed_remembers_by_itself(store, caplog):
    store.close()
    assert remembers(store, "1")
    assert store.prune() == 0
    assert warnings_in(caplog) == []


@pytest.mark.usefixtures("_impatient")
def test_a_loss_is_told_once_a_minute(opened, file, caplog):
    store = opened(f"sqlite:///{file}")
    for number in range(3):
        file.rename(file.with_name(f"elsewhere {number}"))
        store.claim("event", str(number))
        eventually(lambda: not store._database._away.is_set())
    assert len(warnings_in(caplog)) == 1
    assert works_again(caplog, store) == 1


@pytest.mark.usefixtures("_impatient")
def test_a_disk_that_is_still_full_is_not_said_to_work_again(opened, tmp_path, caplog):
    with small_disk(tmp_path / "disk", 80) as disk:
        store = opened(f"sqlite:///{disk}/state.sqlite")
        fill(disk)
        for number in range(100):
            store.claim("event", str(number))
        eventually(store._database._away.is_set)
        time.sleep(0.5)  # several looks
        assert store._database._away.is_set()
        assert works_again(caplog, store) == 0
        (disk / "filler").unlink()
        eventually(lambda: not store._database._away.is_set())
        assert works_again(caplog, store) == 1
        store.close()
