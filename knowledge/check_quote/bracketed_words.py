"""Words with an editor's brackets, which are the article's words where it prints them without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote.verdict import Difference
from knowledge.text.editors_brackets import drop_editors_brackets, list_bracketed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.check_quote.verified_words import Verification


def verify_without_brackets(
    asked: str, found: Verification, verify: Callable[[str], Verification]
) -> Verification:
    """Return what is printed but for an editor's brackets; else what was `found` with them."""
    bare = drop_editors_brackets(asked)
    if found.is_printed or bare == asked:
        return found
    other = verify(bare)
    if not other.is_printed:
        return found
    told = other.comparison.differences
    own = list(_list_differences(asked, told))
    known = {drop_editors_brackets(one.asked) for one in own}
    differences = (*own, *(one for one in told if one.asked not in known))
    comparison = other.comparison.model_copy(update={"differences": differences})
    return other._replace(comparison=comparison, read_as=asked)


def _list_differences(asked: str, told: tuple[Difference, ...]) -> Iterator[Difference]:
    """Yield each word in brackets beside the printed one, which may have another capital."""
    printed = {one.asked: one.printed for one in told}
    for one in list_bracketed(asked):
        bare = drop_editors_brackets(one)
        yield Difference(asked=one, printed=printed.get(bare, bare))
