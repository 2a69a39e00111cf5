"""Taking the app's token away, uninstalling the app, and installing it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import announce, revoke
from local_slack.people.acks import wait_for_acks
from local_slack.people.outcome import ActResult

if TYPE_CHECKING:
    import asyncio

    from local_slack.core import Core


async def uninstall(core: Core) -> ActResult:
    """Uninstall the app: it hears both events, and its calls get `account_inactive`."""
    heard = [*revoke(core, "account_inactive"), *announce(core, "app_uninstalled", {})]
    return await _acked(core, heard)


async def revoke_token(core: Core) -> ActResult:
    """Revoke the app's token: it hears the event, and its calls get `token_revoked`."""
    return await _acked(core, revoke(core, "token_revoked"))


async def _acked(core: Core, deliveries: list[asyncio.Task[bool]]) -> ActResult:
    return ActResult(acked=await wait_for_acks(core, deliveries))


def install(core: Core) -> None:
    """Install the app again, so that its token works."""
    core.revoked = ""
