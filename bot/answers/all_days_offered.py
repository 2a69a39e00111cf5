"""The same question of all days, offered where an occasion has no day on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus import Kind

if TYPE_CHECKING:
    from bot.answers.answer import Choice
    from bot.answers.asked import Asked


def offer_all_days(asked: Asked) -> list[Choice]:
    """Return the question of all days, of whoever alone is asked about."""
    topic = asked.topic
    if len(topic.asked_about) != 1:
        return []
    who = topic.asked_about[0]
    name = asked.kb.name_of(who)
    if topic.issues:
        on = " ".join(topic.issues)
        label = f"{name} on {asked.issue_ref(topic.issues[0]).name}, all days"
        return [asked.choice(asked.kb.name_as(who), f"/stance {who} {on}", label)]
    person = asked.kb.entities[who].kind is Kind.PERSON
    question = f"/who {who}" if person else f"/timeline {who}"
    return [asked.choice(asked.kb.name_as(who), question, f"All that {name} said")]
