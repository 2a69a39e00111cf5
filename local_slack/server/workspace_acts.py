"""What a test or a script changes in the workspace: people, channels, the app's installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import people
from local_slack.server.driver import Driver
from local_slack.web_api.scheduled_methods import post_all_scheduled

if TYPE_CHECKING:
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.assistant import AssistantThread
    from local_slack.workspace.channels import Channel, PostedMessage, User, UserGroup
    from local_slack.workspace.functions import FunctionRun


class WorkspaceActs(Driver):
    """Who and what is in the workspace, and what the app is asked beside its messages."""

    def add_user(self, name: str, *, outside: str = "", org: bool = False) -> User:
        """Add a person, who joins all public channels.

        With `outside`, a person of another organization, which shares this channel by Slack
        Connect; with `org`, of an Enterprise Grid.
        """
        return self.look(lambda: people.add_user(self.core, name, outside=outside, org=org))

    def add_usergroup(self, handle: str) -> UserGroup:
        """Add a group of people, whom `@handle` mentions."""
        return self.look(lambda: self.core.workspace.add_usergroup(handle))

    def add_emoji(self, name: str) -> None:
        """Add an emoji of the workspace's own."""
        self.look(lambda: self.core.workspace.custom_emoji.add(name))

    def add_channel(self, name: str, *, private: bool = False, bot: bool = True) -> Channel:
        """Add a channel with everybody in it, and the app unless `bot` is false."""
        return self.look(lambda: people.add_channel(self.core, name, private=private, bot=bot))

    def add_group(self, *persons: str) -> Channel:
        """Open the direct messages of several people and the app."""
        return self.look(lambda: people.add_group(self.core, [*persons]))

    def share_channel(self, channel: str = "", *, hosted_elsewhere: bool = False) -> Channel:
        """Share a channel with another organization, which may be the one that hosts it."""
        where = channel or self.channel
        return self.look(
            lambda: people.share_channel(self.core, where, hosted_elsewhere=hosted_elsewhere)
        )

    def join(self, *, user: str = "", channel: str = "", inviter: str | None = None) -> ActResult:
        """Let a person, or the app, join a channel."""
        who, where = user or self.user, channel or self.channel
        return self.do(people.join(self.core, user=who, channel=where, inviter=inviter))

    def leave(self, *, user: str = "", channel: str = "") -> ActResult:
        """Let a person, or the app, leave a channel."""
        who, where = user or self.user, channel or self.channel
        return self.do(people.leave(self.core, user=who, channel=where))

    def open_assistant(
        self, *, user: str = "", channel: str | None = None, wait: float = 2
    ) -> ActResult:
        """Open a thread with the assistant, while looking at a channel; `written` begins it."""
        who = user or self.user
        return self.do(people.open_assistant(self.core, user=who, channel=channel, wait=wait))

    def look_at(self, thread: PostedMessage, channel: str, *, wait: float = 0) -> ActResult:
        """Look at another channel beside a thread with the assistant."""
        return self.do(people.look_at(self.core, thread, channel=channel, wait=wait))

    def assistant_thread(self, message: PostedMessage) -> AssistantThread:
        """Return the title, the status and the suggested prompts of a thread."""
        ts = message.thread_ts or message.ts
        return self.look(lambda: self.core.assistant.at(message.channel, ts))

    def run_function(
        self, callback_id: str, inputs: Payload | None = None, *, wait: float = 5
    ) -> ActResult:
        """Run a function of the manifest as a workflow does; `payload` has its outputs."""
        return self.do(people.run_function(self.core, callback_id, inputs, wait=wait))

    def function_run(self) -> FunctionRun | None:
        """Return the newest run of a function: a click may have ended it since."""
        return self.look(lambda: self.core.functions.newest)

    def post_scheduled(self) -> None:
        """Post what the app has scheduled, without the wait."""
        self.look(lambda: post_all_scheduled(self.core))

    def webhook(self, channel: str = "") -> str:
        """Return the address of a new incoming webhook for a channel."""
        found = self.look(lambda: self.core.workspace.channel(channel or self.channel))
        return self.core.base_url + self.core.webhooks.give(found.id)

    def revoke_token(self) -> ActResult:
        """Revoke the app's token: its calls are answered with token_revoked."""
        return self.do(people.revoke_token(self.core))

    def uninstall(self) -> ActResult:
        """Uninstall the app: its calls are answered with account_inactive."""
        return self.do(people.uninstall(self.core))

    def install(self) -> None:
        """Install the app again, so that its token works."""
        self.look(lambda: people.install(self.core))
