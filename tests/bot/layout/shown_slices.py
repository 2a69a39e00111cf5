"""What a message shows of the record: each bar with the statement it is of, and its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.block_kit.message import as_text
from bot.layout.bar_words import make_slice
from bot.layout.signature import sign, sign_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.reply import Reply
    from bot.block_kit.message import Block
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
    for statement in reply.answer.statements:
        own = {s.words for s in _slices(reply, statement)}
        if own.issuperset(words) and any(
            signature.startswith(s) for s in _signatures(reply, statement)
        ):
            return statement
    raise AssertionError((reply.answer.question, words, signature))


def _slices(reply: Reply, statement: CitedStatement) -> Iterator:
    for about in _subjects(reply):
        yield from (make_slice(statement, quote, about) for quote in statement.quotes)


def _signatures(reply: Reply, statement: CitedStatement) -> Iterator[str]:
    for about in _subjects(reply):
        for own in (True, False):
            yield "".join(run["text"] for run in sign(statement, about, is_own_words=own))
        yield "".join(run["text"] for run in sign_again(statement, about))


def _subjects(reply: Reply) -> list[str | None]:
    holder = reply.answer.holder
    return [
        None,
        *([holder.name] if holder else []),
        *(s.holder.name for s in reply.answer.stances),
    ]
