"""What a message shows of the record: each bar with the statement it is of, and its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.block_kit.block_text import as_text
from bot.layout.bar_words import make_slice
from bot.layout.days_in_words import days
from bot.layout.signature import outlet_or_headline, speaker_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.reply import Reply
    from bot.block_kit.block_elements import Block
    from bot.layout.bar_words import Slice
    from knowledge.citations.citation import CitedStatement


class Shown(NamedTuple):
    statement: CitedStatement
    words: list[str]
    signature: str


def shown_slices(reply: Reply) -> list[Shown]:
    """Return the bars of a message; a bar that no statement of the answer prints is an error."""
    found, words = [], []
    for block in reply.message.blocks:
        words += _quoted(block)
        if words and block["type"] == "context":
            signature = as_text([block])
            found.append(Shown(_whose(reply, words, signature), words, signature))
            words = []
    assert not words, f"words without a signature: {words}"
    return found


def _quoted(block: Block) -> list[str]:
    quotes = [e for e in block.get("elements", ()) if e["type"] == "rich_text_quote"]
    return ["".join(run["text"] for run in quote["elements"]) for quote in quotes]


def _whose(reply: Reply, words: list[str], signature: str) -> CitedStatement:
    for statement in (*reply.answer.statements, *reply.answer.naming):
        own = {shown.words for shown in _slices(reply, statement)}
        if own.issuperset(words) and _is_signed(statement, signature):
            return statement
    raise AssertionError((reply.answer.question, words, signature))


def _slices(reply: Reply, statement: CitedStatement) -> Iterator[Slice]:
    holder = reply.answer.holder
    names = [s.holder.name for s in reply.answer.stances] + ([holder.name] if holder else [])
    for about in (None, *names):
        yield from (make_slice(statement, quote, about) for quote in statement.quotes)


def _is_signed(statement: CitedStatement, signature: str) -> bool:
    """Return whether a signature is one of this statement: of its speaker or outlet, and day."""
    who, *rest = signature.split(" · ")
    speaker = speaker_name(statement.speaker) or ""
    outlet = outlet_or_headline(statement.article)
    when = {days(statement.said), "same day", "same statement"}
    return who.startswith((speaker, outlet) if speaker else outlet) and rest[0] in when
