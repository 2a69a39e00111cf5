"""What was read in a question and plays no part in its answer, so that no word goes unmentioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.answer import Answer, Outcome
from bot.answers.positions import issues_below
from bot.answers.speakers_asked_for import list_only_spoken_of
from bot.answers.spoken_about import asks_about, is_typed_in
from bot.answers.turned_claims import (
    list_attitudes,
    list_claimed_deeds,
    list_turning,
    list_unsaid,
)
from knowledge.corpus import Kind
from knowledge.questions import Intent, Use, is_led_by, states_of, states_of_actors
from knowledge.text import (
    ARTICLES,
    GRAMMAR,
    JOINING,
    MARKING_A_TIME,
    NO_LONGER,
    OFFICIALS,
    POLARITY,
    REPLYING,
    SAYING,
    SUPPOSING,
    tokenize,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.asked import Asked
    from knowledge.questions import Actor, FoundName, Topic

_MOST: Final = 40  # names of which it is looked up whether they bear on the answer
_REPEATED: Final = re.compile(r"“([^“”]*)”")
# Before a person these say when, or that only this person is meant.
_LOOSELY: Final = ARTICLES | JOINING | frozenset("like also maybe then later even not".split())
_GOING_ON: Final = GRAMMAR | POLARITY | SAYING  # and no name of an issue


def mention_unused(asked: Asked, found: Topic, answer: Answer) -> Answer:
    """Return an answer that names what was typed besides, and does not bear on it."""
    if answer.outcome is Outcome.CHOICE:
        lost = (a.typed for a in found.objects[:_MOST] if _is_lost(asked, found, a))
        left: Iterable[str] = (*lost, *(name.typed for name in _other_issues(asked, found)))
    elif answer.outcome in {Outcome.ANSWER, Outcome.NO_RECORD}:
        left = _unused(asked, found, answer)
    else:
        return answer
    unused = dict.fromkeys([*answer.not_understood, *left])
    whole = (word for word in unused if not _is_told_with_others(word, unused))
    read = (read for read in answer.read_as if read.typed not in unused)
    return answer.model_copy(update={"not_understood": tuple(whole), "read_as": tuple(read)})


def _is_told_with_others(word: str, unused: Iterable[str]) -> bool:
    """Return whether a word stands in a phrase that is named as not read."""
    return any(word != other and f" {word} " in f" {other} " for other in unused)


def name_once(answer: Answer) -> Answer:
    """Return an answer that does not call words not read which its reason repeats as typed."""
    if not (answer.reason and answer.not_understood):
        return answer
    told = {t.folded for words in _REPEATED.findall(answer.reason) for t in tokenize(words)}
    left = (w for w in answer.not_understood if not told.issuperset(_folded(w)))
    return answer.model_copy(update={"not_understood": tuple(left)})


def _folded(words: str) -> set[str]:
    return {token.folded for token in tokenize(words)}


def _unused(asked: Asked, found: Topic, answer: Answer) -> Iterator[str]:
    for actor in list_only_spoken_of(found)[:_MOST]:
        if not _bears_on(asked, found, answer, actor):
            yield from _marker_before(asked, actor)
            yield actor.typed
    yield from (name.typed for name in _other_issues(asked, found))
    yield from _turning(asked, found, answer)
    yield from _supposed(asked, found)
    yield from _replying(asked, found)
    yield from _no_longer(asked)
    yield from _officials(asked, found, answer)
    for name in asked.question.found:
        if name.described and not name.posts:
            yield from asked.question.posts_beside(name)


def mention_other_issues(asked: Asked, found: Topic, answer: Answer) -> Answer:
    """Return an answer that names the issues typed besides that it does not list."""
    left = [name.typed for name in _other_issues(asked, found)]
    return answer.model_copy(update={"not_understood": (*answer.not_understood, *left)})


def _turning(asked: Asked, found: Topic, answer: Answer) -> Iterator[str]:
    """Yield "not", "refused" and the like that an answer does not tell.

    A position answers whatever they turn; words show another attitude where they have none of it.
    """
    if answer.command == "stance" and answer.stances and not answer.sought:
        yield from list_turning(asked.question)
        yield from list_claimed_deeds(asked.question)
        yield from list_unsaid(asked.question)
    elif answer.outcome is Outcome.ANSWER and not (answer.sought or found.issues):
        yield from list_attitudes(asked.question, answer.statements)


def _supposed(asked: Asked, found: Topic) -> Iterator[str]:
    """Yield what a position is asked for under: "if the US agreed" is in no words on record."""
    question = asked.question
    of_position = found.intent in {Intent.POSITION, Intent.WORDS}
    if not of_position or SUPPOSING.isdisjoint(question.words):
        return
    for i, word in enumerate(question.words):
        if word in {"if", "unless"} and question.uses[i] is Use.GRAMMAR:
            breaks = (j for j in range(i + 1, len(question.words)) if question.parsed[j].broken)
            yield question.typed_between(i, next(breaks, len(question.words)))
            return


def _replying(asked: Asked, found: Topic) -> Iterator[str]:
    """Yield "reply" and the like: what somebody said is not compared with what came before it."""
    question = asked.question
    whose = found.intent is not Intent.WHO_SAID
    for i, word in enumerate(question.words if whose else ()):
        if word in REPLYING and question.uses[i] is Use.GRAMMAR:
            yield question.typed_between(i, i + 1)


def _no_longer(asked: Asked) -> Iterator[str]:
    """Yield "former" and the like before a title: what somebody said then is not told apart."""
    question = asked.question
    for i, word in enumerate(question.words):
        if word in NO_LONGER and question.uses[i] in {Use.TITLE, Use.POST}:
            yield question.typed_between(i, i + 1)


def _officials(asked: Asked, found: Topic, answer: Answer) -> Iterator[str]:
    """Yield "official" where who a body is is told instead of who an official of it is."""
    question = asked.question
    words_wanted = found.intent in {Intent.WORDS, Intent.WHO_SAID}
    who_is = answer.command == "who" and answer.organization and not words_wanted
    for i, word in enumerate(question.words if who_is else ()):
        if word in OFFICIALS and question.uses[i] is Use.GRAMMAR:
            yield question.typed_between(i, i + 1)


def _bears_on(asked: Asked, found: Topic, answer: Answer, actor: Actor) -> bool:
    """Return whether somebody is a party to what is answered, or is named in its words.

    A state's issue is not about a time of one of its people ("since Suga"), nor about what is
    between two of them.
    """
    if _marks_a_time(asked, actor) or _leads_a_subject(asked, found, actor):
        return False
    if not _is_meant_alone(asked, found, actor) and not _sides(asked, actor).isdisjoint(
        _parties(asked, found, answer)
    ):
        return True
    if any(asks_about(asked, issue, actor) for issue in _issues_of(asked, found, answer)):
        return True
    if _is_other_side(asked, found, actor):
        return True
    if found.intent is Intent.WHO_IS or (found.issues and len(actor.names) > 1):
        return False
    return any(is_typed_in(asked, statement, actor) for statement in answer.statements)


def _leads_a_subject(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether somebody says whose body is meant: "the Biden White House" of any days."""
    return any(s.first == actor.last and is_led_by(asked.kb, actor, s) for s in found.subjects)


def _is_meant_alone(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether a person marks a time, or is one of those between whom something is.

    So is whoever is joined to those asked about, and not asked about: "what Japan and what China",
    "Japan (China too) on talks".
    """
    if _is_beside_a_subject(asked, found, actor) or _is_apart(asked, found, actor):
        return True
    before = asked.question.words[actor.first - 1] if actor.first else ""
    other = next((a for a in found.objects if a.last == actor.first - 1), None)
    if before == "and" and other:
        return _is_meant_alone(asked, found, other)
    return _marks_a_time(asked, actor) or (before == "between" and _is_person(actor))


def _marker_before(asked: Asked, actor: Actor) -> Iterator[str]:
    """Yield "before" and the like in front of what is somebody's: "after Moon's offer"."""
    owns = asked.question.parsed[actor.last - 1].owns
    if owns and actor.first and asked.question.words[actor.first - 1] in MARKING_A_TIME:
        yield asked.question.typed_between(actor.first - 1, actor.first)


def _marks_a_time(asked: Asked, actor: Actor) -> bool:
    """Return whether a person only says when: "since Suga"."""
    before = asked.question.words[actor.first - 1] if actor.first else ""
    return before in MARKING_A_TIME and _is_person(actor)


def _is_person(actor: Actor) -> bool:
    return all(name.kind is Kind.PERSON for name in actor.names)


def _is_other_side(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether a name of several is whoever an issue is with: "Japan on talks with Kim"."""
    before = asked.question.words[actor.first - 1] if actor.first else ""
    sides = states_of_actors(asked.kb, [actor])
    parties = [asked.kb.issues[issue].parties for issue in found.issues]
    is_each = bool(parties) and all(not sides.isdisjoint(own) for own in parties)
    return before == "with" and is_each


def _is_lost(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether no choice that is offered has somebody in it: "Kim on talks with Moon"."""
    parties = {party for issue in found.issues for party in asked.kb.issues[issue].parties}
    unclear = bool(found.ambiguous) and parties.isdisjoint(_sides(asked, actor))
    return unclear or _is_meant_alone(asked, found, actor)


def _is_beside_a_subject(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether nothing but "and" and small words part a name from one asked about."""
    words = asked.question.words
    rows = (
        words[min(actor.last, other.last) : max(actor.first, other.first)]
        for other in found.subjects
    )
    return any(not JOINING.isdisjoint(row) and GRAMMAR.issuperset(row) for row in rows)


def _is_apart(asked: Asked, found: Topic, actor: Actor) -> bool:
    """Return whether a mark parts a name from those asked about: ", like Seoul," is no party."""
    question, at = asked.question, actor.first
    while at > 0 and question.words[at - 1] in _LOOSELY and not question.parsed[at].broken:
        at -= 1
    before = [a for a in (*found.subjects, *found.objects) if a.last <= at]
    last = max(before, key=lambda other: other.last, default=None)
    behind = question.words[actor.last : actor.last + 1]
    owned = not _GOING_ON.issuperset(behind) or question.parsed[actor.last - 1].owns
    if last is None or owned or not (at and question.parsed[at].broken):
        return False
    return last in found.subjects or _is_apart(asked, found, last)


def _sides(asked: Asked, actor: Actor) -> set[str]:
    """Return the states that somebody stands for; of an unclear name only those that it may be."""
    targets = [name.target for name in actor.names if name.kind is not Kind.ISSUE]
    states = {s for target in targets for s in states_of(asked.kb, target)}
    return states if len(targets) == 1 else states & set(targets)


def _parties(asked: Asked, found: Topic, answer: Answer) -> set[str]:
    if found.intent is Intent.WHO_IS:
        return {s for who in found.asked_about for s in states_of(asked.kb, who)}
    issues = (asked.kb.issues[issue] for issue in _issues_of(asked, found, answer))
    return {party for issue in issues for party in issue.parties}


def _issues_of(asked: Asked, found: Topic, answer: Answer) -> set[str]:
    """Return the issues asked about, and those that the statements of the answer are on."""
    on = {i for s in answer.statements for i in (*(t.issue for t in s.stances), *s.about)}
    return on.union(issue.id for issue in issues_below(asked, found.issues))


def _other_issues(asked: Asked, found: Topic) -> Iterator[FoundName]:
    """Yield the names of issues that are neither answered, nor above or below what is."""
    who_is = found.intent is Intent.WHO_IS
    if not (found.issues or who_is):
        return
    below = issues_below(asked, () if who_is else found.issues)
    family = {*_above(asked, [i.id for i in below])}
    for name in asked.question.found:
        targets = {n.target for n in name.names if n.kind is Kind.ISSUE}
        if targets and targets.isdisjoint(family):
            yield name


def _above(asked: Asked, issues: Iterable[str]) -> Iterator[str]:
    for issue in issues:
        at: str | None = issue
        while at is not None:
            yield at
            at = asked.kb.issues[at].parent
