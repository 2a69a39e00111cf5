"""A modal that cannot be shown: whoever asked for it hears why, where any way is left."""

from __future__ import annotations

import json
from urllib.error import URLError

import pytest
from slack_sdk.errors import SlackApiError

from bot.slack.listeners.modal_calls import ModalCalls
from tests.bot.at_once import AtOnce, Full

# Bots that other tests have left running log in the same process.
_NAME = "bot.slack.listeners.modal_calls"
_APOLOGY = "bot.slack.outgoing.apology"
_REFERENCE = 8  # characters
ASKED = {"type": "modal", "blocks": []}


class Screen:
    """What is shown, after some calls that fail."""

    def __init__(self, *errors):
        self.errors, self.shown = list(errors), []

    def put(self, view):
        if self.errors:
            raise self.errors.pop(0)
        self.shown.append(view)

    @property
    def words(self):
        return json.dumps(self.shown)


def refused(code):
    return SlackApiError("refused", {"ok": False, "error": code})


def shown(screen, pool=None, spare=None, make=lambda: ASKED):
    ModalCalls(pool or AtOnce(), spare or AtOnce()).show(screen.put, make)
    return screen


def test_what_is_asked_for_is_shown():
    assert shown(Screen()).shown == [ASKED]


@pytest.mark.parametrize(
    "error", [TimeoutError("no reply"), URLError("no route"), refused("invalid_arguments")]
)
def test_whatever_fails_is_told_with_the_reference_that_the_log_has(error, caplog):
    screen = shown(Screen(error))
    (logged,) = [r.getMessage() for r in caplog.records if r.name == _APOLOGY]
    reference = logged.removeprefix("reference ").partition(":")[0]
    assert len(reference) == _REFERENCE
    assert reference in screen.words


def test_an_answer_that_cannot_be_made_is_told_too():
    def fail():
        raise ZeroDivisionError

    assert "Something went wrong here" in shown(Screen(), make=fail).words


@pytest.mark.parametrize("code", ["not_found", "expired_trigger_id"])
def test_of_a_modal_that_is_closed_nobody_is_told(code, caplog):
    assert shown(Screen(refused(code))).shown == []
    assert [r.levelname for r in caplog.records if r.name == _NAME] == ["WARNING"]


def test_where_slack_cannot_be_reached_at_all_the_log_says_that_nobody_was_told(caplog):
    assert shown(Screen(TimeoutError(), TimeoutError())).shown == []
    assert "nobody was told" in caplog.text


def test_where_too_much_waits_that_is_said_from_another_pool(caplog):
    assert "try again in a minute" in shown(Screen(), Full()).words
    assert "too much waits" in caplog.text


def test_where_neither_pool_has_room_the_log_alone_says_so(caplog):
    assert shown(Screen(), Full(), Full()).shown == []
    assert "too much waits" in caplog.text
