"""Prove one statement against its article's text: its quotes, and all that it gives as printed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_corpus import condition_proof, cuts, hints, relay
from knowledge.check_corpus.attribution_proof import AttributionProof
from knowledge.check_corpus.label_proof import LabelProof
from knowledge.check_corpus.printed_facts import PrintedFacts
from knowledge.check_corpus.printed_speakers import PrintedSpeakers
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind, Sourcing
from knowledge.text.article_text import SHORT_DIRECT, Span, fold, pieces
from knowledge.text.locating import locate
from knowledge.text.nearest_words import differences
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Quote, Statement
    from knowledge.text.article_text import Text

_CLAUSE = Fault(
    ("exact",),
    f"The quote has fewer than {SHORT_DIRECT} words.",
    "Add a narration: the clause that it is in.",
)

_SAY_WHO_RELAYED = "Set the sourcing to 'relayed', and say who relayed it in 'via'."


class StatementProof:
    """One statement against its article's text."""

    def __init__(self, text: Text, statement: Statement, names: NamesOf) -> None:
        self.text, self.statement, self.names = text, statement, names
        self._attributed = AttributionProof(text, statement, names)
        self._printed = PrintedSpeakers(names.read(text), statement, names)
        self._labels = LabelProof(names.read(text), statement, names)

    @cached_property
    def found(self) -> list[list[Span] | NotFound]:
        return [locate(self.text, quote) for quote in self.statement.quotes]

    @property
    def spans(self) -> list[list[Span]]:
        return [[] if isinstance(f, NotFound) else f for f in self.found]

    def faults(self) -> Iterator[Fault]:
        for i, (quote, found) in enumerate(zip(self.statement.quotes, self.found, strict=True)):
            if isinstance(found, NotFound):
                yield _not_found(found, quote).within("quotes", i)
                continue
            for fault in self._quote(quote, found):
                yield fault.within("quotes", i)
        yield from self._attributed.faults_of_all()
        yield from self._claims()
        places = [Span(spans[0].start, spans[-1].end) for spans in self.spans if spans]
        yield from PrintedFacts(self.text, self.statement, places, self.names).faults()

    def _quote(self, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
        whole = Span(spans[0].start, spans[-1].end)
        if (quote.start, quote.end) != whole:
            why = f"The quote is at {whole.start} to {whole.end} in the text."
            yield Fault(("start",), why, "Run 'stancebook check --fix'.")
        if quote.kind is QuoteKind.NARRATION:
            yield from cuts.faults(self.text, quote, spans)
        elif quote.kind is QuoteKind.DIRECT and self._wants_clause(quote, whole):
            yield _CLAUSE
        if (of_label := self._labels.faults(quote, whole)) is not None:
            yield from of_label
            return
        told = list(self._attributed.faults(quote, whole))
        yield from told or self._printed.faults(quote, spans)
        if hidden := self._hidden_relay(whole):
            yield hidden

    def _wants_clause(self, quote: Quote, whole: Span) -> bool:
        if len(quote.exact.split()) >= SHORT_DIRECT:
            return False
        others = zip(self.statement.quotes, self.found, strict=True)
        clauses = [found for q, found in others if q.kind is QuoteKind.NARRATION]
        # One that is misquoted may be the clause: its own fault is enough.
        return not any(isinstance(c, NotFound) or any(s.holds(whole) for s in c) for c in clauses)

    def _hidden_relay(self, whole: Span) -> Fault | None:
        statement = self.statement
        if statement.sourcing is not Sourcing.ON_RECORD:
            return None
        if statement.via and not relay.is_nameless(statement.via):
            return None
        printed = relay.find_relay(self.text, whole)
        if printed is None:
            return None
        why = f"The sentence is relayed, not on record: {printed!r}."
        nameless = statement.speaker and statement.speaker.id is None
        what_to_do = "Set the sourcing to 'unnamed'." if nameless else _SAY_WHO_RELAYED
        return Fault(("exact",), why, what_to_do)

    def _claims(self) -> Iterator[Fault]:
        """Yield a fault for everything else that an entry gives as printed and the text is not."""
        statement = self.statement
        speaker = statement.speaker
        for where, words in [
            (("via",), statement.via),
            (("said", "printed"), statement.said.printed),
            (("speaker", "as"), speaker.as_ if speaker else None),
            (("speaker", "description"), speaker.description if speaker else None),
        ]:
            yield from find_unprinted(self.text, words, *where)
        quoted = " ".join(fold(quote.exact) for quote in statement.quotes)
        shown = quoted.casefold()
        for i, stance in enumerate(statement.stances):
            for name in ("condition", "object"):
                words = getattr(stance, name)
                if words and not all(p.casefold() in shown for p in pieces(words)):
                    why = f"{words!r} is not in the quotes of the statement."
                    what_to_do = "Quote these words, or copy words that are quoted."
                    at = ("stances", i, name)
                    yield hints.suggest_words(at, why, what_to_do, words, quoted)
            if stance.condition:
                if (better := self._find_quote_of(stance.condition, stance.grounds)) is not None:
                    why = f"The condition is in quotes.{better}, and not in these grounds."
                    yield Fault(("stances", i, "grounds"), why, f"Write {better}.")
                told = condition_proof.faults(stance.condition, self._quoted_sentences)
                yield from (fault.within("stances", i) for fault in told)

    def _find_quote_of(self, condition: str, grounds: int) -> int | None:
        """Return the quote that has a condition, where the grounds of the stance are another."""
        quotes = [fold(quote.exact).casefold() for quote in self.statement.quotes]
        holds = [all(p.casefold() in words for p in pieces(condition)) for words in quotes]
        if not any(holds) or holds[grounds : grounds + 1] != [False]:
            return None
        return holds.index(True)

    @property
    def _quoted_sentences(self) -> list[str]:
        """The sentences that the quotes touch, as the text prints them."""
        text, wholes = self.text, [Span(s[0].start, s[-1].end) for s in self.spans if s]
        first_and_last = [
            (text.sentence_at(w.start), text.sentence_at(max(0, w.end - 1))) for w in wholes
        ]
        numbers = {n for first, last in first_and_last for n in range(first, last + 1)}
        return [text[text.sentences[n]] for n in sorted(numbers)]


def find_unprinted(text: Text, words: str | None, *where: str | int) -> Iterator[Fault]:
    """Yield a fault if the text does not print these words; case is ignored, as in headlines."""
    if words is not None and fold(words).casefold() not in text.caseless:
        why = f"The text does not print {words!r}."
        what_to_do = "Copy it as printed, or write null if the text does not print it."
        yield hints.suggest_words(where, why, what_to_do, words, text.folded)


def _not_found(found: NotFound, quote: Quote) -> Fault:
    words = fold(quote.exact)
    if quote.kind is QuoteKind.DIRECT and words.strip("\"'") != words and not found.nearest:
        why = f"{words!r} includes its quotation marks."
        return Fault(
            ("exact",), why, "Leave the outer marks out: 'direct' says that they are there."
        )
    why = f"{found.words!r} {found.why}."
    marked = differences(found.words, found.nearest) if found.nearest else ""
    what_to_do = found.what_to_do or "Copy the words from the article. Do not retype them."
    return Fault(("exact",), why, what_to_do, found.nearest, marked)
