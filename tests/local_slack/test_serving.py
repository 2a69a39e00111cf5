"""A local Slack on a command line ends on a signal at any moment, what starts as what serves."""

from __future__ import annotations

import os
import signal
import time

import pytest

from local_slack import serve
from tests.places import MANIFEST

STOPS = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


@pytest.fixture(autouse=True)
def _signals_as_before():
    before = {number: signal.getsignal(number) for number in STOPS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_breaks_off_what_starts(number):
    went_on = []

    def started(_):
        os.kill(os.getpid(), number)
        time.sleep(20)
        went_on.append(True)

    serve(MANIFEST, allow_builtin=True, started=started)
    assert went_on == []


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_while_it_serves_disconnects_the_app(number):
    disconnected = []

    def started(_):
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        return lambda: disconnected.append(True)

    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), number))
    serve(MANIFEST, allow_builtin=True, started=started)
    assert disconnected == [True]


def test_what_nohup_starts_stays_when_the_terminal_is_closed():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def started(_):
        os.kill(os.getpid(), signal.SIGHUP)
        signal.setitimer(signal.ITIMER_REAL, 0.2)

    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    serve(MANIFEST, allow_builtin=True, started=started)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
