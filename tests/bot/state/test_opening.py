"""Opening the store: which database a URL names, and what is told of one that cannot be used."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
import subprocess
import sys
import traceback
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from bot.state import Claim, DatabaseAwayError, engines, forget_user, open_state
from knowledge.corpus import SettingsError
from tests.bot.process import environment
from tests.places import ROOT

SECRET = "hunter2"
NO_URL = "STANCEBOOK_STATE is not the URL of a database: write sqlite:////var/lib"
FOUR_SLASHES = (
    "STANCEBOOK_STATE: a file has no host, user or options, and a path from / has four slashes:"
    " write sqlite:////var/lib"
)
UNKNOWN = "STANCEBOOK_STATE names a kind of database or a driver that is not supported: write"


def refusal(url):
    """Return what is told of a URL; its traceback never holds the secret in it."""
    with pytest.raises(SettingsError) as refused:
        open_state(url)
    assert SECRET not in "".join(traceback.format_exception(refused.value))
    with pytest.raises(SettingsError) as forgotten:
        forget_user(url, "U0123456789")
    return {str(refused.value), str(forgotten.value)}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (SECRET, NO_URL),
        (f"desk:{SECRET}@db/state", NO_URL),
        (f"postgresql://desk@db:{SECRET}/state", NO_URL),
        (f"{SECRET}://desk@db/state", UNKNOWN),
        (f"mysql://desk:{SECRET}@db/state", UNKNOWN),
        (f"postgresql+psycopg2://desk:{SECRET}@db/state", UNKNOWN),
        (f"postgresql://desk:{SECRET}@db", "STANCEBOOK_STATE names no database: write"),
        ("sqlite:///", "STANCEBOOK_STATE names no file: write"),
        ("sqlite:///:memory:", "STANCEBOOK_STATE names no file: write"),
        ("sqlite:///file:x", "STANCEBOOK_STATE names no file: write"),
        ("sqlite://var/lib/state.sqlite", FOUR_SLASHES),
        ("sqlite://state.sqlite", FOUR_SLASHES),
        (f"sqlite://desk:{SECRET}@/var/lib/state.sqlite", FOUR_SLASHES),
        (f"sqlite:////var/lib/state.sqlite?mode={SECRET}", FOUR_SLASHES),
        ("sqlite:///file:x?uri=true", FOUR_SLASHES),
        (
            f"postgresql://desk:{SECRET}@127.0.0.1:1/state",
            (
                "STANCEBOOK_STATE: the database state at 127.0.0.1 cannot be used (it cannot be"
                " reached)"
            ),
        ),
        (
            f"postgresql://desk:{SECRET}@/state?host=/nowhere",
            (
                "STANCEBOOK_STATE: the database state at /nowhere cannot be used (it cannot be"
                " reached)"
            ),
        ),
        (
            f"postgresql://desk@127.0.0.1:1/state?pasword={SECRET}",
            (
                "STANCEBOOK_STATE: the database state at 127.0.0.1 cannot be used (its URL has an"
                " option that the driver does not know)"
            ),
        ),
    ],
)
def test_a_url_that_cannot_be_used_is_told_in_a_sentence(url, told):
    assert [each for each in refusal(url) if not each.startswith(told)] == []


def test_a_database_or_a_user_that_is_not_there_is_told(server):
    missing = f"postgresql://postgres:{SECRET}@/missing?host={server.place}"
    told = (
        f"STANCEBOOK_STATE: the database missing at {server.place} cannot be used (its server"
        " refuses the connection: is there such a database, user and password?)"
    )
    assert refusal(missing) == refusal(missing.replace("postgres:", "nobody:")) == {told}


def is_awaited(url):
    """Return whether a start waits for the database of a URL."""
    with pytest.raises(SettingsError) as refused:
        open_state(url)
    return isinstance(refused.value, DatabaseAwayError)


OTHER_WAY = "its server does not let users in as the URL asks it to"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("channel_binding=require", OTHER_WAY),
        ("require_auth=scram-sha-256", OTHER_WAY),
        ("gssencmode=require", OTHER_WAY),
        ("requirepeer=nobody-here", OTHER_WAY),
        ("sslmode=nonsense", "its URL has an option with a value that the driver does not know"),
    ],
)
def test_a_server_that_the_options_keep_out_is_not_awaited(server, options, told):
    url = f"{server.new_database()}&{options}"
    assert not is_awaited(url)
    assert {each.partition("cannot be used ")[2] for each in refusal(url)} == {f"({told})"}


@contextmanager
def answering(answer):
    """Listen on a port where each who connects gets an answer; yields the number."""
    done = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer_each():
            while not done.is_set():
                with suppress(OSError), listening.accept()[0] as one:
                    one.recv(1024)
                    one.sendall(answer)

        thread = Thread(target=answer_each)
        thread.start()
        yield listening.getsockname()[1]
        done.set()
        socket.create_connection(listening.getsockname()).close()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "mode", "told"),
    [
        (b"N", "require", "its server has no TLS, which the URL asks for"),
        (b"HTTP/1.1 400 Bad Request", "prefer", "what answers there is not PostgreSQL"),
        (b"HTTP/1.1 400 Bad Request", "disable", "what answers there is not PostgreSQL"),
        (b"", "require", None),
        (b"", "disable", None),
        (b"S", "require", None),
    ],
)
def test_a_port_that_no_setting_opens_is_not_awaited(answer, mode, told):
    with answering(answer) as port:
        url = f"postgresql://desk:{SECRET}@127.0.0.1:{port}/state?sslmode={mode}&gssencmode=disable"
        assert is_awaited(url) == (told is None)
        told = told or "it cannot be reached"
        assert {each.partition("cannot be used ")[2] for each in refusal(url)} == {f"({told})"}


def test_a_driver_that_is_not_installed_is_told_with_what_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refusal(f"postgresql://desk:{SECRET}@127.0.0.1:1/state") == {
        "STANCEBOOK_STATE names PostgreSQL, which needs psycopg: pip install 'stancebook[postgres]'"
    }


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_server_is_named_in_each_usual_way(server, opened, scheme):
    url = server.new_database().replace("postgresql", scheme, 1)
    assert opened(url).claim("event", "1") is Claim.OURS
    assert opened(url).claim("event", "1") is Claim.UNDER_WAY


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError) as refused:
        open_state(f"sqlite:///{tmp_path}/file/state.sqlite")
    assert str(refused.value) == (
        f"STANCEBOOK_STATE: {tmp_path}/file/state.sqlite cannot be used (File exists)"
    )


def test_without_a_url_a_file_among_the_users_data_is_used(monkeypatch, tmp_path, opened):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert opened(None).claim("event", "1") is Claim.OURS
    assert opened(None).claim("event", "1") is Claim.UNDER_WAY
    file = tmp_path / "stancebook" / "state.sqlite"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert opened(f"sqlite:///{file}").claim("event", "1") is Claim.UNDER_WAY


def test_without_a_url_a_bot_starts_where_nothing_can_be_written(
    monkeypatch, tmp_path, opened, caplog
):
    (tmp_path / "stancebook").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    store = opened(None)
    assert [store.claim("event", "1") for _ in range(2)] == [Claim.OURS, Claim.UNDER_WAY]
    assert [r.levelname for r in caplog.records] == ["WARNING"]
    assert "cannot be used" in caplog.text


def test_a_file_may_be_named_from_home(monkeypatch, tmp_path, opened):
    monkeypatch.setenv("HOME", str(tmp_path))
    opened("sqlite:///~/the desk/100%/ständ #1.sqlite")
    assert (tmp_path / "the desk" / "100%" / "ständ #1.sqlite").stat().st_size > 0


def test_a_store_in_memory_is_its_own(opened):
    first, second = opened("sqlite://"), opened("sqlite://")
    assert first.claim("event", "1") is Claim.OURS
    assert first.claim("event", "1") is Claim.UNDER_WAY
    assert second.claim("event", "1") is Claim.OURS
    first.finish("event", "1")
    assert first.wait("event", "1", 1) is Claim.DONE
    assert first.forget_user("U0123456789") == first.prune() == 0


@pytest.mark.slow(seconds=4)
def test_a_start_waits_while_another_process_makes_the_tables(tmp_path, opened):
    file = tmp_path / "state.sqlite"
    making = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    making.execute("PRAGMA journal_mode = WAL")
    making.execute("BEGIN IMMEDIATE")
    made = Timer(2 * engines._BUSY, making.rollback)
    made.start()
    assert opened(f"sqlite:///{file}").claim("event", "1") is Claim.OURS
    made.join()
    making.close()


@pytest.mark.parametrize(
    "program",
    [
        "import bot.slack.settings; from bot.state import Claim, StateStore, open_state",
        "import bot.state; bot.state.open_state('sqlite://').claim('event', '1')",
        "import bot.cli.main, bot.cli.ask, bot.cli.chat, bot.slack.app",
    ],
)
def test_no_library_of_databases_is_loaded_before_one_is_used(tmp_path, program):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", program],
        env=environment(tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "bot" in loaded
    assert {name for name in loaded if name.partition(".")[0] in {"sqlalchemy", "alembic"}} == set()


def test_a_database_that_is_up_to_date_is_opened_without_alembic(url, opened, tmp_path):
    opened(url)
    program = "import bot.state, sys; bot.state.open_state(sys.argv[1]); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, url],
        env=environment(tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sqlalchemy" in done.stdout.split()
    assert "alembic" not in done.stdout.split()


def _socket(place):
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(place))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "it is a named pipe"),
        (_socket, "it is a socket"),
        (Path.mkdir, "it is a folder"),
        (lambda place: place.symlink_to("/dev/full"), "it is a device"),
    ],
)
def test_what_is_not_a_file_is_told_by_its_kind_and_stays_as_it_is(tmp_path, make, told):
    place = tmp_path / "state.sqlite"
    make(place)
    before = place.lstat().st_ino
    assert refusal(f"sqlite:///{place}") == {
        f"STANCEBOOK_STATE: {place} cannot be used ({told})",
    }
    assert place.lstat().st_ino == before
