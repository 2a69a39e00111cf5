"""Prove one statement against its article's text: its quotes, and all that it gives as printed."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_corpus import cuts, hints, relay
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind, Sourcing
from knowledge.text.article_text import SHORT_DIRECT, Span, fold, pieces
from knowledge.text.locating import locate, stands_in
from knowledge.text.nearest_words import differences
from knowledge.text.quote_search import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Quote, Statement
    from knowledge.text.article_text import Text

_UNNAMED = "Neither 'attribution' nor 'refers_to' names the speaker, '{}'."
_NAME = "Copy the printed words that name the speaker. For a pronoun, say in 'refers_to' who it is."
_PRINTED = "Copy the words as the article prints them."
_CLAUSE = Fault(
    ("exact",),
    f"The quote has fewer than {SHORT_DIRECT} words.",
    "Add a narration: the clause that it is in.",
)


class NamesOf:
    """The printed words by which each speaker may be called in an attribution."""

    def __init__(self, corpus: Corpus) -> None:
        self._of: dict[str, set[str]] = {}
        for entry in (*corpus.people.values(), *corpus.organizations.values()):
            model = entry.model
            self._of[model.id] = {model.name, *model.aliases, *model.weak_aliases}
        tokens = Counter(t for e in corpus.people.values() for t in set(e.model.name.split()))
        for person in corpus.people.values():
            model = person.model
            self._of[model.id] |= {t for t in model.name.split() if tokens[t] == 1}
            for attested in (
                *model.descriptions,
                *(a for m in model.memberships for a in m.attested),
            ):
                self._of[model.id].add(attested.as_)

    def add(self, speaker: str, name: str) -> None:
        self._of.setdefault(speaker, set()).update({name, *name.split()})

    def of(self, speaker: str) -> set[str]:
        return self._of.get(speaker, set())


class StatementProof:
    """One statement against its article's text."""

    def __init__(self, text: Text, statement: Statement, names: NamesOf) -> None:
        self.text, self.statement, self.names = text, statement, names

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
        quotes = self.statement.quotes
        bare = all(q.kind is QuoteKind.NARRATION and not q.attribution for q in quotes)
        if self._who and quotes and bare:
            yield Fault(("quotes", 0, "attribution"), _UNNAMED.format(self._who), _NAME)
        yield from self._claims()

    def _quote(self, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
        whole = Span(spans[0].start, spans[-1].end)
        if (quote.start, quote.end) != whole:
            why = f"The quote is at {whole.start} to {whole.end} in the text."
            yield Fault(("start",), why, "Run 'stancebook check --fix'.")
        if quote.kind is QuoteKind.NARRATION:
            yield from cuts.faults(self.text, quote, spans)
        elif self._wants_clause(quote, whole):
            yield _CLAUSE
        yield from self._attribution(quote, whole)
        if hidden := self._hidden_relay(whole):
            yield hidden

    def _wants_clause(self, quote: Quote, whole: Span) -> bool:
        if len(quote.exact.split()) >= SHORT_DIRECT:
            return False
        others = zip(self.statement.quotes, self.found, strict=True)
        clauses = [found for q, found in others if q.kind is QuoteKind.NARRATION]
        # One that is misquoted may be the clause: its own fault is enough.
        return not any(isinstance(c, NotFound) or any(s.holds(whole) for s in c) for c in clauses)

    def _attribution(self, quote: Quote, whole: Span) -> Iterator[Fault]:
        near = self.text[self.text.around(whole)]
        if quote.attribution and not stands_in(quote.attribution, near):
            why = f"{quote.attribution!r} is not near the quote."
            yield hints.suggest_words(("attribution",), why, _NAME, quote.attribution, near)
        if quote.refers_to and not stands_in(quote.refers_to, self.text.folded):
            why, printed = f"{quote.refers_to!r} is not in the text.", self.text.folded
            yield hints.suggest_words(("refers_to",), why, _PRINTED, quote.refers_to, printed)
        if quote.attribution and not self._names_speaker(quote):
            yield Fault(("attribution",), _UNNAMED.format(self._who), _NAME)

    def _names_speaker(self, quote: Quote) -> bool:
        """Compare in any case: a sentence begins "The official", a name is in capitals."""
        if self._unknown:
            return True
        called = fold(f"{quote.attribution or ''} | {quote.refers_to or ''}").casefold()
        return any(stands_in(name.casefold(), called) for name in self._speaker_names())

    @property
    def _unknown(self) -> bool:
        """Return whether nothing that could be read has the speaker's id, which is told there."""
        speaker = self.statement.speaker
        return bool(speaker and speaker.id and not self.names.of(speaker.id))

    @property
    def _who(self) -> str | None:
        speaker = self.statement.speaker
        return (speaker.id or speaker.description) if speaker else None

    def _speaker_names(self) -> set[str]:
        speaker = self.statement.speaker
        if speaker is None:
            return set()
        own = {words for words in (speaker.as_, speaker.description) if words}
        return own | (self.names.of(speaker.id) if speaker.id else set())

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
        return Fault(
            ("exact",), why, "Set the sourcing to 'relayed', and say who relayed it in 'via'."
        )

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
