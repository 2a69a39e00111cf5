"""What a person sees, and the wait until it changes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from local_slack.workspace.channels import Effect, PostedMessage
from local_slack.workspace.views import View

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User

Source = PostedMessage | View  # what a person clicks on


def open_modal(core: Core, user: User) -> Payload | None:
    """Return the modal that a person has open."""
    view = core.views.top(user.id)
    return view.body if view else None


@dataclass(frozen=True)
class Sight:
    """What a person saw at a moment, and how many changes there had been of messages."""

    shown: tuple[Any, ...]
    changes: int


def look(core: Core, user: User, source: Source | None = None) -> Sight:
    return Sight(_what_shows(core, user, source), core.workspace.changed)


def _what_shows(core: Core, user: User, source: Source | None = None) -> tuple[Any, ...]:
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
    before: Sight,
    source: Source | None = None,
) -> list[Effect]:
    """Wait until a person sees something new; return what the app did to messages.

    That is what it answered by the response_url, else what it said in the channel.
    """

    def find_effects() -> list[Effect]:
        return core.workspace.effects(envelope) or _find_said(core, user, source, before)

    def has_changed() -> bool:
        return bool(find_effects()) or _what_shows(core, user, source) != before.shown

    topics = [source.channel] if isinstance(source, PostedMessage) else []
    await core.journal.until(has_changed, wait, envelope, user.id, *topics)
    return list(find_effects())


def _find_said(core: Core, user: User, source: Source | None, before: Sight) -> list[Effect]:
    """Return what the app has posted since, in the channel of a message that was clicked."""
    if not isinstance(source, PostedMessage):
        return []
    newest_first = reversed(core.workspace.channels[source.channel].messages.values())
    posted = itertools.takewhile(lambda m: m.changed > before.changes, newest_first)
    seen = [m for m in posted if m.from_app and m.is_seen_by(user.id) and m.ts != source.ts]
    return [Effect("message", m) for m in reversed(seen)]
