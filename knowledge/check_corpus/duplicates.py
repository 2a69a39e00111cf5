"""Find what a corpus has twice: ids, names, texts and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.namesakes import are_namesakes, name_key
from knowledge.corpus.errors import Fault
from knowledge.text import article_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Location, Problem
    from knowledge.corpus.model import Article, Named, Statement

_RENAME = "Give one of them another id."
_WEAK = "Make it weak in both, or remove it from one."
_LEADS_HERE = "Remove it here, or there."
_APART = "Give one of them another name."


def problems(corpus: Corpus) -> Iterator[Problem]:
    yield from problems_between(corpus)
    for entry in corpus.articles.values():
        yield from map(entry.problem, faults(entry.model))


def problems_between(corpus: Corpus, made: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what two entries have, and only one may.

    A name is told of the entry with an id in `made`, that is perhaps only to be: it takes the name.
    """
    yield from _names(corpus, made)
    yield from _ids(corpus)
    yield from _statement_ids(corpus)
    yield from _texts(corpus)


def faults(article: Article) -> Iterator[Fault]:
    """Yield what one article's entry has twice."""
    for i, statement in enumerate(article.statements):
        yield from (fault.within("statements", i) for fault in _quotes(statement))


def _names(corpus: Corpus, made: Collection[str]) -> Iterator[Problem]:
    """Find strong names that answer for two things; a weak one may be shared."""
    claimed: dict[str, str] = {}
    for entry in sorted(corpus.named(), key=lambda entry: entry.model.id in made):
        model = entry.model
        for where, name in [
            (("id",), model.id),
            (("name",), model.name),
            *((("aliases", i), alias) for i, alias in enumerate(model.aliases)),
            *((("former_ids", i), former) for i, former in enumerate(model.former_ids)),
        ]:
            key = name_key(name)
            owner = claimed.setdefault(key, model.id)
            if not key:
                why = f"Nothing is left of the name {name!r} after folding."
                yield entry.problem(Fault(where, why, "Remove it, or write it in letters."))
            elif owner != model.id and not are_namesakes(corpus, owner, model.id):
                why = f"The name {name!r} belongs to '{owner}' too."
                yield entry.problem(Fault(where, why, _what_to_do(corpus, where[0], owner, model)))


def _what_to_do(corpus: Corpus, field: str | int, owner: str, model: Named) -> str:
    what_to_do = _WEAK if field == "aliases" else _APART
    if not {owner, model.id} <= corpus.people.keys():
        return what_to_do
    return f"{what_to_do} If they are two people, write 'different_from: [{owner}]'."


def _ids(corpus: Corpus) -> Iterator[Problem]:
    """Find ids of two entries, of whatever kind; one that an entry had before leads there alone."""
    owners: dict[str, str] = {}
    for entry in corpus.entries():
        if (file := owners.setdefault(entry.model.id, entry.file)) != entry.file:
            yield entry.problem(Fault(("id",), f"{file} has this id too.", _RENAME))
    for entry in corpus.entries():
        for i, former in enumerate(entry.model.former_ids):
            if (file := owners.setdefault(former, entry.file)) != entry.file:
                why = f"{file} has the id {former!r}, or had it."
                yield entry.problem(Fault(("former_ids", i), why, _LEADS_HERE))


def _statement_ids(corpus: Corpus) -> Iterator[Problem]:
    """Find ids of two statements, which each has or had: answers cite them."""
    cited: dict[str, str] = {}
    held = [(e, *found) for e in corpus.articles.values() for found in _list_statements(e.model)]
    for article, where, statement in held:
        if first := _find_other(cited, statement.id, article, where):
            why = f"{first} has this id too."
            yield article.problem(Fault((*where, "id"), why, _RENAME))
    for article, where, statement in held:
        for i, former in enumerate(statement.former_ids):
            if first := _find_other(cited, former, article, where):
                why = f"{first} has the id {former!r}, or had it."
                yield article.problem(Fault((*where, "former_ids", i), why, _LEADS_HERE))


def _find_other(
    cited: dict[str, str], name: str, article: Entry[Article], where: Location
) -> str | None:
    """Return the statement that has an id already, if it is another."""
    place = f"{article.file} {'.'.join(map(str, where[:2]))}"
    first = cited.setdefault(name, place)
    return first if first != place else None


def _list_statements(article: Article) -> Iterator[tuple[Location, Statement]]:
    """Yield an article's statements and where they stand, retired ones last."""
    yield from ((("statements", i), s) for i, s in enumerate(article.statements))
    yield from ((("retired", i, "statement"), r.statement) for i, r in enumerate(article.retired))


def _texts(corpus: Corpus) -> Iterator[Problem]:
    """Find one text under two articles, each of which would be quoted up to its budget."""
    owners: dict[str, str] = {}
    for entry in corpus.articles.values():
        fields = [
            (("fingerprint",), entry.model.fingerprint),
            *((("earlier", i), earlier) for i, earlier in enumerate(entry.model.earlier)),
        ]
        for where, fingerprint in fields:
            if (file := owners.setdefault(fingerprint, entry.file)) != entry.file:
                why = f"{file} has this fingerprint too."
                what_to_do = "Move the statements into one of the two files, and remove the other."
                yield entry.problem(Fault(where, why, what_to_do))


def _quotes(statement: Statement) -> Iterator[Fault]:
    first: dict[tuple[object, ...], int] = {}
    for i, quote in enumerate(statement.quotes):
        key = (quote.kind, article_text.fold(quote.exact), quote.start, quote.end)
        if (place := first.setdefault(key, i)) != i:
            why = f"This repeats quotes.{place}."
            yield Fault(("quotes", i), why, "Remove one of them, and count 'grounds' again.")
