"""Questions about a stance: on what, which value, whose, and the words that decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.cli.review.curator_terminal import ask_in_turn
from bot.cli.review.entry_questions import pick_issue, pick_organization
from bot.cli.review.printed_words import ask_condition
from knowledge.corpus import Basis, QuoteKind, Sourcing, Stance, Value
from knowledge.intake.read import write_slice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cli.review.curator_terminal import CuratorTerminal
    from knowledge.intake.read import Candidate
    from knowledge.intake.review import Review

_BASES: Final = {Sourcing.ON_RECORD: Basis.DECLARED, Sourcing.OUTLET: Basis.ASCRIBED}


def ask_stance(terminal: CuratorTerminal, review: Review, at: int) -> dict[str, Any]:
    """Return one more stance, with the quote that it rests on."""
    opened = review.get_decision(at)
    made = review.apply(opened)
    answers = ask_in_turn(
        terminal,
        {
            "issue": lambda _: _ask_issue(terminal, review, made),
            "value": lambda _: Value(terminal.choose("value", list(Value))),
            "holder": lambda _: pick_organization(terminal, review, "holder", default=made.holder),
            "grounds": lambda _: _ask_grounds(terminal, review, made),
            "condition": lambda given: _ask_condition(terminal, review, made, given),
        },
    )
    new = Stance(basis=_BASES.get(made.sourcing, Basis.RELAYED), **answers)
    spoken_for = {"holder": new.holder} if made.speaker and not made.holder else {}
    return {"stances": (*opened.stances, new)} | spoken_for


def _ask_issue(terminal: CuratorTerminal, review: Review, made: Candidate) -> str:
    if made.issues:
        terminal.say(f"Named nearby: {', '.join(made.issues)}.")
    issues = review.corpus.issues
    near = [i for i in made.issues if i in issues and issues[i].model.question]
    issue = pick_issue(terminal, review, near[0] if len(near) == 1 else review.last_issue)
    terminal.say(review.corpus.issues[issue].model.question or "")
    return issue


def _ask_grounds(terminal: CuratorTerminal, review: Review, made: Candidate) -> int:
    """Return the index of the quote that decides: the words between marks, or the clause."""
    if made.kind is QuoteKind.NARRATION or not made.clause:
        return 0
    terminal.say(f"  q  {made.exact(review.text)}\n  c  {write_slice(review.text, made.clause)}")
    return "qc".index(terminal.key("decided by the [q]uotation or the [c]lause", "qc"))


def _ask_condition(
    terminal: CuratorTerminal, review: Review, made: Candidate, given: dict[str, Any]
) -> str | None:
    if given["value"] is not Value.CONDITIONAL:
        return None
    _, runs = made.places[given["grounds"]]
    return ask_condition(terminal, review, runs)


def tell_stance(stance: Stance) -> str:
    """Return a stance in a few words: "velmora supports river-treaty"."""
    return f"{stance.holder} {stance.value} {stance.issue}"


def pick_stance(terminal: CuratorTerminal, stances: Sequence[Stance]) -> int:
    """Return the number of the one stance, or of that which is chosen of several."""
    if len(stances) == 1:
        return 0
    told = [tell_stance(stance) for stance in stances]
    return told.index(terminal.choose("stance", told))
