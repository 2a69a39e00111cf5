"""One question on a terminal or in a script: the same reply as in Slack, as text or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.answers.answer import Outcome
from bot.answers.command import Reply, reply_to
from bot.commands.plain_words import choose

if TYPE_CHECKING:
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase

_INTERNAL: dict[str, Any] = {"asked": True, "statements": {"__all__": {"place"}}}
ANSWERED = frozenset({Outcome.ANSWER, Outcome.HELP})


def ask(kb: KnowledgeBase, typed: str, today: date) -> Reply:
    """Answer a question as typed: with a command in front, or in plain words."""
    answered = reply_to(kb, choose(kb, typed), today)
    return answered._replace(answer=answered.answer.model_copy(update={"question": typed}))


def as_json(answered: Reply) -> str:
    """Return one line of JSON; each quote carries its article."""
    data = answered.answer.model_dump(mode="json", exclude=_INTERNAL)
    for statement in data["statements"]:
        _spread_article(statement)
    data["text"] = answered.message.text
    return json.dumps(data, ensure_ascii=False)


def _spread_article(statement: dict[str, Any]) -> None:
    for quote in statement["quotes"]:
        quote["article"] = statement["article"]
