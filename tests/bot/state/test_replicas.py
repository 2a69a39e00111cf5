"""Several processes with one PostgreSQL, small: killed, restarted, and without it for a while.

`python -m tests.bench.replicas` is the same with thousands of events and clicks.
"""

from __future__ import annotations

import pytest

from tests.bench.replicas import run
from tests.places import CORPUS, TEXTS

pytestmark = [pytest.mark.slow(seconds=60), pytest.mark.one_python]
# What may double an answer in a channel, or keep from a follow-up what it follows: a process that
# is killed between its post and what it would write down.
HIT = {"killed", "database away"}


def test_three_processes_answer_everything_once_but_for_what_a_kill_or_an_outage_hits(server):
    told = run(30, 6, 3, (CORPUS, TEXTS), is_busy=True)
    for kind in ("mention", "follow-up", "click", "share"):
        figures = told[kind]
        assert figures["asked"] > 25
        assert figures["lost"] == {}, told
        assert figures["doubled"].keys() <= HIT, told
        assert figures["without context"].keys() <= HIT, told
