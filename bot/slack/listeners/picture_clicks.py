"""*Picture* on timelines: drawn when pressed, and shared where the one who pressed sees it."""

from __future__ import annotations

from dataclasses import replace
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from bot.block_kit.buttons import Button
from bot.layout.timeline_head import picture_title
from bot.pictures.alt_text import describe
from bot.pictures.drawing import PictureForm
from bot.pictures.drawing_process import DrawingError, draw_apart
from bot.pictures.timeline_chart import make_chart
from bot.pictures.value_marks import Theme
from bot.slack.outgoing.slack_errors import in_words
from bot.slack.outgoing.uploads import Picture, share_below, share_with

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answers.answer import Answer
    from bot.answers.command import Command
    from bot.slack.listeners.click import Click

ACTION: Final = "picture"
_AT_ONCE: Final = 2  # drawings, each of which takes a processor for a second
_TAKEN: Final = "Other pictures are being drawn. Press again in a moment."
_BELOW: Final = "The picture is in the thread below the answer."
_SENT: Final = "I sent you the picture in a direct message."
_NOTHING: Final = "There is no timeline to draw any more."


def with_pictures(commands: Mapping[str, Command]) -> dict[str, Command]:
    """Return the commands, of which those that answer with lanes have a button to their picture."""
    return {name: _offering(command) for name, command in commands.items()}


def _offering(command: Command) -> Command:
    def buttons(answer: Answer) -> list[Button]:
        found = command.buttons(answer)
        drawn = answer.lanes and answer.asked and not answer.asked_for_more
        return [Button("Picture", answer.asked or "", ACTION), *found] if drawn else found

    return replace(command, buttons=buttons)


class Pictures:
    """Draws timelines and shares them, a few at a time; no listener waits for that."""

    def __init__(self) -> None:
        self._room = BoundedSemaphore(_AT_ONCE)

    def share(self, answer: Answer, click: Click) -> str:
        """Share the picture of an answer; return what to say of it to the one who clicked."""
        if not answer.lanes:
            return _NOTHING
        if not self._room.acquire(blocking=False):
            return _TAKEN
        try:
            return _share(_draw(answer), click)
        except DrawingError as error:
            return str(error)
        except SlackApiError as error:
            code = str(error.response.get("error"))
            return f"I could not share the picture: {in_words(code)}."
        finally:
            self._room.release()


def _draw(answer: Answer) -> Picture:
    content = draw_apart(make_chart(answer, Theme.LIGHT), PictureForm.PNG)
    return Picture(content, "timeline.png", picture_title(answer), describe(answer))


def _share(picture: Picture, click: Click) -> str:
    """Share a picture in the thread of an answer; of one that one person sees, with them."""
    if click.alone:
        share_with(click.client, picture, click.user)
        return _SENT
    share_below(click.client, picture, click.channel, click.thread)
    return _BELOW
