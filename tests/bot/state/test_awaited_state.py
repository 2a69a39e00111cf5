"""A bot that starts before its database waits for it, and says so; what is wrong ends it at once."""

from __future__ import annotations

from threading import Event

import pytest

from bot.slack.awaited_state import await_state
from bot.slack.stopping import StoppedError
from bot.state import Claim
from knowledge.corpus import SettingsError

SECRET = "hunter2"


class Stop(Event):
    """Does something instead of each wait."""

    def __init__(self, meanwhile):
        super().__init__()
        self.meanwhile = meanwhile

    def wait(self, timeout=None):
        self.meanwhile()
        return self.is_set()


@pytest.mark.slow
def test_a_database_that_starts_after_the_bot_is_awaited_and_told(server, caplog):
    url = server.new_database()
    server.stop()
    store = await_state(url, 1, Stop(server.start))
    assert store.claim("event", "1") is Claim.OURS
    store.close()
    told = "cannot be used (it cannot be reached). Trying again in 1 seconds"
    logged = [r.getMessage() for r in caplog.records if r.name == "bot.slack.growing_pauses"]
    assert [told in said for said in logged] == [True]


@pytest.mark.parametrize("host", ["127.0.0.1:1", "nowhere.invalid"])
def test_a_wait_for_a_database_ends_when_the_process_is_stopped_and_hides_passwords(host, caplog):
    stop = Stop(None)
    stop.meanwhile = stop.set
    with pytest.raises(StoppedError):
        await_state(f"postgresql://desk:{SECRET}@{host}/state", 1, stop)
    assert SECRET not in caplog.text


def test_what_does_not_pass_by_itself_is_told_at_once(server):
    missing = f"postgresql://postgres:{SECRET}@/missing?host={server.place}"
    with pytest.raises(SettingsError, match="is there such a database"):
        await_state(missing, 1, Stop(pytest.fail))
