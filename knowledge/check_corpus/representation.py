"""Check for whom a statement is entered: its speaker's own state, which holds its stances too.

Nobody's nationality is inferred: a state comes from a post, an organization or printed words. What
is meant otherwise is said in the statement's note, with "for" and the name of the state.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_corpus.speaker_names import NamesOf, is_named, represented_by
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Classification, QuoteKind
from knowledge.corpus.partial_dates import first_day, last_day
from knowledge.text.article_text import fold
from knowledge.text.english.relay_words import HOSTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Membership, Speaker, Stance, Statement

_BEHALF = ("on_behalf_of",)
_BY_NOTE = "if it is meant so, say why in 'note', in a sentence with 'for' and '{}'."
_SPEAK_FOR_STATES = {Classification.STATE, Classification.GOVERNMENT, Classification.MINISTRY}
_FOR = re.compile(r"\bfor\b(?:[^.;:]|(?<=\b[A-Z])\.)*")


def problems(corpus: Corpus) -> Iterator[Problem]:
    """Yield each statement that is entered for a state that its speaker does not speak for.

    A draft's states are proposals, and a curator has yet to decide on them.
    """
    representation = Representation(corpus)
    for entry in corpus.articles.values():
        yield from map(entry.problem, representation.faults_of_article(entry.model))


class Representation:
    """Which states and blocs the speakers of a corpus can speak for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._names = corpus, NamesOf(corpus)

    def faults_of_article(self, article: Article) -> Iterator[Fault]:
        for i, statement in enumerate(article.statements):
            found = () if statement.draft else self.faults(statement)
            yield from (fault.within("statements", i) for fault in found)

    def faults(self, statement: Statement) -> Iterator[Fault]:
        """Yield what does not fit between speaker, `on_behalf_of` and holders of a statement."""
        if not all(map(self._is_known, self._named_in(statement))):
            return  # what nothing has is told by its field
        given = statement.on_behalf_of
        if given is None:
            yield from self._missing(statement)
        elif not self._is_explained(statement, given):
            yield from self._behalf(statement, given)
        for i, stance in enumerate(statement.stances):
            yield from (f.within("stances", i) for f in self._holder(statement, stance))
        yield from self._unnamed(statement)

    def _named_in(self, statement: Statement) -> Iterator[str | None]:
        """Yield everybody whom a statement names, and where its speaker has posts."""
        speaker = statement.speaker
        yield from (statement.on_behalf_of, *(stance.holder for stance in statement.stances))
        if speaker and speaker.id in self._corpus.people:
            memberships = self._corpus.people[speaker.id].model.memberships
            yield from (membership.organization for membership in memberships)
        elif speaker:
            yield from (speaker.id, speaker.of)

    def _is_known(self, organization: str | None) -> bool:
        """Return whether an organization and all that it is part of can be read."""
        seen: set[str] = set()
        while organization is not None:
            entry = self._corpus.organizations.get(organization)
            if entry is None or organization in seen:
                return False
            seen.add(organization)
            organization = entry.model.parent
        return True

    def _missing(self, statement: Statement) -> Iterator[Fault]:
        speaker = statement.speaker
        state = self._office_of(statement, speaker) if speaker else None
        if state and not _FOR.search(statement.note or ""):
            why = f"The speaker holds an office of '{state}', but 'on_behalf_of' is missing."
            what_to_do = f"Write '{state}', or say in 'note' for whom the speaker spoke instead."
            yield Fault(_BEHALF, why, what_to_do)

    def _office_of(self, statement: Statement, speaker: Speaker) -> str | None:
        """Return the state of a speaker who is printed as holding one of its offices."""
        organization = speaker.id or speaker.of
        offices = [organization] if organization in self._corpus.organizations else []
        if speaker.id in self._corpus.people and speaker.as_:
            held = self._held(statement, speaker.id)
            offices = [m.organization for m in held if _is_called(m, speaker.as_)]
        states = {self._corpus.state_of(o) for o in offices if self._speaks_for_state(o)}
        return states.pop() if len(states) == 1 else None

    def _speaks_for_state(self, organization: str | None) -> bool:
        entry = self._corpus.organizations.get(organization or "")
        return bool(entry and entry.model.classification in _SPEAK_FOR_STATES)

    def _held(self, statement: Statement, person: str) -> list[Membership]:
        """Return the posts that somebody may have held when the words were said."""
        said = statement.said
        return [
            m
            for m in self._corpus.people[person].model.memberships
            if not ((start := first_day(m.start)) and said.to < start)
            and not ((end := last_day(m.end)) and end < said.from_)
        ]

    def _behalf(self, statement: Statement, given: str) -> Iterator[Fault]:
        speaker = statement.speaker
        by_note = _BY_NOTE.format(self._name(given))
        if speaker is None:
            why = f"Nobody speaks here, so nobody speaks for '{given}'."
            yield Fault(_BEHALF, why, "Remove it, or give the speaker.")
        elif not (own := self._own_states(statement, speaker)):
            why = f"Nothing says that the speaker speaks for '{given}'."
            what_to_do = f"Add the speaker's post or organization; {by_note}"
            yield Fault(_BEHALF, why, what_to_do)
        elif given not in own:
            theirs = " or ".join(f"'{state}'" for state in sorted(own))
            why = f"The speaker speaks for {theirs}, not for '{given}'."
            yield Fault(_BEHALF, why, f"Correct it; {by_note}")

    def _own_states(self, statement: Statement, speaker: Speaker) -> set[str]:
        """Return whom a speaker can speak for, by posts, by organization or as printed."""
        organization = speaker.id or speaker.of
        posts = [organization] if organization else []
        if speaker.id in self._corpus.people:
            posts = [m.organization for m in self._held(statement, speaker.id)]
        own = {whole for post in posts for whole in represented_by(self._corpus, post)}
        called = [speaker.as_ or "", speaker.description or "", *_attributions(statement)]
        told = [q.exact for q in statement.quotes if q.kind is QuoteKind.NARRATION]
        return own or self._printed_states(called) or self._printed_states(told)

    def _printed_states(self, printed: list[str]) -> set[str]:
        words = HOSTS.sub("", fold(" | ".join(printed)))  # "its embassy in Velmora"
        return {whole for whole in self._wholes if _is_named_in(self._names.of(whole), words)}

    @cached_property
    def _wholes(self) -> set[str]:
        """The states and blocs that anybody can speak for."""
        return {w for o in self._corpus.organizations for w in represented_by(self._corpus, o)}

    def _holder(self, statement: Statement, stance: Stance) -> Iterator[Fault]:
        holder, given = stance.holder, statement.on_behalf_of
        if holder == given or self._is_explained(statement, holder):
            return
        if self._corpus.state_of(holder) not in {None, holder}:
            return  # told as a holder that no stance can have
        by_note = _BY_NOTE.format(self._name(holder))
        if given or statement.speaker:
            why = f"The words are not on behalf of '{holder}'"
            why += f", but of '{given}'." if given else ": 'on_behalf_of' is missing."
            yield Fault(("holder",), why, f"Correct the holder or 'on_behalf_of'; {by_note}")
        elif not self._is_quoted(statement, holder):
            why = f"No quote of the statement names '{holder}'."
            what_to_do = f"Quote words that do, or give them in 'refers_to'; {by_note}"
            yield Fault(("holder",), why, what_to_do)

    def _is_quoted(self, statement: Statement, holder: str) -> bool:
        words = " | ".join(
            f"{quote.exact} | {quote.attribution or ''} | {quote.refers_to or ''}"
            for quote in statement.quotes
        )
        return _is_named_in(self._names.of_whole(holder), words)

    def _unnamed(self, statement: Statement) -> Iterator[Fault]:
        """Hold the organization of a speaker without a name against the printed words."""
        speaker = statement.speaker
        if not speaker or not speaker.of:
            return
        of = speaker.of
        words = " | ".join([speaker.description or "", *_attributions(statement)])
        if not _is_named_in(self._names.of(of), words) and not self._is_explained(statement, of):
            why = f"The printed words for the speaker do not name '{of}'."
            by_note = _BY_NOTE.format(self._name(of))
            yield Fault(("speaker", "of"), why, f"Correct or remove it; {by_note}")

    def _is_explained(self, statement: Statement, organization: str) -> bool:
        """Return whether the note says that something is entered for an organization."""
        spoken = _FOR.findall(statement.note or "")
        return any(_is_named_in(self._names.of(organization), words) for words in spoken)

    def _name(self, organization: str) -> str:
        return self._corpus.organizations[organization].model.name


def _is_named_in(names: set[str], words: str) -> bool:
    return is_named(names, fold(words).casefold())


def _is_called(membership: Membership, printed: str) -> bool:
    """Return whether printed words are those for a post."""
    post = fold(printed).casefold()
    attested = (fold(attested.as_).casefold() for attested in membership.attested)
    return fold(membership.title).casefold() in post or post in attested


def _attributions(statement: Statement) -> Iterator[str]:
    for quote in statement.quotes:
        yield from filter(None, (quote.attribution, quote.refers_to))
