"""The verification of words: printed exactly, in part, with differences, or not at all.

The verdict depends only on whether folded words are the same. Likeness only chooses the printed
words to compare them with, and proves nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import ellipsis, part_places, surroundings, text_match
from knowledge.check_quote.frames import find_frames
from knowledge.check_quote.inner_marks import close_as_printed, double_inner_marks, has_marks
from knowledge.check_quote.joined_quotations import split_at_printed
from knowledge.check_quote.nearness import is_near
from knowledge.check_quote.quotations_within import find_quotations_within, has_quotation
from knowledge.check_quote.speaker_match import is_said_by, select_by_speaker
from knowledge.check_quote.verdict import (
    PRINTED,
    Comparison,
    Verdict,
    differ_in_marks_alone,
    differ_in_quotation_marks,
)
from knowledge.check_quote.wording_comparison import (
    Wording,
    WordingComparison,
    compare_wordings,
    count_words,
)
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import Printed, is_cut, tokens
from knowledge.text.article_text import fold
from knowledge.text.sentence_ends import split_sentences
from knowledge.text.work_budget import OutOfStepsError, make_once, spend

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from knowledge.check_quote.surroundings import Around
    from knowledge.check_quote.text_match import TextMatch
    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import PrintedCandidate
    from knowledge.text.article_text import Text

_FEW = 2  # words; fewer differ from too much text
_SHARE = 0.4  # likeness that one of several joined quotes must have
_JOINED = 8  # candidates whose statements and articles are searched for all parts
_PARTS = 6  # parts that are verified one by one
_MOST_PARTS = 20  # parts between ellipses that are sought; words with more are not checked
_FOR_ONE = 1_500  # steps that looking up some words takes, however few they are
_AS_LIKE = 0.1  # of likeness: so close that the differences decide
_HELD = 3  # of the most similar that are compared
_FARTHER = 0.45  # share of the words that the speaker's own near words may lack beyond another's
_LISTED = 3  # further statements, and further articles, that print the same words; more are counted
_CUT = " […] "  # joins quotes of one statement, to show and to compare


class Verification(NamedTuple):
    """The verdict, what is printed, and the statements that quote it.

    Those beside words `of_text`, an article's whole one, quote some of these. `theirs` is None
    where no speaker is asked about, or nothing says whether it is theirs. `parts` are told by
    themselves where nothing prints them as one; `others` are statements, beyond those listed, that
    print it too, and `also` the articles whose texts do. `spoken` are the ids of statements whose
    speaker's own words these are. `read_as` are the words that were compared, where their marks are
    not those that were typed.
    """

    comparison: Comparison
    printed: Printed | None = None
    statements: tuple[CitedStatement, ...] = ()
    theirs: bool | None = None
    parts: tuple[tuple[str, Verification], ...] = ()
    others: int = 0
    of_text: bool = False
    also: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    read_as: str | None = None


_NOT_CHECKED = Verification(Comparison(verdict=Verdict.NOT_CHECKED))


class _Match(NamedTuple):
    """Printed words in which all that is asked stands."""

    comparison: Comparison
    printed: Printed


def verify_quote(kb: KnowledgeBase, asked: str, speaker: str | None = None) -> Verification:
    """Return whether the words are printed, and whether the speaker or holder said them.

    Words that take more work to compare than one request may take are not checked.
    """
    if not tokens(asked):
        return Verification(Comparison(verdict=Verdict.NOT_FOUND))
    if len(ellipsis.split_at_marks(asked)) > _MOST_PARTS:
        return _NOT_CHECKED
    try:
        # To find out whose words they may be, they are verified before they are checked.
        return make_once((kb, asked, speaker), lambda: _look_up(kb, asked, speaker))
    except OutOfStepsError:
        return _NOT_CHECKED


def _look_up(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verification:
    spend(_FOR_ONE + len(asked))
    return _verify_as_marked(kb, asked, speaker)


def _verify_as_marked(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verification:
    """Verify the words as typed; where nothing prints them so, with double marks within them."""
    found, doubled = _verify(kb, asked, speaker), double_inner_marks(asked)
    if not has_marks(doubled) or _is_printed(found):
        return found
    other = found if doubled == asked else _verify(kb, doubled, speaker)._replace(read_as=doubled)
    closed = close_as_printed(doubled, other.comparison.differences)
    if closed != doubled:
        inside = _verify(kb, closed, speaker)._replace(read_as=doubled)
        other = inside if _is_printed(inside) else other
    if _is_printed(other) or found.printed is None:
        return other
    nearer = _count_strange(other.comparison) < _count_strange(found.comparison)
    return other if nearer and other.printed else found


def _verify(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verification:
    search = _Search(kb, asked, speaker)
    found = (
        search.find_exact()
        or search.find_in_part()
        or search.find_across_quotations()
        or search.find_parts_apart()
        or search.nearest
    )
    return _add_frames(kb, asked, search.add_other_texts(found))


def _add_frames(kb: KnowledgeBase, asked: str, found: Verification) -> Verification:
    """Add what frames the words in their sentence, where that does not differ as it is."""
    printed, comparison = found.printed, found.comparison
    if printed is None or not printed.words:
        return found
    statement = next((s for s in found.statements if s.id == printed.source), None)
    outside = surroundings.find_outside(kb, printed, statement)
    sides = surroundings.list_sides(asked, printed, outside, spoken=statement is not None)
    if len(ellipsis.split_at_marks(asked)) > 1:
        sides += surroundings.list_gaps(asked, printed, comparison.left_out)
    added = [
        frame
        for frame in find_frames(sides, comparison.left_out)
        if not any(known.names(frame) for known in comparison.meaning_changes)
    ]
    changes = {
        "meaning_changes": (*comparison.meaning_changes, *added),
        "fragment": _is_fragment(kb, found, printed, outside),
        **({} if comparison.within_quotations else _place_in_quotations(asked, printed)),
    }
    return found._replace(comparison=comparison.model_copy(update=changes))


def _place_in_quotations(asked: str, printed: Printed) -> dict[str, object]:
    """Return what of the words stands in quotations within the outlet's sentence."""
    if printed.kind is not QuoteKind.NARRATION or not has_quotation(printed.words):
        return {}
    within = find_quotations_within(asked, printed.words)
    return {
        "within_quotations": within.number,
        "between_quotations": within.between,
        "all_in_quotations": within.whole,
    }


def _is_fragment(
    kb: KnowledgeBase, found: Verification, printed: Printed, outside: Around | None
) -> bool:
    """Return whether our record lacks some of the sentence: it has cuts, or begins amid it."""
    if printed.kind.is_own_words:
        return outside is None and printed.words[:1].islower()
    own = next((s.article.id for s in found.statements if s.id == printed.source), printed.source)
    return is_cut(printed) and kb.passages.text(own) is None


class _Search:
    """One search for words; similar quotes are looked up once."""

    def __init__(self, kb: KnowledgeBase, asked: str, speaker: str | None) -> None:
        self.kb, self.asked, self.speaker = kb, asked, speaker

    @cached_property
    def quotes(self) -> list[PrintedCandidate]:
        return self.kb.quotes.like(self.asked)

    @cached_property
    def passages(self) -> list[PrintedCandidate]:
        return self.kb.passages.like(self.asked)

    @cached_property
    def wording(self) -> Wording:
        return Wording.of_asker(self.asked)

    def find_exact(self) -> Verification | None:
        exact = Comparison(verdict=Verdict.EXACT)
        if same := _put_spoken_first(self.kb.quotes.same(self.asked)):
            return self._attribute(exact, same)
        same = _put_spoken_first(self.kb.passages.same(self.asked))
        if same and not self._is_spoken_on_record(same[0]):
            return self._verify_in_text(_Match(exact, same[0]))
        return None

    def _is_spoken_on_record(self, printed: Printed) -> bool:
        """Return whether a sentence under a label is part of a quote that names its speaker."""
        if printed.kind is not QuoteKind.LABELED:
            return False
        statements = self.kb.statements_in(printed.source)
        quotes = (q for s in statements for q in s.quotes if q.kind is QuoteKind.LABELED)
        return any(quote.start <= printed.start < quote.end for quote in quotes)

    def find_in_part(self) -> Verification | None:
        """Return printed words that hold all that is asked: a quote's before a text's."""
        matches = list(self._find_quotes_with_all()) or list(self._find_statements_with_all())
        if matches:
            return self._choose_best(matches)
        match = next(self._find_texts_with_all(), None)
        return self._verify_in_text(match) if match else None

    def find_across_quotations(self) -> Verification | None:
        """Return the passage in which quotations that follow one another print the words."""
        match = next(self._find_texts_with_all(text_match.find_across_quotations), None)
        return self._verify_in_text(match) if match else None

    def add_other_texts(self, found: Verification) -> Verification:
        """Add the other articles whose texts print all that is asked."""
        if not (found.printed and _is_printed(found) and self.kb.passages.text_count):
            return found
        own = {statement.article.id for statement in found.statements} | {found.printed.source}
        if found.comparison.verdict is Verdict.PART:
            texts = [match.printed.source for match in self._find_texts_with_all()]
        else:
            texts = [printed.source for printed in self.kb.passages.same(self.asked)]
        also = [article for article in dict.fromkeys(texts) if article not in own]
        return found._replace(also=tuple(also[:_LISTED]))

    def _find_quotes_with_all(self) -> Iterator[_Match]:
        for candidate in self.quotes:
            printed = candidate.printed
            if candidate.covers and (
                found := part_places.find_parts(
                    self.asked, part_places.list_quote_runs(printed.words, printed.kind)
                )
            ):
                yield _Match(found, printed)

    def _find_statements_with_all(self) -> Iterator[_Match]:
        """Yield statements whose quotes print all parts together, also across their gaps."""
        if len(tokens(self.asked)) < _FEW:
            return
        for statement in self.kb.statements(self._list_sources()):
            if match := self._match_statement(statement):
                yield match

    def _list_sources(self) -> list[str]:
        """Return the statements whose quotes may hold the parts; without an ellipsis, fewer may."""
        found = Counter(candidate.printed.source for candidate in self.quotes)
        alike = [c.printed.source for c in self.quotes[:_JOINED] if c.likeness >= _SHARE]
        parted = len(ellipsis.split_at_marks(self.asked)) > 1
        return [s for i, s in enumerate(dict.fromkeys(alike)) if parted or i == 0 or found[s] > 1]

    def _match_statement(self, statement: CitedStatement) -> _Match | None:
        found = self._compare_statement(statement)
        return _Match(found, _join_quotes(statement)) if found else None

    def _compare_statement(self, statement: CitedStatement) -> Comparison | None:
        """Compare the words with all quotes of a statement, and with the text if at hand."""
        held = part_places.find_parts(self.asked, part_places.list_statement_runs(statement.quotes))
        text = self.kb.passages.text(statement.article.id)
        found = text and part_places.find_parts(
            self.asked, part_places.list_statement_runs(statement.quotes, text)
        )
        if not found:
            return held
        beyond = count_words(found.left_out) - (count_words(held.left_out) if held else 0)
        return found.model_copy(update={"beyond": max(0, beyond)})

    def _find_texts_with_all(
        self, find: Callable[[str, Text], TextMatch | None] = text_match.find_in_text
    ) -> Iterator[_Match]:
        near = self.passages[:_JOINED]
        for article in dict.fromkeys(candidate.printed.source for candidate in near):
            text = self.kb.passages.text(article)
            if text and (found := find(self.asked, text)):
                comparison, span, kind = found
                yield _Match(comparison, Printed(article, span.start, kind, text.printed(span)))

    def _choose_best(self, matches: Sequence[_Match]) -> Verification:
        """Return the best match: the speaker's first, then spoken words, then the shortest."""
        ordered = sorted(matches, key=_rank_match)
        exact = [m for m in ordered if m.comparison.verdict is Verdict.EXACT]
        if exact:
            return self._attribute(exact[0].comparison, [m.printed for m in exact])
        statements = {s.id: s for s in self.kb.statements(m.printed.source for m in ordered)}
        own = set(statements)
        if self.speaker:
            own = {s.id for s in select_by_speaker(self.kb, statements.values(), self.speaker)[0]}
        best = next(m for m in ordered if m.printed.source in own)
        others = [s for i, s in statements.items() if i != best.printed.source]
        best = self._filled(best, statements[best.printed.source])
        listed = [] if self.speaker or len(others) > _LISTED else others
        found = self._attribute(best.comparison, [best.printed])
        return found._replace(
            statements=(*found.statements, *listed),
            others=len(others) - len(listed),
            spoken=_list_spoken(m.printed for m in ordered),
        )

    def _filled(self, match: _Match, statement: CitedStatement) -> _Match:
        """Return the match with its gaps filled from the article's text, if that is at hand."""
        found = self._compare_statement(statement) if match.comparison.unrecorded_gap else None
        return match._replace(comparison=found) if found else match

    def _attribute(self, comparison: Comparison, found: Sequence[Printed]) -> Verification:
        """Return the words with their speaker; the one asked about first."""
        statements = self.kb.statements(printed.source for printed in found)
        spoken = _list_spoken(found)
        if self.speaker is None:
            return Verification(comparison, found[0], tuple(statements), spoken=spoken)
        own, theirs = select_by_speaker(self.kb, statements, self.speaker)
        if theirs is False and comparison.verdict is Verdict.EXACT:
            comparison = comparison.model_copy(update={"verdict": Verdict.NOT_THEIRS})
        ids = {s.id for s in own}
        printed = next(p for p in found if p.source in ids)
        others = len(statements) - len(own)
        whose = Verification(comparison, printed, tuple(own), theirs=theirs, others=others)
        return whose._replace(spoken=spoken)

    def _verify_in_text(self, match: _Match) -> Verification:
        """Return words of a text with the statements that quote them; their speaker is unknown."""
        beside = self._list_beside(match.printed)
        return Verification(match.comparison, match.printed, tuple(beside), of_text=True)

    def _list_beside(self, printed: Printed) -> list[CitedStatement]:
        """Return the statements that quote some of the words of a text."""
        start, end = printed.start, printed.start + len(fold(printed.words))
        return [
            statement
            for statement in self.kb.statements_in(printed.source)
            if any(quote.start < end and start < quote.end for quote in statement.quotes)
        ]

    def find_parts_apart(self) -> Verification | None:
        """Return the parts one by one, if they are printed but nothing prints them together."""
        marked = ellipsis.split_at_marks(self.asked)
        if len(marked) > 1:
            return self._find_apart(marked, marked)
        found = self._find_apart(split_sentences(self.asked), marked)
        if found or has_marks(self.asked):
            return found
        printed = (c.printed.words for c in (*self.quotes, *self.passages))
        parts = split_at_printed(self.asked, printed)
        if len(parts) == 1:
            return None
        # Words in one sentence that prints some of them between marks are not parts of it.
        whole = differ_in_marks_alone(self.nearest.comparison)
        return self.nearest if whole else self._find_apart(parts, marked)

    def _find_apart(self, every: Sequence[str], marked: Sequence[str]) -> Verification | None:
        """Return such parts one by one, if they are printed."""
        parts, rest = every[:_PARTS], every[_PARTS:]
        if len(parts) == 1 or any(len(tokens(part)) < _FEW for part in parts):
            return None
        if len(marked) == 1 and not all(map(self._is_anywhere, parts)):
            return None
        told = list(self._verify_each(parts))
        printed = [_is_printed(found) for _, found in told]
        sources = {found.printed.source for _, found in told if found.printed}
        if all(printed) or (len(marked) > 1 and any(printed) and len(sources) > 1):
            told += [((" … " if len(marked) > 1 else " ").join(rest), _NOT_CHECKED)] if rest else []
            return Verification(Comparison(verdict=Verdict.DIFFERS), parts=tuple(told))
        return None

    def _is_anywhere(self, part: str) -> bool:
        """Return whether something prints a part; what is merely near it is not sought."""
        search = _Search(self.kb, part, self.speaker)
        return bool(search.find_exact() or search.find_in_part())

    def _verify_each(self, parts: Sequence[str]) -> Iterator[tuple[str, Verification]]:
        """Yield each part with what is printed of it; the same words are verified once."""
        found = dict[str, Verification]()
        for part in parts:
            if part not in found:
                found[part] = verify_quote(self.kb, part, self.speaker)
            if found[part] is _NOT_CHECKED:
                raise OutOfStepsError  # what the other parts are told nothing of is not told
            yield part, found[part]

    @cached_property
    def nearest(self) -> Verification:
        return self.find_nearest()

    def find_nearest(self) -> Verification:
        """Compare the words with the most similar printed ones."""
        texts = [c for c in self.passages if is_near(c)]
        at_hand = {candidate.printed.source for candidate in texts}
        found = [(c, True) for c in self.quotes if is_near(c) and not self._is_in(at_hand, c)]
        found += [(candidate, False) for candidate in texts]
        if not found or len(tokens(self.asked)) < _FEW:
            return Verification(Comparison(verdict=Verdict.NOT_FOUND))
        found.sort(key=lambda pair: _rank_candidate(*pair), reverse=True)
        least = max(candidate.likeness for candidate, _ in found) - _AS_LIKE
        likest = [pair for pair in found if pair[0].likeness >= least]
        nearest = self._compare_best(likest)
        theirs = [pair for pair in found[:_JOINED] if self._is_theirs(*pair)]
        own = self._compare_best(theirs) if theirs else nearest
        farther = _count_strange(own.comparison) - _count_strange(nearest.comparison)
        return own if farther <= _FARTHER * len(tokens(self.asked)) else nearest

    def _is_theirs(self, candidate: PrintedCandidate, curated: bool) -> bool:
        """Return whether near words are on record as those of the speaker asked about."""
        if self.speaker is None:
            return False
        printed = candidate.printed
        statements = self.kb.statements([printed.source]) if curated else self._list_beside(printed)
        return any(is_said_by(self.kb, statement, self.speaker) for statement in statements)

    def _compare_best(self, candidates: Sequence[tuple[PrintedCandidate, bool]]) -> Verification:
        """Compare the words with the first of the candidates, and return the nearest of them."""
        told = [self._compare_candidate(*pair) for pair in candidates[:_HELD]]
        return min(told, key=lambda verified: _count_strange(verified.comparison))

    def _compare_candidate(self, candidate: PrintedCandidate, curated: bool) -> Verification:
        if curated:
            return self._compare_quotes(candidate.printed)
        return self._verify_in_text(self._compare_text(candidate.printed))

    def _is_in(self, articles: Collection[str], candidate: PrintedCandidate) -> bool:
        """Return whether it is a narration of an article whose text is at hand in full."""
        source, kind = candidate.printed.source, candidate.printed.kind
        if not articles or kind.is_own_words:
            return False
        return any(s.article.id in articles for s in self.kb.statements([source]))

    def _compare_text(self, printed: Printed) -> _Match:
        """Compare the words with the most similar sentence, or with several if they are long."""
        found = [printed]
        text = self.kb.passages.text(printed.source)
        if text and (kind := text_match.find_kind_around(text, printed)):
            runs = text_match.list_sentence_runs(text, printed.start, len(self.asked.split()))
            around = printed._replace(kind=kind)
            found += [around._replace(start=r.start, words=text.printed(r)) for r in runs]
        held = [(WordingComparison(self.wording, each.words), each) for each in found]
        best, words = min(held, key=lambda pair: (pair[0].count_strange(), len(pair[1].words)))
        return _Match(best.compare(), words)

    def _compare_quotes(self, printed: Printed) -> Verification:
        """Compare the words with a quote, or with several of a statement."""
        match = self._compare_quote(printed)
        alike = [c.printed for c in self.quotes if is_near(c)]
        own = (printed.source, printed.kind)
        if len({other.start for other in alike if (other.source, other.kind) == own}) > 1:
            (statement,) = self.kb.statements([printed.source])
            other = self._compare_quote(_join_quotes(statement, printed.kind))
            match = min(match, other, key=lambda match: _count_strange(match.comparison))
        return self._attribute(match.comparison, [match.printed])

    def _compare_quote(self, printed: Printed) -> _Match:
        narration = printed.kind is QuoteKind.NARRATION
        return _Match(
            compare_wordings(self.wording, printed.words, cut=True, open_=narration), printed
        )


def _count_strange(comparison: Comparison) -> int:
    """Return how many asked words nothing on record matches."""
    strange = (d.asked for d in comparison.differences if not differ_in_quotation_marks(d))
    return count_words([*strange, *comparison.unproved_words])


def _put_spoken_first(found: Iterable[Printed]) -> list[Printed]:
    """Return a speaker's own words before narration."""
    return sorted(found, key=lambda printed: not printed.kind.is_own_words)


def _list_spoken(found: Iterable[Printed]) -> frozenset[str]:
    return frozenset(printed.source for printed in found if printed.kind.is_own_words)


def _rank_match(match: _Match) -> tuple[bool, int]:
    return not match.printed.kind.is_own_words, len(match.printed.words)


def _join_quotes(statement: CitedStatement, only: QuoteKind | None = None) -> Printed:
    """Return quotes of a statement as they are shown together, in the article's order."""
    quotes = part_places.sort_quotes([q for q in statement.quotes if only in {None, q.kind}])
    kinds = {quote.kind for quote in quotes}
    order = (QuoteKind.NARRATION, QuoteKind.LABELED, QuoteKind.DIRECT)
    kind = next(kind for kind in order if kind in kinds)
    inner = QuoteKind.DIRECT if kind is not QuoteKind.DIRECT else None
    marked = [f"“{q.exact}”" if q.kind is inner else q.exact for q in quotes]
    return Printed(statement.id, quotes[0].start, kind, _CUT.join(marked))


def _is_printed(found: Verification) -> bool:
    return found.comparison.verdict in PRINTED


def _rank_candidate(candidate: PrintedCandidate, curated: bool) -> tuple[float, bool, bool]:
    return round(candidate.score, 2), candidate.printed.kind.is_own_words, curated
