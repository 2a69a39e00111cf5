"""Where Slack asks to wait, a channel's messages take turns, a second apart."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.outgoing.ending import Ending
from bot.slack.outgoing.pacing import Pacing
from bot.slack.outgoing.post_outcome import SENT, refused
from bot.slack.outgoing.sending import Sender


class Agenda:
    """A pool that does what waits when its time has come, by a clock of its own."""

    def __init__(self):
        self.now = 1_000.0
        self._due = []
        self._number = count()

    def submit_after(self, seconds, work):
        heappush(self._due, (self.now + seconds, next(self._number), work))
        return True

    def do_all(self):
        while self._due:
            self.now, _, work = heappop(self._due)
            work()


class OneASecond:
    """A channel of a Slack that takes a post a second, and counts those that it does not take."""

    def __init__(self, agenda, retry_after=1, line="C1"):
        self.line = line
        self._agenda = agenda
        self._retry_after = retry_after
        self._free = 0.0
        self.taken = []
        self.refused = 0

    def send(self, payload):
        if self._agenda.now < self._free:
            self.refused += 1
            return refused("ratelimited", 429, {"Retry-After": str(self._retry_after)})
        self._free = self._agenda.now + 1
        self.taken.append((self._agenda.now, payload["text"]))
        return SENT

    def has(self, _payload):
        return None


def send_all(agenda, place, number):
    ends = []
    sender = Sender(agenda, Ending(), Pacing(lambda: agenda.now))
    for text in range(number):
        sender.send(place, {"text": text}, ends.append)
    agenda.do_all()
    return ends


@given(st.integers(1, 200), st.integers(1, 60))
def test_all_that_is_asked_at_once_in_a_channel_is_posted_in_its_order(number, retry_after):
    agenda = Agenda()
    place = OneASecond(agenda, retry_after)
    ends = send_all(agenda, place, number)
    assert ends == [SENT] * number
    assert [text for _, text in place.taken] == list(range(number))
    assert place.refused <= 1
    assert agenda.now - 1_000 <= number + retry_after


def test_what_would_wait_for_too_long_is_given_up():
    agenda = Agenda()
    place = OneASecond(agenda)
    ends = send_all(agenda, place, 1_000)
    assert len(ends) == 1_000
    assert sum(end.is_sent for end in ends) == 901


def test_another_channel_waits_for_nothing():
    agenda = Agenda()
    pacing = Pacing(lambda: agenda.now)
    pacing.put_off("C1", 30)
    assert pacing.wait_for_turn("C1", 0).seconds == 31
    assert pacing.wait_for_turn("C2", 0) is None
    assert pacing.wait_for_turn(None, 0) is None


def test_a_longer_wait_holds_for_those_who_have_a_turn_before_its_end():
    agenda = Agenda()
    pacing = Pacing(lambda: agenda.now)
    early = pacing.put_off("C1", 1)
    assert pacing.wait_for_turn("C1", early.at) is None
    pacing.put_off("C1", 60)
    assert pacing.wait_for_turn("C1", early.at).seconds > 60
    agenda.now += 100
    assert pacing.wait_for_turn("C1", early.at) is None
