"""A message to a colleague with the bot in copy: nobody but its writer is told anything."""

from __future__ import annotations

import json

import pytest

from tests.bot.recording_slack import recording
from tests.bot.slack_requests import CHANNEL, USER, app_of, buttons, send
from tests.bot.slack_text.composer import Paragraph, Typed, compose, user

BOT, COLLEAGUE = user("U0APPBOT0", "Stancebook"), user("U0COLLEAGUE", "Ilka")


@pytest.fixture
def mention(kb):
    """The requests that a mention leads to."""
    with recording() as slack:
        app = app_of(kb, slack_api_url=slack.api_url)

        def sent(*runs, **fields):
            runs = [Typed(run) if isinstance(run, str) else run for run in runs]
            event = {
                **compose(Paragraph("section", tuple(runs))), "type": "app_mention", "user": USER,
                "channel": CHANNEL, "ts": "1.2", **fields,
            }  # fmt: skip
            body = {
                "type": "event_callback", "event_id": "Ev1", "team_id": "T1", "api_app_id": "A1",
                "authorizations": [{"team_id": "T1", "user_id": "U0APPBOT0", "is_bot": True}],
                "event": event,
            }  # fmt: skip
            assert send(app, body)[0] == 200
            return [(path.rpartition("/")[2], sent) for path, sent in slack.requests]

        yield sent


def test_its_writer_alone_is_told_and_offered_the_answer(mention):
    ((method, told),) = mention(COLLEAGUE, " where does Velmora stand on the ferry ban? cc ", BOT)
    assert method == "chat.postEphemeral"
    assert (told["channel"], told["user"], told.get("thread_ts")) == (CHANNEL, USER, None)
    assert told["text"].startswith("This is written to somebody else")
    ((label, button),) = buttons(told).items()
    assert label == "Show me /stance velmora ferry-ban"
    assert json.loads(button["value"])["q"] == "/stance velmora ferry-ban"


def test_in_a_thread_it_is_told_there(mention):
    ((method, told),) = mention(COLLEAGUE, " did you see? ", BOT, thread_ts="1.1")
    assert (method, told["thread_ts"]) == ("chat.postEphemeral", "1.1")


@pytest.mark.parametrize(
    "words", [" did you book the room? ", " did Velmora send us papers on the ferry ban? "]
)
def test_what_was_not_read_whole_is_not_offered(mention, words):
    ((method, told),) = mention(COLLEAGUE, words, BOT)
    assert method == "chat.postEphemeral"
    assert all(block["type"] != "actions" for block in told["blocks"])


def test_words_to_the_bot_are_answered_for_all_to_see(mention):
    ((method, told),) = mention(
        COLLEAGUE, " fyi ", BOT, " where does Velmora stand on the ferry ban?"
    )
    assert method == "chat.postMessage"
    assert told["text"].startswith("Velmora · Ferry ban")


def test_in_a_direct_message_everything_is_to_the_bot(mention):
    runs = (COLLEAGUE, " where does Velmora stand on the ferry ban? cc ", BOT)
    ((method, _),) = mention(*runs, type="message", channel_type="im")
    assert method == "chat.postMessage"
