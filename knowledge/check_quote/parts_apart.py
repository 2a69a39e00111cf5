"""The parts of asked words one by one, where each is printed and nothing prints them as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_quote.asked_words import AskedWords
from knowledge.check_quote.inner_marks import has_marks
from knowledge.check_quote.joined_quotations import split_at_printed
from knowledge.check_quote.printed_whole import find_exact, find_in_part
from knowledge.check_quote.verdict import Comparison, Verdict, differ_in_marks_alone
from knowledge.check_quote.verified_words import NOT_CHECKED, Verification
from knowledge.check_quote.wording_comparison import count_strange
from knowledge.text.sentence_ends import split_sentences
from knowledge.text.work_budget import OutOfStepsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_NOT_FOUND: Final = Verification(Comparison(verdict=Verdict.NOT_FOUND))
_PARTS: Final = 6  # parts that are verified one by one


class Verify(NamedTuple):
    """How other words are verified, and what is nearest to those asked about."""

    part: Callable[[str], Verification]
    nearest: Callable[[], Verification]


def find_parts_apart(asked: AskedWords, verify: Verify) -> Verification | None:
    """Return the parts one by one, if they are printed but nothing prints them together."""
    if len(asked.parts) > 1:
        return _find_apart(asked, asked.parts, verify)
    found = _find_apart(asked, split_sentences(asked.words), verify)
    if found or has_marks(asked.words):
        return found
    return _find_run_together(asked, verify)


def _find_run_together(asked: AskedWords, verify: Verify) -> Verification | None:
    """Return printed quotations one by one that are typed with nothing that parts them.

    Words in one sentence that prints some of them between marks are not parts of it.
    """
    printed = (candidate.printed.words for candidate in (*asked.quotes, *asked.passages))
    parts = split_at_printed(asked.words, printed)
    if len(parts) == 1:
        return None
    nearest = verify.nearest()
    whole = differ_in_marks_alone(nearest.comparison)
    return nearest if whole else _find_apart(asked, parts, verify)


def _find_apart(asked: AskedWords, every: Sequence[str], verify: Verify) -> Verification | None:
    """Return such parts one by one, if they are printed."""
    parts, rest = every[:_PARTS], every[_PARTS:]
    sought = [AskedWords(asked.kb, part, asked.speaker) for part in parts]
    if len(parts) == 1 or any(part.are_few for part in sought):
        return None
    marked = len(asked.parts) > 1
    if not (marked or all(map(_is_anywhere, sought))):
        return None
    told = list(_verify_each(parts, verify))
    near = verify.nearest().comparison.verdict is not Verdict.NOT_FOUND
    if not _are_printed_apart(told, marked=marked, near=near):
        return None
    told = list(_keep_to_sources(told))
    told += [((" … " if marked else " ").join(rest), NOT_CHECKED)] if rest else []
    return Verification(Comparison(verdict=Verdict.DIFFERS), parts=tuple(told))


def _are_printed_apart(
    told: Sequence[tuple[str, Verification]], *, marked: bool, near: bool
) -> bool:
    """Return whether all parts are printed; of those between ellipses, some in other sources.

    Where nothing is near them as a whole, one that is printed is enough.
    """
    printed = [found.is_printed for _, found in told]
    sources = {found.printed.source for _, found in told if found.printed}
    return all(printed) or (marked and any(printed) and (len(sources) > 1 or not near))


def _keep_to_sources(
    told: Sequence[tuple[str, Verification]],
) -> Iterator[tuple[str, Verification]]:
    """Yield the parts; none is held against a source that has half of its words and no other part.

    What that prints would be shown as what was altered.
    """
    sources = {found.printed.source for _, found in told if found.printed and found.is_printed}
    for part, found in told:
        elsewhere = found.printed is not None and found.printed.source not in sources
        far = 2 * count_strange(found.comparison) >= len(part.split())
        yield part, _NOT_FOUND if elsewhere and far else found


def _is_anywhere(part: AskedWords) -> bool:
    """Return whether something prints a part; what is merely near it is not sought."""
    return bool(find_exact(part) or find_in_part(part))


def _verify_each(parts: Sequence[str], verify: Verify) -> Iterator[tuple[str, Verification]]:
    """Yield each part with what is printed of it; the same words are verified once."""
    found = dict[str, Verification]()
    for part in parts:
        if part not in found:
            found[part] = verify.part(part)
        if found[part] is NOT_CHECKED:
            raise OutOfStepsError  # what the other parts are told nothing of is not told
        yield part, found[part]
