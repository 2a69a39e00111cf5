"""Changes over several candidates: merged, split, found by words, or all of one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.cli.review.curator_terminal import TAKES, Back
from knowledge.intake.review import CuratorVerdict, NewQuotation, Step, find_typed
from knowledge.text import Span

if TYPE_CHECKING:
    from bot.cli.review.sitting import Sitting
    from knowledge.intake.review import Decision, Review

_SHARED: Final = {
    "holder": ("holder",),
    "post": ("as_", "post", "holder"),
    "date": ("said",),
    "sourcing": ("sourcing",),
    "via": ("via",),
    "event": ("event",),
    "note": ("note",),
}


def merge(sitting: Sitting, at: int) -> None:
    """Make a candidate part of another one's statement, that of the one before it by default."""
    review, count = sitting.review, len(sitting.review.candidates)
    if count == 1:
        sitting.terminal.say("There is no other proposal to merge it with.")
        raise Back
    before = _find_before(review, at)
    nearest = "" if before is None else f" (Enter: {before + 1})"
    other = _ask_number(sitting, f"merge with the statement of number{nearest}", before)
    if other == at:
        sitting.terminal.say("That is this proposal itself.")
        raise Back
    changes = _take_over(review, at, other)
    sitting.keep(at, f"merged with {other + 1}", changes)


def _find_before(review: Review, at: int) -> int | None:
    """Return the nearest candidate before one that may make a statement."""
    spare = {CuratorVerdict.REFUSE, CuratorVerdict.SKIP}
    return next((i for i in range(at - 1, -1, -1) if review.get_verdict(i) not in spare), None)


def _ask_number(sitting: Sitting, label: str, default: int | None = None) -> int:
    """Return the index of a candidate; raise Back on an empty answer without a default."""
    count = len(sitting.review.candidates)
    while True:
        typed = sitting.terminal.ask(label)
        if not typed and default is not None:
            return default
        if not typed:
            raise Back
        if typed.isdecimal() and 0 < int(typed) <= count:
            return int(typed) - 1
        sitting.terminal.say(f"The proposals have the numbers 1 to {count}.")


def _take_over(review: Review, at: int, other: int) -> dict[str, Any]:
    """Return the changes by which a candidate says what the other's statement says."""
    target = review.get_decision(other)
    made, theirs = review.apply(review.get_decision(at)), review.apply(target)
    fields = ("speaker", "description", "naming", "sourcing", "via", "holder", "said", "event")
    changes: dict[str, Any] = {name: getattr(target, name) for name in (*fields, "as_")}
    changes |= {"joined": target.key, "summary": None, "cleared": target.cleared}
    said_by, speaker = made.speaker, theirs.speaker
    if speaker and (said_by is None or said_by.key != speaker.key):
        refers_to = speaker.refers_to or review.text[speaker.printed]
        same = {"attribution": tuple(speaker.printed), "refers_to": speaker.refers_to}
        own = {"attribution": tuple(said_by.printed), "refers_to": refers_to} if said_by else same
        changes |= {"speaker": speaker.id, "description": speaker.description} | own
    return changes


def split(sitting: Sitting, at: int) -> None:
    """Make a candidate a statement by itself."""
    if not sitting.review.find_statement(at):
        sitting.terminal.say("It shares its statement with nothing accepted so far.")
    key = sitting.review.get_decision(at).key
    sitting.keep(at, "split off", {"joined": key})


def apply_to_all(sitting: Sitting, at: int) -> None:
    """Give one field of a candidate to all of its speaker in this article."""
    review, terminal = sitting.review, sitting.terminal
    others = review.list_alike(at)
    if not others:
        terminal.say("Nothing else here is given this speaker.")
        raise Back
    name = terminal.choose(f"the same for {_list_numbers(others)}", _SHARED)
    given = _read_fields(review, at, name)
    changed = [_copy_to(sitting, other, given) for other in others]
    applied = tuple(d for d in changed if not _is_refused(sitting, d))
    if not applied:
        raise Back
    sitting.take(Step(what=f"the same {name} for all of this speaker", decisions=applied))


def _read_fields(review: Review, at: int, name: str) -> dict[str, Any]:
    """Return a candidate's fields as they are now; those that are empty are cleared."""
    opened = review.get_decision(at)
    made, given, empty = review.apply(opened), dict[str, Any](), list[str]()
    speaker = made.speaker
    for field in _SHARED[name]:
        value = speaker and speaker.as_ if field == "as_" else getattr(made, field, None)
        value = getattr(opened, field) if value is None else value
        given[field] = value
        empty += [field] * (value is None and field in {"holder", "via", "as_"})
    return given | {"cleared": tuple(empty)}


def _copy_to(sitting: Sitting, other: int, given: dict[str, Any]) -> Decision:
    filled = {name: value for name, value in given.items() if value is not None}
    return sitting.change(other, filled)


def _is_refused(sitting: Sitting, decision: Decision) -> bool:
    """Return whether something speaks against the change of an accepted candidate, and say it."""
    if decision.verdict is not CuratorVerdict.ACCEPT:
        return False
    problems = sitting.review.find_problems(decision)
    for why in problems:
        sitting.terminal.say(f"! {decision.candidate + 1} stays as it was: {why}")
    return bool(problems)


def _list_numbers(candidates: list[int]) -> str:
    return ", ".join(str(at + 1) for at in candidates)


def find_quotation(sitting: Sitting) -> None:
    """Propose a quotation that was not proposed, found by its words."""
    review = sitting.review
    words = _ask_words(sitting)
    if (known := review.find_proposal(words)) is not None:
        sitting.terminal.say(f"That is number {known + 1}.")
        sitting.at = known
        return
    shown = review.text.printed(words)
    sitting.take(Step(what=f"new quotation: {shown}", quotations=(NewQuotation(words=words),)))
    made = sitting.review.find_proposal(words)
    if made is None:
        sitting.terminal.say("A statement on record has these words already.")
        sitting.review.journal.undo()
        sitting.begin_again()
    else:
        sitting.at = made


def _ask_words(sitting: Sitting) -> Span:
    """Return where the typed words stand, which are shown before they are taken."""
    text, label = sitting.review.text, "its words, as printed (or the first … the last)"

    def tell(typed: str) -> str:
        found = find_typed(text, typed) if typed else []
        return f"{TAKES}{text.printed(found[0])}" if len(found) == 1 else _tell_places(found)

    while True:
        typed = sitting.terminal.ask(label, tell=tell)
        if not typed:
            raise Back
        found = find_typed(text, typed)
        sitting.terminal.say(tell(typed))
        if len(found) == 1:
            return Span(*found[0])


def _tell_places(found: list[Span]) -> str:
    if not found:
        return "The text does not print these words."
    return f"The text prints these words {len(found)} times. Type more of them."


def go_to(sitting: Sitting) -> None:
    """Go to a proposal by its number."""
    sitting.at = _ask_number(sitting, "number")
