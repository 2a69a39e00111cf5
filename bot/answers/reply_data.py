"""A reply as data: what `ask --json` prints, and what the tools for assistants return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.answers.reply import Reply

_INTERNAL: dict[str, Any] = {
    "asked": True,
    "typed_names": True,
    "statements": {"__all__": {"place"}},
}


def as_data(replied: Reply) -> dict[str, Any]:
    """Return a reply as JSON holds it: each quote carries its article, and the text is beside."""
    data = replied.answer.model_dump(mode="json", exclude=_INTERNAL)
    for statement in data["statements"]:
        _spread_article(statement)
    return {**data, "text": replied.message.text}


def _spread_article(statement: dict[str, Any]) -> None:
    for quote in statement["quotes"]:
        quote["article"] = statement["article"]
