"""A running local Slack, as a test or a script holds it: each method waits for its result."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from local_slack import clicks, http_mode, modals, people
from local_slack import core as tokens
from local_slack.faults import InjectedFault
from local_slack.state import BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from local_slack.core import Core
    from local_slack.journal import JournalEntry
    from local_slack.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.state import PostedMessage, User
    from local_slack.views import View

T = TypeVar("T")
_PATIENCE = 60  # seconds; whatever is waited for here has a shorter limit of its own


class LocalSlack:
    """One local Slack, from the thread of whoever drives it."""

    bot_token = tokens.BOT_TOKEN
    app_token = tokens.APP_TOKEN
    team = TEAM
    bot_user = BOT_USER
    bot_id = BOT

    def __init__(self, core: Core, loop: asyncio.AbstractEventLoop) -> None:
        self.core = core
        self._loop = loop
        self.url = core.base_url
        self.base_url = f"{core.base_url}api/"
        self.signing_secret = core.signing_secret
        persons = [u.id for u in core.workspace.users.values() if not u.is_bot]
        self.user, self.other = persons[0], persons[-1]
        self.channels = {c.name: c.id for c in core.workspace.channels.values()}
        self.channel = next(iter(self.channels.values()))
        self.faults = Switches(self)

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine where the server runs; return its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    def look(self, at: Callable[[], T]) -> T:
        """Call something where the server runs, so that nothing changes meanwhile."""
        if _runs(self._loop):
            return at()

        async def looked() -> T:
            return at()

        return self.do(looked())

    def wait_for(self, ready: Callable[[], T], within: float = 5) -> T:
        """Wait until something is truthy; raise TimeoutError. It is looked at on each change."""
        found = self.do(self.core.journal.until(ready, within))
        if not found:
            msg = f"not within {within} seconds"
            raise TimeoutError(msg)
        return found

    # what people do

    def command(
        self,
        name: str,
        text: str = "",
        *,
        user: str = "",
        channel: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Type a slash command; `thread_ts` and `wait` (seconds after the ack) may be given."""
        where = channel or self.channel
        return self.do(
            people.command(self.core, name, text, user=user or self.user, channel=where, **more)
        )

    def write(
        self,
        text: str,
        *,
        user: str = "",
        channel: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Write a message; `thread_ts` and `wait` (seconds for an answer) may be given."""
        where = channel or self.channel
        return self.do(people.write(self.core, text, user=user or self.user, channel=where, **more))

    def mention(self, text: str, **more: Any) -> ActResult:  # noqa: ANN401
        """Write to a channel, naming the app."""
        return self.write(f"@{self.core.workspace.users[BOT_USER].name} {text}", **more)

    def dm(self, text: str, *, user: str = "", **more: Any) -> ActResult:  # noqa: ANN401
        """Write to the app alone."""
        who = user or self.user
        return self.write(text, user=who, channel=self.im(who), **more)

    def click(
        self,
        source: PostedMessage | View,
        element: str,
        *,
        user: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Click, by action_id or by the words shown; `choice` names an option."""
        return self.do(clicks.click(self.core, source, element, user=user or self.user, **more))

    def options(
        self, source: PostedMessage | View, element: str, typed: str, *, user: str = ""
    ) -> list[Payload]:
        """Type into an external select; return what it offers."""
        return self.do(clicks.options(self.core, source, element, typed, user=user or self.user))

    def submit(self, values: Payload | None = None, *, user: str = "") -> ActResult:
        """Fill in and submit the modal that is open."""
        who = user or self.user
        return self.do(modals.submit(self.core, values or {}, user=who))

    def close(self, *, user: str = "", cleared: bool = False) -> ActResult:
        """Close the modal that is open."""
        return self.do(modals.close(self.core, user=user or self.user, cleared=cleared))

    def shortcut(self, callback_id: str, *, user: str = "", **more: Any) -> ActResult:  # noqa: ANN401
        """Use a shortcut; `message` makes it a message's."""
        return self.do(clicks.shortcut(self.core, callback_id, user=user or self.user, **more))

    def open_home(self, *, user: str = "", wait: float = 2) -> ActResult:
        """Open the app's Home tab."""
        return self.do(people.open_home(self.core, user=user or self.user, wait=wait))

    def verify_request_url(self) -> str | None:
        """Ask the app's address for a challenge, in HTTP mode; return what fails, if anything."""
        return self.do(http_mode.verify(self.core))

    # what is there

    def add_user(self, name: str) -> User:
        return self.look(lambda: self.core.workspace.add_user(name))

    def im(self, user: str = "") -> str:
        """Return the channel of a person's direct messages with the app."""
        workspace = self.core.workspace
        return self.look(lambda: workspace.im(workspace.user(user or self.user).id).id)

    def messages(self, channel: str = "") -> list[PostedMessage]:
        """List what everybody sees in a channel, threads among it."""
        return [m for m in self._messages(channel) if m.ephemeral_to is None]

    def seen_by(self, user: str, channel: str = "") -> list[PostedMessage]:
        """List what one person sees in a channel, ephemeral messages among it."""
        workspace = self.core.workspace
        where = channel or self.channel
        return self.look(
            lambda: workspace.seen_by(workspace.user(user).id, workspace.channel(where))
        )

    def thread(self, message: PostedMessage) -> list[PostedMessage]:
        """List the thread that a message starts or is in."""
        workspace = self.core.workspace
        return self.look(
            lambda: workspace.thread(
                workspace.channels[message.channel], message.thread_ts or message.ts
            )
        )

    def _messages(self, channel: str) -> list[PostedMessage]:
        workspace = self.core.workspace
        return self.look(lambda: [*workspace.channel(channel or self.channel).messages.values()])

    def view(self, user: str = "") -> View:
        """Return the modal that is open; raise LookupError."""
        found = self.look(lambda: self.core.views.top(user or self.user))
        if found is None:
            msg = "no modal is open"
            raise LookupError(msg)
        return found

    def home(self, user: str = "") -> View:
        """Return a person's Home tab; raise LookupError."""
        return self.look(lambda: self.core.views.homes[user or self.user])

    # what passed

    def entries(self, kind: str | None = None) -> list[JournalEntry]:
        """List the journal: call, envelope, ack, no_ack, response_url, socket, change, fault."""
        return self.look(lambda: self.core.journal.entries(kind))

    def calls(self, method: str | None = None) -> list[JournalEntry]:
        """List the calls of the Web API: `body` is what was sent, `reply` what was answered."""
        return [e for e in self.entries("call") if method in (None, e.name)]

    def nudge(self) -> None:
        """Send each socket an empty line: an SDK's close() waits for the next byte, or 3 s."""
        self.do(self.core.sockets.nudge())

    def acks(self) -> list[JournalEntry]:
        return self.entries("ack")


def _runs(loop: asyncio.AbstractEventLoop) -> bool:
    """Say whether this is the server's own thread, where nothing has to be waited for."""
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


class Switches:
    """Faults, each switched on for so many times."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack

    def _on(self, kind: str, **more: Any) -> None:  # noqa: ANN401
        fault = InjectedFault(kind, **more)
        self._slack.look(lambda: self._slack.core.faults.switch_on(fault))

    def clear(self) -> None:
        self._slack.look(self._slack.core.faults.clear)

    def rate_limit(self, method: str = "*", *, times: int = 1, retry_after: int = 1) -> None:
        self._on("rate_limit", method=method, times=times, seconds=retry_after)

    def server_error(self, method: str = "*", *, times: int = 1) -> None:
        self._on("server_error", method=method, times=times)

    def error(self, method: str, code: str, *, times: int = 1) -> None:
        """Answer a method with any of Slack's error codes."""
        self._on("error", method=method, times=times, code=code)

    def delay(self, seconds: float, method: str = "*", *, times: int = 1) -> None:
        self._on("delay", method=method, times=times, seconds=seconds)

    def lose_reply(self, method: str, *, times: int = 1) -> None:
        """Do what is asked, then break the connection before answering."""
        self._on("lose_reply", method=method, times=times)

    def refuse_connections(self, *, times: int = 1) -> None:
        self._on("refuse_connections", times=times)

    def lose_acks(self, *, times: int = 1) -> None:
        self._on("lose_ack", times=times)

    def redeliver(self, *, times: int = 1) -> None:
        """Deliver an event again although it was acked."""
        self._on("redeliver", times=times)

    def duplicate(self, *, times: int = 1) -> None:
        """Send the same envelope twice."""
        self._on("duplicate", times=times)

    def garble(self, *, times: int = 1) -> None:
        self._on("garble", times=times)

    def drop_sockets(self, how_many: int | None = None, *, abruptly: bool = False) -> None:
        """Close open sockets without a warning; abruptly: without even a close frame."""
        self._slack.do(self._slack.core.sockets.drop(how_many, abruptly=abruptly))

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every socket to go and come back."""
        self._slack.do(self._slack.core.sockets.disconnect(reason))
