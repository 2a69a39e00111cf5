"""A reply as data: what `ask --json` prints, and what the tools for assistants return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.answers.reply import Reply
    from knowledge.citations import CitedStatement

_INTERNAL: dict[str, Any] = {
    "asked": True,
    "typed_names": True,
    "dated": True,
    "before": True,
    "statements": True,  # each has its quotes' article
}


def as_data(replied: Reply) -> dict[str, Any]:
    """Return a reply as JSON holds it, with its text beside."""
    data = replied.answer.model_dump(mode="json", exclude=_INTERNAL)
    statements = [statement_data(statement) for statement in replied.answer.statements]
    return {**data, "statements": statements, "text": replied.message.text}


def statement_data(statement: CitedStatement) -> dict[str, Any]:
    """Return a statement as JSON has it, in which each quote carries its article."""
    data = statement.model_dump(mode="json", exclude={"place"})
    quotes = [{**quote, "article": data["article"]} for quote in data["quotes"]]
    return {**data, "quotes": quotes}
