"""Which entry or statement a curator means by an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.check_corpus.hints import suggest_id
from knowledge.check_corpus.namesakes import name_key
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.fields import is_id
from knowledge.corpus.model import Issue, Kind
from knowledge.corpus.redirects import Redirects
from knowledge.kb.name_rows import name_rows
from knowledge.names.resolution import Name
from knowledge.names.resolver import Names
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.model import Article, Named, Statement


def find_entry(corpus: Corpus, name: str) -> Entry[Any]:
    """Return the entry that has an id, or had it; raise UpkeepError if none has."""
    former = Redirects.of(corpus).entries
    name = former.get(name, name)
    entries = {entry.model.id: entry for entry in corpus.entries()}
    if name not in entries:
        raise UpkeepError(explain_unknown("entry", name, entries, former))
    return entries[name]


def find_statement(corpus: Corpus, name: str) -> tuple[Article, Statement]:
    """Return a statement by an id that it has or had, with its article; raise UpkeepError."""
    former = Redirects.of(corpus).statements
    name = former.get(name, name)
    by_id = {statement.id: (article, statement) for article, statement in list_statements(corpus)}
    if name not in by_id:
        raise UpkeepError(explain_unknown("statement", name, by_id, former))
    return by_id[name]


def list_statements(corpus: Corpus) -> Iterator[tuple[Article, Statement]]:
    """Yield every statement that is not retired, with its article."""
    for entry in corpus.articles.values():
        yield from ((entry.model, statement) for statement in entry.model.statements)


def require_new_id(corpus: Corpus, name: str) -> None:
    """Raise UpkeepError unless an id has its form, and no entry has it or had it."""
    require_form(name)
    owner = Redirects.of(corpus).entries.get(name)
    if owner:
        msg = f"'{name}' is an id that '{owner}' had before, and still leads to it."
        raise UpkeepError(msg)
    if any(entry.model.id == name for entry in corpus.entries()):
        msg = f"There is an entry '{name}' already. 'stancebook merge' makes one of two."
        raise UpkeepError(msg)


def require_free_words(corpus: Corpus, name: str, own: str) -> None:
    """Raise UpkeepError if the words of an id ask for another entry, or are what it is called.

    An id answers alone, so that it would take over what a weak alias or a short name answers.
    """
    key = name_key(name)
    for model in (entry.model for entry in corpus.named()):
        taken = (words for words in _list_lesser_names(model) if name_key(words) == key)
        if model.id != own and (words := next(taken, None)):
            msg = (
                f"'{words}' is a name of '{model.id}', whose questions the id '{name}' would take. "
                f"Choose another id, or remove '{words}' from '{model.id}' first."
            )
            raise UpkeepError(msg)
    if answering := _find_answering(corpus, name, own):
        msg = (
            f"'{answering.text}' asks for '{answering.target}', whose questions the id '{name}' "
            "would take. Choose a longer id."
        )
        raise UpkeepError(msg)


def _find_answering(corpus: Corpus, name: str, own: str) -> Name | None:
    """Return what the words of an id ask for now by part of a name: a surname, or a given name."""
    names = Names(map(_read_row, (row for row in name_rows(corpus) if row["target"] != own)))
    words = [token.folded for token in tokenize(name)]
    found = names.exact(words) or (names.alone(words[0]) if len(words) == 1 else ())
    return next((each for each in found if each.weak), None)


def _read_row(row: Mapping[str, Any]) -> Name:
    flags = (bool(row[flag]) for flag in ("weak", "preferred", "generated"))
    return Name(row["text"], row["target"], Kind(row["kind"]), *flags)


def _list_lesser_names(model: Named) -> Iterator[str]:
    """Yield the names that the check lets another entry have, too."""
    yield from model.weak_aliases
    if isinstance(model, Issue) and model.short:
        yield model.short


def require_form(name: str) -> None:
    """Raise UpkeepError unless a text can be an id."""
    if not is_id(name):
        msg = f"'{name}' is not an id. Write lowercase words joined by hyphens."
        raise UpkeepError(msg)


def explain_unknown(kind: str, name: str, known: Iterable[str], former: Mapping[str, str]) -> str:
    """Return that nothing has an id, and the nearest one that something has, or had before."""
    nearest = suggest_id((), "", "", name, [*known, *former]).nearest
    now = former.get(nearest or "")
    by_now = f", which is '{now}' now" if now else ""
    hint = f" Did you mean '{nearest}'{by_now}?" if nearest else ""
    return f"There is no {kind} '{name}'.{hint}"
