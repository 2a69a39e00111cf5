"""/check "WORDS" [NAME]: whether our articles print these words, whose they are, what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Check, Outcome
from bot.answers.claimed_speaker import claimed_speaker
from bot.answers.command import Asked, Command, help_parts, refusal_part
from bot.layout import wording
from bot.layout.check_result import detail, heading, summary
from bot.layout.message import Part, clip
from bot.layout.statement import page, statement_part
from knowledge.check_quote.typed_quotations import around, marked, quotations
from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verify import verify
from knowledge.citations.answer_budget import WORDS_OF_ONE_ARTICLE, room, within_budget
from knowledge.corpus.model import Kind, QuoteKind
from knowledge.questions.question import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.claimed_speaker import ClaimedSpeaker
    from knowledge.check_quote.verdict import Comparison
    from knowledge.check_quote.verify import Verified
    from knowledge.citations.citation import CitedStatement

_AT_ONCE = 5  # quotations that one answer checks
_ECHOED = 80  # characters of a date that are repeated
_LINK = "its publisher allows a link only"
_BUDGET = f"this answer would quote more than {WORDS_OF_ONE_ARTICLE} words of the article"


def answer(asked: Asked) -> Answer:
    """Check every quotation; where a name could mean several, ask whose words they are."""
    typed = asked.question.typed
    quotes = quotations(typed)
    if not quotes:
        too_long = len(typed) >= MAX_LENGTH
        nothing = {"read_as": (), "not_understood": ()}
        return _too_long(asked) if too_long else asked.answer(Outcome.HELP, **nothing)
    who = claimed_speaker(asked.question)
    asked = _as_read(asked, who)
    if len(who.names) > 1:
        choices = tuple(asked.choice(n, _question(n.target, quotes)) for n in who.names)
        return asked.answer(Outcome.CHOICE, reason="Whose words?", choices=choices)
    return _checked(asked, who, quotes)


def _too_long(asked: Asked) -> Answer:
    reason = f"Too long: {MAX_LENGTH:,} characters are read at once. Check it in shorter pieces."
    return asked.answer(Outcome.NO_MATCH, reason=reason, as_of=None, read_as=(), not_understood=())


def _as_read(asked: Asked, who: ClaimedSpeaker) -> Asked:
    """Forget readings of words that are part of a name that is not on record."""
    question = replace(asked.question, found=who.read, not_understood=who.unread)
    return replace(asked, question=question)


def _question(speaker: str | None, quotes: Iterable[str]) -> str:
    words = " ".join(map(marked, quotes))
    return f"/check {speaker} {words}" if speaker else f"/check {words}"


def _checked(asked: Asked, who: ClaimedSpeaker, quotes: Sequence[str]) -> Answer:
    speaker = who.names[0].target if who.names else None
    verified = [verify(asked.kb, words, speaker) for words in quotes[:_AT_ONCE]]
    statements = within_budget({s.id: s for v in verified for s in _behind(v)}.values())
    screen = _Screen(asked, speaker, who.unread, statements)
    checks = tuple(screen.check(w, v) for w, v in zip(quotes, verified, strict=False))
    found = any(check.verdict is not Verdict.NOT_FOUND for check in checks)
    named = speaker or " ".join(who.unread) or None
    return asked.answer(
        Outcome.ANSWER if found else Outcome.NO_RECORD,
        # What may not be shown is not shared either: the words that were asked are those.
        asked=None if any(map(_is_withheld, checks)) else _question(named, quotes),
        as_of=None,
        reason=" ".join(_not_checked(asked, len(quotes) - len(checks))) or None,
        checks=checks,
        statements=statements,
    )


def _is_withheld(check: Check) -> bool:
    return check.withheld is not None or any(map(_is_withheld, check.parts))


def _not_checked(asked: Asked, left: int) -> Iterator[str]:
    question = asked.question
    if date := question.asked_date:
        typed = clip(question.typed[date.start : date.end], _ECHOED)
        yield f"Not checked: “{typed}”. Each statement says when it was said."
    if left:
        yield f"{left} more to check: ask for them by themselves."
    if len(question.typed) >= MAX_LENGTH:
        yield f"No more than {MAX_LENGTH:,} characters are read at once."


def _behind(verified: Verified) -> Iterator[CitedStatement]:
    """Yield the statements of a check and of its parts."""
    yield from verified.statements
    for _, part in verified.parts:
        yield from part.statements


class _Screen:
    """Makes the checks of one answer, which together stay within the budget of each article."""

    def __init__(
        self,
        asked: Asked,
        speaker: str | None,
        unread: tuple[str, ...],
        statements: Sequence[CitedStatement],
    ) -> None:
        self.asked, self.unread = asked, () if speaker else unread
        self.speaker = asked.ref(speaker) if speaker else None
        self.statements = {s.id: s for s in statements}
        self.used: dict[str, int] = {}

    def check(self, words: str, verified: Verified) -> Check:
        comparison, printed = verified.comparison, verified.printed
        own = [self.statements[s.id] for s in verified.statements]
        withheld = self._withheld(verified, own)
        shown = {} if withheld else self._shown(comparison, verified)
        parts = tuple(self.check(part, found) for part, found in verified.parts)
        return Check(
            asked=words,
            verdict=comparison.verdict,
            speaker=self.speaker,
            theirs=verified.theirs,
            statements=tuple(dict.fromkeys([*(s.id for s in own), *_ids(parts)])),
            kind=printed.kind if printed else None,
            printed=printed.words if printed and not withheld else None,
            article=self._article(verified),
            withheld=withheld,
            others=verified.others,
            whole_text=verified.of_text,
            given_to=tuple(_given_to(verified)),
            whose_not_read=self.unread,
            parts=parts,
            **shown,
        )

    def _shown(self, comparison: Comparison, verified: Verified) -> dict[str, object]:
        """Return what may be shown: words beyond a statement's quotes go on the budget."""
        fields = comparison.model_dump(exclude={"verdict", "beyond"})
        if comparison.beyond and verified.statements:
            article = verified.statements[0].article.id
            if comparison.beyond > self._room(article):
                count = sum(len(words.split()) for words in comparison.left_out)
                return fields | {"left_out": (), "left_out_withheld": count}
            self.used[article] = self.used.get(article, 0) + comparison.beyond
        return fields

    def _article(self, verified: Verified) -> object:
        if verified.printed is None:
            return None
        if verified.of_text:
            return self.asked.kb.passages.articles[verified.printed.source]
        return self.statements[verified.printed.source].article

    def _withheld(self, verified: Verified, own: Sequence[CitedStatement]) -> str | None:
        """Say why the printed words are not shown; those of a statement shown cost nothing."""
        printed = verified.printed
        if printed is None or not verified.of_text:
            held = [s.withheld for s in own if printed and s.id == printed.source]
            return held[0] if held else None
        if not printed.shown:
            return _LINK
        words = len(printed.words.split())
        if words > self._room(printed.source):
            return _BUDGET
        self.used[printed.source] = self.used.get(printed.source, 0) + words
        return None

    def _room(self, article: str) -> int:
        return room(self.statements.values(), article) - self.used.get(article, 0)


def _given_to(verified: Verified) -> Iterator[str]:
    """Name those whom the article gives a quotation to; relayed words with who relayed them."""
    if verified.printed and verified.printed.kind is QuoteKind.DIRECT and not verified.of_text:
        yield from dict.fromkeys(map(wording.given_to, verified.statements))


def _ids(checks: Iterable[Check]) -> Iterator[str]:
    return (statement for check in checks for statement in check.statements)


def parts(answer: Answer) -> list[Part]:
    """Lay each check out, then the statements behind it, as every command shows them."""
    if answer.outcome is Outcome.HELP:
        return help_parts(COMMAND)
    if answer.outcome is Outcome.CHOICE:
        return [refusal_part(answer.reason or "Whose words?")]
    left = {s.id: s for s in page(answer.statements, answer)}
    laid: list[Part] = []
    for check in answer.checks:
        behind = [statement_part(left.pop(i)) for i in check.statements if i in left]
        shown = {s.id for s in page(answer.statements, answer)} & set(check.statements)
        if shown or not (check.statements or answer.skip):
            laid += _laid_out(check, behind)
        elif not answer.skip:
            laid.append(summary(check))
    return [*laid, *([refusal_part(answer.reason)] if answer.reason else [])]


def _laid_out(check: Check, behind: Sequence[Part]) -> list[Part]:
    """Keep printed words and who said them together: both are shown, or neither."""
    verdict, details = heading(check), detail(check)
    if not behind:
        return [Part([*verdict.blocks, *details.blocks])]
    first = Part([*details.blocks, *behind[0].blocks], statement=True)
    return [verdict, first, *behind[1:]]


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
