"""Quotations checked for one answer: who is said to have said them, and what may be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import Check
from bot.answers.attribution import given_to
from bot.block_kit.message import clip
from knowledge.check_quote import Verdict, verify_quote
from knowledge.citations import LINK_ONLY, OVER_BUDGET, room, within_budget
from knowledge.corpus import Kind, QuoteKind
from knowledge.text import ASKING_ABOUT_WORDS, BESIDE_A_CLAIMED_SPEAKER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.asked import Asked
    from knowledge.check_quote import Comparison, MeaningChange, Verification
    from knowledge.citations import CitedStatement, Source
    from knowledge.names import Name, Names
    from knowledge.questions import FoundName, Question

_SHOWN = 5  # names not read that an answer lists
_LONG = 60  # characters of one
_NO_NAMES = BESIDE_A_CLAIMED_SPEAKER | ASKING_ABOUT_WORDS
# After one of these somebody is spoken of: "who said “…” about Japan".
_ABOUT = frozenset("with about abt on over regarding re toward towards against".split())
_APART = 3  # characters between two words of one name at most: a quotation is longer


class ClaimedSpeaker(NamedTuple):
    """Who may be meant, and words that were not read, with the name that they may be part of.

    `near` are names like those words; nobody is taken to be meant by a name that is only near.
    """

    names: tuple[Name, ...]
    read: tuple[FoundName, ...]
    unread: tuple[str, ...]
    near: tuple[Name, ...] = ()


def claimed_speaker(names: Names, question: Question) -> ClaimedSpeaker:
    """Read who is named; "Taro Aso" is no Taro Kono, and neither is "Konno"."""
    unread = {i for i in question.unclear if question.words[i] not in _NO_NAMES}
    near = [f for f in question.found if not _is_on_record(names, question, f)]
    unread |= {i for found in near for i in range(found.first, found.last)}
    exact = [found for found in question.found if found not in near]
    taken = {found: _widened(question, found, unread) for found in exact}
    read = [
        found
        for found, span in taken.items()
        if len(span) == found.last - found.first and not _is_object(question, found)
    ]
    # "DR Congo" is near Congo; "Taro Aso" is not near Taro Kono.
    near += [f for f in exact if f not in read and f.name.kind is not Kind.PERSON]
    named = {name.target: name for found in read for name in found.names}
    people = [name for name in named.values() if name.kind is Kind.PERSON]
    near_names = [*(name for found in near for name in found.names), *_ending(names, question)]
    return ClaimedSpeaker(
        names=tuple(people or named.values()),
        read=tuple(read),
        unread=tuple(_unread(question, unread, [s for f, s in taken.items() if f not in read])),
        near=tuple({name.target: name for name in near_names}.values()),
    )


def _ending(names: Names, question: Question) -> Iterator[Name]:
    """Yield the organizations on record by whose name a stranger's ends: "DR Congo"."""
    for stranger in question.strangers:
        for first in range(stranger.first + 1, stranger.last):
            found = names.exact(question.words[first : stranger.last])
            yield from (n for n in found if n.kind is Kind.ORGANIZATION and not n.weak)


def _is_on_record(names: Names, question: Question, found: FoundName) -> bool:
    """Return whether a name is written as it is on record."""
    on_record = {name.target for name in names.exact(question.words[found.first : found.last])}
    return on_record.issuperset(name.target for name in found.names)


def _is_object(question: Question, found: FoundName) -> bool:
    """Return whether words are about somebody, and not claimed to be theirs: "with Japan"."""
    return found.first > 0 and question.words[found.first - 1] in _ABOUT


def _widened(question: Question, found: FoundName, unread: set[int]) -> range:
    """Return the numbers of a name's words with the unread ones beside it."""
    first, last = found.first, found.last
    while first - 1 in unread and _is_beside(question, first - 1):
        first -= 1
    while last in unread and _is_beside(question, last - 1):
        last += 1
    return range(first, last)


def _is_beside(question: Question, number: int) -> bool:
    """Return whether a word and the next one may be one name, with no quotation between them."""
    return question.places[number + 1][0] - question.places[number][1] <= _APART


def _unread(question: Question, unread: set[int], names: list[range]) -> Iterator[str]:
    """Yield the words that were not read, those side by side as one, and no more than a few."""
    within = {number for name in names for number in name}
    spans = sorted([*names, *(range(i, i + 1) for i in unread - within)], key=lambda s: s.start)
    joined: list[range] = []
    for span in spans:
        if joined and joined[-1].stop == span.start and _is_beside(question, span.start - 1):
            span = range(joined.pop().start, span.stop)  # noqa: PLW2901
        joined.append(span)
    for span in joined[:_SHOWN]:
        typed = question.typed[question.places[span[0]][0] : question.places[span[-1]][1]]
        yield clip(typed, _LONG)


class CheckedQuotes(NamedTuple):
    """The checks of one answer, and the statements behind them, within each article's budget."""

    checks: tuple[Check, ...]
    statements: Sequence[CitedStatement]


def check_quotes(
    asked: Asked, quotes: Sequence[str], speaker: str | None, unread: tuple[str, ...]
) -> CheckedQuotes:
    """Check each quotation as the words of `speaker`, if one is named.

    `unread` are words around them that may be a name and were not read.
    """
    verified = [verify_quote(asked.kb, words, speaker) for words in quotes]
    statements = within_budget({s.id: s for v in verified for s in _behind(v)}.values())
    screen = _Screen(asked, speaker, unread, statements)
    checks = tuple(screen.check(w, v) for w, v in zip(quotes, verified, strict=True))
    return CheckedQuotes(checks, statements)


def is_withheld(check: Check) -> bool:
    """Return whether a check, or a part of it, keeps back what the article prints."""
    return check.withheld_reason is not None or any(map(is_withheld, check.parts))


def _behind(verified: Verification) -> Iterator[CitedStatement]:
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
        self.passages = asked.kb.passages
        self.speaker = asked.ref(speaker) if speaker else None
        self.statements = {s.id: s for s in statements}
        self.used: dict[str, int] = {}

    def check(self, words: str, verified: Verification) -> Check:
        comparison, printed = verified.comparison, verified.printed
        own = [self.statements[s.id] for s in verified.statements]
        withheld = self._withheld(verified, own)
        shown = self._shown(comparison, verified)
        if withheld:  # the words that were asked are kept back from nobody
            same = comparison.verdict in {Verdict.EXACT, Verdict.NOT_THEIRS}
            shown = {"differences": comparison.differences} if same else {}
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
            also_in=tuple(self._other_articles(verified)),
            searched_texts=self.passages.text_count,
            searched_all=self.passages.text_count == len(self.passages.articles),
            withheld_reason=withheld,
            other_statement_count=verified.others,
            from_whole_text=verified.of_text,
            attributed_to=tuple(_given_to(verified)),
            unknown_names=self.unread,
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
        """Yield what changes the meaning; without room, of what stands around the first word."""
        source = self._article(verified)
        for change in comparison.meaning_changes:
            words = len(change.word.split()) if change.where == "around" and source else 0
            if source and words > max(0, self._room(source.id)):
                yield change.model_copy(update={"word": change.word.split()[0]})
                continue
            if source and words:
                self.used[source.id] = self.used.get(source.id, 0) + words
            yield change

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

    def _room(self, article: str) -> int:
        return room(self.statements.values(), article) - self.used.get(article, 0)


def _given_to(verified: Verification) -> Iterator[str]:
    """Yield whom the article gives a quotation to; relayed words with who relayed them."""
    if verified.printed and verified.printed.kind is QuoteKind.DIRECT and not verified.of_text:
        yield from dict.fromkeys(map(given_to, verified.statements))


def _ids(checks: Iterable[Check]) -> Iterator[str]:
    return (statement for check in checks for statement in check.statements)
