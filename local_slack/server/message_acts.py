"""What a test or a script lets people do with messages, other than write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import people
from local_slack.server.driver import Driver

if TYPE_CHECKING:
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage


class MessageActs(Driver):
    """Acts on messages, and messages of other shapes than typed ones."""

    def edit(
        self,
        message: PostedMessage,
        text: str | list[Payload],
        *,
        user: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Edit one's own message."""
        return self.do(people.edit(self.core, message, text, user=user or self.user, **more))

    def delete(self, message: PostedMessage, *, user: str = "", wait: float = 0) -> ActResult:
        """Delete one's own message; the first of a thread leaves a tombstone."""
        return self.do(people.delete(self.core, message, user=user or self.user, wait=wait))

    def broadcast(self, message: PostedMessage, *, user: str = "", wait: float = 0) -> ActResult:
        """Send one's own reply to the channel too, after it was written."""
        return self.do(people.broadcast(self.core, message, user=user or self.user, wait=wait))

    def react(
        self,
        message: PostedMessage,
        emoji: str,
        *,
        user: str = "",
        back: bool = False,
        wait: float = 0,
    ) -> ActResult:
        """Add an emoji to a message, or take it `back`."""
        who = user or self.user
        return self.do(people.react(self.core, message, emoji, user=who, back=back, wait=wait))

    def forward(
        self,
        message: PostedMessage,
        comment: str = "",
        *,
        user: str = "",
        channel: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Forward a message to a channel or a person, with a comment or without words."""
        who, where = user or self.user, channel or self.channel
        return self.do(
            people.forward(self.core, message, user=who, channel=where, comment=comment, **more)
        )

    def add_preview(
        self, message: PostedMessage, url: str, *, title: str = "", text: str = "", wait: float = 0
    ) -> ActResult:
        """Let Slack preview a link of a message, as it does a little after it was written."""
        return self.do(
            people.add_preview(self.core, message, url, title=title, text=text, wait=wait)
        )

    def share_file(
        self,
        name: str,
        content: bytes | str,
        *,
        user: str = "",
        channel: str = "",
        **more: Any,  # noqa: ANN401
    ) -> ActResult:
        """Share a file; `more` may be `text`, and `snippet=True` for words that Slack previews."""
        who, where = user or self.user, channel or self.channel
        return self.do(people.share_file(self.core, name, content, user=who, channel=where, **more))

    def post_as(self, name: str, text: str = "", *, channel: str = "", **more: Any) -> ActResult:  # noqa: ANN401
        """Post as another app; `kind` may be "workflow", or "integration" for an old one.

        `more` may also be `blocks`, `attachments` and `thread_ts`.
        """
        where = channel or self.channel
        return self.do(people.post_as(self.core, name, text, channel=where, **more))
