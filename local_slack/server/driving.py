"""A running local Slack, as a test or a script drives it: each method waits for its result."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from local_slack import people
from local_slack.server.message_acts import MessageActs
from local_slack.server.workspace_acts import WorkspaceActs
from local_slack.workspace.faults import InjectedFault
from local_slack.workspace.ids import BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping

    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage
    from local_slack.workspace.journal import JournalEntry
    from local_slack.workspace.views import View


class LocalSlack(MessageActs, WorkspaceActs):
    """A running local Slack, for the thread that drives it.

    A person and a channel are named by id or by name. `user`, `other` and `channel` are the first
    person, the last person and the first channel; they stand in where none is named.
    """

    team = TEAM
    bot_user = BOT_USER
    bot_id = BOT

    def __init__(self, core: Core, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(core, loop)
        self.url = core.base_url
        self.base_url = f"{core.base_url}api/"
        self.bot_token = core.bot_token
        self.app_token = core.app_token
        self.signing_secret = core.signing_secret
        self.warnings = core.manifest.warnings  # what the manifest names and does not happen here
        persons = [u.id for u in core.workspace.users.values() if not u.is_bot]
        self.user, self.other = persons[0], persons[-1]
        self.channels = {c.name: c.id for c in core.workspace.channels.values()}
        self.channel = next(iter(self.channels.values()))
        self.faults = FaultSwitches(self)

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
        """Type a slash command; `more` may be `thread_ts` and `wait` (seconds after the ack)."""
        where = channel or self.channel
        return self.do(
            people.type_command(
                self.core, name, text, user=user or self.user, channel=where, **more
            )
        )

    def write(
        self,
        text: str | list[Payload],
        *,
        user: str = "",
        channel: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Write a message as in Slack's composer, with *marks*, lists, names, links and emoji.

        `text` may be the parts of rich text, as the buttons of the composer make them. `more` may
        be `formatting=False`, which keeps marks as they are typed, `thread_ts`, `broadcast=True`
        to send a reply to the channel too, and `wait` (seconds for an answer).
        """
        where = channel or self.channel
        return self.do(people.write(self.core, text, user=user or self.user, channel=where, **more))

    def mention(self, text: str, **more: Any) -> ActResult:  # noqa: ANN401
        """Write to a channel and mention the app."""
        return self.write(f"@{self.core.workspace.users[BOT_USER].name} {text}", **more)

    def dm(self, text: str, *, user: str = "", **more: Any) -> ActResult:  # noqa: ANN401
        """Write a direct message to the app."""
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
        """Click an element, named by action_id or by its words; `choice` names an option.

        `block` names its block by block_id, where several have such an element.
        """
        return self.do(people.click(self.core, source, element, user=user or self.user, **more))

    def options(
        self, source: PostedMessage | View, element: str, typed: str, *, user: str = ""
    ) -> list[Payload]:
        """Type into an external select; return what it offers."""
        return self.do(
            people.load_options(self.core, source, element, typed, user=user or self.user)
        )

    def submit(self, values: Payload | None = None, *, user: str = "") -> ActResult:
        """Fill in and submit the modal that is open."""
        who = user or self.user
        return self.do(people.submit(self.core, values or {}, user=who))

    def close(self, *, user: str = "", cleared: bool = False) -> ActResult:
        """Close the modal that is open; raise LookupError if there is none."""
        self.view(user)
        return self.do(people.close(self.core, user=user or self.user, cleared=cleared))

    def shortcut(
        self,
        callback_id: str,
        *,
        user: str = "",
        message: PostedMessage | None = None,
        wait: float = 2,
    ) -> ActResult:
        """Use a global shortcut, or with `message` a shortcut of that message."""
        who = user or self.user
        used = people.use_shortcut(self.core, callback_id, user=who, message=message, wait=wait)
        return self.do(used)

    def open_home(self, *, user: str = "", wait: float = 2) -> ActResult:
        """Open the app's Home tab."""
        return self.do(people.open_home(self.core, user=user or self.user, wait=wait))

    def open_messages(self, *, user: str = "", wait: float = 2) -> ActResult:
        """Open the messages with the app, of which it hears as of the Home tab."""
        who = user or self.user
        return self.do(people.open_home(self.core, user=who, tab="messages", wait=wait))

    def verify_request_url(self) -> str | None:
        """Verify the app's address in HTTP mode, as Slack does; return what fails, if anything."""
        url = self.core.manifest.request_url("events_api")
        return self.do(self.core.requests.verify(url, self.core.verification_token))

    # what the workspace holds

    def show_usage(self, hints: Mapping[str, str]) -> None:
        """Show these usage hints, by command, on the page instead of the manifest's."""
        commands = self.core.manifest.commands
        for name in hints.keys() & commands.keys():
            commands[name]["usage_hint"] = hints[name]

    def im(self, user: str = "") -> str:
        """Return the channel of a person's direct messages with the app."""
        workspace = self.core.workspace
        return self.look(lambda: workspace.im(workspace.user(user or self.user).id).id)

    def messages(self, channel: str = "") -> list[PostedMessage]:
        """Return what everybody sees in a channel, with replies in threads."""
        return [m for m in self._messages(channel) if m.ephemeral_to is None]

    def seen_by(self, user: str, channel: str = "") -> list[PostedMessage]:
        """Return what one person sees in a channel, with ephemeral messages."""
        workspace = self.core.workspace
        where = channel or self.channel
        return self.look(
            lambda: workspace.seen_by(workspace.user(user).id, workspace.channel(where))
        )

    def thread(self, message: PostedMessage) -> list[PostedMessage]:
        """Return the thread that a message starts or is in."""
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
        """Return the modal that a person has open; raise LookupError if there is none."""
        found = self.look(lambda: self.core.views.top(user or self.user))
        if found is None:
            msg = "No modal is open."
            raise LookupError(msg)
        return found

    def home(self, user: str = "") -> View:
        """Return a person's Home tab; raise LookupError if it was never published."""
        return self.look(lambda: self.core.views.homes[user or self.user])

    # what passed between Slack and the app

    def entries(self, kind: str | None = None) -> list[JournalEntry]:
        """Return the journal, or the entries of one kind.

        The kinds: call, envelope, request, ack, no_ack, no_socket, lost, refused, response_url,
        socket, change, fault.
        """
        return self.look(lambda: self.core.journal.entries(kind))

    def calls(self, method: str | None = None) -> list[JournalEntry]:
        """Return the calls of the Web API: `body` has the arguments, `reply` the answer."""
        return [e for e in self.entries("call") if method in (None, e.name)]

    def acks(self) -> list[JournalEntry]:
        """Return the acks of the app: `body` has the payload, `ms` the time that it took."""
        return self.entries("ack")

    # the app's connection

    def wait_until_connected(self, sockets: int = 1, within: float = 5) -> None:
        """Wait until the app has this number of open sockets; raise TimeoutError."""
        self.wait_for(lambda: len(self.core.sockets.open) == sockets, within)

    def nudge(self) -> None:
        """Send each socket an empty message."""
        self.do(self.core.sockets.nudge())

    def disconnect(self, close: Callable[[], None]) -> None:
        """Close the app's connection with its own `close`, without the SDK's wait.

        The SDK's `close()` waits for the next message, or 3 seconds: meanwhile the sockets are
        nudged.
        """
        closing = threading.Thread(target=close)
        closing.start()
        while closing.is_alive():
            self.nudge()
            closing.join(0.02)


class FaultSwitches:
    """Switches for faults; each happens `times` times, then switches itself off."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack

    def _on(self, kind: str, **more: Any) -> None:  # noqa: ANN401
        fault = InjectedFault(kind, **more)
        self._slack.look(lambda: self._slack.core.faults.switch_on(fault))

    def clear(self) -> None:
        """Switch off all faults."""
        self._slack.look(self._slack.core.faults.clear)

    def rate_limit(self, method: str = "*", *, times: int = 1, retry_after: int = 1) -> None:
        """Answer calls with 429 and Retry-After."""
        self._on("rate_limit", method=method, times=times, seconds=retry_after)

    def server_error(self, method: str = "*", *, times: int = 1) -> None:
        """Answer calls with 500."""
        self._on("server_error", method=method, times=times)

    def error(self, method: str, code: str, *, times: int = 1) -> None:
        """Answer a method with one of Slack's error codes."""
        self._on("error", method=method, times=times, code=code)

    def delay(self, seconds: float, method: str = "*", *, times: int = 1) -> None:
        """Answer calls some seconds late."""
        self._on("delay", method=method, times=times, seconds=seconds)

    def lose_reply(self, method: str, *, times: int = 1) -> None:
        """Do what a call asks, then break the connection before the answer."""
        self._on("lose_reply", method=method, times=times)

    def refuse_connections(self, *, times: int = 1) -> None:
        """Refuse to open sockets."""
        self._on("refuse_connections", times=times)

    def lose_acks(self, *, times: int = 1) -> None:
        """Ignore acks of the app."""
        self._on("lose_ack", times=times)

    def redeliver(self, *, times: int = 1) -> None:
        """Deliver an acked event again, as a retry."""
        self._on("redeliver", times=times)

    def duplicate(self, *, times: int = 1) -> None:
        """Send the same envelope or request twice."""
        self._on("duplicate", times=times)

    def garble(self, *, times: int = 1) -> None:
        """Send half of an envelope before the whole envelope."""
        self._on("garble", times=times)

    def drop_sockets(self, how_many: int | None = None, *, abruptly: bool = False) -> None:
        """Close sockets without a warning, and if `abruptly` without a close frame."""
        self._slack.do(self._slack.core.sockets.drop(how_many, abruptly=abruptly))

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every socket to reconnect, for one of Slack's reasons; the old serve until then."""
        self._slack.do(self._slack.core.sockets.disconnect(reason))
