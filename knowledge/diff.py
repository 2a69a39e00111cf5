"""What a change of the entries does to the answers, in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from knowledge import corpus as entries
from knowledge.citing import cited
from knowledge.model import Issue, Person
from knowledge.position import position, stance_of
from knowledge.quoting import fold
from knowledge.revision import entries_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.citation import CitedStatement
    from knowledge.corpus import Corpus
    from knowledge.model import Interval, Named
    from knowledge.position import Position

_SHOWN = 60  # characters of a lost quote
_QuoteKey = tuple[str, str, str]  # speaker, article, words


def since(rev: str, folder: Path) -> Iterator[str]:
    """Yield what changed since a git revision; raise RevisionError or CorpusError."""
    now = entries.load(folder)
    with entries_at(rev, folder) as copy:
        before, _ = entries.read(copy)
    if before.unread:
        names = ", ".join(sorted(before.unread))
        yield f"Not compared, as today's code cannot read them at {rev}: {names}"
        kept = {k: v for k, v in now.articles.items() if k not in before.unread}
        now = replace(now, articles=kept)
    yield from changes(before, now)


def changes(before: Corpus, now: Corpus) -> Iterator[str]:
    """Yield each change of an answer as a sentence; one sentence says that there is none."""
    old, new = _side(before), _side(now)
    told = [*_positions(old, new), *_silent(old, new), *_entities(before, now)]
    yield from told or ["No answer changes."]


class _Side(NamedTuple):
    """One of the two corpora: names, statements, the newest first, and the quotes they show."""

    names: dict[str, str]
    by_pair: dict[tuple[str, str], list[CitedStatement]]
    without_stance: dict[str, list[CitedStatement]]
    shown: set[_QuoteKey]


def _side(corpus: Corpus) -> _Side:
    names = {entry.model.id: entry.model.name for entry in corpus.named()}
    side = _Side(names, defaultdict(list), defaultdict(list), set())
    for statement in cited(corpus):
        side.shown.update(_quotes(statement))
        for stance in statement.stances:
            side.by_pair[stance.holder, stance.issue].append(statement)
        if not statement.stances:
            side.without_stance[_speaker(statement)].append(statement)
    return side


def _positions(old: _Side, new: _Side) -> Iterator[str]:
    """Compare what each holder's answer on each issue says and shows."""
    names = old.names | new.names
    for holder, issue in sorted(old.by_pair.keys() | new.by_pair.keys()):
        was, held = old.by_pair.get((holder, issue), []), new.by_pair.get((holder, issue), [])
        moved = _moved(position(was, holder, issue), position(held, holder, issue))
        counts = _counts(_keyed(was, holder, issue), _keyed(held, holder, issue))
        if moved or counts:
            who = f"{names.get(holder, holder)} on {names.get(issue, issue)}"
            first = moved or f"still {_said(position(held, holder, issue))}"
            yield f"{who}: {'; '.join([first, *counts, _losses(was, new.shown)])}"


def _moved(was: Position | None, held: Position | None) -> str:
    if was is None or held is None:
        return f"{_said(was)} → {_said(held)}{_since(held)}"
    for old_words, new_words in zip(_reading(was), _reading(held), strict=True):
        if old_words != new_words:
            return f"{old_words} → {new_words}{_since(held)}"
    days = [
        f"{words} {_days(new)} instead of {_days(old)}"
        for words, old, new in [
            ("on record since", was.since, held.since),
            ("latest on record", was.latest, held.latest),
        ]
        if (old.from_, old.to) != (new.from_, new.to)
    ]
    return f"{_said(held)}, {' and '.join(days)}" if days else ""


def _said(held: Position | None) -> str:
    return held.stance.value if held else "nothing on record"


def _reading(held: Position) -> Iterator[str]:
    """Yield a position ever more closely: its value, the condition with it, the basis with both."""
    stance = held.stance
    closer = f"{stance.value} (“{stance.condition}”)" if stance.condition else str(stance.value)
    yield from (stance.value, closer, f"{closer}, {stance.basis}")


def _since(held: Position | None) -> str:
    return f" since {_days(held.since)}" if held else ""


def _days(interval: Interval) -> str:
    """Write days as far as they agree: 2024-02-16, 2024-02, 2024, else both ends."""
    first, last = str(interval.from_), str(interval.to)
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return f"{first} to {last}"


def _keyed(statements: Iterable[CitedStatement], holder: str, issue: str) -> dict[str, object]:
    """Return what an answer shows of each statement, but its place among the others."""
    return {
        s.id: (s.model_copy(update={"place": 0, "stances": ()}), stance_of(s, holder, issue))
        for s in statements
    }


def _counts(was: dict[str, object], held: dict[str, object]) -> list[str]:
    changed = sum(1 for i in was.keys() & held.keys() if was[i] != held[i])
    told = [
        (len(held.keys() - was.keys()), "new"),
        (len(was.keys() - held.keys()), "removed"),
        (changed, "changed"),
    ]
    return [f"{n} {what} statement{'' if n == 1 else 's'}" for n, what in told if n]


def _losses(was: Iterable[CitedStatement], shown: set[_QuoteKey]) -> str:
    """Say who of the earlier statements has quotes that no statement of theirs shows any more."""
    lost = {key: words for s in was for key, words in _quotes(s).items() if key not in shown}
    if not lost:
        return "nobody loses a quote"
    return " and ".join(_lost(who, [lost[k] for k in lost if k[0] == who]) for who in _who(lost))


def _quotes(statement: CitedStatement) -> dict[_QuoteKey, str]:
    speaker = _speaker(statement)
    return {(speaker, statement.article.id, fold(q.exact)): q.exact for q in statement.quotes}


def _who(lost: Iterable[_QuoteKey]) -> list[str]:
    return list(dict.fromkeys(speaker for speaker, _, _ in lost))


def _lost(who: str, quotes: list[str]) -> str:
    words = ", ".join(f"“{q[: _SHOWN - 1]}…”" if len(q) > _SHOWN else f"“{q}”" for q in quotes)
    count = "a quote" if len(quotes) == 1 else f"{len(quotes)} quotes"
    return f"{who} loses {count}: {words}"


def _speaker(statement: CitedStatement) -> str:
    who = statement.speaker
    return (who.name or who.description or who.id or "") if who else statement.article.id


def _silent(old: _Side, new: _Side) -> Iterator[str]:
    """Compare the statements without a stance, which answers about their speaker show."""
    for speaker in sorted(old.without_stance.keys() | new.without_stance.keys()):
        was, held = (side.without_stance.get(speaker, []) for side in (old, new))
        if counts := _counts(_keyed(was, "", ""), _keyed(held, "", "")):
            yield f"{speaker}, without a stance: {'; '.join([*counts, _losses(was, new.shown)])}"


def _entities(before: Corpus, now: Corpus) -> Iterator[str]:
    """Compare what can be asked about: names, questions, posts."""
    old = {entry.model.id: entry.model for entry in before.named()}
    new = {entry.model.id: entry.model for entry in now.named()}
    for added in sorted(new.keys() - old.keys() - before.unread):
        yield f"{new[added].name} can be asked about"
    for gone in sorted(old.keys() - new.keys()):
        yield f"{old[gone].name} can no longer be asked about"
    for same in sorted(old.keys() & new.keys()):
        yield from (f"{new[same].name} {told}" for told in _entity(old[same], new[same]))


def _entity(old: Named, new: Named) -> Iterator[str]:
    was, held = _answers_to(old), _answers_to(new)
    yield from (f"answers to “{name}”" for name in sorted(held - was))
    yield from (f"no longer answers to “{name}”" for name in sorted(was - held))
    if isinstance(old, Issue) and isinstance(new, Issue) and old.question != new.question:
        yield f"asks “{new.question or 'nothing'}” instead of “{old.question or 'nothing'}”"
    if isinstance(old, Person) and isinstance(new, Person):
        posts, held_now = ([m.title for m in p.memberships] for p in (old, new))
        yield from (f"gains the post “{title}”" for title in held_now if title not in posts)
        yield from (f"loses the post “{title}”" for title in posts if title not in held_now)
        if posts == held_now and old.memberships != new.memberships:
            yield "has the same posts, with other days or words"


def _answers_to(model: Named) -> set[str]:
    return {model.name, *model.aliases, *model.weak_aliases}
