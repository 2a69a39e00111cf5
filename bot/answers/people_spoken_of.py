"""Questions of somebody about somebody else: "Kono on Suga" asks for no issue of either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus import Kind
from knowledge.questions import Use
from knowledge.text import ARTICLES, BEFORE_A_TOPIC, POLARITY

if TYPE_CHECKING:
    from bot.answers.asked import Asked
    from knowledge.questions import Actor, Topic

_BEFORE_A_PERSON = BEFORE_A_TOPIC | POLARITY | {"of"}
_BESIDE_A_NAME = frozenset({Use.TITLE, Use.POST})


def is_on_a_person(asked: Asked, found: Topic) -> bool:
    """Return whether one person is asked about another, and about no issue."""
    if found.issues or found.issue_choices or len(found.asked_about) != 1:
        return False
    speaks = asked.kb.entities[found.asked_about[0]].kind is Kind.PERSON
    return speaks and any(_is_spoken_of(asked, actor) for actor in found.objects)


def _is_spoken_of(asked: Asked, actor: Actor) -> bool:
    """Return whether a person, or nobody on record, stands where a topic does: "on", "sees"."""
    words, at = asked.question.words, actor.first - 1
    while at >= 0 and (words[at] in ARTICLES or asked.question.uses[at] in _BESIDE_A_NAME):
        at -= 1
    person = all(name.kind is Kind.PERSON for name in actor.names)
    return person and at >= 0 and words[at] in _BEFORE_A_PERSON
