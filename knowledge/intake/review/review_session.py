"""The review of one text: its candidates, the decisions on them, and the entry they make."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from knowledge.check_corpus import integrity
from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.check_corpus.corpus_edit import EntryChange, find_new_problems
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus import model
from knowledge.corpus.corpus_lock import let_go
from knowledge.corpus.entry import Entry
from knowledge.corpus.errors import RefusedEditError
from knowledge.intake.add import article_store, drafts
from knowledge.intake.add.library import count_words_left
from knowledge.intake.review import (
    corrections,
    drafts_on_record,
    grouping,
    new_entities,
    new_entries,
    spending,
)
from knowledge.intake.review.base_entry import make_base
from knowledge.intake.review.decisions import CuratorVerdict, Decision
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.add.library import Library
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.head import Head
    from knowledge.intake.review.decision_journal import DecisionJournal

_ENTERED: Final = "it was entered meanwhile by somebody else, whose entry stays."
_NAMED: Final = ("people", "organizations")


@dataclass
class Review:
    """One text under review.

    `base` is the entry that the decisions add to: new and empty, or the one on record. `drafts` are
    those of its statements that the candidates propose again, by id. `on_record` is the result of
    adding the text, if it is on record already. `pending` was entered for the step under way.
    """

    library: Library
    raw: str
    text: Text
    base: model.Article
    head: Head
    candidates: list[Candidate]
    journal: DecisionJournal
    drafts: dict[str, drafts_on_record.DraftOnRecord] = field(default_factory=dict)
    on_record: article_store.AddedText | None = None
    pending: new_entries.NewEntries = field(default_factory=new_entries.NewEntries)
    _names: tuple[Corpus, KnownNames] | None = None

    @property
    def is_new(self) -> bool:
        return self.on_record is None

    def find_open(self, after: int = -1) -> int | None:
        """Return the next candidate that nothing was decided of, the first one after the last."""
        order = [*range(after + 1, len(self.candidates)), *range(after + 1)]
        return next((at for at in order if self.is_open(at)), None)

    @property
    def decided(self) -> int:
        return sum(not self.is_open(at) for at in range(len(self.candidates)))

    def is_open(self, at: int) -> bool:
        """Return whether nothing was decided of a candidate."""
        return self.get_verdict(at) is CuratorVerdict.OPEN

    def get_verdict(self, at: int) -> CuratorVerdict:
        last = self.journal.find_last(at)
        return last.verdict if last else CuratorVerdict.OPEN

    def get_decision(self, at: int) -> Decision:
        """Return the changes made to a candidate so far, first of all by its draft on record."""
        last = self.journal.find_last(at)
        found = last or self._read_draft(at)
        found = found or Decision(candidate=at, verdict=CuratorVerdict.OPEN)
        return found.model_copy(update={"key": self.journal.keys[at]})

    def _read_draft(self, at: int) -> Decision | None:
        draft = next((d for d in self.drafts.values() if at in d.candidates), None)
        made = self.candidates[at]
        return drafts_on_record.read_changes(draft, at, made, self.text) if draft else None

    @property
    def accepted(self) -> list[Decision]:
        found = [self.journal.find_last(i) for i in range(len(self.candidates))]
        return [d for d in found if d and d.verdict is CuratorVerdict.ACCEPT]

    def apply(self, decision: Decision) -> Candidate:
        """Return a candidate with a curator's changes, and a holder by what was entered here."""
        made = self._correct(decision)
        given = made.holder or decision.holder or "holder" in decision.cleared
        return made if given else replace(made, holder=self._find_entered_holder(decision, made))

    def _correct(self, decision: Decision) -> Candidate:
        return corrections.apply_decision(
            self.candidates[decision.candidate],
            decision,
            self.text,
            self.base,
            self.library.reader.known,
        )

    def _find_entered_holder(self, decision: Decision, made: Candidate) -> str | None:
        """Return whom a speaker speaks for by a post or a body that was entered here."""
        known, speaker = self._list_known(decision), made.speaker
        if speaker is None or known is self.library.reader.known:
            return None
        named = self.find_naming(speaker.name) if speaker.name and not speaker.id else None
        entity = named.naming.entity if named and named.naming else speaker.id
        found = known.find_holder("", entity) if entity else None
        return found or (known.find_body_holder(speaker.as_) if speaker.as_ else None)

    def find_statement(self, at: int) -> list[Decision]:
        """Return the accepted decisions that make one statement with a candidate."""
        others = [d for d in self.accepted if d.candidate != at]
        made = [*others, self.get_decision(at)]
        return [d for d in grouping.find_statement(at, made, self.candidates) if d.candidate != at]

    def list_alike(self, at: int) -> list[int]:
        """Return the other candidates that are given the same speaker, but for refused ones."""
        own = self._get_speaker(at)
        others = (i for i in range(len(self.candidates)) if i != at and i not in self._refused)
        return [i for i in others if own and self._get_speaker(i) == own]

    def _get_speaker(self, at: int) -> str | None:
        speaker = self.apply(self.get_decision(at)).speaker
        return speaker.key if speaker else None

    def find_proposal(self, words: Span) -> int | None:
        """Return the candidate that quotes some words, or all of the marks around them."""
        return next((i for i, c in enumerate(self.candidates) if _quotes(c, words)), None)

    def _list_known(self, decision: Decision | None = None) -> KnownNames:
        """Return what is known by name, with what was entered and accepted, or is about to be."""
        corpus = self._extend_corpus([*self.accepted, *([decision] if decision else [])])
        if all(getattr(corpus, k) == getattr(self.library.corpus, k) for k in _NAMED):
            return self.library.reader.known
        if self._names is None or self._names[0] != corpus:
            self._names = corpus, KnownNames.of(corpus)
        return self._names[1]

    def find_holder(self, words: Span) -> str | None:
        """Return the state or bloc whose office printed words name."""
        return self._list_known().find_body_holder(self.text[words])

    def find_body(self, words: Span) -> str | None:
        """Return the organization that printed words for an office name."""
        body = self._list_known().find_body(self.text[words])
        return body.target if body else None

    def skip_body(self, words: Span) -> Span:
        """Return printed words for an office without whose it is, where they begin with that."""
        printed = self.text[words]
        body = self._list_known().find_body(printed)
        if body is None or printed[: body.span.start].lower() not in {"", "the "}:
            return words
        rest = re.match(r"(?:'s?)?\s*", printed[body.span.end :])
        return Span(words.start + body.span.end + (rest.end() if rest else 0), words.end)

    def find_entry_problems(self, entries: new_entries.NewEntries) -> list[str]:
        """Return what the corpus speaks against in new entries."""
        before, after = self.corpus, new_entries.add_entries(self.corpus, entries)
        today = self.library.today
        known = Counter(p.explanation for p in integrity.problems(before, today))
        found = Counter(p.explanation for p in integrity.problems(after, today))
        return list((found - known).elements())

    @property
    def last_issue(self) -> str | None:
        """The issue of the stance that was given last, which the next one is often on too."""
        given = (d.stances[-1].issue for d in reversed(self.journal.decisions) if d.stances)
        return next(given, None)

    def find_naming(self, name: str) -> Decision | None:
        """Return the decision that said what an unknown name is, so that nobody is asked twice."""
        return next((d for d in self.accepted if d.naming and d.naming.name == name), None)

    def weigh(self, at: int, clause: Sequence[Span] | None = None) -> spending.Weight:
        """Return what a candidate takes of the quotation budget, perhaps with another clause."""
        others = [d for d in self.accepted if d.candidate != at]
        budget = ArticleBudget(self.text)
        for statement in self.build_entry(others, proving=True).statements:
            budget.add_statement(statement)
        made = self.apply(self.get_decision(at))
        return spending.weigh(budget, _take_slice(made, clause) if clause else made)

    def list_spending(self) -> list[spending.Spent]:
        """Return what is quoted of the article, what takes most narration first."""
        made = {d.candidate: self.apply(d) for d in self.accepted}
        kept = [s for s in self.base.statements if s.id not in self.drafts]
        return spending.list_spending(ArticleBudget(self.text), kept, made)

    def find_problems(self, decision: Decision) -> list[str]:
        """Return what the text, the codebook or the corpus does not bear out of a decision."""
        others = [d for d in self.accepted if d.candidate != decision.candidate]
        try:
            after = self._count_problems([*others, decision])
        except ValidationError as error:
            return [e["msg"].removeprefix("Value error, ") for e in error.errors()]
        return list((after - self._count_problems(others)).elements())

    def _count_problems(self, decisions: list[Decision]) -> Counter[str]:
        entry = Entry("", self.build_entry(decisions, proving=True), {})
        corpus = self._extend_corpus(decisions)
        check = ArticleCheck(corpus, self.library.today)
        found = list(map(entry.problem, check.find_faults(entry.model, self.text)))
        head = Entry("", self.base.model_copy(update={"statements": ()}), {})
        with_head = replace(corpus, articles={self.base.id: head})
        named = integrity.problems(with_head, self.library.today)
        return Counter(p.explanation for p in [*found, *named])

    def _extend_corpus(self, decisions: Sequence[Decision]) -> Corpus:
        """Return the corpus with all that these decisions and the curator add to it."""
        corpus = new_entries.add_entries(self.library.corpus, self.entries)
        corpus = new_entities.add_namings(corpus, [d.naming for d in decisions if d.naming])
        for decision in (d for d in decisions if d.post):
            speaker = self._correct(decision).speaker
            if decision.post and speaker and speaker.id and speaker.as_:
                corpus = new_entries.add_post(
                    corpus, speaker.id, decision.post, self.base.id, speaker.as_
                )
        return corpus

    @property
    def corpus(self) -> Corpus:
        """The corpus with all that was accepted and entered here."""
        return self._extend_corpus(self.accepted)

    @property
    def entries(self) -> new_entries.NewEntries:
        return self.journal.entries.join(self.pending)

    def build_entry(self, decisions: list[Decision], *, proving: bool = False) -> model.Article:
        """Return the entry with all that was accepted, to be proved without undecided drafts."""
        kept = self._keep_statements(decisions)
        groups = grouping.group_decisions(decisions, self.candidates)
        named = [(s, self._find_draft_ids(g)) for g in groups for s in self._make_statements(g)]
        taken = self.base.statement_ids
        numbers = (f"{self.base.id}-{n}" for n in range(1, len(named) + len(taken) + 1))
        free = (name for name in numbers if name not in taken)
        used, new = {s.id for s in kept}, list[model.Statement]()
        for statement, before in named:
            name = next((name for name in before if name not in used), None) or next(free)
            used.add(name)
            new.append(statement.model_copy(update={"id": name}))
        stay = [s for s in kept if not proving or s.id not in self.drafts]
        return self.base.model_copy(update={"statements": (*stay, *new)})

    def _keep_statements(self, decisions: Iterable[Decision]) -> list[model.Statement]:
        """Return the statements on record that stay, drafts with what nobody decided of them."""
        decided = {decision.candidate for decision in decisions} | self._refused
        kept = []
        for statement in self.base.statements:
            draft = self.drafts.get(statement.id)
            if stays := statement if draft is None else self._keep_draft(draft, decided):
                kept.append(stays)
        return kept

    def _keep_draft(
        self, draft: drafts_on_record.DraftOnRecord, decided: set[int]
    ) -> model.Statement | None:
        return drafts_on_record.keep_undecided(draft, self.candidates, decided, self.text)

    def _find_draft_ids(self, group: list[Decision]) -> list[str]:
        """Return the ids of the drafts that a statement replaces: it keeps the id of one."""
        made = {decision.candidate for decision in group}
        return [name for name, draft in self.drafts.items() if made & draft.candidates]

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
            self.base, self.on_record = make_base(self.library, self.head, self.text)
            same = [s for s in self.base.statements if s.id in self.drafts]
            self.drafts = {s.id: d for s in same if (d := self.drafts[s.id]).statement == s}
            return self._write()

    def _write(self) -> article_store.AddedText:
        """Write the new statements behind those that stay."""
        decisions, entered = self._leave_entered_out()
        corpus, kept = self._extend_corpus(decisions), self._keep_statements(decisions)
        names = list(new_entities.list_changes(self.library.corpus, corpus))
        check = ArticleCheck(corpus, self.library.today)
        made = self.build_entry(decisions)
        base = None if self.is_new else self.base.model_copy(update={"statements": tuple(kept)})
        entry, left_out = drafts.keep_passing(made, self.text, check, base)
        self._refuse_names(names, entry)
        self.library.write(entry, (self.raw, self.text), others=names)
        if not left_out:
            self.journal.delete()
            let_go(self.journal.lock)
        return article_store.AddedText(
            article_store.AddOutcome.ADDED,
            entry.id,
            len(entry.statements) - len(kept),
            (*left_out, *entered),
            notes=tuple(self._tell_drafts(kept)),
            words_left=count_words_left(entry, self.text) if self.is_new else None,
        )

    def _leave_entered_out(self) -> tuple[list[Decision], list[str]]:
        """Return the decisions on what nobody has entered since, and a line for each other."""
        curated = drafts_on_record.list_places(self.base.served, self.text)
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

    def _tell_drafts(self, kept: list[model.Statement]) -> Iterator[str]:
        """Yield what became of the drafts that no statement replaces."""
        stay = sum(s.id in self.drafts for s in kept)
        if stay:
            yield f"{stay} {'draft stays' if stay == 1 else 'drafts stay'} as before."
        drafted = {at for draft in self.drafts.values() for at in draft.candidates}
        for at in sorted(self._refused & drafted):
            words = self.candidates[at].exact(self.text)
            yield f"Removed from the drafts, as no quote: {words[:60]!r}"

    @property
    def _refused(self) -> set[int]:
        every = range(len(self.candidates))
        return {at for at in every if self.get_verdict(at) is CuratorVerdict.REFUSE}


def _take_slice(made: Candidate, runs: Sequence[Span]) -> Candidate:
    """Return a candidate with other words of a narration, or of speech under a label."""
    return replace(made, speech=runs[0]) if made.speech else replace(made, clause=tuple(runs))


def _quotes(made: Candidate, words: Span) -> bool:
    """Return whether a candidate quotes some words, or all of the marks that hold them."""
    if made.kind.is_own_words:
        return made.whole.holds(words)
    return any(run.holds(words) for run in made.clause)
