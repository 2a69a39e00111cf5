"""A review: a curator's decisions on one text's candidates, each kept as soon as it is made."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from knowledge import model
from knowledge.claims import Names
from knowledge.entry import Entry, read_entry
from knowledge.fields import Id, Words
from knowledge.intake import drafting, store
from knowledge.intake.bulk import JOURNALS
from knowledge.model import Interval, Model, Person, Sourcing, Stance
from knowledge.proof import article_problems

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.intake.adding import Library
    from knowledge.intake.candidates import Candidate
    from knowledge.intake.head import Head
    from knowledge.quoting import Text

_UNDONE: Final = {"undo": True}


class Verdict(StrEnum):
    ACCEPT = "accept"
    SKIP = "skip"


class Naming(Model):
    """What an unknown name became: a new person, another name of one on record, or as printed."""

    name: Words
    person: Id | None = None
    alias_of: Id | None = None
    different_from: tuple[Id, ...] = ()


class Decision(Model):
    """What a curator decided of one candidate; a null leaves what was proposed."""

    candidate: int
    verdict: Verdict
    speaker: Id | None = None
    sourcing: Sourcing | None = None
    via: Words | None = None
    holder: Id | None = None
    said: Interval | None = None
    summary: Words | None = None
    stances: tuple[Stance, ...] = ()
    naming: Naming | None = None


@dataclass
class Review:
    """The candidates of one text, and the decisions so far."""

    library: Library
    raw: str
    text: Text
    head: Head
    name: str
    candidates: list[Candidate]
    decisions: list[Decision] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        """The decisions on disk, beside the texts: they hold words of the article."""
        return self.library.articles / JOURNALS / f"review-{self.text.fingerprint[:16]}.jsonl"

    @property
    def next(self) -> int | None:
        """The first candidate that nothing was decided of."""
        done = {d.candidate for d in self.decisions}
        return next((i for i in range(len(self.candidates)) if i not in done), None)

    def resume(self) -> int:
        """Take up the decisions of an earlier sitting; return how many there are."""
        lines = (
            self.journal.read_text(encoding="utf-8").splitlines() if self.journal.exists() else []
        )
        for line in lines:
            self._replay(line)
        return len(self.decisions)

    def _replay(self, line: str) -> None:
        try:
            data = json.loads(line)
            if data == _UNDONE:
                self.decisions and self.decisions.pop()
            else:
                self.decisions.append(Decision.model_validate(data))
        except (json.JSONDecodeError, ValidationError):
            return  # a line that was torn: that candidate is asked about again

    def decide(self, decision: Decision) -> None:
        self.decisions.append(decision)
        self._note(decision.model_dump_json(by_alias=True, exclude_defaults=True))

    def undo(self) -> Decision | None:
        """Take back the last decision."""
        if not self.decisions:
            return None
        self._note(json.dumps(_UNDONE))
        return self.decisions.pop()

    def _note(self, line: str) -> None:
        """Append a line and see it on the disk before going on."""
        self.journal.parent.mkdir(parents=True, exist_ok=True)
        with self.journal.open("a", encoding="utf-8") as out:
            out.write(line + "\n")
            out.flush()
            os.fsync(out.fileno())

    def problems(self, decision: Decision) -> list[str]:
        """Return what the text does not bear out of a decision."""
        try:
            statement = self._statement([decision], 0)
            entry = self._article((statement,))
        except ValidationError as error:
            return [e["msg"].removeprefix("Value error, ") for e in error.errors()]
        names = self._names([decision])
        return [p.why for p in article_problems(Entry("", entry, {}), self.text, names)]

    def article(self) -> model.Article:
        """Return the entry of all that was accepted."""
        groups: dict[tuple[int, str | None], list[Decision]] = {}
        for decision in sorted(self.decisions, key=lambda d: d.candidate):
            if decision.verdict is Verdict.ACCEPT:
                made = self.candidates[decision.candidate]
                groups.setdefault((made.group, self._speaker_of(decision)), []).append(decision)
        statements = tuple(self._statement(g, i) for i, g in enumerate(groups.values(), start=1))
        return self._article(statements)

    def _article(self, statements: tuple[model.Statement, ...]) -> model.Article:
        entry = drafting.article(self.head, self.text, self.name)
        return entry.model_copy(update={"statements": statements})

    def _speaker_of(self, decision: Decision) -> str | None:
        naming = decision.naming
        named = (naming.person or naming.alias_of) if naming else None
        speaker = self.candidates[decision.candidate].speaker
        return decision.speaker or named or (speaker.id if speaker else None)

    def _statement(self, group: list[Decision], number: int) -> model.Statement:
        first = group[0]
        made = [self._changed(d) for d in group]
        summary = next((d.summary for d in group if d.summary), None)
        stances = [
            s.model_copy(update={"grounds": i}) for i, d in enumerate(group) for s in d.stances
        ]
        statement = drafting.statement(
            made, self.text, f"{self.name}-{number}", draft=summary is None,
            summary=summary or drafting.UNWORDED,
        )  # fmt: skip
        data = statement.model_dump(by_alias=True) | {"stances": [s.model_dump() for s in stances]}
        if first.holder:
            data["on_behalf_of"] = first.holder
        return model.Statement.model_validate(data)

    def _changed(self, decision: Decision) -> Candidate:
        made = self.candidates[decision.candidate]
        given = {
            k: v for k in ("sourcing", "via", "said") if (v := getattr(decision, k)) is not None
        }
        speaker, name = made.speaker, self._speaker_of(decision)
        if speaker and name:
            speaker = replace(speaker, id=name, description=None)
        return replace(made, speaker=speaker, no_quote=None, **given)

    def _names(self, decisions: list[Decision]) -> Names:
        """Return the names by which speakers may be called, with those decided here."""
        names = Names(self.library.corpus)
        for naming in (d.naming for d in decisions if d.naming):
            if target := naming.person or naming.alias_of:
                names.add(target, naming.name)
        return names

    def finish(self) -> store.Added:
        """Write names, text and entry; the decisions are then in the corpus, the journal goes."""
        for decision in self.decisions:
            if decision.naming and decision.verdict is Verdict.ACCEPT:
                self._write_name(decision)
        names = self._names([d for d in self.decisions if d.verdict is Verdict.ACCEPT])
        entry, left_out = drafting.proved(self.article(), self.text, names)
        added = self._write(entry, left_out)
        self.journal.unlink(missing_ok=True)
        return added

    def _write(self, entry: model.Article, left_out: list[str]) -> store.Added:
        if self.library.shelf.same_text(self.text) is None:
            return self.library.keep(self.raw, self.text, entry, left_out)
        old = self.library.article(self.name)
        kept = tuple(s for s in old.statements if not s.draft)
        own = {s.id for s in kept}
        new = tuple(
            s.model_copy(update={"id": f"{s.id}-r"}) if s.id in own else s for s in entry.statements
        )
        merged = old.model_copy(update={"statements": (*kept, *new)})
        store.write_entry(self.library.entries, "articles", merged, self.name)
        added = len(entry.statements)
        return store.Added(store.Outcome.ADDED, self.name, added, tuple(left_out))

    def _write_name(self, decision: Decision) -> None:
        naming = decision.naming
        if naming is None:
            return
        if naming.person:
            self._write_person(naming)
        elif naming.alias_of:
            kind = "people" if naming.alias_of in self.library.corpus.people else "organizations"
            of: type[model.Person | model.Organization] = (
                model.Person if kind == "people" else model.Organization
            )
            name = f"{kind}/{naming.alias_of}.yaml"
            named = read_entry(self.library.entries / name, name, of).model
            if naming.name not in named.aliases:
                named = named.model_copy(update={"aliases": (*named.aliases, naming.name)})
                store.write_entry(self.library.entries, kind, named, named.id)

    def _write_person(self, naming: Naming) -> None:
        file = self.library.entries / "people" / f"{naming.person}.yaml"
        if naming.person and not file.exists():
            person = Person(
                id=naming.person, name=naming.name, different_from=naming.different_from
            )
            store.write_entry(self.library.entries, "people", person, naming.person)
