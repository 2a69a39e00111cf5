"""Give an entry or a statement another id, wherever it is named; the old one leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.corpus.entry_ids import list_ids, replace_ids
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.model import Named
from knowledge.corpus.redirects import Redirects, rename_statements
from knowledge.upkeep.ids_named import (
    explain_unknown,
    find_entry,
    find_statement,
    list_statements,
    require_form,
    require_free_words,
    require_new_id,
)
from knowledge.upkeep.upkeep_desk import CorpusEdit

if TYPE_CHECKING:
    from knowledge.check_corpus.corpus_edit import AnyEntry
    from knowledge.corpus.corpus_reader import Corpus


def rename(corpus: Corpus, old: str, new: str) -> CorpusEdit:
    """Return the edit that gives an entry, or else a statement, a new id; raise UpkeepError."""
    if old == new:
        msg = f"'{old}' has this id already."
        raise UpkeepError(msg)
    if _has_entry(corpus, old):
        return _rename_entry(corpus, old, new)
    if not _has_statement(corpus, old):
        known = [entry.model.id for entry in corpus.entries()]
        known += [statement.id for _, statement in list_statements(corpus)]
        redirects = Redirects.of(corpus)
        former = {**redirects.entries, **redirects.statements}
        raise UpkeepError(explain_unknown("entry or statement", old, known, former))
    return _rename_statement(corpus, old, new)


def _has_entry(corpus: Corpus, name: str) -> bool:
    ids = {entry.model.id for entry in corpus.entries()}
    return name in ids or name in Redirects.of(corpus).entries


def _has_statement(corpus: Corpus, name: str) -> bool:
    return any(name in entry.model.statement_ids for entry in corpus.articles.values())


def _rename_entry(corpus: Corpus, old: str, new: str) -> CorpusEdit:
    model: AnyEntry = find_entry(corpus, old).model
    asked, old = old, model.id
    if new not in model.former_ids:  # else it takes back an id that it had
        require_new_id(corpus, new)
        if isinstance(model, Named):
            require_free_words(corpus, new, old)
    named = model.model_copy(update={"former_ids": add_former(model.former_ids, old, new=new)})
    others = [
        e.model for e in corpus.entries() if e.model is not model and old in list_ids(e.model)
    ]
    written = (
        EntryChange.of(replace_ids(one, {old: new}), tell_places(one, old, new))
        for one in (named, *others)
    )
    by_now = [f"'{asked}' has the id '{old}' by now."] if asked != old else []
    return CorpusEdit(
        (*by_now, f"'{old}' is '{new}' from now on; the old id leads to it."),
        (*written, EntryChange.of(model)._replace(model=None)),
    )


def tell_places(model: AnyEntry, old: str, new: str) -> str:
    """Return in how many places an entry names another one by its new id."""
    count = list(list_ids(model)).count(old)
    return f"names '{new}' in {count} {'place' if count == 1 else 'places'}"


def _rename_statement(corpus: Corpus, old: str, new: str) -> CorpusEdit:
    article, statement = find_statement(corpus, old)
    old = statement.id
    require_form(new)
    if new not in statement.former_ids and _has_statement(corpus, new):
        msg = f"There is a statement that has the id '{new}', or had it."
        raise UpkeepError(msg)
    former = add_former(statement.former_ids, old, new=new)
    kept = tuple(
        s.model_copy(update={"former_ids": former}) if s.id == old else s
        for s in article.statements
    )
    renamed = rename_statements(article.model_copy(update={"statements": kept}), {old: new})
    told = f"The statement '{old}' is '{new}' from now on; citations of the old id lead to it."
    return CorpusEdit((told,), (EntryChange.of(renamed),))


def add_former(former: tuple[str, ...], *old: str, new: str) -> tuple[str, ...]:
    """Return the ids that something had, with further ones, and without the one it gets."""
    return tuple(dict.fromkeys(name for name in (*former, *old) if name != new))
