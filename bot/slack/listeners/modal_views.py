"""The modals of *Ask Stancebook*: a form, the answer to it, and where to share that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.block_kit import limits
from bot.block_kit.block_elements import line, paragraph, run
from bot.block_kit.buttons import ASK, IN_PLACE
from bot.block_kit.safe_text import clip
from bot.block_kit.table_block import without_tables
from bot.slack.listeners import sharing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.reply import Reply
    from bot.block_kit.block_elements import Block
    from bot.block_kit.message import Message

View = dict[str, Any]
FORM: Final = "ask_form"
ANSWER: Final = "ask_answer"
SHARE: Final = "ask_share"
HOLDER: Final = "holder"
ISSUE: Final = "issue"
DAY: Final = "day"
CHANNEL: Final = "channel"
_TITLE: Final = "Ask Stancebook"
_PRESSABLE: Final = (f"{IN_PLACE}:", f"{ASK}:", "share:")  # what is answered in a modal
_FORM: Final = (
    (HOLDER, "Who", "A country, a person or a body"),
    (ISSUE, "On what", "An issue"),
)


def form_view() -> View:
    """Return the form: who, on what, and as of which day; the latest on record by default."""
    names = [_input(block, label, _name_select(block, words)) for block, label, words in _FORM]
    day = _input(DAY, "As of", {"type": "datepicker", "action_id": DAY})
    return _view(FORM, [*names, day], submit="Ask")


def options_of(named: Iterable[tuple[str, str]]) -> list[Block]:
    """Return the options of a select, of ids with their names."""
    return [
        {"text": _plain(clip(name, limits.OPTION_TEXT)), "value": target}
        for target, name in named
        if len(target) <= limits.OPTION_VALUE
    ]


def answer_view(reply: Reply, message: Message) -> View:
    """Return an answer, with the buttons that a modal can answer."""
    offered = sharing.offer(reply._replace(message=message))
    return _view(ANSWER, _pressable(without_tables(offered.blocks)))


def sentence_view(sentence: str) -> View:
    """Return a sentence alone, in the place of an answer."""
    return _view(ANSWER, [paragraph(line(run(sentence)))])


def share_view(preview: Message, value: str) -> View:
    """Return what would be posted, and a choice of the channel; it carries the button's value."""
    select = {
        "type": "conversations_select",
        "action_id": CHANNEL,
        "placeholder": _plain("A channel"),
        "default_to_current_conversation": True,
        "response_url_enabled": True,  # Slack then lets us post there once, without a scope
        "filter": {"include": ["public", "private", "mpim"], "exclude_bot_users": True},
    }
    where = {
        "type": "input",
        "block_id": CHANNEL,
        "label": _plain("Post to"),
        "element": select,
    }
    head = paragraph(line(run("Preview. This will be posted with your name:", bold=True)))
    blocks = [where, head, *without_tables(preview.blocks)]
    return {**_view(SHARE, blocks, submit="Post"), "private_metadata": value}


def _view(callback: str, blocks: Sequence[Block], **submit: str) -> View:
    return {
        "type": "modal",
        "callback_id": callback,
        "title": _plain(_TITLE),
        "close": _plain("Close"),
        **{name: _plain(label) for name, label in submit.items()},
        "blocks": list(blocks),
    }


def _input(block: str, label: str, element: Block) -> Block:
    return {
        "type": "input",
        "block_id": block,
        "label": _plain(label),
        "optional": True,
        "element": element,
    }


def _name_select(action: str, words: str) -> Block:
    """Return a select whose options are those that go on from what is typed."""
    return {
        "type": "external_select",
        "action_id": action,
        "min_query_length": 0,
        "placeholder": _plain(words),
    }


def _pressable(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks without buttons that nothing answers in a modal."""
    kept = [
        _without_dead_buttons(block) if block["type"] == "actions" else block for block in blocks
    ]
    return [block for block in kept if block.get("elements", True)]


def _without_dead_buttons(block: Block) -> Block:
    elements = [e for e in block["elements"] if e["action_id"].startswith(_PRESSABLE)]
    return {**block, "elements": elements}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
