"""Telling the person who asked, and nobody else, why there is no answer."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.slack.outgoing.post_outcome import Result, outcome_of
from bot.slack.outgoing.slack_errors import WORDS, ErrorKind, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_sdk import WebClient

    from bot.slack.outgoing.post_outcome import PostOutcome

_WHY = {ErrorKind.TEMPORARY: "Slack had a failure of its own, and I tried for a while"}
_MUTE = frozenset({ErrorKind.WITHOUT_ACCESS, ErrorKind.ENDING})
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Asker:
    """Who asked, and where; a workflow's post has no user."""

    client: WebClient
    channel: str
    user: str | None
    thread: str | None = None


def tell(asker: Asker, sentence: str, outcome: PostOutcome) -> bool:
    """Tell the asker where any way is left; return whether they were told, or may have been."""
    if not asker.user or outcome.kind in _MUTE:
        return False
    ways = _ways(asker, asker.user, sentence)
    return any(outcome_of(way).result is not Result.FAILED for way in ways)


def report_refusal(asker: Asker, outcome: PostOutcome) -> bool:
    """Tell the asker why there is no answer, and log it once under the same reference.

    Returns whether they were told. Where no call can tell anybody, the sender has logged why.
    """
    if outcome.kind in _MUTE:
        return False
    reference = secrets.token_hex(4)
    why = WORDS.get(outcome.code) or _WHY.get(outcome.kind, "Slack did not take it")
    sentence = f"I could not post my answer: {why}. {give_reference(reference)}"
    told = tell(asker, sentence, outcome)
    _log.error(
        "reference %s: an answer was not posted: %s; the asker was %s",
        reference,
        in_words(outcome.code),
        "told" if told else "not told, since no way to them is left",
    )
    return told


def report_to(asker: Asker) -> Callable[[PostOutcome], None]:
    """Return what tells who asked that their answer failed, if it did."""

    def report(outcome: PostOutcome) -> None:
        if outcome.result is Result.UNKNOWN:
            _log.warning("an answer may have been posted: Slack did not reply in time")
        elif outcome.result is Result.FAILED:
            report_refusal(asker, outcome)

    return report


def give_reference(reference: str) -> str:
    """Return the sentence that asks for a reference."""
    return f"Please give this reference to whoever runs Stancebook: {reference}"


def _ways(asker: Asker, user: str, sentence: str) -> Iterator[Callable[[], object]]:
    """Return the ways to reach one person, the nearest first."""
    client, channel = asker.client, asker.channel

    def alone() -> object:
        return client.chat_postEphemeral(
            channel=channel, user=user, thread_ts=asker.thread, text=sentence
        )

    if not channel.startswith("D"):
        yield alone
    yield lambda: client.chat_postMessage(channel=user, text=sentence)  # opens a direct message
    if channel.startswith("D"):
        yield alone
