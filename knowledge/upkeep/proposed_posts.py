"""Posts that articles print for people and that no entry gives them yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.check_corpus.post_attestation import attest_post, is_same_post
from knowledge.check_corpus.printed_posts import read_post
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.model import Attestation, Kind
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import fold
from knowledge.text.english.office_words import NOT_YET
from knowledge.text.english.post_words import HEADS
from knowledge.upkeep.ids_named import find_entry
from knowledge.upkeep.upkeep_desk import CorpusEdit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Membership, Organization, Person, Statement
    from knowledge.speech.known_names import Mention

_OPENING: Final = re.compile(
    r"^(?:(?:the|an?|its|their|his|her|new|current|longtime)\s+)+", re.IGNORECASE
)
_OWNING: Final = re.compile(r"'s?\s*")  # behind the name of a body
_LINKING: Final = re.compile(r"\s*\b(?:of|for|at|in|with)(?:\s+the)?\s*$", re.IGNORECASE)
# Whose body it is, where that is not on record: "of the Foreign Ministry's".
_OWNER: Final = re.compile(r"\s*\b(?:of|for|at)(?:\s+the)?(?:\s+[A-Z][\w-]*)*'s?\s*$")
_NO_PORTFOLIO: Final = frozenset("minister deputy vice acting assistant of for the and".split())
_SMALL: Final = frozenset("of for and the to in on at".split())


class ProposedPost(NamedTuple):
    """A post that an article prints beside a person's name; `title` is in a normal form."""

    person: str
    title: str
    organization: str
    attested: Attestation

    @property
    def told(self) -> str:
        """The post in a sentence, with the words that it rests on."""
        printed = f"“{self.attested.as_}” in {self.attested.article}"
        return f"{self.person}: {self.title} ({self.organization}), printed as {printed}"


def list_proposed_posts(
    corpus: Corpus, articles: Collection[str] | None = None
) -> Iterator[ProposedPost]:
    """Yield each post once, of some articles or of all; drafts propose posts too.

    A body is named by the words alone: none is taken from what else is known of the person.
    """
    known, told = KnownNames.of(corpus), set[tuple[str, str, str]]()
    for entry in corpus.articles.values():
        if articles is None or entry.model.id in articles:
            for statement in entry.model.statements:
                post = _propose(corpus, known, entry.model, statement)
                key = (post.person, post.organization, fold(post.attested.as_)) if post else None
                if post and key and key not in told:
                    told.add(key)
                    yield post


def _propose(
    corpus: Corpus, known: KnownNames, article: Article, statement: Statement
) -> ProposedPost | None:
    speaker = statement.speaker
    person = corpus.people.get(speaker.id or "") if speaker else None
    if not (speaker and person and speaker.as_) or statement.printed_in:
        return None
    words = fold(speaker.as_)
    named = [m for m in known.find_mentions(words) if m.kind is Kind.ORGANIZATION]
    organization = _find_nearest(corpus, [mention.target for mention in named])
    if organization is None and named:  # "the U.S. representative for North Korea" is the first's
        named = [m for m in named[:1] if not _OPENING.sub("", words[: m.span.start])]
        organization = _find_nearest(corpus, [mention.target for mention in named])
    if organization is None or not _is_post(words):
        return None
    title = _make_title(words, named, corpus.organizations[organization].model.name)
    body = _find_ministry(corpus, organization, title) or organization
    attested = Attestation(article=article.id, as_=speaker.as_)
    post = ProposedPost(person.model.id, title, body, attested)
    return post if title and not _is_attested(person.model, post) else None


def _is_attested(person: Person, new: ProposedPost) -> bool:
    """Return whether an entry has the words already, or the post from the same article."""
    words, article = fold(new.attested.as_).casefold(), new.attested.article
    same = [a for m in person.memberships if _is_same(m, new) for a in m.attested]
    if any(attested.article == article for attested in same):
        return True
    held = [a for m in person.memberships for a in m.attested]
    return any(fold(a.as_).casefold() == words for a in (*held, *person.descriptions))


def _find_ministry(corpus: Corpus, state: str, title: str) -> str | None:
    """Return the one ministry on record of a state's minister: the foreign ministry's."""
    words = set(fold(title).lower().split())
    portfolio = words - _NO_PORTFOLIO
    if "minister" not in words or not portfolio:
        return None
    found = [
        entry.model.id
        for entry in corpus.organizations.values()
        if entry.model.parent == state
        and entry.model.classification == "ministry"
        and any(portfolio <= set(fold(n).lower().split()) for n in _names(entry.model))
    ]
    return found[0] if len(found) == 1 else None


def _names(body: Organization) -> tuple[str, ...]:
    return (body.name, *body.aliases, *body.weak_aliases)


def _find_nearest(corpus: Corpus, named: Sequence[str]) -> str | None:
    """Return the one body that is a part of all others named; None where there is no such."""
    below = [one for one in dict.fromkeys(named) if set(named) <= set(_list_above(corpus, one))]
    return below[0] if len(below) == 1 else None


def _list_above(corpus: Corpus, organization: str) -> Iterator[str]:
    """Yield an organization and all that it is part of."""
    seen: set[str] = set()
    at: str | None = organization
    while at in corpus.organizations and at not in seen:
        seen.add(at)
        yield at
        at = corpus.organizations[at].model.parent


def _is_post(words: str) -> bool:
    """Return whether words are those of an office that is held: no former, no nominee."""
    office = read_post(words)
    return office is not None and not office.former and NOT_YET.isdisjoint(office.role.split())


def _make_title(words: str, named: Sequence[Mention], body: str) -> str:
    """Return a title without the bodies that it names; a bare head is the head of something."""
    for mention in sorted(named, key=lambda m: -m.span.start):
        before, behind = words[: mention.span.start], words[mention.span.end :]
        behind = _OWNING.sub("", behind, count=1) if behind.startswith("'") else behind
        words = f"{_LINKING.sub('', before)} {behind.strip()}"
    left = _OWNER.sub("", _OPENING.sub("", " ".join(words.split()))).strip(" ,")
    title = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in left.split())
    return f"{title} of the {body}" if title.lower() in HEADS else title


def give_post(corpus: Corpus, post: ProposedPost) -> CorpusEdit:
    """Return the edit that gives a person a post, or the one they have there further words.

    Raises UpkeepError where the person is not on record, or has the post with these words.
    """
    person = find_entry(corpus, post.person).model
    if any(post.attested in membership.attested for membership in person.memberships):
        msg = f"'{person.id}' has this post already: {post.told}"
        raise UpkeepError(msg)
    changed = attest_post(person, post.title, post.organization, post.attested)
    return CorpusEdit((post.told,), (EntryChange.of(changed, "a post, as printed"),))


def _is_same(held: Membership, post: ProposedPost) -> bool:
    return is_same_post(held, post.title, post.organization, post.attested.as_)
