"""The first line of a check: the verdict, who prints the words and to whom they are given."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.phrases import listed, with_article
from bot.layout.check_differences import apart_from, are_other_writings
from bot.layout.signature import outlet_or_headline
from knowledge.check_quote import Verdict, differ_in_quotation_marks, is_common
from knowledge.corpus import QuoteKind
from knowledge.text import fold, is_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.answer import Check
    from bot.answers.ref import Ref
    from knowledge.citations import Source

_NOT_CHECKED = ", speaker not checked"
_QUOTED = re.compile(r"“([^”]*)”?")
_FEW = 2  # words by which the asked ones begin or end in a quotation
_UNNAMED = "an article"
_NO_TEXTS = "the articles’ full texts are not on this machine"


def verdict(check: Check) -> str:
    """Return the first line; words that are not those of the one asked about are said to be so."""
    if check.parts:
        return _apart(check)
    if check.verdict is Verdict.NOT_FOUND:
        return _not_found(check)
    if check.verdict is Verdict.NOT_CHECKED:
        return "Not checked"
    printer, given = _printers(check), listed(check.attributed_to)
    s = "" if _with_the_same(check) else "s"
    prints = f"{printer} print{s} these words" + (f" and give{s} them to {given}" if given else "")
    what = f"what {printer} print{s}" + (f" and give{s} to {given}" if given else "")
    whose = "" if check.theirs is False else _whose(check)
    line = {
        Verdict.EXACT: f"{_exact(check)}{whose}: {prints}",
        Verdict.NOT_THEIRS: prints,
        Verdict.PART: f"A part of {what}{_apart_from(check)}{whose}",
        Verdict.DIFFERS: f"{_differs(check, what)}{whose}",
        Verdict.NOT_PROVED: f"Not proved in full: {printer} print{s} the rest of these words",
    }[check.verdict]
    return "; ".join([_not_theirs(check, line), *_elsewhere(check)])


def _not_theirs(check: Check, line: str) -> str:
    if not (check.speaker and check.theirs is False):
        return line
    if check.verdict is Verdict.NOT_THEIRS:
        return f"{_exact(check)}, but not {owner(check.speaker)}: {line}"
    return f"Not {owner(check.speaker)}: {line[0].lower()}{line[1:]}"


def owner(speaker: Ref) -> str:
    """Return whose words they are: "Taro Kono’s", "the United States’"."""
    name = with_article(speaker.name)
    return f"{name}’" if name.endswith("States") else f"{name}’s"


def _differs(check: Check, what: str) -> str:
    """Return that the words differ, or that nothing but their marks does."""
    count, s = check.within_quotations, "" if _with_the_same(check) else "s"
    others = [d for d in check.differences if not differ_in_quotation_marks(d)]
    if count > 1 and not (others or check.unproved_words):
        prints = f"{_printers(check)} print{s} these words"
        return f"Differs: {prints} in {count} quotations, not as one"
    return f"Differs from {what}"


def _exact(check: Check) -> str:
    return f"The same words{_apart_from(check)}" if check.differences else "Exact"


def _apart_from(check: Check) -> str:
    return f", apart from {apart_from(check)}" if are_other_writings(check) else ""


def _apart(check: Check) -> str:
    where = "in our articles" if check.searched_all else "on record"
    line = f"Differs: nothing {where} prints this as one quotation"
    if check.speaker and any(part.theirs is False for part in check.parts):
        return f"{line}, and not all of it is {owner(check.speaker)}"
    return line


def _not_found(check: Check) -> str:
    """Return what was searched: words beyond the quotes on record may be printed all the same."""
    if is_common(check.asked):
        return "Too common to be looked up"
    if check.searched_all:
        return "Not in our articles"
    record = "Not among the quotations on record"
    if not check.searched_texts:
        return f"{record}; {_NO_TEXTS}"
    texts = "text" if check.searched_texts == 1 else "texts"
    return f"{record}, nor in the {check.searched_texts} full {texts} on this machine"


def _whose(check: Check) -> str:
    """Return what the heading adds where words are not thereby anybody's."""
    if check.unknown_names or check.possible_speakers:
        return _NOT_CHECKED
    if check.from_whole_text and check.label:
        under = "under the heading" if is_heading(check.label) else "said under the label"
        return f", {under} “{check.label}”"
    if check.from_whole_text:
        direct = check.kind is QuoteKind.DIRECT
        marked = direct or check.within_quotations or _touches_quotation(check)
        own = check.verdict is Verdict.EXACT
        return ", speaker not read" if marked else ", in the outlet’s own words" if own else ""
    return ", speaker not certain" if check.speaker and check.theirs is None else ""


def _touches_quotation(check: Check) -> bool:
    """Return whether any of the words asked about stand between the marks of a quotation."""
    asked = fold(check.asked)
    ends = [" ".join(asked.split()[:_FEW]), " ".join(asked.split()[-_FEW:])]
    quoted = [fold(inside).strip(" .,;:!?") for inside in _QUOTED.findall(check.printed or "")]
    return '"' in asked or any(q and (q in asked or any(end in q for end in ends)) for q in quoted)


def _printers(check: Check) -> str:
    """Return who prints the words and gives them to the same: each outlet once, with how many."""
    counts = Counter(map(_printer, [check.article, *_with_the_same(check)]))
    first, *others = [_counted(name, count) for name, count in counts.items()]
    one_of = "one " if counts[_printer(check.article)] > 1 else ""
    return listed([f"{first}{_marked(check.article, one_of)}", *others])


def _with_the_same(check: Check) -> list[Source]:
    """Return the other articles that give the words to whom the first one does."""
    return [source for source in check.also_in if _given(check, source) == check.attributed_to]


def _given(check: Check, source: Source) -> tuple[str, ...]:
    return next((one.to for one in check.also_attributed if one.article == source.id), ())


def _elsewhere(check: Check) -> Iterator[str]:
    """Yield which articles give the words to others, and of which nothing says to whom they do."""
    rest: dict[tuple[str, ...], list[Source]] = {}
    for source in check.also_in:
        if (given := _given(check, source)) != check.attributed_to:
            rest.setdefault(given, []).append(source)
    unread = rest.pop((), [])
    for given, sources in rest.items():
        s = "" if len(sources) > 1 else "s"
        yield f"{_others(sources)} give{s} these words to {listed(given)}"
    if unread:
        yield f"also printed in {_others(unread)}"


def _others(sources: Sequence[Source]) -> str:
    """Return other articles than the first one: each outlet once, with how many of its articles."""
    counts = Counter(map(_printer, sources))
    return listed([_counted(name, count, "other ") for name, count in counts.items()])


def _marked(source: Source | None, one_of: str) -> str:
    """Return what an article prints about its own form, which is no name of it."""
    return f" ({one_of}marked “{source.form}”)" if source and source.form else ""


def _counted(name: str, count: int, other: str = "") -> str:
    if count == 1:
        return f"an{other.strip()} article" if name == _UNNAMED else name
    return f"{count} {other}articles" if name == _UNNAMED else f"{name} ({count} articles)"


def _printer(source: Source | None) -> str:
    named = source is not None and (source.agency or source.publisher)
    return outlet_or_headline(source) if source and named else _UNNAMED
