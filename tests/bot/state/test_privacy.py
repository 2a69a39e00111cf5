"""Nothing that somebody wrote is ever in the database: its bytes are searched after every use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import MetaData, create_engine, select

from bot.state.database_url import place_of
from bot.state.thing import Claimant, Thing

CANARY = "where-does-tokyo-stand-7f3a"
USER, TEAM = "U7F3A000001", "T7F3A000001"


def use(store):
    """Use a store in every way, with words where ids and keys belong."""
    for kind, key in (("event", CANARY), ("click", json.dumps({"q": CANARY, "d": "1"}))):
        store.claim(kind, [key, f"C1:{CANARY}"], team=TEAM, user=USER)
        store.renew(kind, [key])
        store.finish(kind, [key])
        store.claim(kind, [key + "2"], team=CANARY, user=CANARY)
        store.wait(kind, [key + "2"], 0, team=CANARY, user=CANARY)
        store.finish(kind, [key + "3"])
        store.release(kind, [key + "4"])
        store.remember([key, f"C1:{CANARY}"], '{"who": ["japan"]}', team=TEAM, user=USER)
        store.remember(key + "2", "{}", team=CANARY, user=CANARY)
        store.recall(key)
    store.forget_user(CANARY)
    store.prune()


def raw_bytes(folder):
    return b"".join(file.read_bytes() for file in Path(folder).rglob("*") if file.is_file())


def test_the_bytes_of_a_file_hold_no_word_of_anybody(tmp_path, opened, caplog):
    folder = tmp_path / "state"
    use(opened(f"sqlite:///{folder}/state.sqlite"))
    held = raw_bytes(folder)
    assert USER.encode() in held
    assert CANARY.encode() not in held
    assert CANARY not in caplog.text


@pytest.mark.slow(seconds=4)
def test_the_bytes_of_a_server_hold_no_word_of_anybody(server, opened, caplog):
    use(opened(server.new_database()))
    server.running.psql("CHECKPOINT")
    held = raw_bytes(server.running.pgdata)
    assert USER.encode() in held
    assert CANARY.encode() not in held
    assert CANARY not in caplog.text


def test_no_table_has_a_column_for_words(url, store):
    use(store)
    engine = create_engine(place_of(url).url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = connection.execute(select(tables.tables["claims"])).mappings().all()
    engine.dispose()
    assert set(tables.tables) == {"claims", "last_questions", "alembic_version"}
    assert {row["user_id"] for row in rows} == {USER, None}
    assert {row["team_id"] for row in rows} == {TEAM, None}
    assert {len(row["digest"]) for row in rows} == {64}


ANYTHING = st.none() | st.integers() | st.text() | st.lists(st.text())


@given(team=ANYTHING, user=ANYTHING)
def test_what_has_not_the_form_of_an_id_is_left_out(team, user):
    claimant = Claimant.of(team, user)
    for given_value, kept in ((team, claimant.team), (user, claimant.user)):
        assert kept in {None, given_value if isinstance(given_value, str) else None}
        assert kept is None or (kept.isascii() and kept.isalnum() and kept.isupper())


@given(st.lists(st.text(st.characters(categories=None)), max_size=4))
def test_any_text_may_be_a_key_in_any_order(keys):
    thing = Thing.named("event", keys)
    assert thing == Thing.named("event", reversed(keys))
    assert len(thing.digests) == len(set(keys))
    assert all(len(d) == 64 for d in thing.digests)
