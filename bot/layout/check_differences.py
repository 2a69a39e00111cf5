"""What differs between the words asked about and the printed ones, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from knowledge.check_quote import PRINTED, differ_in_quotation_marks
from knowledge.text import Writing, fold, list_writings

if TYPE_CHECKING:
    from bot.answers.answer import Check
    from knowledge.check_quote import Difference

_MARKS = {
    ",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a period", "-": "a dash",
    "!": "an exclamation mark", "?": "a question mark",
}  # fmt: skip


def are_other_writings(check: Check) -> bool:
    """Return whether all that differs is how the same words are written."""
    return bool(check.differences) and check.verdict in PRINTED


def apart_from(check: Check) -> str:
    """Return in what the same words are written in another way: "spelling and end marks"."""
    found = {kind for d in check.differences for kind in list_writings(d.asked, d.printed)}
    return listed([kind.value for kind in Writing if kind in found])


def list_differences(check: Check) -> str:
    """Return all differences in one sentence, without its end; capital letters once."""
    cased = [d for d in check.differences if _is_cased(d)]
    if len(cased) == 1:
        cased = []
    marked = [d for d in check.differences if differ_in_quotation_marks(d)]
    others = [d for d in check.differences if d not in cased and d not in marked]
    writings = [*([Writing.CASE.value] if cased else []), *(["quotation marks"] if marked else [])]
    if writings and not others:
        return f"{listed(writings)} alone"
    return "; ".join([*writings, *map(_difference, others)])


def _is_cased(change: Difference) -> bool:
    """Return whether words differ in capital letters and in nothing else."""
    one, other = fold(change.asked), fold(change.printed)
    return one != other and one.lower() == other.lower()


def _difference(change: Difference) -> str:
    if mark := _lone_mark(change.printed, change.asked):
        return f"the article prints {mark}, which you did not ask"
    if mark := _lone_mark(change.asked, change.printed):
        return f"you asked {mark}, which the article does not print there"
    if not change.printed:
        return f"you asked “{change.asked}”, which the article does not print there"
    if not change.asked:
        return f"the article prints “{change.printed}”, which you did not ask"
    return f"you asked “{change.asked}”, the article prints “{change.printed}”"


def _lone_mark(longer: str, shorter: str) -> str | None:
    """Return the one mark that these words have and the others have not, and after which word."""
    words, others = fold(longer).split(), fold(shorter).split()
    if len(words) == 1 and not others:
        return _MARKS.get(words[0])
    if len(words) != len(others):
        return None
    changed = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return _mark_after(*changed[0]) if len(changed) == 1 else None


def _mark_after(word: str, other: str) -> str | None:
    mark = _MARKS.get(word[-1:])
    return f"{mark} after “{other}”" if mark and word[:-1] == other else None
