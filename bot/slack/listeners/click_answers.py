"""What a click asks, done once: after its ack, in a pool of its own, held in the state store.

| click | is done once for |
|---|---|
| *Post* | its preview |
| a question in a thread | its button, whoever clicks it: the answer then stands in the thread |
| one that one person sees, *Share…* | its button, within seconds: it is one impatience |
| a choice, a page | each use: its answer takes the place of the message, however often |
| a shortcut | each use |
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.slack.outgoing.apology import apologize
from bot.slack.outgoing.post_outcome import PostOutcome, Result
from bot.slack.outgoing.sending import SHORT_PAUSES
from bot.slack.outgoing.telling import report_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.listeners.click import Click
    from bot.slack.outgoing.once import Once
    from bot.slack.outgoing.pools import Pool
    from bot.slack.outgoing.sending import Sender
    from bot.state import Claim

    Payload = dict[str, Any]
    Settle = Callable[[PostOutcome], None]

_KIND = "click"
_IMPATIENCE = 3.0  # seconds in which a second click means the first
_log = logging.getLogger(__name__)


class ClickAnswer(NamedTuple):
    """What is sent to a click's response_url, and what follows once that is settled.

    `then` takes the place of telling who clicked what failed; `also` is done beside that.
    """

    payload: Payload
    then: Settle | None = None
    also: Settle | None = None


class ClickAnswers:
    """Answers clicks, each once."""

    def __init__(self, once: Once, sender: Sender, pool: Pool) -> None:
        self._once = once
        self._sender = sender
        self._pool = pool

    def answer_once(
        self, click: Click, keys: tuple[str, ...], make: Callable[[], ClickAnswer]
    ) -> None:
        """Answer unless it is answered, or on its way; what failed can be clicked again."""

        def work() -> None:
            if self._claim(click, keys).is_ours:
                self._send(click, make, lambda outcome: self._settle(keys, outcome))

        self._start(click, work)

    def answer_soon(
        self, click: Click, keys: tuple[str, ...], make: Callable[[], ClickAnswer]
    ) -> None:
        """Answer but for the further clicks of one impatience."""

        def work() -> None:
            lease = _IMPATIENCE
            claim = self._once.store.claim(_KIND, keys, team=click.team, lease_seconds=lease)
            if claim.is_ours:
                self._send(click, make, lambda _: None)

        self._start(click, work)

    def answer_again(self, click: Click, make: Callable[[], ClickAnswer]) -> None:
        """Answer each click, as where the answer takes the place of its message: forth and back."""
        self._start(click, lambda: self._send(click, make, lambda _: None))

    def say_later(self, click: Click, payload: Payload) -> None:
        """Send a word about a click from the pool of clicks, without a record of it."""
        self._start(click, lambda: self.say(click, payload))

    def say(self, click: Click, payload: Payload) -> None:
        """Send a word about a click from this thread."""
        self._sender.send(click.answers_to, payload, lambda _: None, SHORT_PAUSES)

    def _start(self, click: Click, work: Callable[[], None]) -> None:
        if not click.answers_to.is_slacks:
            _log.warning("a click has no response_url of Slack's, so nothing was sent")
        elif not self._pool.submit(work):
            _log.warning("a click was not answered: too much waits")

    def _claim(self, click: Click, keys: tuple[str, ...]) -> Claim:
        return self._once.claim(_KIND, keys, team=click.team, user=click.user)

    def _settle(self, keys: tuple[str, ...], outcome: PostOutcome) -> None:
        if outcome.result is Result.FAILED:
            self._once.release(_KIND, keys)
        else:
            self._once.finish(_KIND, keys)

    def _send(self, click: Click, make: Callable[[], ClickAnswer], settle: Settle) -> None:
        try:
            payload, then, also = make()
        except Exception as error:  # noqa: BLE001 (whatever it is, the person who clicked is told)
            settle(PostOutcome(Result.FAILED))
            self.say(click, alone(apologize(error)))
            return

        def done(outcome: PostOutcome) -> None:
            settle(outcome)
            (then or report_to(click.asker))(outcome)
            if also:
                also(outcome)

        self._sender.send(click.answers_to, payload, done, SHORT_PAUSES)


def alone(text: str) -> Payload:
    """Return a sentence for the person who clicked, which leaves the message as it is."""
    return {"text": text, "response_type": "ephemeral", "replace_original": False}
