"""Changed texts: whether a text is a new version of an article, and what becomes of its statements.

Statements that the changed text still prints move to their new place. Those that only an earlier
text prints keep its fingerprint: they are proved against it and not served. New ones are added.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.statement_proof import StatementProof
from knowledge.corpus.model import QuoteKind, Statement
from knowledge.text.article_text import fold
from knowledge.text.locating import locate
from knowledge.text.nearest_words import differences
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.check_corpus.article_budget import ArticleBudget
    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Article, Interval, Quote
    from knowledge.text.article_text import Text

_ALIKE: Final = 0.5  # share of the shorter text's runs of words that the other prints too
_ALIKE_IF_SHORT: Final = 0.8  # share of the longer text's, if the headline says little: "Briefing"
_SHORT: Final = 4  # words; a headline of fewer may stand over many articles
_RUN: Final = 3  # words
_NO_ROOM: Final = "The quotation limit of the changed text has no room for it."
_HEAD: Final = ("agency", "publisher", "title", "byline", "form")


def is_version(old: Article, before: Text | None, new: Article, after: Text) -> bool:
    """Return whether a text under the same head is a version of an article, not another article.

    If the text on record is not at hand, its quotes decide; without quotes, only an address does.
    """
    by_address = old.url is not None and old.url == new.url
    if before is None:
        printed = [any(_is_printed(quote, after) for quote in s.quotes) for s in old.statements]
        return sum(printed) * 2 >= len(printed) if printed else by_address
    one, other = sorted((_list_word_runs(before), _list_word_runs(after)), key=len)
    if not by_address and len((new.title or "").split()) < _SHORT:
        return len(one & other) >= _ALIKE_IF_SHORT * len(other)
    return len(one & other) >= _ALIKE * len(one)


def _is_printed(quote: Quote, text: Text) -> bool:
    return not isinstance(locate(text, quote), NotFound)


def _list_word_runs(text: Text) -> set[tuple[str, ...]]:
    words = text.folded.split()
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False)) or {tuple(words)}


@dataclass
class ChangedArticle:
    """An entry whose text has changed; `lost` are its words that only an earlier text prints."""

    old: Article
    text: Text
    names: NamesOf
    budget: ArticleBudget
    lost: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    added: int = 0

    def merge(self, new: Article) -> Article:
        """Return the entry for the changed text, with both fingerprints."""
        held = self._keep_statements([s for s in new.statements if not s.draft])
        brought = self._add_new(new.statements, [s for s in held if s.printed_in is None])
        return self.old.model_copy(
            update={
                **{name: self._choose_printed(new, name) for name in _HEAD},
                "earlier": (*self.old.earlier, self.old.fingerprint),
                "fingerprint": new.fingerprint,
                "published": self._choose_day(new),
                "words": new.words,
                "statements": (*held, *brought),
            }
        )

    def _choose_day(self, new: Article) -> Interval:
        """Return the day of publication, as the new text prints it where the old one did not."""
        old, given = self.old.published, new.published
        same = (old.from_, old.to) == (given.from_, given.to)
        return given if same and given.printed and not old.printed else old

    def _choose_printed(self, new: Article, name: str) -> str | None:
        words: str | None = getattr(self.old, name)
        printed = words is None or fold(words).casefold() in self.text.caseless
        return words if printed else getattr(new, name)

    def _keep_statements(self, reviewed: list[Statement]) -> list[Statement]:
        """Return the statements on record, without drafts that were reviewed anew."""
        held = dict[str, Statement]()
        for statement in sorted(self.old.statements, key=_is_draft):  # their budget comes first
            at_its_place = _move_quotes(statement, self.text)
            if not (statement.draft and _is_on_record(at_its_place, reviewed)):
                held[statement.id] = self._keep_statement(statement, at_its_place)
        return [held[s.id] for s in self.old.statements if s.id in held]

    def _keep_statement(self, statement: Statement, at_its_place: Statement) -> Statement:
        why = self._find_fault(at_its_place)
        if why is None:
            return at_its_place
        if statement.printed_in is None:
            self.lost.append(f"{statement.id}: {statement.quotes[0].exact!r}: {why}")
        earlier = statement.printed_in or self.old.fingerprint
        return statement.model_copy(update={"printed_in": earlier})

    def _find_fault(self, statement: Statement) -> str | None:
        fault = next(StatementProof(self.text, statement, self.names).faults(), None)
        if fault is None:
            return None if self.budget.take(statement) else _NO_ROOM
        return fault.why

    def _add_new(self, new: Iterable[Statement], held: list[Statement]) -> Iterator[Statement]:
        """Yield the statements that are not yet on record, under free ids."""
        taken = self.old.statement_ids
        gone = [_move_quotes(retired.statement, self.text) for retired in self.old.retired]
        ids = (name for n in itertools.count(1) if (name := f"{self.old.id}-{n}") not in taken)
        for statement in new:
            if _is_on_record(statement, [*held, *gone]):
                continue
            if why := self._find_fault(statement):
                self.left_out.append(f"{statement.quotes[0].exact[:60]!r}: {why}")
                continue
            self.added += 1
            yield statement.model_copy(update={"id": next(ids)})


def _is_draft(statement: Statement) -> bool:
    return statement.draft


def _move_quotes(statement: Statement, text: Text) -> Statement:
    """Return a statement with the offsets of the text; an unprinted quote keeps its own."""
    quotes = []
    for quote in statement.quotes:
        spans = locate(text, quote)
        at = {} if isinstance(spans, NotFound) else {"start": spans[0].start, "end": spans[-1].end}
        quotes.append(quote.model_copy(update=at))
    return statement.model_copy(update={"quotes": tuple(quotes), "printed_in": None})


def _is_on_record(statement: Statement, held: list[Statement]) -> bool:
    """Return whether all of a speaker's words are on record; if there are none, all narration."""
    spoken = [q for q in statement.quotes if q.kind.is_own_words]
    others = [quote for s in held for quote in s.quotes]
    return all(any(_is_same(q, o) for o in others) for q in spoken or statement.quotes)


def _is_same(new: Quote, held: Quote) -> bool:
    """Return whether two quotes stand between the same marks, or share words of narration."""
    if new.kind is not held.kind or None in {new.start, new.end, held.start, held.end}:
        return False
    if new.kind is QuoteKind.DIRECT:
        return (new.start, new.end) == (held.start, held.end)
    return bool(new.start < held.end and held.start < new.end)  # type: ignore[operator]


def list_changes(before: Text, after: Text) -> Iterator[str]:
    """Yield the sentences that differ, with the changed words marked."""
    old = [before[s] for s in before.sentences]
    new = [after[s] for s in after.sentences]
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            yield differences(" ".join(old[i:j]), " ".join(new[k:m]))
