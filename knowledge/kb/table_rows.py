"""The rows of the kb's tables, made of entries and of the statements as they are cited."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import namesakes
from knowledge.citations.answer_budget import count_words
from knowledge.citations.citation import Source, SourceRecord
from knowledge.citations.leadership import roll_up
from knowledge.citations.topics import topics, voices
from knowledge.corpus.model import Rights
from knowledge.corpus.proof_key import proof_key
from knowledge.corpus.redirects import Redirects
from knowledge.kb.name_rows import name_rows
from knowledge.kb.quote_index import Printed, write_bare
from knowledge.kb.schema import schema_digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations.citation import CitedQuote, CitedStatement
    from knowledge.citations.latest_position import LatestPosition
    from knowledge.citations.led_body import LedBody
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Attestation, Issue, Model, Organization, Person

Rows = tuple[str, list[dict[str, Any]]]


def write_rows(connection: sqlite3.Connection, tables: Iterable[Rows]) -> None:
    """Write rows into the tables of a kb; those of one table have the same columns."""
    for table, rows in tables:
        if not rows:
            continue
        columns = list(rows[0])
        marks = ", ".join(f":{column}" for column in columns)
        query = f"INSERT INTO main.{table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 (ours)
        connection.executemany(query, rows)


def make_corpus_rows(corpus: Corpus, digest: str) -> Iterator[Rows]:
    """Yield the rows that tell what the kb is of, and what was withdrawn or had another id."""
    yield (
        "meta",
        [{"key": "digest", "value": digest}, {"key": "schema", "value": schema_digest()}],
    )
    yield "made_of", [{"file": e.file, "digest": e.digest} for e in corpus.entries()]
    articles = [entry.model for entry in corpus.articles.values()]
    yield "former_id", list(_former_ids(corpus))
    yield "retired", [row for one in articles for row in _retired(one)]
    yield "retired_quote", [row for one in articles for row in _retired_quotes(one)]


def make_entry_rows(
    corpus: Corpus, leaders: Iterable[LedBody], cited: Iterable[CitedStatement]
) -> Iterator[Rows]:
    """Yield the rows of all entries that are not articles'."""
    yield "organization", [_organization(corpus, e.model) for e in corpus.organizations.values()]
    people = [e.model for e in corpus.people.values()]
    labels = namesakes.labels(corpus, namesakes.shared_keys(corpus))
    yield "person", [{**make_person(corpus, p), "label": labels.get(p.id)} for p in people]
    spoken = _spoken_as(cited)
    yield "post", [row for p in people for row in make_posts(corpus, p, spoken[p.id])]
    yield "issue", [_issue(e.model) for e in corpus.issues.values()]
    yield "event", [{"id": e.model.id, "name": e.model.name} for e in corpus.events.values()]
    yield "name", list(name_rows(corpus))
    yield "led_body", [asdict(leader) for leader in leaders]


def make_statement_rows(
    corpus: Corpus, leaders: Sequence[LedBody], cited: Sequence[CitedStatement]
) -> Iterator[Rows]:
    """Yield the rows of statements."""
    yield "statement", [_statement(s) for s in cited]
    yield "stance", [row for s in cited for row in _stances(s)]
    yield "voice", [_at(s, who=who) for s in cited for who in voices(s)]
    yield "about", [_at(s, issue=issue, who=who) for s in cited for issue, who in topics(s)]
    yield "under_leader", [_at(s, leader=who) for who, s in roll_up(corpus, leaders, cited)]


def make_article_rows(articles: Iterable[Article], cited: Iterable[CitedStatement]) -> Rows:
    """Return the rows of articles, of which all statements are given."""
    quoted = _quotes_by_article(cited)
    return "article", [_article(article, quoted[article.id]) for article in articles]


def make_position_rows(positions: Iterable[LatestPosition]) -> Rows:
    """Return the rows of latest positions."""
    return "latest_position", [_latest(position) for position in positions]


def list_printed(article: Article) -> Iterator[Printed]:
    """Yield an article's quotes, to be found by their words; none is kept that is not shown."""
    shown = article.rights is not Rights.LINK_ONLY
    for statement in article.served:
        for quote in statement.quotes:
            yield Printed(statement.id, quote.start or 0, quote.kind, quote.exact, shown)


def _at(cited: CitedStatement, **row: str) -> dict[str, Any]:
    return {**row, "place": cited.place, "statement": cited.id}


def _organization(corpus: Corpus, model: Organization) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name,
        "classification": model.classification,
        "state": corpus.state_of(model.id),
        "parent": model.parent,
    }


def make_person(corpus: Corpus, model: Person) -> dict[str, Any]:
    """Return somebody's row, every attestation dated, without what tells namesakes apart."""
    memberships = [
        m.model_copy(update={"attested": _dated(corpus, m.attested)}) for m in model.memberships
    ]
    descriptions = _dated(corpus, model.descriptions)
    dated = model.model_copy(
        update={"memberships": tuple(memberships), "descriptions": descriptions}
    )
    return {"id": model.id, "name": model.name, "document": _json(dated)}


def _spoken_as(cited: Iterable[CitedStatement]) -> dict[str, list[CitedStatement]]:
    """Return the statements of each person, which print a post for the day that they are of."""
    found: defaultdict[str, list[CitedStatement]] = defaultdict(list)
    for statement in cited:
        if statement.speaker and statement.speaker.id and statement.speaker.as_:
            found[statement.speaker.id].append(statement)
    return found


def make_posts(
    corpus: Corpus, model: Person, spoken: Iterable[CitedStatement]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of somebody's posts and descriptions; `spoken` is what they said."""
    for held in model.memberships:
        words = {attested.as_ for attested in held.attested}
        then = [s for s in spoken if s.speaker and s.speaker.as_ in words]
        yield {
            "person": model.id,
            "title": held.title,
            "organization": held.organization,
            "since": held.start,
            "until": held.end,
            "printed": _printed_for(_dated(corpus, held.attested), then),
        }
    for description in _dated(corpus, model.descriptions):
        row = dict.fromkeys(("title", "organization", "since", "until"))
        yield {"person": model.id, **row, "printed": _printed_for([description])}


def _printed_for(attested: Iterable[Attestation], spoken: Iterable[CitedStatement] = ()) -> str:
    """Return as JSON what articles print for somebody, each with its article and days."""
    rows = [[a.as_, a.article, str(a.date.from_), str(a.date.to)] for a in attested if a.date]
    for said in spoken:
        as_ = said.speaker.as_ if said.speaker else None
        rows.append([str(as_), said.article.id, str(said.said.from_), str(said.said.to)])
    return json.dumps(rows, ensure_ascii=False)


def _dated(corpus: Corpus, attested: Iterable[Attestation]) -> tuple[Attestation, ...]:
    return tuple(
        a.model_copy(update={"date": a.date or corpus.articles[a.article].model.published})
        for a in attested
    )


def _issue(model: Issue) -> dict[str, Any]:
    return {"id": model.id, "name": model.name, "parent": model.parent, "document": _json(model)}


def _quotes_by_article(cited: Iterable[CitedStatement]) -> dict[str, list[CitedQuote]]:
    quotes: dict[str, list[CitedQuote]] = defaultdict(list)
    for statement in cited:
        quotes[statement.article.id] += statement.quotes
    return quotes


def _article(model: Article, quotes: Iterable[CitedQuote]) -> dict[str, Any]:
    source = Source(**{name: getattr(model, name) for name in Source.model_fields})
    record = SourceRecord(
        source=source,
        words=model.words,
        quoted_words=count_words(quotes),
        link_only=model.rights is Rights.LINK_ONLY,
        curator=model.curator,
        note=model.note,
    )
    return {
        "id": model.id,
        "fingerprint": model.fingerprint,
        "shown": not record.link_only,
        "newest": model.published.to.toordinal(),
        "proof_key": proof_key(model),
        "document": _json(source),
        "record": _json(record),
    }


def _former_ids(corpus: Corpus) -> Iterator[dict[str, Any]]:
    redirects = Redirects.of(corpus)
    for kind, found in (("entry", redirects.entries), ("statement", redirects.statements)):
        yield from ({"former": old, "kind": kind, "id": name} for old, name in found.items())


def _retired(article: Article) -> Iterator[dict[str, Any]]:
    for gone in article.retired:
        row = {"day": str(gone.day), "why": gone.why}
        yield {"statement": gone.statement.id, "article": article.id, **row}


def _retired_quotes(article: Article) -> Iterator[dict[str, Any]]:
    for statement in (gone.statement for gone in article.retired):
        for words in {write_bare(quote.exact) for quote in statement.quotes}:
            yield {"statement": statement.id, "words": words}


def _statement(cited: CitedStatement) -> dict[str, Any]:
    return {
        "id": cited.id,
        "article": cited.article.id,
        "speaker": cited.speaker.id if cited.speaker else None,
        "place": cited.place,
        "unplaced": _json(cited, exclude={"place"}),
    }


def _stances(cited: CitedStatement) -> Iterator[dict[str, Any]]:
    for stance in cited.stances:
        yield {
            "holder": stance.holder,
            "issue": stance.issue,
            "place": cited.place,
            "statement": cited.id,
            "value": stance.value,
            "basis": stance.basis,
            "said_from": str(cited.said.from_),
            "said_to": str(cited.said.to),
        }


def _latest(position: LatestPosition) -> dict[str, Any]:
    return {
        "holder": position.holder,
        "issue": position.issue,
        "value": position.value,
        "latest_from": str(position.latest_from),
        "place": position.place,
        "settled_by": str(position.settled_by),
        "unplaced": _json(position, exclude={"place"}),
    }


def _json(model: Model, exclude: set[str] | None = None) -> str:
    return model.model_dump_json(by_alias=True, exclude_defaults=True, exclude=exclude)
