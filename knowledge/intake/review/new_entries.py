"""The issues, events, organizations and posts that a curator enters during a review."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.check_corpus.post_attestation import attest_post
from knowledge.corpus.entry import Entry
from knowledge.corpus.fields import Id, Words
from knowledge.corpus.model import Attestation, Event, Issue, Model, Organization

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus


class NewEntries(Model):
    """What is entered beside the article, and written with it."""

    issues: tuple[Issue, ...] = ()
    events: tuple[Event, ...] = ()
    organizations: tuple[Organization, ...] = ()

    def join(self, other: NewEntries) -> NewEntries:
        return NewEntries(
            issues=self.issues + other.issues,
            events=self.events + other.events,
            organizations=self.organizations + other.organizations,
        )


class NewPost(Model):
    """An office that the printed words give a speaker."""

    title: Words
    organization: Id


def add_entries(corpus: Corpus, made: NewEntries) -> Corpus:
    """Return the corpus with what is new beside what it has."""
    return replace(
        corpus,
        issues={**{e.id: Entry("", e, {}) for e in made.issues}, **corpus.issues},
        events={**{e.id: Entry("", e, {}) for e in made.events}, **corpus.events},
        organizations={
            **{e.id: Entry("", e, {}) for e in made.organizations},
            **corpus.organizations,
        },
    )


def add_post(corpus: Corpus, speaker: str, post: NewPost, article: str, printed: str) -> Corpus:
    """Return the corpus with the printed words as attestation of a person's post."""
    if speaker not in corpus.people:
        return corpus
    entry = corpus.people[speaker]
    words = Attestation(article=article, as_=printed)
    person = attest_post(entry.model, post.title, post.organization, words)
    return replace(corpus, people={**corpus.people, speaker: replace(entry, model=person)})
