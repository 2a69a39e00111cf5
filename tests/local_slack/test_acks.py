"""An act whose app has ended, or never comes to an ack, ends all the same; its events go on."""

from __future__ import annotations

from copy import deepcopy
from time import monotonic

import pytest

from local_slack import running
from local_slack.core import Timing
from tests.local_slack.parrot import MANIFEST
from tests.local_slack.test_http_mode import _over_http

NOBODY_THERE = 9  # the port "discard", on which nothing listens
SOON = 5  # seconds, of a driver that gives up after 60
ACTS = {
    "uninstall": lambda slack: slack.uninstall(),
    "revoke": lambda slack: slack.revoke_token(),
    "dm": lambda slack: slack.dm("hello", wait=0),
    "mention": lambda slack: slack.mention("hello", wait=0),
}


def _hears_all(manifest):
    """Return a manifest of an app that hears when it is withdrawn too."""
    made = deepcopy(manifest)
    events = made["settings"]["event_subscriptions"]["bot_events"]
    events += ["app_uninstalled", "tokens_revoked"]
    return made


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("ways", [MANIFEST, _over_http(NOBODY_THERE)])
def test_an_act_without_an_app_is_not_acked_and_does_not_hang(act, ways):
    with running(_hears_all(ways), rates=False, timing=Timing(alone=0.3, act=0.6)) as slack:
        began = monotonic()
        result = ACTS[act](slack)
        assert not result.acked
        assert monotonic() - began < SOON
