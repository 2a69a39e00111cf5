"""Make one entry of two that turned out to be of the same person, body, issue or occasion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.check_corpus.namesakes import name_key
from knowledge.corpus.entry_ids import list_ids, replace_ids
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.model import Article, Event, Issue, Membership, Organization, Person
from knowledge.upkeep.ids_named import find_entry
from knowledge.upkeep.renaming import add_former, tell_places
from knowledge.upkeep.upkeep_desk import CorpusEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.check_corpus.corpus_edit import AnyEntry
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Statement

NamedModel = TypeVar("NamedModel", Person, Organization, Issue)
_NOT_ARTICLES = (
    "Articles are not merged: each is of one text. Retire the statements of one of them."
)


def merge(corpus: Corpus, one: str, other: str) -> CorpusEdit:
    """Return the edit that makes the first entry a part of the second; raise UpkeepError.

    The second keeps its id, its name and its own fields; what it lacks comes from the first.
    """
    gone, kept = find_entry(corpus, one).model, find_entry(corpus, other).model
    _refuse(gone, kept)
    pair = _Pair(gone, kept)
    others = [
        e.model
        for e in corpus.entries()
        if e.model.id not in {gone.id, kept.id} and gone.id in list_ids(e.model)
    ]
    followed = (
        EntryChange.of(
            _without_repeats(replace_ids(o, {gone.id: kept.id})),
            tell_places(o, gone.id, kept.id),
        )
        for o in others
    )
    return CorpusEdit(
        (f"'{gone.id}' is a part of '{kept.id}' from now on; its id leads there.", *pair.told()),
        (EntryChange.of(pair.make()), *followed, EntryChange.of(gone)._replace(model=None)),
    )


def _refuse(gone: AnyEntry, kept: AnyEntry) -> None:
    """Raise UpkeepError if two entries cannot be of the same thing."""
    why = None
    if gone.id == kept.id:
        why = f"'{gone.id}' is one entry already."
    elif type(gone) is not type(kept):
        why = f"'{gone.id}' and '{kept.id}' are entries of different kinds."
    elif isinstance(gone, Article):
        why = _NOT_ARTICLES
    elif isinstance(gone, Person) and isinstance(kept, Person) and _are_apart(gone, kept):
        why = (
            f"'{gone.id}' and '{kept.id}' are entered as different people."
            " Remove `different_from` first."
        )
    if why:
        raise UpkeepError(why)


def _are_apart(one: Person, other: Person) -> bool:
    return other.id in one.different_from or one.id in other.different_from


@dataclass(frozen=True)
class _Pair:
    """Two entries of one kind: the one that goes, and the one that stays."""

    gone: Any
    kept: Any

    def make(self) -> AnyEntry:
        """Return the entry that both are from now on."""
        gone, kept = self.gone, self.kept
        former = add_former(kept.former_ids, gone.id, *gone.former_ids, new=kept.id)
        shared = {
            "former_ids": former,
            "note": " ".join(filter(None, [kept.note, gone.note])) or None,
        }
        own = {} if isinstance(kept, Event) else self._merge_names() | self._merge_fields()
        made = replace_ids(kept.model_copy(update=shared | own), {gone.id: kept.id})
        return cast("AnyEntry", _without_itself(made))

    def _merge_names(self) -> dict[str, tuple[str, ...]]:
        """Return the aliases of both; a name that answers to both is kept once, as the stronger."""
        gone, kept = self.gone, self.kept
        known = {name_key(name) for name in (kept.id, kept.name, *kept.aliases)}
        aliases = [*kept.aliases, *_list_new([gone.name, *gone.aliases], known)]
        known |= {name_key(name) for name in kept.weak_aliases}
        weak = [name for name in kept.weak_aliases if name_key(name) not in _keys(aliases)]
        return {
            "aliases": tuple(aliases),
            "weak_aliases": (*weak, *_list_new(gone.weak_aliases, known)),
        }

    def _merge_fields(self) -> dict[str, Any]:
        gone, kept = self.gone, self.kept
        if isinstance(kept, Person):
            return {
                "different_from": _join(kept.different_from, gone.different_from),
                "memberships": tuple(_join_posts([*kept.memberships, *gone.memberships])),
                "descriptions": _join(kept.descriptions, gone.descriptions),
            }
        parent = {"parent": kept.parent if kept.parent not in {None, gone.id} else gone.parent}
        if isinstance(kept, Organization):
            return parent
        filled = {
            name: getattr(kept, name) or getattr(gone, name) for name in ("question", "short")
        }
        return {**parent, **filled, "parties": _join(kept.parties, gone.parties)}

    def told(self) -> Iterator[str]:
        """Yield what the entry that goes says otherwise, and is not kept."""
        names = ("classification", "parent", "question", "short", "date")
        for name in ("name", *names) if isinstance(self.kept, Event) else names:
            lost, held = getattr(self.gone, name, None), getattr(self.kept, name, None)
            if lost and held and lost not in {held, self.kept.id} and held != self.gone.id:
                yield f"Not kept: the {name} of '{self.gone.id}', {_in_words(lost)}."
        if isinstance(self.kept, Issue) and self.gone.question not in {None, self.kept.question}:
            yield "Read its stances again: their values now answer another question."


def _in_words(value: object) -> str:
    dated = getattr(value, "from_", None)
    return f"{dated} to {getattr(value, 'to', None)}" if dated else f"“{value}”"


def _keys(names: Iterable[str]) -> set[str]:
    return {name_key(name) for name in names}


def _list_new(names: Iterable[str], known: set[str]) -> Iterator[str]:
    for name in names:
        if name_key(name) not in known:
            known.add(name_key(name))
            yield name


def _join(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*one, *(part for part in other if part not in one))


def _join_posts(posts: Iterable[Membership]) -> Iterator[Membership]:
    """Yield each post once; of one that both give alike, the words of both."""
    found: dict[tuple[object, ...], Membership] = {}
    for post in posts:
        key = (name_key(post.title), post.model_copy(update={"title": "", "attested": ()}))
        if same := found.get(key):
            attested = _join(same.attested, post.attested)
            found[key] = same.model_copy(update={"attested": attested})
        else:
            found[key] = post
    yield from found.values()


def _without_itself(model: Any) -> Any:  # noqa: ANN401 (an entry of any kind)
    """Return an entry that neither is a part of itself nor different from itself."""
    if isinstance(model, Person):
        others = tuple(name for name in model.different_from if name != model.id)
        return model.model_copy(update={"different_from": others})
    if getattr(model, "parent", None) == model.id:
        return model.model_copy(update={"parent": None})
    return model


def _without_repeats(model: AnyEntry) -> AnyEntry:
    """Return an entry; of an article, without stances that a statement has twice."""
    if not isinstance(model, Article):
        return model
    statements = tuple(map(_with_each_once, model.statements))
    return (
        model
        if statements == model.statements
        else model.model_copy(update={"statements": statements})
    )


def _with_each_once(statement: Statement) -> Statement:
    stances = tuple(dict.fromkeys(statement.stances))
    judged = {stance.issue for stance in stances}
    about = tuple(issue for issue in statement.about if issue not in judged)
    return statement.model_copy(update={"stances": stances, "about": about})
