"""What a person has before them, and the waiting until it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack.state import PostedMessage

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.state import Effect, User
    from local_slack.views import View


def top(core: Core, user: User) -> Payload | None:
    """Return the modal that is open."""
    view = core.views.top(user.id)
    return view.body if view else None


def shown(core: Core, user: User, source: PostedMessage | View | None = None) -> tuple[Any, ...]:
    """Return what differs once a modal, the Home tab, a message or its thread has changed."""
    modal, home = core.views.top(user.id), core.views.homes.get(user.id)
    hashes = (modal and modal.body["hash"], home and home.body["hash"])
    if not isinstance(source, PostedMessage):
        return hashes
    channel = core.workspace.channels[source.channel]
    now = core.workspace.find(channel, source.ts)
    return (*hashes, now and now.changed, len(core.workspace.thread(channel, source.ts)))


async def effects(  # noqa: PLR0913 (whose, of what, since when)
    core: Core,
    number: str,
    wait: float,
    *,
    user: User,
    had: tuple[Any, ...],
    source: PostedMessage | View | None = None,
) -> list[Effect]:
    """Wait until something is seen that was not there; return what came of an envelope."""

    def happened() -> bool:
        return bool(core.workspace.effects(number)) or shown(core, user, source) != had

    topics = [source.channel] if isinstance(source, PostedMessage) else []
    await core.journal.until(happened, wait, number, user.id, *topics)
    return list(core.workspace.effects(number))
