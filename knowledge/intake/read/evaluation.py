"""The evaluation of proposals: what would be drafted, compared with the curated corpus."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.speaker_names import NamesOf
from knowledge.corpus.folder import article_texts
from knowledge.corpus.model import QuoteKind
from knowledge.intake.read.candidate import find_place
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.parser import describe_use
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Quote, Statement
    from knowledge.intake.read.candidate import Candidate, QuotePlace

FOUND: Final = 0.95  # share of the curated quotes to be found
RIGHT: Final = 0.90  # share of those with the curated speaker
NARRATION: Final = QuoteKind.NARRATION


@dataclass
class Evaluation:
    """The counts by kind of quote, and every difference in words."""

    articles: int = 0
    curated: Counter[QuoteKind] = field(default_factory=Counter)
    proposed: Counter[QuoteKind] = field(default_factory=Counter)
    used: Counter[QuoteKind] = field(default_factory=Counter)
    found: Counter[QuoteKind] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    stances: int = 0
    parser: bool = True
    differences: list[str] = field(default_factory=list)

    @property
    def trusted(self) -> bool:
        return self.articles > 0 and self.recall >= FOUND and self.speakers >= RIGHT

    @property
    def figures(self) -> list[str]:
        """The figures in words, for a terminal."""
        if not self.articles:
            return ["None of the texts at hand has the fingerprint of an article of the corpus."]
        found, used, right = self.found.total(), self.used.total(), self.right
        kinds = [kind for kind in QuoteKind if self.curated[kind] or self.proposed[kind]]
        return [
            f"Articles whose text is at hand: {self.articles}",
            describe_use(wanted=self.parser),
            f"Curated quotes found (recall): {_percent(found, self.curated.total())}",
            *(f"  {kind}: {_percent(self.found[kind], self.curated[kind])}" for kind in kinds),
            f"  narration word for word: {_percent(right['slice'], self.curated[NARRATION])}",
            f"Proposals that are curated (precision): {_percent(used, self.proposed.total())}",
            *(f"  {kind}: {_percent(self.used[kind], self.proposed[kind])}" for kind in kinds),
            f"Found quotes with the right speaker: {_percent(right['speaker'], found)}",
            f"  with the right sourcing level: {_percent(right['sourcing'], found)}",
            f"  with the right holder: {_percent(right['holder'], found)}",
            f"  with a date that overlaps the curated one: {_percent(right['date'], found)}",
            f"Found quotes with a curated issue proposed: {_percent(right['issue'], self.stances)}",
        ]

    @property
    def recall(self) -> float:
        return _divide(self.found.total(), self.curated.total())

    @property
    def precision(self) -> float:
        return _divide(self.used.total(), self.proposed.total())

    @property
    def speakers(self) -> float:
        return _divide(self.right["speaker"], self.found.total())


def _divide(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _percent(part: int, whole: int) -> str:
    return f"{part} of {whole}, {100 * _divide(part, whole):.1f}%"


def evaluate(
    corpus: Corpus, articles: Path, *, nothing: bool = False, parser: bool = True
) -> Evaluation:
    """Compare candidates with the curated quotes.

    `nothing` leaves out every known name. The `parser` is used where it is installed.
    """
    raws = {Text(raw).fingerprint: raw for raw in article_texts(articles)}
    known = KnownNames.of(type(corpus)() if nothing else corpus)
    evaluation, names = Evaluation(parser=parser), NamesOf(corpus)
    for entry in corpus.articles.values():
        article = entry.model
        if article.fingerprint in raws:
            evaluation.articles += 1
            _evaluate_article(evaluation, article, raws[article.fingerprint], known, names)
    return evaluation


def _evaluate_article(
    evaluation: Evaluation, article: Article, raw: str, known: KnownNames, names: NamesOf
) -> None:
    found = find_candidates(
        raw, article.published, known, title=article.title, parser=evaluation.parser
    )
    made = [c for c in found if c.no_quote is None]
    proposed = _group_proposed(made)
    curated = _group_curated(article, Text(raw))
    evaluation.curated.update(place.kind for place in curated)
    evaluation.proposed.update(place.kind for place in proposed)
    evaluation.used.update(p.kind for p in proposed if any(p.includes(place) for place in curated))
    for place, statements in curated.items():
        fitting = [(p, c) for p, some in proposed.items() if p.includes(place) for c in some]
        if fitting:
            evaluation.found[place.kind] += 1
            evaluation.right["slice"] += place.kind is NARRATION and place in dict(fitting)
            _compare(evaluation, article, [c for _, c in fitting], statements, names)
        else:
            evaluation.differences.append(f"{article.id}: not found: {statements[0][1].exact!r}")
    spare = [
        c for p, some in proposed.items() if not any(p.includes(q) for q in curated) for c in some
    ]
    evaluation.differences += [f"{article.id}: not curated: {_read_words(c, raw)!r}" for c in spare]


def _read_words(made: Candidate, raw: str) -> str:
    return Text(raw)[made.quotation.words if made.quotation else made.whole]


def _group_proposed(made: Iterable[Candidate]) -> dict[QuotePlace, list[Candidate]]:
    """Return what would be drafted by place; a fragment between marks brings its clause."""
    found: dict[QuotePlace, list[Candidate]] = {}
    for candidate in made:
        for place in candidate.places:
            found.setdefault(place, []).append(candidate)
    return found


def _group_curated(article: Article, text: Text) -> dict[QuotePlace, list[tuple[Statement, Quote]]]:
    """Return the curated quotes by place; two statements may share one."""
    found: dict[QuotePlace, list[tuple[Statement, Quote]]] = {}
    for statement in article.served:
        for quote in statement.quotes:
            if place := find_place(text, quote):
                found.setdefault(place, []).append((statement, quote))
    return found


def _compare(
    evaluation: Evaluation,
    article: Article,
    fitting: list[Candidate],
    curated: list[tuple[Statement, Quote]],
    names: NamesOf,
) -> None:
    """Compare what is proposed about a quote with what a curator decided."""
    pairs = [(c, s) for c in fitting for s, _ in curated]
    right = next(((c, s) for c, s in pairs if _has_same_speaker(c, s, names)), None)
    candidate, statement = right or pairs[0]
    if right is None:
        proposed = candidate.speaker.key if candidate.speaker else "the outlet"
        wanted = statement.speaker
        called = (wanted.id or wanted.description) if wanted else "the outlet"
        words = curated[0][1].exact[:50]
        evaluation.differences.append(f"{article.id}: {words!r}: {proposed!r}, not {called!r}")
    said, issues = candidate.said, {stance.issue for s, _ in curated for stance in s.stances}
    evaluation.right.update(
        speaker=right is not None,
        sourcing=candidate.sourcing is statement.sourcing,
        date=bool(said and said.from_ <= statement.said.to and statement.said.from_ <= said.to),
        holder=candidate.holder in _list_holders([s for s, _ in curated]),
        issue=bool(issues & set(candidate.issues)),
    )
    evaluation.stances += bool(issues)


def _list_holders(statements: list[Statement]) -> set[str | None]:
    """Return the curated holders; of the outlet's own words, those of their stances."""
    found = {s.on_behalf_of for s in statements if s.speaker}
    return found | {
        stance.holder for s in statements if s.speaker is None for stance in s.stances
    } or {None}


def _has_same_speaker(candidate: Candidate, statement: Statement, names: NamesOf) -> bool:
    proposed, curated = candidate.speaker, statement.speaker
    if proposed is None or curated is None:
        return (proposed or curated) is None
    if curated.id is None:
        return _fold_name(proposed.description) == _fold_name(curated.description)
    if proposed.id:
        return curated.id in {proposed.id, *(party.id for party in proposed.jointly)}
    called = {_fold_name(name) for name in names.of(curated.id)}
    return _fold_name(proposed.name) in called


def _fold_name(words: str | None) -> str:
    return fold(words or "").casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")
