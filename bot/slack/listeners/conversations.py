"""Which questions go on from one another: those of one thread, or of the messages of one person.

What the last one was about is kept in the state store for a day, as ids; no channel is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.answers.last_question import LastQuestion

if TYPE_CHECKING:
    from bot.slack.listeners.click import Click
    from bot.slack.listeners.event_answers import AskedEvent
    from bot.state import StateStore

_DIRECT = "D"  # the first letter of the id of a channel of direct messages


@dataclass(frozen=True)
class Conversation:
    """A place where questions go on from one another, and who asks there now.

    `thread` is None among direct messages that are in no thread; `opens` are messages below which
    a thread may begin that goes on from this question, and `is_new` says that this one does.
    """

    app: str
    channel: str
    thread: str | None
    opens: tuple[str, ...] = ()
    is_new: bool = False
    team: str | None = None
    user: str | None = None

    @property
    def is_shared(self) -> bool:
        """Return whether others than the asker ask there too."""
        return not self.channel.startswith(_DIRECT)

    @property
    def key(self) -> str:
        return self._key_of(self.thread or "")

    def keys_to(self, *threads: str | None) -> list[str]:
        """Return the names under which its last question is kept: also of threads below it."""
        below = [t for t in (*self.opens, *threads) if t and not self.thread]
        return [self.key, *map(self._key_of, below)]

    def _key_of(self, thread: str) -> str:
        return f"{self.app}:{self.channel}:{thread}"


def conversation_of(asked: AskedEvent) -> Conversation:
    """Return the conversation of a mention or a direct message."""
    event, body = asked.body["event"], asked.body
    written_at = str(event.get("ts"))
    return Conversation(
        f"{body.get('api_app_id')}:{body.get('team_id')}",
        str(event.get("channel")),
        asked.thread,
        opens=(written_at,),
        is_new=asked.thread == written_at,
        team=body.get("team_id"),
        user=asked.asker.user,
    )


def conversation_below(click: Click) -> Conversation:
    """Return the conversation that a choice stands in: its thread, else the direct messages."""
    app = f"{click.body.get('api_app_id')}:{click.team}"
    is_in_thread = click.thread != (click.body.get("message") or {}).get("ts")
    if is_in_thread or not click.channel.startswith(_DIRECT):
        return Conversation(app, click.channel, click.thread, team=click.team, user=click.user)
    opens = (click.thread,) if click.thread else ()
    return Conversation(app, click.channel, None, opens, team=click.team, user=click.user)


class Conversations:
    """What was asked about last in each conversation."""

    def __init__(self, store: StateStore) -> None:
        self._store = store

    def recall(self, place: Conversation) -> LastQuestion | None:
        """Return the last question; None where there is none, or another version wrote it."""
        about = None if place.is_new else self._store.recall(place.key)
        try:
            return LastQuestion.model_validate_json(about) if about else None
        except ValidationError:
            return None

    def remember(
        self, place: Conversation, last: LastQuestion | None, posted_at: str | None = None
    ) -> None:
        """Keep the last question, also for a thread below its answer, posted at that time."""
        about = last.model_dump_json(exclude_defaults=True) if last else None
        keys = place.keys_to(posted_at)
        self._store.remember(keys, about, team=place.team, user=place.user)
