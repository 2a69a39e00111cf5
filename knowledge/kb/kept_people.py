"""The people of an earlier kb, their names and posts, with what changed since."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import namesakes
from knowledge.check_corpus.related_names import list_attestations
from knowledge.kb.name_rows import name_rows
from knowledge.kb.table_rows import make_person, make_posts, write_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator, Sequence

    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.corpus_reader import Corpus

    ReadSpoken = Callable[[str], Sequence[CitedStatement]]

_POST = ("person", "title", "organization", "since", "until", "printed")
_SPEAK = "SELECT speaker FROM changed CROSS JOIN {}.statement USING (article)"


def write_people(
    connection: sqlite3.Connection, corpus: Corpus, changed: Collection[str], spoken: ReadSpoken
) -> None:
    """Write the tables of people, of whom some `changed`; `spoken` reads what one of them said.

    The statements are there already, and the articles that changed, in the table `changed`.
    """
    anew = _find_concerned(connection, corpus) | (corpus.people.keys() & changed)
    write_rows(connection, [("post", list(_list_posts(connection, corpus, anew, spoken)))])
    labels = _write_names(connection, corpus, changed)
    people = [(corpus.people[name].model, labels.get(name)) for name in anew]
    rows = [{**make_person(corpus, model), "label": label} for model, label in people]
    connection.executemany("DELETE FROM main.person WHERE id = ?", ((name,) for name in anew))
    write_rows(connection, [("person", rows)])


def _find_concerned(connection: sqlite3.Connection, corpus: Corpus) -> set[str]:
    """Return the people who speak in changed articles, or have posts by them."""
    changed = {article for (article,) in connection.execute("SELECT article FROM changed")}
    spoke = {
        speaker
        for kb in ("earlier", "main")
        for (speaker,) in connection.execute(_SPEAK.format(kb))
    }
    return {
        name
        for name, entry in corpus.people.items()
        if name in spoke or any(a.article in changed for a in list_attestations(entry.model))
    }


def _list_posts(
    connection: sqlite3.Connection, corpus: Corpus, anew: Collection[str], spoken: ReadSpoken
) -> Iterator[dict[str, Any]]:
    """Yield the rows of all posts, person by person; they are kept in this order."""
    before: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(f"SELECT {', '.join(_POST)} FROM earlier.post ORDER BY rowid"):  # noqa: S608 (ours)
        before[row[0]].append(dict(zip(_POST, row, strict=True)))
    for name, entry in corpus.people.items():
        if name in anew:
            yield from make_posts(corpus, entry.model, spoken(name))
        else:
            yield from before[name]


def _write_names(
    connection: sqlite3.Connection, corpus: Corpus, changed: Collection[str]
) -> dict[str, str]:
    """Write all names and the people who stay; return what tells namesakes apart."""
    connection.execute("INSERT INTO main.person SELECT * FROM earlier.person")
    if not changed:
        connection.execute("INSERT INTO main.name SELECT * FROM earlier.name")
        return dict(connection.execute("SELECT id, label FROM earlier.person"))
    write_rows(connection, [("name", list(name_rows(corpus)))])
    labels = namesakes.labels(corpus, namesakes.shared_keys(corpus))
    connection.executemany("DELETE FROM main.person WHERE id = ?", ((name,) for name in changed))
    connection.execute("UPDATE main.person SET label = NULL")
    told = ((label, name) for name, label in labels.items())
    connection.executemany("UPDATE main.person SET label = ? WHERE id = ?", told)
    return labels
