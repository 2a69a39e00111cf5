"""Turn entries into citations: each statement with its speaker, post, clause and source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.citations.citation import (
    LINK_ONLY,
    UNQUOTED,
    CitedQuote,
    CitedSpeaker,
    CitedStance,
    CitedStatement,
    Source,
)
from knowledge.citations.leadership import find_leaders, find_named_leader
from knowledge.corpus.model import Basis, Kind, QuoteKind, Rights, Sourcing
from knowledge.text.article_text import SHORT_DIRECT, fold, pieces

if TYPE_CHECKING:
    from datetime import date

    from knowledge.citations.led_body import LedBody
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Quote, Speaker, Stance, Statement

_MADE_ANEW = {"draft", "printed_in", "former_ids", "speaker", "quotes", "stances"}
_BASIS_ORDER = list(Basis)  # on one day the declared stance leads


class PlacedStatement(NamedTuple):
    """A statement of an article, and its place among all, newest first."""

    place: int
    article: Article
    statement: Statement


def cite_statements(corpus: Corpus) -> list[CitedStatement]:
    """Return every statement of the corpus as the reader gets it, the newest first; no draft."""
    leaders = find_leaders(corpus)
    return [cite_statement(corpus, leaders, placed) for placed in place_statements(corpus)]


def place_statements(corpus: Corpus) -> list[PlacedStatement]:
    """Return every statement that is served with its place among all, the newest first."""
    articles = [entry.model for entry in corpus.articles.values()]
    found = [(a, s) for a in articles for s in a.served]
    found.sort(key=lambda pair: _newest_first(*pair))
    return [PlacedStatement(place, *pair) for place, pair in enumerate(found)]


def cite_statement(
    corpus: Corpus, leaders: list[LedBody], placed: PlacedStatement
) -> CitedStatement:
    """Return a statement as the reader gets it."""
    cited = _cite(corpus, placed.article, placed.statement, placed.place)
    return _with_leader(corpus, leaders, cited)


def _with_leader(
    corpus: Corpus, leaders: list[LedBody], statement: CitedStatement
) -> CitedStatement:
    """Say whose administration or office an article calls a body."""
    speaker = statement.speaker
    if speaker is None or speaker.id not in corpus.organizations or not speaker.as_:
        return statement
    leader = find_named_leader(corpus, leaders, speaker.id, speaker.as_)
    named = speaker.model_copy(update={"under": leader})
    return statement.model_copy(update={"speaker": named})


def _newest_first(article: Article, statement: Statement) -> tuple[int, int, bool, int, str]:
    """Return the key that sorts statements: by the first day they can be of, then the last.

    A statement of some day in years is not newer than one of a day among them.
    """
    first, last = _ranked_as_of(article, statement)
    rank = min((_BASIS_ORDER.index(s.basis) for s in statement.stances), default=len(Basis))
    is_account = statement.sourcing is Sourcing.OUTLET
    return -first.toordinal(), -last.toordinal(), is_account, rank, statement.id


def _ranked_as_of(article: Article, statement: Statement) -> tuple[date, date]:
    """Return the days of a statement.

    An outlet's account without a day of its own is not newer than the speech on the same issue
    that the same article reports.
    """
    own = statement.said.from_, statement.said.to
    if statement.sourcing is not Sourcing.OUTLET or own[0] == own[1]:
        return own
    pairs = _pairs(statement)
    speeches = [
        (s.said.from_, s.said.to)
        for s in article.served
        if s.sourcing is not Sourcing.OUTLET and pairs & _pairs(s)
    ]
    return min(own, max(speeches, default=own))


def _pairs(statement: Statement) -> set[tuple[str, str]]:
    return {(stance.holder, stance.issue) for stance in statement.stances}


def _cite(corpus: Corpus, article: Article, statement: Statement, place: int) -> CitedStatement:
    shown = article.rights is not Rights.LINK_ONLY
    return CitedStatement(
        place=place,
        **statement.model_dump(exclude=_MADE_ANEW),
        speaker=_speaker(corpus, article, statement),
        stances=tuple(_stance(s, shown=shown) for s in statement.stances),
        quotes=tuple(_quote(statement, q) for q in statement.quotes) if shown else (),
        withheld_reason=_why_no_words(statement, shown=shown),
        article=Source(**{name: getattr(article, name) for name in Source.model_fields}),
    )


def _why_no_words(statement: Statement, *, shown: bool) -> str | None:
    if not shown:
        return LINK_ONLY
    return None if statement.quotes else UNQUOTED


def _stance(stance: Stance, *, shown: bool) -> CitedStance:
    """Cite a stance; its condition is words of the article too."""
    printed = {} if shown else {"condition": None, "object": None}
    return CitedStance(**{**stance.model_dump(), **printed})


def _speaker(corpus: Corpus, article: Article, statement: Statement) -> CitedSpeaker | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    named = corpus.people.get(speaker.id or "") or corpus.organizations.get(speaker.id or "")
    return CitedSpeaker(
        id=speaker.id,
        name=named.model.name if named else None,
        kind=_kind(corpus, speaker.id),
        description=speaker.description,
        as_=speaker.as_ or _post_certainly_held(corpus, article, speaker.id),
        of=speaker.of or _organization(corpus, article, speaker),
    )


def _organization(corpus: Corpus, article: Article, speaker: Speaker) -> str | None:
    """Return the organization of the post that the article gives a person with these words."""
    entry = corpus.people.get(speaker.id or "")
    posts = entry.model.memberships if entry else ()
    given = [(a.as_, m.organization) for m in posts for a in m.attested if a.article == article.id]
    as_printed = {o for as_, o in given if speaker.as_ in {None, as_}} or {o for _, o in given}
    return as_printed.pop() if len(as_printed) == 1 else None


def _kind(corpus: Corpus, speaker: str | None) -> Kind | None:
    if speaker is None:
        return None
    return Kind.PERSON if speaker in corpus.people else Kind.ORGANIZATION


def _post_certainly_held(corpus: Corpus, article: Article, person: str | None) -> str | None:
    """Return the printed title of the one post that this article attests."""
    entry = corpus.people.get(person or "")
    if entry is None:
        return None
    attested = [
        a.as_ for m in entry.model.memberships for a in m.attested if a.article == article.id
    ]
    return attested[0] if len(attested) == 1 else None


def _quote(statement: Statement, quote: Quote) -> CitedQuote:
    return CitedQuote(
        exact=quote.exact,
        kind=quote.kind,
        attribution=quote.attribution,
        refers_to=quote.refers_to,
        context=_context(statement, quote),
        start=quote.start or 0,
        end=quote.end or 0,
        words=sum(len(run.split()) for run in pieces(quote.exact)),
    )


def _context(statement: Statement, quote: Quote) -> str | None:
    """Return the clause that a direct quote of few words stands in."""
    if quote.kind is not QuoteKind.DIRECT or len(quote.exact.split()) >= SHORT_DIRECT:
        return None
    words = fold(quote.exact)
    clauses = [q for q in statement.quotes if q.kind is QuoteKind.NARRATION and _around(q, quote)]
    return next((clause.exact for clause in clauses if words in fold(clause.exact)), None)


def _around(clause: Quote, quote: Quote) -> bool:
    if None in {clause.start, clause.end, quote.start, quote.end}:
        return True
    return (clause.start or 0) <= (quote.start or 0) <= (quote.end or 0) <= (clause.end or 0)
