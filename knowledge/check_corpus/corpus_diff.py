"""What a change of the entries does to the answers, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.check_corpus import changed_positions, integrity
from knowledge.check_corpus.changed_positions import Labels
from knowledge.check_corpus.revision import entries_at
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.model import Issue, Organization, Person
from knowledge.corpus.redirects import Redirects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Named

_NOTHING = "No answer changes."
_NAMES = ("name", "aliases", "weak_aliases")
_WORDS = {
    "descriptions": "has different descriptions",
    "different_from": "is kept apart from different people",
    "note": "has a different note",
}


def since(rev: str, folder: Path) -> Iterator[str]:
    """Yield what changed since a git revision; raise RevisionError or CorpusError."""
    now = entries.load_corpus(folder)
    with entries_at(rev, folder) as copy:
        before, problems = entries.read(copy)
    for problem in sorted(integrity.problems(now)):
        yield f"Not served until it is fixed: {problem}"
    if not problems:
        yield from changes(before, now)
        return
    names = ", ".join(sorted({problem.file for problem in problems}))
    yield f"Not compared, because today's code cannot read them at {rev}: {names}"
    told = changes(_with_unread(before, now), now)
    yield from ("No answer changes in what was compared." if t == _NOTHING else t for t in told)


def _with_unread(before: Corpus, now: Corpus) -> Corpus:
    """Take what could not be read then as it is now: nothing is said of it."""
    taken: dict[str, Any] = {}
    for kind in entries.KINDS:
        held = getattr(now, kind)
        taken[kind] = getattr(before, kind) | {i: held[i] for i in before.unread if i in held}
    return replace(before, **taken)


def changes(before: Corpus, now: Corpus) -> Iterator[str]:
    """Yield each change of an answer as a sentence; one sentence says that there is none.

    What has another id now is the same.
    """
    redirects = Redirects.of(now)
    before = redirects.without_merged(before).follow(before)
    labels = Labels(before, now, redirects.entries)
    told = [
        *changed_positions.changes(
            changed_positions.read_side(before), changed_positions.read_side(now), labels
        ),
        *_names_and_fields(before, now, labels),
    ]
    yield from told or [_NOTHING]


def _names_and_fields(before: Corpus, now: Corpus, labels: Labels) -> Iterator[str]:
    """Yield what changes about the names, questions, posts and other fields of entries."""
    old = {entry.model.id: entry.model for entry in before.named()}
    new = {entry.model.id: entry.model for entry in now.named()}
    for added in sorted(new.keys() - old.keys()):
        yield f"{labels.of(added)} can be asked about"
    for gone in sorted(old.keys() - new.keys()):
        into = labels.merged(gone)
        what = f"is a part of {labels.of(into)} now" if into else "can no longer be asked about"
        yield f"{labels.of(gone)} {what}"
    for same in sorted(old.keys() & new.keys()):
        told = _entity(old[same], new[same], labels)
        yield from (f"{labels.of(same)} {words}" for words in told)


def _entity(old: Named, new: Named, labels: Labels) -> Iterator[str]:
    """Yield what changes field by field, so that none is passed over."""
    yield from _names(old, new)
    if type(old) is not type(new):
        yield f"is {_a(new)} instead of {_a(old)}"
        return
    for field in type(new).model_fields:
        was, held = getattr(old, field), getattr(new, field)
        # No answer shows the note of an organization.
        if was == held or field in _NAMES or (isinstance(new, Organization) and field == "note"):
            continue
        if field == "memberships" and isinstance(old, Person) and isinstance(new, Person):
            yield from _posts(old, new, labels)
        else:
            yield _field(field, was, held, labels)


def _a(model: Named) -> str:
    kind = type(model).__name__.lower()
    return f"an {kind}" if isinstance(model, (Issue, Organization)) else f"a {kind}"


def _field(field: str, was: object, held: object, labels: Labels) -> str:
    said: dict[str, Callable[[], str]] = {
        "former_ids": lambda: _former(was, held),
        "short": lambda: f"has the short name “{held or 'none'}” instead of “{was or 'none'}”",
        "question": lambda: f"asks “{held or 'nothing'}” instead of “{was or 'nothing'}”",
        "parent": lambda: f"belongs to {_of(held, labels)} instead of {_of(was, labels)}",
        "parties": lambda: f"has the parties {_of(held, labels)} instead of {_of(was, labels)}",
        "classification": lambda: f"is classified as “{held}” instead of “{was}”",
    }
    return said[field]() if field in said else _WORDS.get(field, f"has a different '{field}'")


def _former(was: object, held: object) -> str:
    before, now = (set(ids) if isinstance(ids, tuple) else set() for ids in (was, held))
    new = ", ".join(f"“{name}”" for name in sorted(now - before))
    gone = ", ".join(f"“{name}”" for name in sorted(before - now))
    return f"had the id {new} before" if new else f"no longer has the former id {gone}"


def _of(value: object, labels: Labels) -> str:
    ids = [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
    return ", ".join(labels.of(name) for name in ids) or "nothing"


def _names(old: Named, new: Named) -> Iterator[str]:
    if old.name != new.name:
        yield f"was called “{old.name}” before"
    was, held = _strong(old), _strong(new)
    weak, weak_now = set(old.weak_aliases) - was, set(new.weak_aliases) - held
    yield from (f"answers to “{name}”" for name in sorted((held | weak_now) - was - weak))
    yield from (f"no longer answers to “{name}”" for name in sorted((was | weak) - held - weak_now))
    yield from (
        f"shares the name “{name}” with others who have it" for name in sorted(was & weak_now)
    )
    yield from (f"is the only one to answer to “{name}”" for name in sorted(weak & held))


def _strong(model: Named) -> set[str]:
    return {model.name, *model.aliases}


def _posts(old: Person, new: Person, labels: Labels) -> Iterator[str]:
    was, held = ([m.title for m in person.memberships] for person in (old, new))
    yield from (f"gains the post “{title}”" for title in held if title not in was)
    yield from (f"loses the post “{title}”" for title in was if title not in held)
    if was == held:
        yield from _same_posts(old, new, labels)


def _same_posts(old: Person, new: Person, labels: Labels) -> Iterator[str]:
    """Yield what changes about posts of the same titles: their bodies, their dates and words."""
    moved = dict.fromkeys(
        (one.organization, other.organization)
        for one, other in zip(old.memberships, new.memberships, strict=True)
        if one.organization != other.organization
    )
    for was, held in moved:
        yield f"has posts of {labels.of(held)} instead of {labels.of(was)}"
    bare = ([m.model_copy(update={"organization": ""}) for m in p.memberships] for p in (old, new))
    if next(bare) != next(bare):
        yield "has the same posts, with different dates or words"
    elif set(was) == set(held):
        yield "has the same posts, in a different number or order"
