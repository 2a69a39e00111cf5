"""How far candidates can be trusted: precision and recall against the curated corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from knowledge.claims import Names
from knowledge.intake.candidates import candidates
from knowledge.intake.known import Known
from knowledge.model import QuoteKind
from knowledge.quoting import Span, Text, fold

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.corpus import Corpus
    from knowledge.intake.candidates import Candidate
    from knowledge.model import Article, Quote, Statement

FOUND: Final = 0.95  # of the curated direct quotes
RIGHT: Final = 0.90  # of those, with the curated speaker


@dataclass
class Evaluation:
    """The counts, and every difference in words."""

    articles: int = 0
    curated: int = 0
    proposed: int = 0
    found: int = 0
    right_speaker: int = 0
    right_sourcing: int = 0
    right_date: int = 0
    right_holder: int = 0
    stances: int = 0
    right_issue: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def trusted(self) -> bool:
        return self.articles > 0 and self.recall >= FOUND and self.speakers >= RIGHT

    @property
    def figures(self) -> list[str]:
        """Return the figures in words, for a terminal."""
        if not self.articles:
            return ["no text at hand has the fingerprint of an article of the corpus"]
        found = self.found
        return [
            f"articles whose text is at hand: {self.articles}",
            f"curated direct quotes found: {_share(found, self.curated)} (recall)",
            f"proposed quotes that are curated: {_share(found, self.proposed)} (precision)",
            f"of those found, right speaker: {_share(self.right_speaker, found)}",
            f"right sourcing level: {_share(self.right_sourcing, found)}",
            f"right holder: {_share(self.right_holder, found)}",
            f"date overlaps the curated one: {_share(self.right_date, found)}",
            f"a curated issue among those proposed: {_share(self.right_issue, self.stances)}",
        ]

    @property
    def recall(self) -> float:
        return self.found / self.curated if self.curated else 1.0

    @property
    def precision(self) -> float:
        return self.found / self.proposed if self.proposed else 1.0

    @property
    def speakers(self) -> float:
        return self.right_speaker / self.found if self.found else 1.0


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {100 * part / whole if whole else 100:.1f} %"


def evaluate(corpus: Corpus, articles: Path, *, nothing: bool = False) -> Evaluation:
    """Hold candidates against the curated direct quotes; with `nothing`, without any known name."""
    texts = [
        f.read_text(encoding="utf-8", errors="replace") for f in sorted(articles.glob("*.txt"))
    ]
    raws = {Text(raw).fingerprint: raw for raw in texts}
    known = Known.of(type(corpus)() if nothing else corpus)
    told, names = Evaluation(), Names(corpus)
    for entry in corpus.articles.values():
        article = entry.model
        if article.fingerprint in raws:
            told.articles += 1
            _article(told, article, raws[article.fingerprint], known, names)
    return told


def _article(told: Evaluation, article: Article, raw: str, known: Known, names: Names) -> None:
    made = [c for c in candidates(raw, article.published, known) if c.no_quote is None]
    by_span = {c.quotation.words: c for c in made}
    curated = _curated(article)
    told.curated += len(curated)
    told.proposed += len(made)
    for span, statements in curated.items():
        if candidate := by_span.pop(span, None):
            told.found += 1
            _compare(told, article, candidate, statements, names)
        else:
            told.differences.append(f"{article.id}: not found: {statements[0][1].exact!r}")
    told.differences += [f"{article.id}: not curated: {c.exact!r}" for c in by_span.values()]


def _curated(article: Article) -> dict[Span, list[tuple[Statement, Quote]]]:
    """Return the curated direct quotes by place; two statements may share one."""
    found: dict[Span, list[tuple[Statement, Quote]]] = {}
    for statement in article.statements:
        for quote in statement.quotes:
            if quote.kind is QuoteKind.DIRECT and not statement.draft:
                span = Span(quote.start or 0, quote.end or 0)
                found.setdefault(span, []).append((statement, quote))
    return found


def _compare(
    told: Evaluation,
    article: Article,
    candidate: Candidate,
    curated: list[tuple[Statement, Quote]],
    names: Names,
) -> None:
    statements = [s for s, _ in curated]
    right = [s for s in statements if _same_speaker(candidate, s, names)]
    told.right_speaker += bool(right)
    first = statements[0]
    if not right:
        proposed = candidate.speaker.key if candidate.speaker else "nobody"
        wanted = first.speaker.id or first.speaker.description if first.speaker else None
        told.differences.append(
            f"{article.id}: {candidate.exact[:50]!r}: {proposed!r}, not {wanted!r}"
        )
    told.right_sourcing += candidate.sourcing is first.sourcing
    said = candidate.said
    told.right_date += bool(said and said.from_ <= first.said.to and first.said.from_ <= said.to)
    told.right_holder += candidate.holder in {s.on_behalf_of for s in statements}
    wanted_issues = {stance.issue for s in statements for stance in s.stances}
    told.stances += bool(wanted_issues)
    told.right_issue += bool(wanted_issues & set(candidate.issues))


def _same_speaker(candidate: Candidate, statement: Statement, names: Names) -> bool:
    proposed, curated = candidate.speaker, statement.speaker
    if proposed is None or curated is None:
        return False
    if curated.id is None:
        return _plain(proposed.description) == _plain(curated.description)
    if proposed.id:
        return curated.id == proposed.id or curated.id in proposed.jointly
    called = {_plain(name) for name in names.of(curated.id)}
    return _plain(proposed.name) in called


def _plain(words: str | None) -> str:
    return fold(words or "").casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")
