"""Sending a message until Slack takes it or refuses it for good; waiting holds no thread."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.block_kit.table_block import has_table, without_tables
from bot.slack.measures import Unmeasured
from bot.slack.outgoing.pacing import Pacing
from bot.slack.outgoing.post_outcome import LOST, SENT, PostOutcome, Result
from bot.slack.outgoing.slack_errors import ErrorKind, in_words
from bot.slack.outgoing.table_refusals import TableRefusals
from bot.slack.outgoing.telling import give_reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.measures import Measures
    from bot.slack.outgoing.destination import Destination
    from bot.slack.outgoing.ending import Ending
    from bot.slack.outgoing.pacing import Turn
    from bot.slack.outgoing.pools import Pool

Payload = dict[str, Any]
PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)  # seconds before each try after the first
SHORT_PAUSES = (1.0, 2.0)  # where somebody looks on
_LONGEST_WAIT = 10 * 60  # seconds after one rate limit
_PATIENCE = 15 * 60  # seconds that one message waits for its turn; Slack seldom names over 60
_PLAIN = 1_500  # characters that are left of a text that Slack found too long
_WAITING = PostOutcome(Result.FAILED, "ratelimited", ErrorKind.LIMITED)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sending:
    """One message on its way, and how often it was tried."""

    to: Destination
    payload: Payload
    done: Callable[[PostOutcome], None]
    pauses: tuple[float, ...] = PAUSES
    tries: int = 0
    turn_at: float = 0  # when it may be sent, where it had to wait for that
    waited: float = 0  # seconds for its turns
    unknown: bool = False  # a code that is not on our lists was met once
    plain: bool = False
    without_table: bool = False  # where Slack refused one


class Sender:
    """Sends messages; what waits for another try does so in a pool, and holds no thread."""

    def __init__(
        self,
        pool: Pool,
        ending: Ending,
        pacing: Pacing | None = None,
        tables: TableRefusals | None = None,
        measures: Measures | None = None,
    ) -> None:
        self._pool = pool
        self._measures = measures or Unmeasured()
        self._tables = tables or TableRefusals()
        self._ending = ending
        self._pacing = pacing or Pacing()

    def send(
        self,
        to: Destination,
        payload: Payload,
        done: Callable[[PostOutcome], None],
        pauses: tuple[float, ...] = PAUSES,
        *,
        look_first: bool = False,
    ) -> None:
        """Send a message; `done` is called once, with what became of it, perhaps much later.

        `look_first` where another may have sent it: what is there already is not sent again.
        """

        def ended(outcome: PostOutcome) -> None:
            self._measures.note_post(outcome.result.name.lower())
            done(outcome)

        if look_first and to.has(payload):
            ended(SENT)
        else:
            self._try(Sending(to, payload, ended, pauses))

    def _try(self, sending: Sending) -> None:
        if turn := self._pacing.wait_for_turn(sending.to.line, sending.turn_at):
            self._wait_for(turn, sending, _WAITING)
            return
        outcome = _try_once(sending)
        if outcome.result is not Result.FAILED:
            self._learn_of_tables(sending, outcome)
            sending.done(outcome)
        elif outcome.kind is ErrorKind.LAYOUT and not sending.plain:
            self._try(_laid_out_plainer(sending, outcome.code))
        elif outcome.kind is ErrorKind.LIMITED:
            wait = min(outcome.retry_after or PAUSES[0], _LONGEST_WAIT)
            turn = self._pacing.put_off(sending.to.line, wait)
            self._wait_for(turn, sending, outcome)
        elif later := _later(sending, outcome):
            self._try_later(*later, outcome)
        else:
            self._give_up(sending, outcome)

    def _learn_of_tables(self, sending: Sending, outcome: PostOutcome) -> None:
        if sending.without_table and not sending.plain:
            self._tables.note()
        elif outcome.is_sent and has_table(sending.payload.get("blocks") or []):
            self._tables.note_taken()

    def _wait_for(self, turn: Turn, sending: Sending, outcome: PostOutcome) -> None:
        waited = sending.waited + turn.seconds
        if waited > _PATIENCE:
            self._give_up(sending, outcome)
        else:
            again = replace(sending, turn_at=turn.at, waited=waited)
            self._try_later(turn.seconds, again, outcome)

    def _try_later(self, seconds: float, again: Sending, outcome: PostOutcome) -> None:
        if not self._pool.submit_after(seconds, lambda: self._try(again)):
            self._give_up(again, outcome)

    def _give_up(self, sending: Sending, outcome: PostOutcome) -> None:
        if outcome.kind is ErrorKind.ENDING:
            self._ending.end(outcome.code)
        if outcome.kind is ErrorKind.WITHOUT_ACCESS:  # of each answer the same, and nobody is told
            self._ending.say_that_nothing_is_posted(outcome.code)
        sending.done(outcome)


def _try_once(sending: Sending) -> PostOutcome:
    """Send a message; where no reply came, look whether it is there, and never guess."""
    outcome = sending.to.send(sending.payload)
    if outcome.result is not Result.UNKNOWN:
        return outcome
    is_there = sending.to.has(sending.payload)
    if is_there is None:
        return outcome
    return SENT if is_there else PostOutcome(Result.FAILED, LOST, ErrorKind.TEMPORARY)


def _later(sending: Sending, outcome: PostOutcome) -> tuple[float, Sending] | None:
    """Return in how many seconds to try again, if at all, and what then."""
    if outcome.kind is ErrorKind.UNKNOWN and not sending.unknown:
        return PAUSES[0], replace(sending, unknown=True)
    if outcome.kind is ErrorKind.TEMPORARY and sending.tries < len(sending.pauses):
        return sending.pauses[sending.tries], replace(sending, tries=sending.tries + 1)
    return None


def _laid_out_plainer(sending: Sending, code: str) -> Sending:
    """Put sections in the place of a table, which not every workspace takes; else no layout."""
    blocks = sending.payload.get("blocks") or []
    if not has_table(blocks):
        return _as_plain_words(sending, code)
    payload = {**sending.payload, "blocks": without_tables(blocks)}
    return replace(sending, payload=payload, without_table=True)


def _as_plain_words(sending: Sending, code: str) -> Sending:
    """Leave out the layout, and what is too long, and name a reference that the log has too."""
    reference = secrets.token_hex(4)
    _log.error("reference %s: %s", reference, in_words(code))
    rest = {name: value for name, value in sending.payload.items() if name != "blocks"}
    text = _first_lines(str(sending.payload.get("text", "")))
    note = f"Slack refused this answer as it was laid out. {give_reference(reference)}"
    rest["text"] = f"{text}\n\n{note}" if text else note
    return replace(sending, payload=rest, plain=True)


def _first_lines(text: str) -> str:
    """Return as many whole lines as are short together: no quote is cut inside a line."""
    if len(text) <= _PLAIN:
        return text
    return text[:_PLAIN].rpartition("\n")[0].rstrip()
