"""Opening a tab of the app: its Home tab, or the messages with it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import deliver_event
from local_slack.people.outcome import TROUBLE, ActResult
from local_slack.refusal import refuse

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User
    from local_slack.workspace.views import View


TABS = ("home", "messages")


async def open_home(core: Core, *, user: str, tab: str = "home", wait: float = 2) -> ActResult:
    """Open the app's Home tab; wait until the app publishes it again.

    The `tab` may also be "messages", of which the app hears by the same event.
    """
    if tab not in TABS:
        refuse("invalid_arguments", known=list(TABS))
    who = core.workspace.user(user)
    had = core.views.homes.get(who.id) if tab == "home" else None
    if "app_home_opened" in core.manifest.events:
        if not await _tell(core, _opened(core, who, tab, had), wait):
            return ActResult(error=TROUBLE)
        if tab == "home":
            await core.journal.until(lambda: core.views.homes.get(who.id) is not had, wait, who.id)
    home = core.views.homes.get(who.id)
    return ActResult(acked=True, view=home.body if home else None)


async def _tell(core: Core, event: Payload, wait: float) -> bool:
    """Return whether the app acked an event in time."""
    delivery = deliver_event(core, event)
    await asyncio.wait({delivery}, timeout=wait)  # without a socket it goes on waiting for one
    return delivery.done() and delivery.result()


def _opened(core: Core, user: User, tab: str, had: View | None) -> Payload:
    return {
        "type": "app_home_opened",
        "user": user.id,
        "channel": core.workspace.im(user.id).id,
        "tab": tab,
        "event_ts": core.workspace.timestamp(),
        **({"view": had.body} if had else {}),
    }
