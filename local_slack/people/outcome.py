"""The result of something that a person did, and Slack's words for what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Effect, PostedMessage

# Slack's own words
NO_ANSWER = (
    "{command} failed because the app did not respond."
    " Please try again or contact the app developer."
)
FAILED = '{command} failed with the error "{code}"'
NOT_IN_THREADS = "{command} is not supported in threads. Sorry!"
NO_COMMAND = (
    "{command} is not a valid command. In Slack, all messages that start with the"
    ' "/" character are interpreted as slash commands.'
)
CLICK_FAILED = "Operation timed out. Apps need to respond within 3 seconds."
TROUBLE = "We had some trouble connecting. Try again?"
NOT_IN_CHANNEL = "You mentioned @{name}, but they’re not in this channel."
TURNED_OFF = "Sending messages to this app has been turned off."


@dataclass(frozen=True)
class ActResult:
    """What a person did, what the app answered, and what the person sees of it."""

    error: str | None = None  # in Slack's words, if something went wrong
    payload: Payload | None = None  # what the ack carried
    acked: bool = False
    ms: float = 0  # until the ack
    written: PostedMessage | None = None  # what the person wrote
    effects: list[Effect] = field(default_factory=list)
    view: Payload | None = None  # the modal that is open afterwards
    errors: dict[str, str] = field(default_factory=dict)  # of a modal's inputs, by block

    @property
    def answers(self) -> list[PostedMessage]:
        """Return the messages that the app posted or changed."""
        return [e.message for e in self.effects if e.what != "message_deleted"]

    @property
    def answer(self) -> PostedMessage:
        """Return the last answer; raise AssertionError if there is none."""
        if not self.answers:
            msg = f"There is no answer: {self.error or 'the app did not post a message.'}"
            raise AssertionError(msg)
        return self.answers[-1]

    @property
    def text(self) -> str:
        return self.answer.text

    @property
    def blocks(self) -> list[Payload]:
        return self.answer.blocks
