"""/check "WORDS" [NAME]: whether our articles print these words, whose they are, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import wording
from bot.answer import Answer, Check, Outcome
from bot.command import Asked, Command, help_parts, told
from bot.layout import page, statement_part
from bot.message import DIVIDER, Part, clip, line, paragraph, run, small_print
from knowledge.budget import WORDS_OF_ONE_ARTICLE, room, within_budget
from knowledge.model import Kind, QuoteKind
from knowledge.quoted import around, marked, quotations
from knowledge.verdict import Verdict
from knowledge.verify import aligned, verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answer import Ref
    from bot.message import Block
    from knowledge.citation import CitedStatement, Source
    from knowledge.names import Name
    from knowledge.verdict import Difference, Turn
    from knowledge.verify import Verified

_AT_ONCE = 5  # quotations that one answer checks
_LINK = "its publisher allows a link only"
_BUDGET = f"this answer would quote more than {WORDS_OF_ONE_ARTICLE} words of the article"
_ECHOED = 150  # characters of what was asked that a heading repeats
_BESIDE = 900  # likewise, beside what is printed


def answer(asked: Asked) -> Answer:
    """Check every quotation; where a name could mean several, ask whose words they are."""
    quotes = quotations(asked.question.typed)
    if not quotes:
        return asked.answer(Outcome.HELP, read_as=(), not_understood=())
    speakers = _speakers(asked)
    if len(speakers) > 1:
        choices = tuple(asked.choice(n, _question(n.target, quotes)) for n in speakers)
        return asked.answer(Outcome.CHOICE, reason="Whose words?", choices=choices)
    speaker = speakers[0].target if speakers else None
    return _checked(asked, speaker, quotes)


def _speakers(asked: Asked) -> list[Name]:
    """Return who may be meant: people before the organizations they may speak for."""
    named = {n.target: n for found in asked.question.found for n in found.names}
    people = [name for name in named.values() if name.kind is Kind.PERSON]
    return people or list(named.values())


def _question(speaker: str | None, quotes: Iterable[str]) -> str:
    words = " ".join(map(marked, quotes))
    return f"/check {speaker} {words}" if speaker else f"/check {words}"


def _checked(asked: Asked, speaker: str | None, quotes: Sequence[str]) -> Answer:
    verified = [verify(asked.kb, words, speaker) for words in quotes[:_AT_ONCE]]
    statements = within_budget({s.id: s for v in verified for s in v.statements}.values())
    ref = asked.ref(speaker) if speaker else None
    screen = _Screen(asked, ref, statements)
    checks = tuple(screen.check(w, v) for w, v in zip(quotes, verified, strict=False))
    found = any(check.verdict is not Verdict.NOT_FOUND for check in checks)
    left = len(quotes) - len(checks)
    return asked.answer(
        Outcome.ANSWER if found else Outcome.NO_RECORD,
        # What may not be shown is not shared either: the words that were asked are those.
        asked=None if any(c.withheld for c in checks) else _question(speaker, quotes),
        as_of=None,
        reason=f"{left} more to check: ask for them by themselves." if left else None,
        checks=checks,
        statements=statements,
    )


class _Screen:
    """Makes the checks of one answer, which together stay within the budget of each article."""

    def __init__(
        self, asked: Asked, speaker: Ref | None, statements: Sequence[CitedStatement]
    ) -> None:
        self.asked, self.speaker = asked, speaker
        self.statements = {s.id: s for s in statements}
        self.used: dict[str, int] = {}

    def check(self, words: str, verified: Verified) -> Check:
        comparison, printed, statements, theirs = verified
        own = [self.statements[s.id] for s in statements]
        withheld = self._withheld(verified, own)
        shown = {} if withheld else comparison.model_dump(exclude={"verdict"})
        return Check(
            asked=words,
            verdict=comparison.verdict,
            speaker=self.speaker,
            theirs=theirs,
            statements=tuple(s.id for s in own),
            kind=printed.kind if printed else None,
            printed=printed.words if printed and not withheld else None,
            article=self._article(verified),
            withheld=withheld,
            **shown,
        )

    def _article(self, verified: Verified) -> object:
        if verified.printed is None:
            return None
        source = verified.printed.source
        statement = self.statements.get(source)
        return statement.article if statement else self.asked.kb.passages.articles[source]

    def _withheld(self, verified: Verified, own: Sequence[CitedStatement]) -> str | None:
        """Say why the printed words are not shown; those of a statement shown cost nothing."""
        printed = verified.printed
        if printed is None or own:
            held = [s.withheld for s in own if printed and s.id == printed.source]
            return held[0] if held else None
        if not printed.shown:
            return _LINK
        article, words = printed.source, len(printed.words.split())
        left = room(self.statements.values(), article) - self.used.get(article, 0)
        if words > left:
            return _BUDGET
        self.used[article] = self.used.get(article, 0) + words
        return None


def parts(answer: Answer) -> list[Part]:
    """Lay each check out, then the statements behind it, as every command shows them."""
    if answer.outcome is Outcome.HELP:
        return help_parts(COMMAND)
    if answer.outcome is Outcome.CHOICE:
        return [told(answer.reason or "Whose words?")]
    left = {s.id: s for s in page(answer.statements, answer)}
    here = set(left)
    laid: list[Part] = []
    for check in answer.checks:
        if here & set(check.statements) or not (check.statements or answer.skip):
            laid += _laid_out(check, [left.pop(i) for i in check.statements if i in left])
    return [*laid, *([told(answer.reason)] if answer.reason else [])]


def _laid_out(check: Check, statements: Sequence[CitedStatement]) -> list[Part]:
    """Keep printed words and who said them together: both are shown, or neither."""
    head, behind = _head(check), [statement_part(s) for s in statements]
    if not behind:
        return [head]
    return [Part([*head.blocks, *behind[0].blocks], statement=True), *behind[1:]]


def _head(check: Check) -> Part:
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
        Verdict.NOT_FOUND: "Not in our articles",
    }[check.verdict]


def _printer(source: Source | None) -> str:
    return (
        wording.outlet(source) if source and (source.agency or source.publisher) else "an article"
    )


def _words(check: Check) -> Iterator[Block]:
    """Show what was asked, and beside it what is printed, with the words that differ in bold."""
    if check.printed is None or check.verdict is not Verdict.DIFFERS:
        yield line(run("Asked: "), run(f"“{clip(check.asked, _ECHOED)}”"))
    else:
        runs = list(aligned(check.asked, check.printed))
        beside = runs if len(check.asked) <= _BESIDE else [(True, clip(check.asked, _BESIDE), "")]
        yield line(run("Asked: “"), *_marked((same, ours) for same, ours, _ in beside), run("”"))
        yield line(run("Printed:"))
        yield _quotation(check, list(_marked((same, theirs) for same, _, theirs in runs)))
        return
    if check.printed and not check.statements:
        yield _quotation(check, [run(check.printed)])


def _quotation(check: Check, runs: list[Block]) -> Block:
    direct = check.kind is QuoteKind.DIRECT
    inside = [run("“"), *runs, run("”")] if direct else runs
    return {"type": "rich_text_quote", "elements": inside}


def _marked(runs: Iterable[tuple[bool, str]]) -> Iterator[Block]:
    """Return words as runs, those that differ in bold, parted by spaces."""
    for i, (same, words) in enumerate([(same, words) for same, words in runs if words]):
        yield run(f" {words}" if i else words, bold=not same)


def _sentences(check: Check) -> Iterator[str]:
    if check.verdict is Verdict.NOT_FOUND:
        yield "Nothing in them that may be quoted is near. Whether it was said is another question."
    if check.kind is QuoteKind.NARRATION:
        yield "The outlet prints this in its own words, not as a quotation."
    if check.withheld and not check.statements:
        yield f"Words not shown: {check.withheld}."
    if check.differences:
        yield f"What differs: {'; '.join(map(_difference, check.differences))}."
    if check.left_out:
        yield "Left out: " + "; ".join(f"“{words}”" for words in check.left_out) + "."
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


COMMAND = Command(
    name="check",
    usage='"WORDS" [NAME]',
    about="Whether our articles print these words, whose they are, and what differs.",
    examples=(
        '"There is no change in our position"',
        'kono "This is not the time to ease pressure"',
    ),
    kinds=frozenset({Kind.PERSON, Kind.ORGANIZATION}),
    answer=answer,
    parts=parts,
    takes_nothing=True,
    reads=around,
)
