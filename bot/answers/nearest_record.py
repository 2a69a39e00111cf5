"""What is on record nearest to words that nothing prints: by that speaker, and on that question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.positions import find_records
from bot.answers.said_statements import said_statements
from knowledge.citations import within_budget
from knowledge.corpus import Kind
from knowledge.questions import find_topic, read
from knowledge.text import TURNING, OutOfStepsError, allow, meaningful_words

if TYPE_CHECKING:
    from bot.answers.answer import StanceOnIssue
    from bot.answers.asked import Asked
    from bot.answers.positions import Record
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic

_READ = 300  # characters: a longer quotation asks no question
_STEPS = 20_000  # of work: what was checked is answered, also where nothing near it is found


class NearestRecord(NamedTuple):
    """A speaker's nearest statement; the position on what was checked, and what it is told by."""

    words: CitedStatement | None = None
    stance: StanceOnIssue | None = None
    told_first: CitedStatement | None = None

    @property
    def statements(self) -> list[CitedStatement]:
        """All statements, each once, within each article's budget."""
        found = {said.id: said for said in (self.words, self.told_first) if said}
        return within_budget(found.values())


def find_nearest(asked: Asked, quotation: str, speaker: str | None) -> NearestRecord:
    """Read a quotation as what somebody claims of somebody, and find what is on record of it."""
    try:
        with allow(_STEPS):
            return _find_nearest(asked, quotation, speaker)
    except OutOfStepsError:
        return NearestRecord()


def _find_nearest(asked: Asked, quotation: str, speaker: str | None) -> NearestRecord:
    read_ = read(asked.kb, quotation[:_READ], today=asked.today)
    asked = replace(asked, question=replace(read_, asked_date=None))
    topic = find_topic(asked.kb, asked.question)
    people = _people(asked, topic)
    who = speaker or (people[0] if len(people) == 1 else None)
    words = _nearest_words(asked, who) if who else None
    record = _position(asked, topic)
    if record is None or record.stance is None:
        return NearestRecord(words)
    by_id = {statement.id: statement for statement in record.statements}
    return NearestRecord(words, record.stance, by_id[record.stance.statements[0]])


def _people(asked: Asked, topic: Topic) -> list[str]:
    return [who for who in topic.asked_about if asked.kb.entities[who].kind is Kind.PERSON]


def _nearest_words(asked: Asked, who: str) -> CitedStatement | None:
    """Return the statement of a speaker that has most of the words, and one of them at least."""
    question = asked.question
    named = {i for found in question.found for i in range(found.first, found.last)}
    left = [word for i, word in enumerate(question.words) if i not in named]
    sought = meaningful_words(left)
    found = said_statements(asked, sought, speakers=[who]).found if sought else ()
    return found[0].statement if found else None


def _position(asked: Asked, topic: Topic) -> Record | None:
    """Return what the one who is named has on record on the one issue, if that was claimed."""
    unclear = topic.strangers or topic.ambiguous or topic.of_other_parties
    doubtful = {word.lower() for word in topic.doubtful} - TURNING
    if unclear or doubtful or len(topic.asked_about) != 1 or len(topic.issues) != 1:
        return None
    records = find_records(asked, topic.asked_about[0], topic.issues)
    held = [record for record in records if record.stance]
    return held[0] if len(held) == 1 else None
