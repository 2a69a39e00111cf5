"""Build the knowledge base from a corpus: one SQLite file, complete or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from knowledge.check_corpus import integrity, namesakes
from knowledge.check_corpus.served_entries import choose_served
from knowledge.citations.answer_budget import count_words
from knowledge.citations.citation import Source, SourceRecord
from knowledge.citations.citing import cite_statements
from knowledge.citations.latest_position import list_latest_positions
from knowledge.citations.leadership import find_leaders, roll_up
from knowledge.citations.topics import topics, voices
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.atomic_file import replace_when_written
from knowledge.corpus.errors import CorpusError, Problem
from knowledge.corpus.model import Rights
from knowledge.corpus.partial_file import remove_abandoned
from knowledge.corpus.proof_key import proof_key
from knowledge.corpus.redirects import Redirects
from knowledge.kb.kb_seal import seal
from knowledge.kb.name_rows import name_rows
from knowledge.kb.quote_index import Printed, fill, write_bare
from knowledge.kb.schema import kb_digest, schema, schema_digest
from knowledge.kb.sqlite_errors import as_os_errors
from knowledge.kb.statement_index import fill_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.citations.citation import CitedQuote, CitedStatement
    from knowledge.citations.latest_position import LatestPosition
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Attestation, Issue, Model, Organization, Person


def build(folder: Path, target: Path, digest: str | None = None) -> str:
    """Write the kb of a corpus and return its digest; raise CorpusError and write nothing.

    `digest` is what the entries had when `target` was named after them.
    """
    digest = digest or kb_digest(folder)
    build_checked(_whole(folder, digest), target, digest)
    return digest


def build_checked(corpus: Corpus, target: Path, digest: str) -> None:
    """Write the kb of a corpus, without its drafts, that is known to hold."""
    remove_abandoned(target.parent)
    with replace_when_written(target) as partial, as_os_errors(target):
        _write(corpus, digest, partial)
        seal(partial)


def _whole(folder: Path, digest: str) -> Corpus:
    """Read a corpus that holds, and that nobody changed while it was read."""
    corpus, problems = entries.read(folder)
    corpus = choose_served(corpus)
    problems += integrity.problems(corpus)
    if not problems and kb_digest(folder) != digest:
        why = "The entries changed while they were read."
        problems = [Problem(str(folder), 1, "", why, "Build again.")]
    if problems:
        raise CorpusError(problems)
    return corpus


def _write(corpus: Corpus, digest: str, file: Path) -> None:
    cited = cite_statements(corpus)
    with closing(Database(_connect(file))) as database:
        # Nothing is to be rolled back: a file that is not finished is thrown away.
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        database.executescript(schema())
        with database.conn:
            for table, rows in _rows(corpus, cited, digest):
                database[table].insert_all(rows)  # type: ignore[union-attr]
            fill(database.conn, _printed(corpus))
            fill_index(database.conn, cited)
        database.execute("VACUUM")


def _connect(file: Path) -> sqlite3.Connection:
    """Connect without SQLite's own lock: on some systems it collides with the partial file's."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?nolock=1", uri=True)


def _rows(
    corpus: Corpus, cited: list[CitedStatement], digest: str
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield (
        "meta",
        [{"key": "digest", "value": digest}, {"key": "schema", "value": schema_digest()}],
    )
    yield "organization", [_organization(corpus, e.model) for e in corpus.organizations.values()]
    people = [_dated_person(corpus, e.model) for e in corpus.people.values()]
    labels = namesakes.labels(corpus, namesakes.shared_keys(corpus))
    yield "person", [{**_person(model), "label": labels.get(model.id)} for model in people]
    spoken = _spoken_as(cited)
    yield "post", [row for model in people for row in _posts(model, spoken[model.id])]
    yield "issue", [_issue(e.model) for e in corpus.issues.values()]
    yield "event", [{"id": e.model.id, "name": e.model.name} for e in corpus.events.values()]
    yield "name", list(name_rows(corpus))
    quoted = _quotes_by_article(cited)
    yield "article", [_article(e.model, quoted[e.model.id]) for e in corpus.articles.values()]
    yield "statement", [_statement(s) for s in cited]
    yield "former_id", list(_former_ids(corpus))
    yield "retired", [row for e in corpus.articles.values() for row in _retired(e.model)]
    articles = [entry.model for entry in corpus.articles.values()]
    yield "retired_quote", [row for one in articles for row in _retired_quotes(one)]
    yield "stance", [row for s in cited for row in _stances(s)]
    yield "latest_position", [_latest(p) for p in list_latest_positions(cited)]
    yield "voice", [_at(s, who=who) for s in cited for who in voices(s)]
    yield "about", [_at(s, issue=issue, who=who) for s in cited for issue, who in topics(s)]
    leaders = find_leaders(corpus)
    yield "led_body", [asdict(leader) for leader in leaders]
    yield "under_leader", [_at(s, leader=who) for who, s in roll_up(corpus, leaders, cited)]


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


def _dated_person(corpus: Corpus, model: Person) -> Person:
    memberships = [
        m.model_copy(update={"attested": _dated(corpus, m.attested)}) for m in model.memberships
    ]
    return model.model_copy(
        update={
            "memberships": tuple(memberships),
            "descriptions": _dated(corpus, model.descriptions),
        }
    )


def _person(model: Person) -> dict[str, Any]:
    return {"id": model.id, "name": model.name, "document": _json(model)}


def _spoken_as(cited: Iterable[CitedStatement]) -> dict[str, list[CitedStatement]]:
    """Return the statements of each person, which print a post for the day that they are of."""
    found: defaultdict[str, list[CitedStatement]] = defaultdict(list)
    for statement in cited:
        if statement.speaker and statement.speaker.id and statement.speaker.as_:
            found[statement.speaker.id].append(statement)
    return found


def _posts(model: Person, spoken: Iterable[CitedStatement]) -> Iterator[dict[str, Any]]:
    for held in model.memberships:
        words = {attested.as_ for attested in held.attested}
        then = [s for s in spoken if s.speaker and s.speaker.as_ in words]
        yield {
            "person": model.id,
            "title": held.title,
            "organization": held.organization,
            "since": held.start,
            "until": held.end,
            "printed": _printed_for(held.attested, then),
        }
    for description in model.descriptions:
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


def _printed(corpus: Corpus) -> Iterator[Printed]:
    """Yield every quote to be found by its words; of those not to be shown, none is kept."""
    for entry in corpus.articles.values():
        shown = entry.model.rights is not Rights.LINK_ONLY
        for statement in entry.model.served:
            for quote in statement.quotes:
                yield Printed(statement.id, quote.start or 0, quote.kind, quote.exact, shown)


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
        "document": _json(cited),
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
        "document": _json(position),
    }


def _json(model: Model) -> str:
    return model.model_dump_json(by_alias=True, exclude_defaults=True)
