"""Taking the app's token away, uninstalling the app, and installing it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import announce
from local_slack.people.outcome import ActResult
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from local_slack.core import Core


async def uninstall(core: Core) -> ActResult:
    """Uninstall the app: it hears both events, and its calls get `account_inactive`."""
    core.revoked = "account_inactive"
    return await _announce(core, uninstalled=True)


async def revoke_token(core: Core) -> ActResult:
    """Revoke the app's token: it hears the event, and its calls get `token_revoked`."""
    core.revoked = "token_revoked"
    return await _announce(core, uninstalled=False)


async def _announce(core: Core, *, uninstalled: bool) -> ActResult:
    tokens = {"tokens": {"oauth": [], "bot": [BOT_USER]}}
    deliveries = [
        *announce(core, "tokens_revoked", tokens),
        *(announce(core, "app_uninstalled", {}) if uninstalled else []),
    ]
    return ActResult(acked=all([await delivery for delivery in deliveries]))


def install(core: Core) -> None:
    """Install the app again, so that its token works."""
    core.revoked = ""
