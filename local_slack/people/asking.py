"""One question to the app: a payload, and its ack with the time that it took."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import Ack, deliver
from local_slack.people import sight
from local_slack.people.outcome import CLICK_FAILED, ActResult

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.sight import Source
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User


@dataclass(frozen=True)
class TimedAck:
    """An ack, and the milliseconds until it came or was given up."""

    ack: Ack
    ms: float


async def ask_app(
    core: Core, kind: str, sent: Payload, *, name: str = "", envelope: str = ""
) -> TimedAck:
    """Deliver a payload and time the ack; `name` is that of a command."""
    began = time.perf_counter()
    ack = await deliver(core, kind, sent, name=name, envelope=envelope)
    return TimedAck(ack, (time.perf_counter() - began) * 1000)


async def interact(  # noqa: PLR0913 (the parts of one interaction)
    core: Core, sent: Payload, envelope: str, *, user: User, source: Source | None, wait: float
) -> ActResult:
    """Deliver a click or a shortcut; wait for the ack, then until the person sees a change."""
    before = sight.look(core, user, source)
    asked = await ask_app(core, "interactive", sent, envelope=envelope)
    if not asked.ack.heard:
        core.workspace.announce("failed", {"user": user.id, "text": CLICK_FAILED})
        return ActResult(CLICK_FAILED, ms=asked.ms)
    effects = await sight.wait_for_effects(
        core, envelope, wait, user=user, before=before, source=source
    )
    view = sight.open_modal(core, user)
    return ActResult(None, asked.ack.payload, True, asked.ms, effects=effects, view=view)
