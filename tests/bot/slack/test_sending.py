"""A message is sent until Slack takes it or refuses it for good, and never twice."""

from __future__ import annotations

import pytest

from bot.block_kit.block_elements import run
from bot.block_kit.table_block import table, without_tables
from bot.slack.outgoing.ending import Ending
from bot.slack.outgoing.pacing import Pacing
from bot.slack.outgoing.post_outcome import SENT, PostOutcome, Result, refused
from bot.slack.outgoing.sending import PAUSES, Sender
from bot.slack.outgoing.slack_errors import (
    ENDING,
    LAYOUT,
    PERMANENT,
    TEMPORARY,
    WITHOUT_ACCESS,
    ErrorKind,
)
from tests.bot.at_once import AtOnce

MESSAGE = {"text": "one line\n" * 400, "blocks": [{"type": "divider"}]}
WITH_TABLE = {"text": "a", "blocks": [table([[[run("Who")], [run("Ban")]]] * 2)]}
NO_REPLY = PostOutcome(Result.UNKNOWN)


def failed(code, status=200, **headers):
    return refused(code, status, headers)


class Scripted:
    """A place that gives these outcomes one after the other, then takes what it is sent."""

    line = "C1"

    def __init__(self, *outcomes, is_there=None):
        self.outcomes = list(outcomes)
        self.sent = []
        self.is_there = is_there

    def send(self, payload):
        self.sent.append(payload)
        return self.outcomes.pop(0) if self.outcomes else SENT

    def has(self, _payload):
        return self.is_there


class PassingTime(AtOnce):
    """A pool whose waits pass at once, and which tells the time."""

    def __init__(self):
        super().__init__()
        self.now = 1_000.0

    def submit_after(self, seconds, work):
        self.now += seconds
        return super().submit_after(seconds, work)


@pytest.fixture
def pool():
    return PassingTime()


@pytest.fixture
def ending():
    return Ending()


@pytest.fixture
def send(pool, ending):
    def sending(place, payload=MESSAGE):
        ends = []
        Sender(pool, ending, Pacing(lambda: pool.now)).send(place, payload, ends.append)
        (end,) = ends  # said once
        return end

    return sending


def test_what_is_taken_is_sent_once(send, pool):
    place = Scripted()
    assert send(place).is_sent
    assert place.sent == [MESSAGE]
    assert pool.waits == []


@pytest.mark.parametrize("code", sorted(PERMANENT | WITHOUT_ACCESS))
def test_a_permanent_refusal_is_never_tried_again(send, pool, code):
    place = Scripted(failed(code))
    assert send(place).code == code
    assert len(place.sent) == 1
    assert pool.waits == []


def test_a_token_that_no_answer_gets_past_is_said_once(pool, ending, caplog):
    sender = Sender(pool, ending, Pacing(lambda: pool.now))
    for _ in range(5):
        sender.send(Scripted(failed("invalid_auth")), MESSAGE, lambda _: None)
    assert caplog.messages == [
        "answers are not posted: the bot token is not valid: rotate it (invalid_auth)"
    ]


@pytest.mark.parametrize("code", sorted(TEMPORARY))
def test_what_passes_is_tried_again_after_growing_pauses(send, pool, code):
    place = Scripted(*[failed(code)] * 3)
    assert send(place).is_sent
    assert tuple(pool.waits) == PAUSES[:3]
    assert place.sent == [MESSAGE] * 4


def test_what_does_not_pass_is_given_up(send, pool):
    place = Scripted(*[failed("internal_error", 500)] * 20)
    assert send(place).can_change
    assert len(place.sent) == 1 + len(PAUSES)


def test_a_minute_of_rate_limit_is_waited_out(send, pool):
    place = Scripted(failed("ratelimited", 429, **{"Retry-After": "60"}))
    assert send(place).is_sent
    assert pool.waits == [60]


@pytest.mark.parametrize("seconds", ["15", "30", "600", "86400"])
def test_an_endless_rate_limit_is_given_up_after_a_quarter_of_an_hour(send, pool, seconds):
    place = Scripted(*[failed("ratelimited", 429, **{"Retry-After": seconds})] * 2_000)
    assert send(place).kind is ErrorKind.LIMITED
    assert 600 <= sum(pool.waits) <= 900


def test_many_rate_limits_in_a_row_are_waited_out(send, pool):
    place = Scripted(*[failed("ratelimited", 429, **{"Retry-After": "1"})] * 40)
    assert send(place).is_sent
    assert pool.waits == [1] * 40


def test_a_code_that_is_not_known_is_tried_once_more(send, pool):
    place = Scripted(*[failed("brand_new_error")] * 5)
    assert send(place).code == "brand_new_error"
    assert len(place.sent) == 2


@pytest.mark.parametrize("code", sorted(LAYOUT))
def test_a_refused_layout_becomes_short_plain_words_with_a_reference(send, code, caplog):
    place = Scripted(failed(code))
    assert send(place).is_sent
    plain = place.sent[1]
    assert "blocks" not in plain
    assert len(plain["text"]) < 2_000
    kept, _, note = plain["text"].rpartition("\n\n")
    assert set(kept.splitlines()) == {"one line"}
    assert note.rpartition(" ")[2] in caplog.text
    assert code in caplog.text


def test_a_refused_table_is_sent_as_sections(send):
    place = Scripted(failed("invalid_blocks"))
    assert send(place, WITH_TABLE).is_sent
    assert place.sent[1] == {**WITH_TABLE, "blocks": without_tables(WITH_TABLE["blocks"])}


def test_sections_that_are_refused_too_become_plain_words(send):
    place = Scripted(*[failed("invalid_blocks")] * 2)
    assert send(place, WITH_TABLE).is_sent
    assert "blocks" not in place.sent[2]


def test_plain_words_that_are_refused_too_are_given_up(send):
    place = Scripted(*[failed("msg_too_long")] * 5)
    assert send(place).code == "msg_too_long"
    assert len(place.sent) == 2


def test_where_no_reply_came_and_nothing_can_be_read_it_is_not_sent_again(send):
    place = Scripted(NO_REPLY)
    assert send(place).result is Result.UNKNOWN
    assert len(place.sent) == 1


def test_where_no_reply_came_and_it_is_there_it_is_not_sent_again(send):
    place = Scripted(NO_REPLY, is_there=True)
    assert send(place).is_sent
    assert len(place.sent) == 1


def test_where_no_reply_came_and_it_is_not_there_it_is_sent_again(send):
    place = Scripted(NO_REPLY, is_there=False)
    assert send(place).is_sent
    assert len(place.sent) == 2


@pytest.mark.parametrize("code", sorted(ENDING))
def test_what_ends_the_app_is_said_in_one_line(send, ending, code, caplog):
    for _ in range(3):
        send(Scripted(failed(code)))
    assert ending.ended.is_set()
    assert ending.code == code
    assert len(caplog.records) == 1


def test_a_message_that_finds_no_room_to_wait_is_given_up(send, pool):
    pool.submit_after = lambda *_: False
    assert send(Scripted(failed("ratelimited", 429))).can_change
