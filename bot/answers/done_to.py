"""Whom something was done to, where it is asked who did it: "who sent Kim a letter"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.answer import Outcome
from bot.answers.refusals import clip_typed, list_typed
from bot.answers.spoken_about import is_person
from knowledge.corpus import Kind
from knowledge.names import find_surnames, split_name
from knowledge.questions import (
    BEFORE_AN_OBJECT,
    Intent,
    find_act_on,
    find_called,
    find_deed,
    find_urging,
)
from knowledge.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Actor, Topic


_WRITING: Final = frozenset({"write", "writes", "wrote", "written"})
_LETTERS: Final = {stem for word in ("letter", "message", "note") for stem in find_stems(word)}


def is_of_who_it_was_done_to(asked: Asked, found: Topic, said: CitedStatement) -> bool:
    """Return whether words are of somebody called as whom it was done to: they did it themselves.

    "Kim sent Kishida a letter", told of Kim, does not say who sent Kim one.
    """
    asks_who_did = found.intent is Intent.WHO_SAID and find_deed(asked.kb, asked.question)
    speaker = said.speaker
    if not asks_who_did or speaker is None or speaker.kind is not Kind.PERSON:
        return False
    surnames = find_surnames(asked.kb.world, split_name(speaker.name or ""))
    called = [find_called(asked.kb, actor) for actor in found.objects]
    return any([part.folded] in called for part in surnames[:1])


def nobody_did(found: Topic, *, near: bool) -> str:
    """Return that nothing says who did it to those who were named."""
    names = list_typed(actor.typed for actor in found.objects)
    whom = f" to {names}" if names else ""
    return f"Nothing on record says who did this{whom}.{' Near:' if near else ''}"


class Act(NamedTuple):
    """A verb and whom it is done to: "warned Sordia", or by asking something: "demand from"."""

    verb: str
    actor: Actor
    typed: str
    is_urging: bool = True


def find_act(asked: Asked, found: Topic) -> Act | None:
    """Return what it is asked who did to whom, where nothing else is asked: "who warned Sordia"."""
    if found.intent is not Intent.WHO_SAID or found.issues or found.issue_words:
        return None
    return find_act_at(asked, found)


def find_act_at(asked: Asked, found: Topic) -> Act | None:
    """Return what it is asked who did to whom, whatever is asked besides: "urged Sordia to dig"."""
    words = asked.question.words
    for actor in found.objects:
        at = find_act_on(asked.question, actor)
        if at is not None and {word.lower() for word in found.words} <= {words[at]}:
            typed = " ".join([*words[at : actor.first], actor.typed])
            return Act(words[at], actor, clip_typed(typed))
    return None


def find_urged(asked: Asked, found: Topic) -> Act | None:
    """Return what somebody is asked to have done to another by words: "urge Sordia to dig"."""
    words = asked.question.words
    for actor in found.objects:
        at = find_urging(asked.question, actor)
        of_them = at is not None and words[at + 1] in {"from", "of"}  # whoever it is
        if at is not None and (of_them or not is_person(actor)):
            typed = " ".join([*words[at : actor.first], actor.typed])
            return Act(words[at], actor, clip_typed(typed), is_urging=not of_them)
    return None


def list_doing(asked: Asked, act: Act, said: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Return the statements that have the verb before whom it is done to, or one "of" theirs."""
    called = {n for name in act.actor.names for n in asked.kb.names_of(name.target)}
    names = [list(find_stems(name)) for name in (act.actor.typed, *called)]
    verb = next(find_stems(act.verb), act.verb)
    return [s for s in said if any(_has(q.exact, verb, names) for q in s.quotes)]


def list_written_to(act: Act, said: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Return the statements that name whom something was written to and have a letter."""
    if act.verb not in _WRITING:
        return []
    return [s for s in said if any(_LETTERS & {*find_stems(q.exact)} for q in s.quotes)]


def _has(text: str, verb: str, names: Iterable[list[str]]) -> bool:
    stems = [one for one in find_stems(text) if one not in BEFORE_AN_OBJECT]
    behind = [stems[at + 1 :] for at, one in enumerate(stems) if one == verb]
    behind += [rest[2:] for rest in behind if rest[1:2] == ["of"]]  # "the administration of Sordia"
    return any(name and rest[: len(name)] == name for rest in behind for name in names)


def refuse_act(asked: Asked, act: Act) -> Answer:
    """Return that no words say who did it, and offer all that is about whom it was done to."""
    actor = act.actor
    reason = (
        f"I cannot tell who “{act.typed}”: no words on record{asked.when} have that, and "
        "statements are kept by whom they are about, not by what they do to them."
    )
    name = asked.kb.name_of(actor.target) if actor.target else actor.typed
    ask = f"/stance who spoke about {name}{asked.dated}"
    offered = [asked.choice(own, ask, f"All about {name}") for own in actor.names[:1]]
    return asked.answer(Outcome.NO_MATCH, reason=reason, choices=tuple(offered), not_understood=())
