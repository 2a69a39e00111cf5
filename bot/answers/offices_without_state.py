"""Name the state whose office or body is meant, where the last question was about one state.

"And the defense ministry?" behind a question about Sordia is about none of another state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.question_in_full import CompletedQuestion
from bot.answers.ref import Ref
from bot.answers.taken_over import TakenOver
from knowledge.corpus import Kind
from knowledge.questions import is_common, read, states_of
from knowledge.text import ARTICLES, PRONOUN_OF, WHO, tokenize

if TYPE_CHECKING:
    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question

_LONGEST: Final = 14  # words


def name_state(kb: KnowledgeBase, typed: str, last: LastQuestion) -> CompletedQuestion | None:
    """Return a question with the state in front of its one office or body; None without any."""
    known = [who for who in last.who if who in kb.entities]
    states = {state for who in known for state in states_of(kb, who)}
    words = tokenize(typed)[: _LONGEST + 1]
    if len(states) != 1 or not words or len(words) > _LONGEST:
        return None
    if words[0].folded in WHO or any(word.folded in PRONOUN_OF for word in words):
        return None  # "is she the foreign minister?"
    question = read(kb, typed)
    found = _find_one(kb, question)
    if found is None:
        return None
    state = states.pop()
    ref = Ref(id=state, name=kb.name_of(state))
    return CompletedQuestion(_put_before(question, found, ref.name), TakenOver(names=(ref,)))


def _find_one(kb: KnowledgeBase, question: Question) -> FoundName | None:
    """Return the only one who is named, where it is told by an office or body of any state."""
    named = [f for f in question.found if any(n.kind is not Kind.ISSUE for n in f.names)]
    if len(named) != 1 or question.strangers:
        return None
    found = named[0]
    if question.parsed[found.last - 1].owns:
        return None  # "the president's office"
    office = bool(found.posts) and not found.described
    told = read(kb, found.typed, {Kind.ORGANIZATION}) if office else None
    return found if (told and not told.found) or is_common(kb, found) else None


def _put_before(question: Question, found: FoundName, state: str) -> str:
    """Return the text with a state's name for the article before an office."""
    start = question.places[found.first][0]
    before = found.first - 1
    article = before >= 0 and question.words[before] in ARTICLES
    opening = question.typed[: question.places[before][0]] if article else question.typed[:start]
    return f"{opening}{state} {question.typed[start:]}"
