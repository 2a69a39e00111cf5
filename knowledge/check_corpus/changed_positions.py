"""How what is answered of each holder and issue moved between two corpora, and who lost a quote."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from knowledge.citations.citing import cite_statements
from knowledge.citations.position import find_position, stance_of
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from knowledge.citations.citation import CitedStatement
    from knowledge.citations.position import Position
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Interval

_SHOWN = 60  # characters of a lost quote


class Labels:
    """Names by id, of both corpora; the later corpus' name where the two differ.

    `redirects` are the ids in which those of the earlier corpus go on.
    """

    def __init__(
        self, before: Corpus, now: Corpus, redirects: Mapping[str, str] | None = None
    ) -> None:
        self._redirects = redirects or {}
        self._names = {e.model.id: e.model.name for corpus in (before, now) for e in corpus.named()}
        self._ids: dict[str, set[str]] = defaultdict(set)
        for corpus in (before, now):
            for entry in corpus.named():
                self._ids[entry.model.name].add(entry.model.id)

    def of(self, name: str) -> str:
        """Return the name of an id, with the id where others bear the name; else the id itself."""
        called = self._names.get(name)
        if called is None:
            return name
        return f"{called} ({name})" if self.same(name) else called

    def same(self, name: str) -> set[str]:
        """Return the other ids that are called the same, as one that was given another id is."""
        return self._ids.get(self._names.get(name, ""), set()) - {name}

    def goes_on_as(self, name: str) -> set[str]:
        """Return the other ids under which the same one can be on record."""
        into = self.merged(name)
        return self.same(name) | ({into} if into else set())

    def merged(self, name: str) -> str | None:
        """Return the entry that one is a part of now."""
        return self._redirects.get(name)


class _Quoted(NamedTuple):
    """A quote as somebody's: who says it, in the text of which fingerprint, in which words."""

    speaker: str
    text: str
    words: str


@dataclass
class CorpusSide:
    """One of two corpora: its statements, the newest first, and the quotes that they show."""

    by_pair: dict[tuple[str, str], list[CitedStatement]] = field(default_factory=dict)
    without_stance: dict[str, list[CitedStatement]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    shown: set[_Quoted] = field(default_factory=set)

    def quotes(self, statement: CitedStatement) -> dict[_Quoted, str]:
        """Return a statement's quotes by what makes each the same one in another corpus."""
        speaker, text = _speaker(statement), self.texts[statement.article.id]
        return {_Quoted(speaker, text, fold(q.exact)): q.exact for q in statement.quotes}


def read_side(corpus: Corpus) -> CorpusSide:
    articles = (entry.model for entry in corpus.articles.values())
    # A text that was changed is the same source; its first fingerprint stays.
    made = CorpusSide(texts={a.id: (*a.earlier, a.fingerprint)[0] for a in articles})
    for statement in cite_statements(corpus):
        made.shown.update(made.quotes(statement))
        for stance in statement.stances:
            made.by_pair.setdefault((stance.holder, stance.issue), []).append(statement)
        if not statement.stances:
            made.without_stance.setdefault(_speaker(statement), []).append(statement)
    return made


def changes(old: CorpusSide, new: CorpusSide, labels: Labels) -> Iterator[str]:
    """Yield what moves, or is shown otherwise, of each holder and issue, then of each speaker."""
    yield from _positions(old, new, labels)
    yield from _silent(old, new, labels)


def _positions(old: CorpusSide, new: CorpusSide, labels: Labels) -> Iterator[str]:
    """Compare what each holder's answer on each issue says and shows."""
    for holder, issue in sorted(old.by_pair.keys() | new.by_pair.keys()):
        was, held = old.by_pair.get((holder, issue), []), new.by_pair.get((holder, issue), [])
        moved = _moved(find_position(was, holder, issue), find_position(held, holder, issue))
        counts = _counts(_keyed(was, holder, issue), _keyed(held, holder, issue))
        if moved or counts:
            who = f"{labels.of(holder)} on {labels.of(issue)}"
            first = moved or f"still {_said(find_position(held, holder, issue))}"
            yield f"{who}: {'; '.join([first, *counts, _losses(was, old, new, labels)])}"


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
    """Return what an answer shows of each statement, but its place among the others.

    Another name of its speaker is told once, of the speaker.
    """
    return {s.id: (_bare(s), stance_of(s, holder, issue)) for s in statements}


def _bare(statement: CitedStatement) -> CitedStatement:
    who = statement.speaker
    of_entries = {"name": None, "of": None, "under": None}
    nameless = who.model_copy(update=of_entries) if who and who.id else who
    return statement.model_copy(update={"place": 0, "stances": (), "speaker": nameless})


def _counts(was: dict[str, object], held: dict[str, object]) -> list[str]:
    changed = sum(1 for i in was.keys() & held.keys() if was[i] != held[i])
    told = [
        (len(held.keys() - was.keys()), "new"),
        (len(was.keys() - held.keys()), "removed"),
        (changed, "changed"),
    ]
    return [f"{n} {what} statement{'' if n == 1 else 's'}" for n, what in told if n]


def _losses(was: Iterable[CitedStatement], old: CorpusSide, new: CorpusSide, labels: Labels) -> str:
    """Return who loses quotes: those that no statement of theirs shows any more."""
    lost: dict[str, list[str]] = defaultdict(list)
    for statement in was:
        for key, words in old.quotes(statement).items():
            # One whose entry has another id now, and the same name, or is merged, is the same.
            if (
                not {key, *(key._replace(speaker=s) for s in labels.goes_on_as(key.speaker))}
                & new.shown
            ):
                lost[key.speaker].append(words)
    told = [_lost(labels.of(who), list(dict.fromkeys(quotes))) for who, quotes in lost.items()]
    return " and ".join(told) or "nobody loses a quote"


def _lost(who: str, quotes: list[str]) -> str:
    words = ", ".join(f"“{q[: _SHOWN - 1]}…”" if len(q) > _SHOWN else f"“{q}”" for q in quotes)
    count = "a quote" if len(quotes) == 1 else f"{len(quotes)} quotes"
    return f"{who} loses {count}: {words}"


def _speaker(statement: CitedStatement) -> str:
    who = statement.speaker
    return (who.id or who.description or "") if who else statement.article.id


def _silent(old: CorpusSide, new: CorpusSide, labels: Labels) -> Iterator[str]:
    """Compare the statements without a stance, which answers about their speaker show."""
    for speaker in sorted(old.without_stance.keys() | new.without_stance.keys()):
        was, held = (part.without_stance.get(speaker, []) for part in (old, new))
        if counts := _counts(_keyed(was, "", ""), _keyed(held, "", "")):
            losses = _losses(was, old, new, labels)
            yield f"{labels.of(speaker)}, without a stance: {'; '.join([*counts, losses])}"
