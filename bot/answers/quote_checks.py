"""Quotations checked for one answer: what is printed, and what of it may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.answer import Attribution, Check
from bot.answers.attribution import given_to
from bot.answers.named_outlets import names_outlet
from bot.block_kit.safe_text import clip
from knowledge.check_quote import PRINTED, differ_in_quotation_marks, verify_quote
from knowledge.citations import LINK_ONLY, OVER_BUDGET, room, within_budget
from knowledge.corpus import QuoteKind
from knowledge.text import are_same_words, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.asked import Asked
    from bot.answers.claimed_speaker import ClaimedSpeaker
    from bot.answers.ref import Ref
    from knowledge.check_quote import Comparison, Difference, MeaningChange, Verification
    from knowledge.citations import CitedStatement, Source


_DAYS: Final = 5  # that are repeated
_ECHOED: Final = 80  # characters of one


class CheckedQuotes(NamedTuple):
    """The checks of one answer, and the statements behind them, within each article's budget."""

    checks: tuple[Check, ...]
    statements: Sequence[CitedStatement]


def tell_days(typed: Iterable[str]) -> str:
    """Return the sentence that names the days beside quotations, which are not checked."""
    days = list(dict.fromkeys(typed))
    named = "; ".join(f"“{clip(day, _ECHOED)}”" for day in days[:_DAYS])
    more = "; …" if days[_DAYS:] else ""
    return f"Not checked: {named}{more}. Each statement says when it was said."


def check_quotes(
    asked: Asked, quotes: Sequence[str], claimed: Sequence[ClaimedSpeaker]
) -> CheckedQuotes:
    """Check each quotation as the words of whoever it is said to be by, if one is named."""
    said = list(zip(quotes, claimed, strict=True))
    verified = [verify_quote(asked.kb, words, who.speaker) for words, who in said]
    statements = within_budget({s.id: s for v in verified for s in _behind(v)}.values())
    screen = _Screen(asked, statements)
    checks = tuple(screen.check(*one, v) for one, v in zip(said, verified, strict=True))
    return CheckedQuotes(checks, statements)


def is_withheld(check: Check) -> bool:
    """Return whether a check, or a part of it, keeps back what the article prints."""
    return check.withheld_reason is not None or any(map(is_withheld, check.parts))


def _behind(verified: Verification) -> Iterator[CitedStatement]:
    """Yield the statements of a check and of its parts."""
    yield from verified.statements
    for _, part in verified.parts:
        yield from part.statements


def _warn(comparison: Comparison, *, linked: bool) -> dict[str, object]:
    """Return what to be careful of where the printed words are kept back: nothing hides that.

    The words that were asked are kept back from nobody; of an article that may only be linked, no
    word is told.
    """
    same = comparison.verdict in PRINTED
    differing = [_keep_back(d) for d in comparison.differences if d.asked]
    return {
        "differences": comparison.differences if same else tuple(differing),
        "meaning_changes": tuple(_warnings(comparison.meaning_changes, linked=linked)),
        "withheld_words": sum(len(words.split()) for words in comparison.left_out),
        "unproved_words": comparison.unproved_words,
        "unrecorded_gap": comparison.unrecorded_gap,
        "fragment": comparison.fragment,
        "within_quotations": comparison.within_quotations,
        "all_in_quotations": comparison.all_in_quotations,
    }


def _keep_back(difference: Difference) -> Difference:
    """Return what differs without the printed words, unless they are those that were asked."""
    pair = fold(difference.asked), fold(difference.printed)
    if differ_in_quotation_marks(difference) or are_same_words(*pair):
        return difference
    return difference.model_copy(update={"printed": ""})


def _warnings(changes: Iterable[MeaningChange], *, linked: bool) -> Iterator[MeaningChange]:
    """Yield what changes the meaning, each once, with the one word that does so at most."""
    told = {}
    for change in changes:
        own = change.where == "only_asked"
        kept = own or not (linked or " " in change.word)
        one = change if kept else change.model_copy(update={"word": ""})
        told[one.kind, one.word, one.where] = one
    yield from told.values()


class _Screen:
    """Makes the checks of one answer, which together stay within the budget of each article."""

    def __init__(self, asked: Asked, statements: Sequence[CitedStatement]) -> None:
        self.asked, self.passages = asked, asked.kb.passages
        self.statements = {s.id: s for s in statements}
        self.used: dict[str, int] = {}

    def check(self, words: str, who: ClaimedSpeaker, verified: Verification) -> Check:
        comparison, printed = verified.comparison, verified.printed
        own = [self.statements[s.id] for s in verified.statements]
        withheld = self._withheld(verified, own)
        shown = self._shown(comparison, verified)
        if withheld:
            shown = _warn(comparison, linked=withheld == LINK_ONLY)
        parts = tuple(self.check(part, who, found) for part, found in verified.parts)
        article, attributed = self._article(verified), _attribute(verified)
        given = attributed.pop(article.id, ()) if article else ()
        return Check(
            asked=verified.read_as or words,
            verdict=comparison.verdict,
            speaker=self.asked.ref(who.speaker) if who.speaker else None,
            theirs=verified.theirs,
            statements=tuple(dict.fromkeys([*(s.id for s in own), *_ids(parts)])),
            kind=printed.kind if printed else None,
            label=self._label(verified),
            printed=printed.words if printed and not withheld else None,
            article=article,
            also_in=tuple(self._other_articles(verified)),
            searched_texts=self.passages.text_count,
            searched_all=self.passages.text_count == len(self.passages.articles),
            withheld_reason=withheld,
            other_statement_count=verified.others,
            from_whole_text=verified.of_text,
            attributed_to=given,
            also_attributed=tuple(
                Attribution(article=other, to=to) for other, to in attributed.items()
            ),
            unknown_names=tuple(self._list_unknown(who, verified)),
            possible_speakers=tuple(self._list_possible(who, own)),
            parts=parts,
            **shown,
        )

    def _shown(self, comparison: Comparison, verified: Verification) -> dict[str, object]:
        """Return what may be shown: words beyond a statement's quotes go on the budget."""
        fields = comparison.model_dump(exclude={"verdict", "beyond"})
        fields["meaning_changes"] = tuple(self._told(comparison, verified))
        if comparison.beyond and verified.statements:
            article = verified.statements[0].article.id
            if comparison.beyond > self._room(article):
                count = sum(len(words.split()) for words in comparison.left_out)
                return fields | {"left_out": (), "withheld_words": count}
            self.used[article] = self.used.get(article, 0) + comparison.beyond
        return fields

    def _told(self, comparison: Comparison, verified: Verification) -> Iterator[MeaningChange]:
        """Yield what changes the meaning; without room, no words of what stands around."""
        source = self._article(verified)
        for change in comparison.meaning_changes:
            words = len(change.word.split()) if change.where == "around" and source else 0
            if source and words > max(0, self._room(source.id)):
                yield change.model_copy(update={"word": ""})
                continue
            if source and words:
                self.used[source.id] = self.used.get(source.id, 0) + words
            yield change

    def _list_unknown(self, who: ClaimedSpeaker, verified: Verification) -> Iterator[str]:
        """Yield who may be named and is not on record; the outlet of the words is."""
        source = self._article(verified)
        for name in () if who.names else who.unread:
            if name not in who.mentioned and not (source and names_outlet(source, name)):
                yield name

    def _list_possible(self, who: ClaimedSpeaker, own: Sequence[CitedStatement]) -> Iterator[Ref]:
        """Yield whose words they may be said to be, where it cannot be told."""
        said_by = {s.speaker.id for s in own if s.speaker and s.speaker.id}
        if not who.may_only_be(said_by):
            yield from (self.asked.ref(name.target) for name in who.doubtful)

    def _article(self, verified: Verification) -> Source | None:
        if verified.printed is None:
            return None
        if verified.of_text:
            return self.passages.articles[verified.printed.source]
        return self.statements[verified.printed.source].article

    def _other_articles(self, verified: Verification) -> Iterator[Source]:
        """Yield the further articles that print the words: of statements, and by their texts."""
        own = self._article(verified)
        quoting = [] if verified.of_text else [s.article for s in verified.statements]
        found = [*quoting, *(self.passages.articles[article] for article in verified.also)]
        yield from {a.id: a for a in found if own and a.id != own.id}.values()

    def _withheld(self, verified: Verification, own: Sequence[CitedStatement]) -> str | None:
        """Return why the printed words are not shown; those of a statement shown cost nothing."""
        printed = verified.printed
        if printed is None or not verified.of_text:
            held = [s.withheld_reason for s in own if printed and s.id == printed.source]
            return held[0] if held else None
        if not printed.shown:
            return LINK_ONLY
        words = len(printed.words.split())
        if words > self._room(printed.source):
            return OVER_BUDGET
        self.used[printed.source] = self.used.get(printed.source, 0) + words
        return None

    def _label(self, verified: Verification) -> str | None:
        """Return the label that speech without marks stands under."""
        printed = verified.printed
        if printed is None or printed.kind is not QuoteKind.LABELED:
            return None
        if verified.of_text:
            return self.passages.label(printed.source, printed.start)
        own = (q for s in verified.statements if s.id == printed.source for q in s.quotes)
        return next((q.attribution for q in own if q.kind is QuoteKind.LABELED), None)

    def _room(self, article: str) -> int:
        return room(self.statements.values(), article) - self.used.get(article, 0)


def _attribute(verified: Verification) -> dict[str, tuple[str, ...]]:
    """Return whom each article gives the quotation to; relayed words with who relayed them.

    Who said what an outlet tells in its own words is not who said these.
    """
    given = dict[str, list[str]]()
    for statement in verified.statements:
        if statement.id in verified.spoken and statement.speaker:
            given.setdefault(statement.article.id, []).append(given_to(statement))
    return {article: tuple(dict.fromkeys(to)) for article, to in given.items()}


def _ids(checks: Iterable[Check]) -> Iterator[str]:
    return (statement for check in checks for statement in check.statements)
