"""A check as the reader gets it: the verdict, asked and printed words, what to be careful of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from bot.message import DIVIDER, Part, clip, line, paragraph, run, small_print
from knowledge.differing import How, Wordings
from knowledge.model import QuoteKind
from knowledge.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answer import Check
    from bot.message import Block
    from knowledge.citation import Source
    from knowledge.verdict import Difference, Turn

_ECHOED = 150  # characters of what was asked that a heading repeats
_BESIDE = 900  # likewise, beside what is printed
_SIDE_BY_SIDE = frozenset({Verdict.DIFFERS, Verdict.NOT_PROVED})


def head(check: Check) -> Part:
    lines = [line(run(_verdict(check), bold=True)), *_words(check)]
    lines += [line(run(sentence)) for sentence in _sentences(check)]
    blocks = [DIVIDER, paragraph(*lines)]
    if check.article and not check.statements:
        blocks.append(small_print(wording.head_line(check.article)))
    return Part(blocks)


def _verdict(check: Check) -> str:
    printer = _printer(check.article)
    form = f" ({check.article.form})" if check.article and check.article.form else ""
    who = check.speaker.name if check.speaker else ""
    return {
        Verdict.EXACT: f"Exact: {printer} prints these words{form}",
        Verdict.NOT_THEIRS: f"Exact, but not {who}’s: {printer} prints these words{form}",
        Verdict.PART: f"A part of what {printer} prints{form}",
        Verdict.DIFFERS: f"Differs from what {printer} prints{form}",
        Verdict.NOT_PROVED: f"Not proved in full: {printer} prints the rest of these words{form}",
        Verdict.NOT_FOUND: "Not in our articles",
    }[check.verdict]


def _printer(source: Source | None) -> str:
    return (
        wording.outlet(source) if source and (source.agency or source.publisher) else "an article"
    )


def _words(check: Check) -> Iterator[Block]:
    """Show what was asked, and beside it what is printed, with the words that differ in bold."""
    if check.printed is None or check.verdict not in _SIDE_BY_SIDE:
        yield line(run("Asked: "), run(f"“{clip(check.asked, _ECHOED)}”"))
        if check.printed and not check.statements:
            yield _quotation(check, [run(check.printed)])
        return
    runs = list(Wordings(check.asked, check.printed, cut=bool(check.statements)).runs())
    short = len(check.asked) <= _BESIDE
    asked = [(how, ours) for how, ours, _ in runs]
    beside = asked if short else [(How.SAME, clip(check.asked, _BESIDE))]
    yield line(run("Asked: “"), *_marked(beside), run("”"))
    yield line(run("Printed:"))
    yield _quotation(check, list(_marked((how, theirs) for how, _, theirs in runs)))


def _quotation(check: Check, runs: list[Block]) -> Block:
    direct = check.kind is QuoteKind.DIRECT
    inside = [run("“"), *runs, run("”")] if direct else runs
    return {"type": "rich_text_quote", "elements": inside}


def _marked(runs: Iterable[tuple[How, str]]) -> Iterator[Block]:
    """Return words as runs, those that differ in bold, parted by spaces."""
    for i, (how, words) in enumerate([(how, words) for how, words in runs if words]):
        yield run(f" {words}" if i else words, bold=how in {How.DIFFERS, How.NOT_HELD})


def _sentences(check: Check) -> Iterator[str]:
    if check.verdict is Verdict.NOT_FOUND:
        yield "Nothing in them that may be quoted is near. Whether it was said is another question."
    if check.kind is QuoteKind.NARRATION:
        yield "The outlet prints this in its own words, not as a quotation."
    if check.withheld and not check.statements:
        yield f"Words not shown: {check.withheld}."
    if check.differences:
        yield f"What differs: {'; '.join(map(_difference, check.differences))}."
    if check.not_held:
        words = "; ".join(f"“{words}”" for words in check.not_held)
        yield f"Not held here: {words}. Our record leaves out what the article prints there."
    if check.left_out:
        yield "Left out: " + "; ".join(f"“{words}”" for words in check.left_out) + "."
    if check.gap_not_held:
        yield "Careful: the article prints more between these words than is held here."
    yield from (_turn(turn) for turn in check.turns)
    if check.theirs is False and check.speaker:
        yield f"The article does not give these words to {check.speaker.name}."
    if check.article and not check.statements:
        says = "" if check.kind is QuoteKind.NARRATION else ": the article says who said it"
        yield f"No statement on record quotes this{says}."


def _difference(change: Difference) -> str:
    if not change.printed:
        return f"“{change.asked}” is asked and not printed"
    if not change.asked:
        return f"“{change.printed}” is printed and not asked"
    return f"“{change.asked}” is asked, “{change.printed}” is printed"


def _turn(turn: Turn) -> str:
    return {
        "left_out": f"Careful: what was left out holds the {turn.what} “{turn.word}”.",
        "asked": f"Careful: the {turn.what} “{turn.word}” is not printed there.",
        "changed": f"Careful: the {turn.what} “{turn.word}” is printed, and was not asked.",
    }[turn.where]
