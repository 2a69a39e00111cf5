"""The wait for what the app says to a message: in its thread, or below it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from local_slack.people.acks import wait_for_acks
from local_slack.people.outcome import ActResult
from local_slack.workspace.channels import Effect

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from local_slack.core import Core
    from local_slack.workspace.channels import Channel, PostedMessage, User


async def wait_for_answers(
    core: Core,
    user: User,
    written: PostedMessage,
    deliveries: Sequence[asyncio.Task[bool]],
    wait: float,
) -> ActResult:
    """Wait until the events of a message are acked, then `wait` seconds for an answer to it."""
    began = time.perf_counter()
    where = core.workspace.channels[written.channel]
    acked = await wait_for_acks(core, deliveries)
    took = (time.perf_counter() - began) * 1000
    answers: list[PostedMessage] = []
    if deliveries:
        await core.journal.until(
            lambda: _are_whole(_find_answers(core, where, user, written)),
            wait,
            where.id,
            written.thread_ts or written.ts,
        )
        answers = _find_answers(core, where, user, written)
    return ActResult(
        None, None, acked, took, written, effects=[Effect("message", m) for m in answers]
    )


def _are_whole(answers: list[PostedMessage]) -> bool:
    """Return whether there are answers, none of which is growing still."""
    growing = [m for m in answers if m.body.get("streaming_state") == "in_progress"]
    return bool(answers) and not growing


def _find_answers(
    core: Core, channel: Channel, user: User, written: PostedMessage
) -> list[PostedMessage]:
    """Return what the app said since, in the thread of a message or, if that is empty, below it."""
    thread = core.workspace.thread(channel, written.thread_ts or written.ts)
    found = [m for m in thread if m.from_app and m.changed > written.changed]
    if not found and (channel.is_im or written.thread_ts is None):
        found = _find_below(channel, written)
    since = [m for m in found if m.changed > written.changed]
    return [m for m in since if m.from_app and m.is_seen_by(user.id)]


def _find_below(channel: Channel, written: PostedMessage) -> list[PostedMessage]:
    """Return the messages that were posted since outside of threads, in direct messages all."""
    found: list[PostedMessage] = []
    for message in reversed(channel.messages.values()):
        if message.ts <= written.ts:
            break
        if channel.is_im or message.thread_ts in (None, message.ts):
            found.insert(0, message)
    return found
