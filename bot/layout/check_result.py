"""A check as the reader gets it: the verdict, asked and printed words, what to be careful of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed, with_article
from bot.block_kit.block_elements import DIVIDER, header, line, paragraph, run, small_print
from bot.block_kit.limits import HEADER_TEXT
from bot.block_kit.message import Part
from bot.block_kit.safe_text import clip
from bot.layout.bars import article_line, withheld
from bot.layout.check_differences import are_other_writings, list_differences
from bot.layout.check_verdict import owner, verdict
from knowledge.check_quote import RunKind, Verdict, WordingComparison, count_marks, is_common
from knowledge.citations import OVER_BUDGET
from knowledge.corpus import QuoteKind
from knowledge.text import is_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.answer import Check
    from bot.answers.ref import Ref
    from bot.block_kit.block_elements import Block
    from knowledge.check_quote import MeaningChange

_ECHOED = 150  # characters of what was asked that a heading repeats
_BESIDE = 900  # likewise, beside what is printed
_NARRATION = (
    "The outlet prints this in its own words, not as a quotation.",
    "The outlet prints this as its own, with a quotation in it.",
)
_IN_ONE = (
    "Some of these words stand in a quotation there, and the others are the outlet’s.",
    "These words stand in a quotation there.",
)
_BESIDE_IT = ("No statement on record quotes this.", "Some of these words are on record, below.")
_NO_RECORD = "Our record does not have what the article prints there."
_WHAT_IS_CHECKED = "I checked what the article prints, not whether it was said."
_NO_FINDING = "That is no finding that nobody said it."
_FRAGMENT = "Careful: our record does not hold the rest of the sentence that these words are in."
_COMMON = "Such words stand in most articles. Check more of the quotation."
_SIDE_BY_SIDE = frozenset({Verdict.DIFFERS, Verdict.NOT_PROVED})


def heading(check: Check) -> Part:
    """Return the verdict, with what was asked where that does not stand beside the print."""
    asked = "" if is_side_by_side(check) else f"{_you_checked(check)} "
    return Part([DIVIDER, _head(check), small_print(asked, run(_WHAT_IS_CHECKED, bold=True))])


def summary(check: Check) -> Part:
    """Return the verdict, what was asked and what to be careful of, and not what is printed."""
    careful = [line(run(_turn(_shorten(turn)))) for turn in check.meaning_changes]
    warnings = [paragraph(*careful)] if careful else []
    return Part([DIVIDER, _head(check), small_print(_you_checked(check)), *warnings])


def _shorten(turn: MeaningChange) -> MeaningChange:
    """Leave out the printed words of a warning, but for a single one."""
    several = " " in turn.word and turn.where != "only_asked"
    return turn.model_copy(update={"word": ""}) if several else turn


def not_found(check: Check) -> Part:
    """Return that nothing prints the words, and that this is no finding that nobody said them."""
    asked = f"{_you_checked(check)} "
    told = run(_what_it_means(check), bold=True)
    return Part([DIVIDER, _head(check), small_print(asked, told)])


def _what_it_means(check: Check) -> str:
    """Return what it does not say that nothing prints the words."""
    return _COMMON if is_common(check.asked) else _NO_FINDING


def _head(check: Check) -> Block:
    """Return the verdict, large where it fits: the words must not be cut off."""
    told = verdict(check)
    return header(told) if len(told) <= HEADER_TEXT else paragraph(line(run(told, bold=True)))


def _you_checked(check: Check) -> str:
    return _end(f"You checked “{clip(check.asked, _ECHOED)}”")


def detail(check: Check) -> Part:
    """Lay out what is printed and what to be careful of; part by part, where nothing joins them."""
    articles = [c.article for c in (check, *check.parts) if c.article and _is_alone(c)]
    sources = map(small_print, dict.fromkeys(map(article_line, articles)))
    lines = list(_details(check))
    return Part([*([paragraph(*lines)] if lines else []), *sources])


def _is_alone(check: Check) -> bool:
    """Return whether no statement shown names the article of these words."""
    return check.from_whole_text or not check.statements


def _details(check: Check) -> Iterator[Block]:
    yield from _words(check)
    yield from (line(run(sentence)) for sentence in _sentences(check))
    for number, part in enumerate(check.parts, 1):
        yield line(run(f"Part {number}. {verdict(part)}", bold=True))
        if not is_side_by_side(part):
            yield _asked(part)
        yield from _details(part)


def _asked(check: Check) -> Block:
    return line(run("Asked: "), run(f"“{clip(check.asked, _ECHOED)}”"))


def is_side_by_side(check: Check) -> bool:
    """Return whether what was asked and what is printed stand beside one another."""
    return check.printed is not None and check.verdict in _SIDE_BY_SIDE


def _words(check: Check) -> Iterator[Block]:
    """Yield what is printed, beside what was asked where they differ: those words in bold."""
    if not is_side_by_side(check):
        if check.printed and check.from_whole_text:
            yield _quotation(check, [run(check.printed)])
        return
    narration = check.kind is QuoteKind.NARRATION
    ours = not check.from_whole_text  # the record of a narration has cuts, and one sentence
    wordings = WordingComparison(
        check.asked, check.printed or "", cut=ours, open_=ours and narration
    )
    runs = list(wordings.list_runs())
    short = len(check.asked) <= _BESIDE
    asked = [(how, ours) for how, ours, _ in runs]
    beside = asked if short else [(RunKind.SAME, clip(check.asked, _BESIDE))]
    yield line(run("Asked: “"), *_marked(beside), run("”"))
    yield line(run("Printed:"))
    yield _quotation(check, list(_marked((how, theirs) for how, _, theirs in runs)))


def _quotation(check: Check, runs: list[Block]) -> Block:
    inside = runs
    if check.kind is QuoteKind.DIRECT:  # joined quotes of a statement are shown as what they are
        apart = [{**part, "text": part["text"].replace(" […] ", "” […] “")} for part in runs]
        inside = [run("“"), *(runs if check.from_whole_text else apart), run("”")]
    return {"type": "rich_text_quote", "elements": inside}


def _marked(runs: Iterable[tuple[RunKind, str]]) -> Iterator[Block]:
    """Return words as runs, those that differ in bold, parted by spaces."""
    for i, (how, words) in enumerate([(how, words) for how, words in runs if words]):
        yield run(f" {words}" if i else words, bold=how in {RunKind.DIFFERS, RunKind.NOT_HELD})


def _sentences(check: Check) -> Iterator[str]:
    if check.verdict is Verdict.NOT_FOUND:
        yield _what_it_means(check)
    if check.verdict is Verdict.NOT_CHECKED:
        fewer = ", with fewer ellipses" if count_marks(check.asked) else ""
        yield f"Comparing it takes too long. Check it in shorter pieces{fewer}."
    written = are_other_writings(check)
    if written:
        yield from _what_differs(check)
    yield from _how_printed(check)
    if check.withheld_reason and not check.statements:
        yield withheld(check.withheld_reason)
    if not written:
        yield from _what_differs(check)
    yield from _what_is_left_out(check)
    yield from (_turn(turn) for turn in check.meaning_changes)
    if check.fragment:
        yield _FRAGMENT
    yield from (f"Also in: {article_line(article)}" for article in check.also_in)
    if check.other_statement_count:
        yield _others(check.other_statement_count)
    yield from _not_theirs(check)
    if check.from_whole_text:
        yield _BESIDE_IT[bool(check.statements)]


def _how_printed(check: Check) -> Iterator[str]:
    """Yield how words stand in the article that are not between marks."""
    if check.kind is QuoteKind.NARRATION:
        yield _how_narrated(check)
    if check.label:
        yield _said_under(check, check.label)


def _how_narrated(check: Check) -> str:
    """Return whether the outlet prints the words as its own, or in quotations of its sentence."""
    if check.within_quotations > 1:
        between = listed([f"“{words}”" for words in check.between_quotations])
        apart = f", with {between} between them" if between else ""
        return f"These words stand in {check.within_quotations} quotations there{apart}."
    if check.within_quotations:
        return _IN_ONE[check.all_in_quotations]
    return _NARRATION[bool(check.from_whole_text and check.printed and "“" in check.printed)]


def _said_under(check: Check, label: str) -> str:
    """Return who said what stands under a label; of a whole text nobody has read who that is."""
    if is_heading(label):
        under = f"This stands under the heading “{label}”, without quotation marks"
        return f"{under}." if check.attributed_to else f"{under}. I did not read whom it means."
    under = f"under the label “{label}”, without quotation marks"
    if check.from_whole_text:
        return f"Per the transcript this was said {under}. I did not read whom the label means."
    return f"Said by {listed(check.attributed_to) or label}, per the transcript: {under}."


def _others(count: int) -> str:
    if count == 1:
        return "1 more statement on record has these words."
    return f"{count} more statements on record have these words."


def _not_theirs(check: Check) -> Iterator[str]:
    """Yield what is not known of who said the words."""
    if check.verdict in {Verdict.NOT_FOUND, Verdict.NOT_CHECKED} or check.parts:
        return
    if check.unknown_names:
        several = len(check.unknown_names) > 1
        verb = "are not names" if several else "is not a name"
        yield f"I did not check who said it: {_each(check.unknown_names)} {verb} on record."
    if check.possible_speakers:
        yield _cannot_tell(check.possible_speakers)
    if check.speaker and check.theirs is False:
        yield f"The article does not give these words to {with_article(check.speaker.name)}."
    if check.from_whole_text and check.kind is QuoteKind.DIRECT and not check.speaker:
        yield "I cannot tell from the text who said it: see the article."
    if check.speaker and check.theirs is None:
        read = "not read from the text" if check.from_whole_text else "not on record"
        yield f"Whether they are {owner(check.speaker)} is {read}."


def _cannot_tell(named: Sequence[Ref]) -> str:
    others = [] if named[1:] else ["to somebody else"]
    to = " or ".join([*(f"to {with_article(one.name)}" for one in named), *others])
    return f"I did not check who said it: I cannot tell whether you give these words {to}."


def _what_differs(check: Check) -> Iterator[str]:
    if check.differences:
        yield _end(f"What differs: {list_differences(check)}")
        if check.withheld_reason and not all(d.printed for d in check.differences):
            yield f"What the article prints there is not shown: {check.withheld_reason}."
    if check.unproved_words:
        yield f"{_end(f'Not held here: {_each(check.unproved_words)}')} {_NO_RECORD}"


def _what_is_left_out(check: Check) -> Iterator[str]:
    if check.quote_count > 1:
        yield f"These words come from {check.quote_count} quotations of one statement."
    exact = check.verdict in {Verdict.EXACT, Verdict.NOT_THEIRS}
    if exact and check.printed and count_marks(check.asked) > count_marks(check.printed):
        yield "The ellipsis leaves nothing out."
    if check.left_out:
        yield _end(f"You left out {_each(check.left_out)}")
    if check.withheld_words:
        yield _withheld_words(check)
    if check.unrecorded_gap:
        yield "Careful: the article prints more between these words than we hold here."


def _withheld_words(check: Check) -> str:
    reason = check.withheld_reason or OVER_BUDGET
    if check.withheld_words == 1:
        return f"1 word that you left out is not shown: {reason}."
    return f"{check.withheld_words} words that you left out are not shown: {reason}."


def _end(sentence: str) -> str:
    """End a sentence, unless the words quoted last end it."""
    return sentence if sentence.endswith((".”", "?”", "!”")) else f"{sentence}."


def _each(words: Iterable[str]) -> str:
    return "; ".join(f"“{some}”" for some in words)


def _turn(turn: MeaningChange) -> str:
    what = f"the {turn.kind} “{turn.word}”" if turn.word else _one(turn.kind)
    return {
        "left_out": f"Careful: what you left out holds {what}.",
        "around": f"Careful: in the article, {what} goes with these words.",
        "only_asked": f"Careful: the article does not print {what} there.",
        "only_printed": f"Careful: the article prints {what} there.",
    }[turn.where]


def _one(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
