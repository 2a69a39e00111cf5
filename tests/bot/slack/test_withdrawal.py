"""An app that was removed, or whose token was revoked, ends; another's token ends nothing."""

from __future__ import annotations

import pytest

BOT = [{"user_id": "UBOT", "is_bot": True}]


def deliver(bot, event, **more):
    body = {"type": "event_callback", "event_id": "EvX", "team_id": "T1", "api_app_id": "A1"}
    assert bot.deliver({**body, "event": event, **more})
    return bot.runtime.ending


def test_an_app_that_is_uninstalled_ends(bot, caplog):
    ending = deliver(bot, {"type": "app_uninstalled"})
    assert ending.ended.is_set()
    assert "removed from the workspace: install it again (app_uninstalled)" in caplog.text


@pytest.mark.parametrize("known", [{}, {"authorizations": BOT}])
def test_a_revoked_token_of_our_bot_ends(bot, known):
    tokens = {"bot": ["UBOT"], "oauth": []}
    assert (
        deliver(bot, {"type": "tokens_revoked", "tokens": tokens}, **known).code == "tokens_revoked"
    )


@pytest.mark.parametrize(
    ("tokens", "known"),
    [
        ({"oauth": ["U1"]}, {}),
        ({"oauth": ["U1"], "bot": []}, {}),
        ({"bot": ["UOTHER"]}, {"authorizations": BOT}),
        (None, {}),
    ],
)
def test_a_revoked_token_of_another_ends_nothing(bot, tokens, known):
    assert not deliver(bot, {"type": "tokens_revoked", "tokens": tokens}, **known).ended.is_set()
