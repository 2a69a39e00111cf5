"""Opening the app's Home tab."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import deliver_event
from local_slack.people.outcome import TROUBLE, ActResult

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User
    from local_slack.workspace.views import View


async def open_home(core: Core, *, user: str, wait: float = 2) -> ActResult:
    """Open the app's Home tab; wait until the app publishes it again."""
    who = core.workspace.user(user)
    had = core.views.homes.get(who.id)
    if "app_home_opened" in core.manifest.events:
        delivery = deliver_event(core, _opened(core, who, had))
        await asyncio.wait({delivery}, timeout=wait)  # without a socket it goes on waiting for one
        if not (delivery.done() and delivery.result()):
            return ActResult(error=TROUBLE)
        await core.journal.until(lambda: core.views.homes.get(who.id) is not had, wait, who.id)
    home = core.views.homes.get(who.id)
    return ActResult(acked=True, view=home.body if home else None)


def _opened(core: Core, user: User, had: View | None) -> Payload:
    return {
        "type": "app_home_opened",
        "user": user.id,
        "channel": core.workspace.im(user.id).id,
        "tab": "home",
        "event_ts": core.workspace.timestamp(),
        **({"view": had.body} if had else {}),
    }
