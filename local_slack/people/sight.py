"""What a person sees, and the wait until it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack.workspace.channels import PostedMessage
from local_slack.workspace.views import View

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Effect, User

Source = PostedMessage | View  # what a person clicks on


def open_modal(core: Core, user: User) -> Payload | None:
    """Return the modal that a person has open."""
    view = core.views.top(user.id)
    return view.body if view else None


def what_shows(core: Core, user: User, source: Source | None = None) -> tuple[Any, ...]:
    """Return a value that differs once a modal, the Home tab, a message or its thread changes."""
    modal, home = core.views.top(user.id), core.views.homes.get(user.id)
    hashes = (modal and modal.body["hash"], home and home.body["hash"])
    if not isinstance(source, PostedMessage):
        return hashes
    channel = core.workspace.channels[source.channel]
    now = core.workspace.find(channel, source.ts)
    return (*hashes, now and now.changed, len(core.workspace.thread(channel, source.ts)))


async def wait_for_effects(  # noqa: PLR0913 (whose, of what, since when)
    core: Core,
    envelope: str,
    wait: float,
    *,
    user: User,
    had: tuple[Any, ...],
    source: Source | None = None,
) -> list[Effect]:
    """Wait until a person sees something new; return what the app did to messages."""

    def has_changed() -> bool:
        done = core.workspace.effects(envelope)
        return bool(done) or what_shows(core, user, source) != had

    topics = [source.channel] if isinstance(source, PostedMessage) else []
    await core.journal.until(has_changed, wait, envelope, user.id, *topics)
    return list(core.workspace.effects(envelope))
