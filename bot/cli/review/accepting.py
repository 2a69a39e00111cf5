"""Accepting a candidate: what speaks against it is said before anything is typed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cli.review.entry_questions import ask_naming
from knowledge.intake.add import make_free_id
from knowledge.intake.review import CuratorVerdict, Naming, Step

if TYPE_CHECKING:
    from bot.cli.review.sitting import Sitting
    from knowledge.intake.review import Decision

_ANY: Final = "Somebody said something."  # what a summary cannot mend is told before one is typed


def accept(sitting: Sitting, at: int) -> None:
    """Accept, or say what the text, the codebook or the corpus speaks against.

    The name and the summary are asked for again until they hold; a refusal leaves no step behind.
    """
    if _find_obstacle(sitting, at):
        return
    decision = _name_speaker(sitting, at)
    accepted = _summarize(sitting, at, decision)
    sitting.take(Step(what="accepted", decisions=(accepted,)))
    sitting.typed.pop(at, None)
    sitting.move_on()


def _find_obstacle(sitting: Sitting, at: int) -> bool:
    """Return whether something speaks against a candidate whatever is typed, and say it."""
    review = sitting.review
    made = review.apply(review.get_decision(at))
    if made.speaker is None and made.kind.is_own_words:
        sitting.terminal.say("The text names nobody who said it. Change the speaker, or skip it.")
        return True
    name = _find_unknown(sitting, at)
    if name is None or review.find_naming(name):
        return _tell_problems(sitting, _accept_as(sitting, at, None))
    anybody = Naming(name=name, entity=make_free_id(review.corpus, name, "entity"))
    asked = (_accept_as(sitting, at, naming) for naming in (anybody, Naming(name=name)))
    person, printed = (review.find_problems(decision) for decision in asked)
    return _tell(sitting, [why for why in person if why in printed])


def _accept_as(sitting: Sitting, at: int, naming: Naming | None) -> Decision:
    """Return a candidate's decision as accepted, with what its speaker's name stands for."""
    named = {"naming": naming} if naming else {}
    return sitting.change(at, named | {"verdict": CuratorVerdict.ACCEPT, "summary": None})


def _find_unknown(sitting: Sitting, at: int) -> str | None:
    """Return a speaker's name that nothing was decided of."""
    opened = sitting.review.get_decision(at)
    speaker = sitting.review.apply(opened).speaker
    unknown = speaker and speaker.name and not speaker.id and not opened.naming
    return speaker.name if speaker and unknown else None


def _name_speaker(sitting: Sitting, at: int) -> Decision:
    """Return the decision with whom an unknown name stands for."""
    review, name = sitting.review, _find_unknown(sitting, at)
    before = review.find_naming(name) if name else None
    if name is None or before:
        return _accept_as(sitting, at, before.naming if before else None)
    while True:
        naming = ask_naming(sitting.terminal, review, name)
        decision = _accept_as(sitting, at, naming)
        if not _tell_problems(sitting, decision):
            return decision


def _summarize(sitting: Sitting, at: int, decision: Decision) -> Decision:
    """Return the decision with a summary that holds; none where the statement has one."""
    review = sitting.review
    beside = [d for d in review.find_statement(at) if d.summary]
    if decision.joined and decision.joined != decision.key and beside:
        return decision
    _tell_problems(sitting, decision.model_copy(update={"summary": _ANY}))
    before = review.get_decision(at).summary or ""
    while True:
        default = sitting.typed.get(at, before)
        typed = sitting.terminal.write(_label(joins=bool(beside)), default=default)
        sitting.typed[at] = typed
        summarized = decision.model_copy(update={"summary": typed or None})
        if not _tell_problems(sitting, summarized):
            return summarized


def _label(*, joins: bool) -> str:
    without = "joins the statement before" if joins else "stays a draft"
    return f"summary, in your own words (Enter: {without})"


def _tell_problems(sitting: Sitting, decision: Decision) -> bool:
    """Return whether something speaks against a decision, and say it."""
    return _tell(sitting, sitting.review.find_problems(decision))


def _tell(sitting: Sitting, problems: list[str]) -> bool:
    for why in problems:
        sitting.terminal.say(f"! {why}")
    return bool(problems)
