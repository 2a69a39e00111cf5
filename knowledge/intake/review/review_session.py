"""The review of one text: its candidates, the decisions on them, and the entry they make."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from knowledge.check_corpus import integrity
from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.check_corpus.corpus_edit import EntryChange, find_new_problems
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus import model
from knowledge.corpus.corpus_lock import keep_lock, let_go
from knowledge.corpus.entry import Entry
from knowledge.corpus.errors import IntakeError, RefusedEditError
from knowledge.intake.add import article_store, drafts
from knowledge.intake.add.bulk_adding import JOURNALS
from knowledge.intake.add.changed_text import ChangedArticle, is_version, list_changes
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.add.library import count_words_left
from knowledge.intake.read.candidate import find_place
from knowledge.intake.read.head import Head
from knowledge.intake.review import corrections, new_entities
from knowledge.intake.review.decisions import CuratorVerdict, Decision, DecisionJournal
from knowledge.text.head_dates import printed_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.add.library import Library
    from knowledge.intake.read.candidate import Candidate, QuotePlace
    from knowledge.text.article_text import Text

_REVIEWED = "Somebody else is reviewing this text. Go on with it once they have left their review."
_ENTERED = "it was entered meanwhile by somebody else, whose entry stays."
_FIELDS = ("speaker", "description", "sourcing", "via", "holder", "said", "event", "naming")


@dataclass
class Review:
    """One text under review.

    `base` is the entry that the decisions add to: new and empty, or the one on record with the
    statements that stay. `on_record` is the result of adding the text, if it is on record already.
    `set_aside` are the drafts, by id, that are decided anew.
    """

    library: Library
    raw: str
    text: Text
    base: model.Article
    head: Head
    candidates: list[Candidate]
    journal: DecisionJournal
    on_record: article_store.AddedText | None = None
    set_aside: dict[str, model.Statement] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        return self.on_record is None

    @property
    def next(self) -> int | None:
        """The first candidate that nothing was decided of."""
        return next((i for i in range(len(self.candidates)) if not self._decided(i)), None)

    @property
    def decided(self) -> int:
        return sum(self._decided(i) for i in range(len(self.candidates)))

    def _decided(self, at: int) -> bool:
        last = self.journal.find_last(at)
        return last is not None and last.verdict is not CuratorVerdict.OPEN

    def get_decision(self, at: int) -> Decision:
        """Return the changes made to a candidate so far."""
        last = self.journal.find_last(at)
        return last or Decision(candidate=at, verdict=CuratorVerdict.OPEN)

    @property
    def accepted(self) -> list[Decision]:
        found = [self.journal.find_last(i) for i in range(len(self.candidates))]
        return [d for d in found if d and d.verdict is CuratorVerdict.ACCEPT]

    def apply(self, decision: Decision) -> Candidate:
        """Return a candidate with a curator's changes."""
        return corrections.apply_decision(
            self.candidates[decision.candidate],
            decision,
            self.text,
            self.base,
            self.library.reader.known,
        )

    def find_naming(self, name: str) -> Decision | None:
        """Return the decision that said what an unknown name is, so that nobody is asked twice."""
        return next((d for d in self.accepted if d.naming and d.naming.name == name), None)

    @property
    def budget(self) -> ArticleBudget:
        """The article's quotation budget with all that is kept and accepted."""
        budget = ArticleBudget(self.text)
        for statement in self.build_entry(self.accepted).statements:
            budget.take(statement)
        return budget

    def find_problems(self, decision: Decision) -> list[str]:
        """Return what the text, the codebook or the corpus does not bear out of a decision."""
        others = [d for d in self.accepted if d.candidate != decision.candidate]
        try:
            after = self._count_problems([*others, decision])
        except ValidationError as error:
            return [e["msg"].removeprefix("Value error, ") for e in error.errors()]
        return list((after - self._count_problems(others)).elements())

    def _count_problems(self, decisions: list[Decision]) -> Counter[str]:
        entry, corpus = Entry("", self.build_entry(decisions), {}), self._extend_corpus(decisions)
        check = ArticleCheck(corpus, self.library.today)
        found = list(map(entry.problem, check.find_faults(entry.model, self.text)))
        named = integrity.problems(replace(corpus, articles={}))
        return Counter(p.explanation for p in [*found, *named])

    def _extend_corpus(self, decisions: Iterable[Decision]) -> Corpus:
        namings = [d.naming for d in decisions if d.naming]
        return new_entities.add_namings(self.library.corpus, namings)

    def build_entry(self, decisions: list[Decision]) -> model.Article:
        """Return the entry with all that was accepted."""
        made = [
            s for group in self._group_decisions(decisions) for s in self._make_statements(group)
        ]
        taken = self.base.statement_ids
        numbers = (f"{self.base.id}-{n}" for n in range(1, len(made) + len(taken) + 1))
        free = (name for name in numbers if name not in taken)
        new = [s.model_copy(update={"id": name}) for s, name in zip(made, free, strict=False)]
        return self.base.model_copy(update={"statements": (*self.base.statements, *new)})

    def _group_decisions(self, decisions: list[Decision]) -> list[list[Decision]]:
        """Group what one attribution brings, unless a curator made it differ."""
        groups: dict[tuple[object, ...], list[list[Decision]]] = {}
        for decision in sorted(decisions, key=lambda d: d.candidate):
            made = self.candidates[decision.candidate]
            apart = decision.model_dump_json(include=set(_FIELDS))
            own = groups.setdefault((made.group, made.speaker is None, apart), [[]])
            worded = decision.summary and any(d.summary for d in own[-1])
            own.append([decision]) if worded else own[-1].append(decision)
        return [group for own in groups.values() for group in own if group]

    def _make_statements(self, group: list[Decision]) -> Iterator[model.Statement]:
        """Yield a statement; what two governments say together is entered for each."""
        summary = next((d.summary for d in group if d.summary), None)
        parts = list(drafts.split_jointly_said([self.apply(d) for d in group]))
        for part in parts:
            made = drafts.make_statement(
                part, self.text, "new", draft=summary is None,
                summary=summary or drafts.UNWORDED,
            )  # fmt: skip
            others = {p[0].holder for p in parts if p is not part}
            own = made.on_behalf_of if len(parts) > 1 and part is not parts[0] else None
            stances = self._make_stances(group, made, own, others)
            event = next((d.event for d in group if d.event), None)
            note = next((d.note for d in group if d.note), None)
            own_fields = {"stances": stances, "event": event, "note": note}
            data = made.model_dump(by_alias=True) | own_fields
            yield model.Statement.model_validate(data)

    def _make_stances(
        self, group: list[Decision], made: model.Statement, own: str | None, others: set[str | None]
    ) -> list[dict[str, Any]]:
        """Return the stances of a statement, their grounds counted in its quotes.

        `own` is the one holder of a further party's statement; the first takes all but `others`.
        """
        found = []
        for decision in group:
            for stance in decision.stances:
                if stance.holder == own or (own is None and stance.holder not in others):
                    grounds = self._count_grounds(decision, stance, made)
                    found.append(stance.model_dump() | {"grounds": grounds})
        return found

    def _count_grounds(
        self, decision: Decision, stance: model.Stance, made: model.Statement
    ) -> int:
        own = self.apply(decision).places
        kind, runs = own[min(stance.grounds, len(own) - 1)]
        places = [(quote.kind, quote.start) for quote in made.quotes]
        return places.index((kind, runs[0].start))

    def finish(self) -> article_store.AddedText:
        """Write names, text and entry; the journal goes once all that it holds is written.

        What others wrote since the review began stays: the decisions are added to it. Raises
        RefusedEditError where a new name would make another entry fail its check.
        """
        with self.library.hold():
            base, on_record = _make_base(self.library, self.head, self.text)
            kept = (s for s in base.statements if self.set_aside.get(s.id) != s)
            self.base = base.model_copy(update={"statements": tuple(kept)})
            self.on_record = on_record
            return self._write()

    def _write(self) -> article_store.AddedText:
        """Write the new statements behind those that stay, which are the curator's own."""
        decisions, entered = self._leave_entered_out()
        names = list(new_entities.list_changes(self.library.corpus, decisions))
        check = ArticleCheck(self._extend_corpus(decisions), self.library.today)
        made = self.build_entry(decisions)
        base = None if self.is_new else self.base
        entry, left_out = drafts.keep_passing(made, self.text, check, base)
        self._refuse_names(names, entry)
        self.library.write(entry, (self.raw, self.text), others=names)
        if not left_out:
            self.journal.delete()
            let_go(_name_lock(self.journal.file))
        return article_store.AddedText(
            article_store.AddOutcome.ADDED,
            entry.id,
            len(entry.statements) - len(self.base.statements),
            (*left_out, *entered),
            words_left=count_words_left(entry, self.text) if self.is_new else None,
        )

    def _leave_entered_out(self) -> tuple[list[Decision], list[str]]:
        """Return the decisions on what nobody has entered since, and a line for each other."""
        curated = _list_places(self.base.served, self.text)
        left, entered = [], []
        for decision in self.accepted:
            made = self.candidates[decision.candidate]
            if any(place.includes(held) for place in made.places for held in curated):
                entered.append(f"{made.exact(self.text)[:60]!r}: {_ENTERED}")
            else:
                left.append(decision)
        return left, entered

    def _refuse_names(self, names: list[EntryChange], entry: model.Article) -> None:
        """Raise RefusedEditError where a new name makes another entry fail."""
        if names:
            changes = [*names, EntryChange("articles", entry.id, entry)]
            texts = read_texts(self.library.articles) | {self.text.fingerprint: self.text}
            today = self.library.today
            if found := find_new_problems(self.library.corpus, changes, texts, today):
                raise RefusedEditError(found)


def begin_review(
    library: Library, content: bytes, given: Head, *, again: bool = False
) -> Review | article_store.AddedText:
    """Begin or go on with a text's review; with `again`, of the drafts of one on record.

    Raises IntakeError where the text cannot be read, or nothing gives its day of publication.
    """
    raw, text, found, _ = read_article(content, given)
    journal = _open_journal(library, text)
    head = found.override(**_read_given(journal))
    same = library.find_known_text(text)
    if same and not again:
        return same
    made = library.reader.find_candidates(raw, head)
    base, on_record = _make_base(library, head, text)
    kept, made = _split_decided(base, made, text)
    set_aside = {s.id: s for s in base.statements if s not in kept}
    base = base.model_copy(update={"statements": kept})
    journal.align([_make_key(c) for c in made])
    return Review(library, raw, text, base, head, made, journal, on_record, set_aside)


def _make_key(made: Candidate) -> str:
    """Return what a candidate is known again by: its kind, its place, and who is given it."""
    speaker = made.speaker
    printed = f"{speaker.printed.start}-{speaker.printed.end}" if speaker else "nobody"
    return f"{made.kind} {made.whole.start}-{made.whole.end} {printed}"


def give_head(library: Library, content: bytes, name: str, value: str) -> None:
    """Keep a field of the head that a curator gives; `begin_review` reads it again."""
    _open_journal(library, read_article(content, Head()).text).give(name, value)


def find_head_problem(library: Library, content: bytes, name: str, value: str) -> str | None:
    """Return what the text speaks against a field of the head that a curator gives, if anything."""
    read = read_article(content, Head())
    given = _convert_given({name: value})
    entry = drafts.make_article(read.head.override(**given), read.text, "new")
    faults = library.reader.check.find_faults(entry, read.text)
    return next((f.why for f in faults if f.where[:1] == (name,)), None)


def _open_journal(library: Library, text: Text) -> DecisionJournal:
    """Return the decisions on disk, beside the texts: they hold words of the article.

    Raises IntakeError while another sitting reviews the same text: they would share one journal.
    """
    corpus = sha256(str(library.entries.resolve()).encode()).hexdigest()[:8]
    file = library.articles / JOURNALS / f"review-{text.fingerprint[:16]}-{corpus}.jsonl"
    if not keep_lock(_name_lock(file)):
        raise IntakeError(_REVIEWED)
    journal = DecisionJournal(file)
    journal.resume()
    return journal


def _name_lock(journal: Path) -> Path:
    return journal.with_suffix(".lock")


def _read_given(journal: DecisionJournal) -> dict[str, Any]:
    """Return what a curator gave of the head; an empty answer is one too, and gives nothing."""
    return _convert_given(journal.head)


def _convert_given(head: dict[str, str]) -> dict[str, Any]:
    given: dict[str, Any] = {name: value for name, value in head.items() if value}
    if "published" in given:
        given["published"] = printed_date(given["published"])
    return given


def _make_base(
    library: Library, head: Head, text: Text
) -> tuple[model.Article, article_store.AddedText | None]:
    """Return the entry that decisions add to, and the result of adding one that is on record."""
    if same := library.find_known_text(text):
        return library.read_entry(same.article), same
    entry = drafts.make_article(head, text, drafts.make_article_id(head, text))
    for earlier in library.index.find_same_head(entry):
        old = library.read_entry(earlier)
        before = article_store.find_text(library.articles, old.fingerprint)
        if is_version(old, before, entry, text):
            return _change_base(library, old, before, entry, text)
    name = library.index.make_free_id(entry)
    return entry.model_copy(update={"id": name}), None


def _change_base(
    library: Library, old: model.Article, before: Text | None, new: model.Article, text: Text
) -> tuple[model.Article, article_store.AddedText]:
    """Return the entry for a changed text, not reviewed yet, and the result of adding it."""
    change = ChangedArticle(old, text, library.reader.check.names, ArticleBudget(text))
    merged = change.merge(new)
    changes = tuple(list_changes(before, text)) if before else ()
    lost = tuple(change.lost)
    return merged, article_store.AddedText(
        article_store.AddOutcome.CHANGED, old.id, changes=changes, lost=lost
    )


def _split_decided(
    base: model.Article, made: list[Candidate], text: Text
) -> tuple[tuple[model.Statement, ...], list[Candidate]]:
    """Return the statements that stay, and the candidates that none of them holds.

    A draft that a candidate proposes again is decided anew; one written by hand stays.
    """
    curated = _list_places([*base.served, *(r.statement for r in base.retired)], text)
    still = [c for c in made if not any(p.includes(q) for p in c.places for q in curated)]
    again = {p for c in still for p in c.places}
    kept = [s for s in base.statements if not s.draft or not again & set(_list_places([s], text))]
    return tuple(kept), still


def _list_places(statements: Iterable[model.Statement], text: Text) -> list[QuotePlace]:
    found = (find_place(text, quote) for s in statements for quote in s.quotes)
    return [where for where in found if where]
