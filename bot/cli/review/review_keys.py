"""The keys of a review: what each does, in words and in deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.cli.review import statement_edits
from bot.cli.review.accepting import accept
from bot.cli.review.candidate_edits import ask_change
from bot.cli.review.candidate_view import show_budget, show_list
from bot.cli.review.curator_terminal import NOTHING, Quit
from bot.cli.review.head_questions import change_head
from bot.cli.review.printed_words import ask_slice
from bot.cli.review.stance_questions import ask_stance, pick_stance, tell_stance
from knowledge.intake.review import CuratorVerdict, Step
from knowledge.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.review.sitting import Sitting

    Key = Callable[[Sitting, int], None]

ASKED: Final = "[a]ccept  [c]hange  s[t]ance  [w]ords  [s]kip  [u]ndo  [?] all keys"
ALL_DECIDED: Final = "Every proposal is decided: [w]rite  [u]ndo  [?] all keys  [q]uit"


def press(sitting: Sitting, key: str) -> None:
    """Do what a key says at the candidate under review; a number goes to that one."""
    if key.isdecimal():
        sitting.at = int(key) - 1
    elif key == "?":
        _tell_keys(sitting)
    elif key in KEYS_AT_END:
        KEYS_AT_END[key][1](sitting)
    elif sitting.at is not None:
        KEYS[key][1](sitting, sitting.at)


def _tell_keys(sitting: Sitting) -> None:
    here = {} if sitting.at is None else {key: what for key, (what, _) in KEYS.items()}
    every = here | {key: what for key, (what, _) in KEYS_AT_END.items()}
    for key, what in (every | {"1, 2 …": "goes to the proposal with the number"}).items():
        sitting.terminal.say(f"  {key:<8}{what}")


def _change(sitting: Sitting, at: int) -> None:
    name, changes = ask_change(sitting.terminal, sitting.review, at)
    sitting.keep(at, f"{name}: {_tell_value(sitting, changes)}", changes)


def _tell_value(sitting: Sitting, changes: dict[str, Any]) -> str:
    """Return in words what the first of some changes is."""
    value = next((v for name, v in changes.items() if v and name != "cleared"), NOTHING)
    if isinstance(value, tuple):
        return sitting.review.text[Span(*value)]
    return str(value.from_) if hasattr(value, "from_") else str(value)


def _add_stance(sitting: Sitting, at: int) -> None:
    changes = ask_stance(sitting.terminal, sitting.review, at)
    new = changes["stances"][-1]
    sitting.keep(at, f"stance: {tell_stance(new)}", changes)


def _remove_stance(sitting: Sitting, at: int) -> None:
    """Take a stance away: the only one at once, one of several by what it says."""
    stances = sitting.review.get_decision(at).stances
    if not stances:
        sitting.terminal.say("It has no stance.")
        return
    gone = pick_stance(sitting.terminal, stances)
    left = tuple(stance for i, stance in enumerate(stances) if i != gone)
    what = f"no longer a stance: {tell_stance(stances[gone])}"
    sitting.keep(at, what, {"stances": left} | _drop_holder(sitting, at, stances[gone].holder))
    sitting.terminal.say(f"{what[0].upper()}{what[1:]}.")


def _drop_holder(sitting: Sitting, at: int, holder: str) -> dict[str, Any]:
    """Return the change by which nobody speaks for a holder whom only a stance brought."""
    review, opened = sitting.review, sitting.review.get_decision(at)
    kept = sum(stance.holder == holder for stance in opened.stances) > 1
    brought = review.candidates[at].holder is None and opened.holder == holder
    return {"holder": None} if brought and not kept else {}


def _choose_slice(sitting: Sitting, at: int) -> None:
    """Choose what is quoted, and say at once what speaks against it."""
    runs = ask_slice(sitting.terminal, sitting.review, at)
    sitting.keep(at, "words", {"clause": tuple(tuple(run) for run in runs)})
    decision = sitting.change(at, {"verdict": CuratorVerdict.ACCEPT, "summary": None})
    for why in sitting.review.find_problems(decision):
        sitting.terminal.say(f"! {why}")


def _skip(sitting: Sitting, at: int) -> None:
    sitting.decide(CuratorVerdict.SKIP, "skipped", at)
    sitting.move_on()


def _refuse(sitting: Sitting, at: int) -> None:
    sitting.decide(CuratorVerdict.REFUSE, "not a quote", at)
    sitting.move_on()


def _skip_rest(sitting: Sitting, at: int) -> None:  # noqa: ARG001 (one shape for all keys)
    review = sitting.review
    left = [i for i in range(len(review.candidates)) if review.is_open(i)]
    if left:
        sitting.decide(CuratorVerdict.SKIP, "skipped the rest", *left)
    sitting.move_on()


def _undo(sitting: Sitting) -> None:
    _tell_moved(sitting, "Undone", sitting.review.journal.undo())


def _redo(sitting: Sitting) -> None:
    _tell_moved(sitting, "Done again", sitting.review.journal.redo())


def _tell_moved(sitting: Sitting, what: str, step: Step | None) -> None:
    """Say what a step was, and go to where it was taken."""
    if step is None:
        sitting.terminal.say(f"There is nothing to {'undo' if what == 'Undone' else 'redo'}.")
        return
    if step.begins_again:
        sitting.begin_again()
    keys = sitting.review.journal.keys
    places = [keys.index(d.key) for d in step.decisions if d.key in keys]
    of = f" ({', '.join(str(at + 1) for at in sorted(places))})" if places else ""
    sitting.terminal.say(f"{what}: {step.what}{of}.")
    if places:
        sitting.at = places[0]
        if not sitting.review.is_open(places[0]):
            sitting.move_on()


def _go_to(sitting: Sitting) -> None:
    show_list(sitting.terminal, sitting.review)
    statement_edits.go_to(sitting)


def _show_budget(sitting: Sitting) -> None:
    show_budget(sitting.terminal, sitting.review)


def _quit(sitting: Sitting) -> None:  # noqa: ARG001 (one shape for all keys)
    raise Quit


KEYS: Final[dict[str, tuple[str, Key]]] = {
    "a": ("accepts it, if the text, the codebook and the corpus support it", accept),
    "c": ("changes the speaker, post, holder, date and so on", _change),
    "t": ("gives a stance", _add_stance),
    "d": ("takes a stance away", _remove_stance),
    "w": ("chooses the words of a narration or clause", _choose_slice),
    "m": ("merges it with the statement of another proposal", statement_edits.merge),
    "/": ("splits it off as a statement of its own", statement_edits.split),
    "e": ("gives everything of this speaker here the same holder, post, date …",
          statement_edits.apply_to_all),
    "s": ("skips it; a draft on record stays", _skip),
    "x": ("says that it is not a quote; its draft on record goes", _refuse),
    "r": ("skips all that are left", _skip_rest),
}  # fmt: skip
KEYS_AT_END: Final[dict[str, tuple[str, Callable[[Sitting], None]]]] = {
    "n": ("proposes a new quotation, found by its words", statement_edits.find_quotation),
    "g": ("lists all proposals, and goes to one", _go_to),
    "b": ("shows what spends the quotation budget", _show_budget),
    "h": ("shows the article's head, and changes it", change_head),
    "u": ("takes back the last step, and names it", _undo),
    "y": ("does again what was taken back", _redo),
    "q": ("leaves; the same command goes on", _quit),
}
