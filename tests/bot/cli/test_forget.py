"""`stancebook forget`: the rows of one user go, and nobody else's."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.state import Claim, open_state

ANA, BO = "U0123456789", "U9876543210"


@pytest.fixture
def url(monkeypatch, tmp_path) -> str:
    """Set the state to a file that holds two things of one user and one of another."""
    made = f"sqlite:///{tmp_path}/state.sqlite"
    store = open_state(made)
    store.claim("event", ["Ev1", "C1:1"], team="T1", user=ANA)
    store.claim("event", ["Ev2"], team="T1", user=BO)
    store.close()
    monkeypatch.setenv("STANCEBOOK_STATE", made)
    monkeypatch.chdir(tmp_path)
    return made


def forget(user):
    return CliRunner().invoke(main, ["forget", user])


def test_a_users_rows_are_removed_and_counted(url, tmp_path):
    assert forget(ANA.lower()).output == f"{tmp_path}/state.sqlite: 2 rows of {ANA} removed\n"
    assert forget(ANA).output == f"{tmp_path}/state.sqlite: 0 rows of {ANA} removed\n"
    store = open_state(url)
    assert store.claim("event", ["Ev1"]) is Claim.OURS
    assert store.claim("event", ["Ev2"]) is Claim.UNDER_WAY
    store.close()


def test_the_bots_own_dotenv_names_the_store(url, monkeypatch, tmp_path):
    monkeypatch.delenv("STANCEBOOK_STATE")
    (tmp_path / ".env").write_text(f"STANCEBOOK_STATE={url}\n")
    assert forget(BO).output == f"{tmp_path}/state.sqlite: 1 row of {BO} removed\n"


def test_a_store_that_is_not_there_is_not_made(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    done = forget(ANA)
    assert done.exit_code == 2
    assert done.output == (
        f"There is no state in {tmp_path}/stancebook/state.sqlite."
        " Set STANCEBOOK_STATE as it is set for the bot.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_memory_of_another_process_cannot_be_reached(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_STATE", "sqlite://")
    done = forget(ANA)
    assert done.exit_code == 2
    assert "in the bot's own memory. Restart the bot" in done.output


@pytest.mark.usefixtures("url")
def test_a_damaged_copy_is_removed_whole(tmp_path):
    file = tmp_path / "state.sqlite"
    rows, header = file.read_bytes(), file.read_bytes()[:100]
    file.with_name("state.sqlite.damaged-1").write_bytes(rows)
    file.with_name("state.sqlite.damaged-1-wal").write_bytes(rows)
    file.write_bytes(header + b"\xff" * 8000)
    done = forget(ANA)
    assert done.exit_code == 0
    assert done.output.splitlines()[-2:] == [
        f"{file}: 0 rows of {ANA} removed",
        f"{file}: 2 damaged copies, which may have held more of them, removed too",
    ]
    assert [each.name for each in tmp_path.iterdir() if "damaged" in each.name] == []


def test_a_database_that_is_away_is_told(monkeypatch):
    monkeypatch.setenv("STANCEBOOK_STATE", "postgresql://ana:hunter2@127.0.0.1:1/desk")
    done = forget(ANA)
    assert done.exit_code == 2
    assert done.output == (
        "STANCEBOOK_STATE: the database desk at 127.0.0.1 cannot be used (it cannot be reached)\n"
    )


@pytest.mark.parametrize("user", ["ana", "@ana", "C0123456789x!", "T1", "U12'; --", "Ü12"])
def test_what_is_no_users_id_is_told_where_slack_shows_it(user):
    done = forget(user)
    assert done.exit_code == 2
    assert "Slack shows it in a profile" in done.output
