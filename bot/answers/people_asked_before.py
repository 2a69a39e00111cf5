"""The people whom the question before asked about, or whom its answer quoted: "he", "she"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.quotes_shown import list_statement_ids, read_shown
from knowledge.corpus import Kind
from knowledge.questions import Wanted, find_pronoun

if TYPE_CHECKING:
    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import ShortQuestion


def keep_those_called(
    kb: KnowledgeBase, last: LastQuestion, short: ShortQuestion
) -> LastQuestion | None:
    """Return a question about the people alone of whom one says "he", or "she".

    None where it told of nobody so called, or of several, unless it is asked which of them is
    meant. Of a state, whoever is quoted is meant.
    """
    people = list_people(kb, last)
    meant = [who for who in people if find_pronoun(kb, who) in {None, short.called}]
    if not meant or (len(meant) > 1 and short.wanted is not Wanted.PERSON):
        return None
    others = {*people}.difference(meant)
    said = kb.statements(list_statement_ids(last.statements)) if others else ()
    theirs = {s.id for s in said if s.speaker and s.speaker.id in others}
    alone = last.command == "compare" and len(meant) == 1
    return last.model_copy(
        update={
            "command": "stance" if alone else last.command,
            "who": tuple(meant),
            "statements": tuple(own for own in last.statements if read_shown(own)[0] not in theirs),
        }
    )


def list_people(kb: KnowledgeBase, last: LastQuestion) -> list[str]:
    """Return the people asked about, or else those who are quoted."""
    people = [who for who in last.who if kb.entities[who].kind is Kind.PERSON]
    if people:
        return people
    speakers = (
        statement.speaker for statement in kb.statements(list_statement_ids(last.statements))
    )
    named = [s.id for s in speakers if s and s.id and s.kind is Kind.PERSON]
    return list(dict.fromkeys(named))
