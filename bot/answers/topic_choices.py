"""What keeps a topic from being answered: names that mean several things, or nobody on record.

The questions offered are to the command that was asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.phrases import listed, with_article
from bot.answers.refusals import near_choices, refuse, stranger_answer
from knowledge.corpus import Kind
from knowledge.questions import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import Answer, Choice
    from bot.answers.asked import Asked
    from knowledge.names import Name
    from knowledge.questions import Actor, Topic


def name_stranger(asked: Asked, found: Topic, ask: str) -> Answer | None:
    """Say that somebody asked about is not on record; offer near names, and others on record.

    `ask` is the question to ask of somebody else, with {} for who.
    """
    if not found.strangers:
        return None
    near = near_choices(asked, found.strangers, {Kind.PERSON, Kind.ORGANIZATION}, ask)
    issue = asked.issue_ref(found.issues[0]) if found.issues else None
    return stranger_answer(asked, found.strangers, near, issue=issue)


def choose_name(asked: Asked, found: Topic) -> Answer | None:
    """Offer what ambiguous words could mean."""
    for actor in found.subjects:
        if actor.found and actor.found.edited and len(actor.names) == 1:
            choice = _instead(asked, found, actor, actor.names[0])
            reason = f"Did you mean {choice.name}?"
            return asked.answer(Outcome.CHOICE, reason=reason, choices=(choice,))
    for actor in found.ambiguous:
        choices = tuple(_instead(asked, found, actor, name) for name in actor.names)
        reason = f"“{actor.typed}” could be any of these."
        return asked.answer(Outcome.CHOICE, reason=reason, choices=choices)
    if found.issue_choices:
        choices = tuple(_of_issue(asked, found, issue) for issue in found.issue_choices)
        return asked.answer(Outcome.CHOICE, reason="Which of these?", choices=choices)
    return None


def doubt_of_parties(asked: Asked, found: Topic) -> str | None:
    """Return that no issue is of those named as its parties, as a sentence."""
    sides = listed(list(map(with_article, found.apart)))
    if found.apart and (found.between or _has_issue_between(asked, found.apart)):
        return f"{list_names(asked, found.issues)} is not between {sides}."
    if found.apart:
        return f"No issue on record is between {sides}."
    if found.foreign:
        return f"No issue on record has {listed(list(found.foreign))} as a party there."
    return None


def _has_issue_between(asked: Asked, sides: Iterable[str]) -> bool:
    """Return whether another issue than those read is between the sides, as they are called."""
    states = [{*_list_states(asked, side)} for side in sides]
    pairs = [{*i.parties} for i in asked.kb.issues.values() if len(i.parties) == len(states)]
    return any(all(side & pair for side in states) for pair in pairs)


def _list_states(asked: Asked, side: str) -> Iterator[str]:
    names = [name for found in read(asked.kb, side).found for name in found.names]
    known = (asked.kb.entities[n.target].state for n in names if n.kind is not Kind.ISSUE)
    return (state for state in known if state)


def offer_between(asked: Asked, found: Topic, doubt: str | None) -> Answer:
    """Refuse with a doubt of the parties, and offer the issues that are between others."""
    names = map(asked.kb.name_as, found.between or found.issues)
    choices = [asked.choice(name, f"/issues {name.target}{asked.dated}") for name in names]
    return refuse(asked, f"{doubt} Did you mean this?", choices)


def _instead(asked: Asked, found: Topic, actor: Actor, name: Name) -> Choice:
    """Offer one of those whom a name may mean, beside all others who are asked about."""
    label = asked.label_of(actor.found, name)
    others = [a for a in found.subjects if a is not actor and not a.is_stranger]
    label = listed([label, *(_name_of(asked, other) for other in others)])
    if found.issues:
        label = f"{label} on {list_names(asked, found.issues)}"
    issues = found.issues or found.issue_choices[:1]
    who = [name.target, *(a.target or a.typed for a in others)]
    question = _ask_of_several(asked, who, issues) if others else ask_of(asked, who[0], issues)
    return asked.choice(name, question, label)


def _name_of(asked: Asked, actor: Actor) -> str:
    return asked.kb.name_of(actor.target) if actor.target else actor.typed


def _ask_of_several(asked: Asked, who: Sequence[str], issues: Sequence[str]) -> str:
    """Return the question that sets several side by side, or who they are."""
    command = "compare" if asked.command == "stance" else asked.command
    on = f" on {', '.join(issues)}" if issues else ""
    return f"/{command} {', '.join(who)}{on}{asked.dated}"


def _of_issue(asked: Asked, found: Topic, issue: str) -> Choice:
    who = found.asked_about
    names = listed([asked.kb.name_of(one) for one in who])
    label = " on ".join(filter(None, [names, asked.kb.name_of(issue)]))
    several = len(who) > 1
    ask = _ask_of_several(asked, who, [issue]) if several else ask_of(asked, "".join(who), [issue])
    return asked.choice(asked.kb.name_as(issue), ask, label)


def ask_of(asked: Asked, who: str, issues: Iterable[str]) -> str:
    """Return the question about one holder, or nobody, and some issues, of the days asked about.

    An issue stands for those below it: named beside it, one of them would be all that is meant.
    """
    named, told = asked.as_asked(who), tuple(issues)
    below = {b.id for issue in told for b in asked.kb.under(issue) if b.id != issue}
    apart = [issue for issue in told if issue not in below]
    return " ".join(filter(None, [f"/{asked.command}", named, *apart])) + asked.dated


def list_names(asked: Asked, issues: Iterable[str]) -> str:
    return listed([asked.kb.name_of(issue) for issue in issues])
