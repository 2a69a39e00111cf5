"""Who led which body when, and what the bodies said meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.citations.led_body import LedBody
from knowledge.citations.post_days import certain_days
from knowledge.corpus.model import Classification
from knowledge.names.personal_names import find_lone_parts, split_name
from knowledge.text.english.leading_titles import LEADING_A_BODY, LEADING_A_STATE
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Membership

# What a leader of the state leads below it. A parliament or an outlet speaks for itself.
_LED = {
    Classification.STATE,
    Classification.GOVERNMENT,
    Classification.MINISTRY,
    Classification.AGENCY,
}


def find_leaders(corpus: Corpus) -> list[LedBody]:
    """Return every post of the corpus at the head of a body."""
    return [
        LedBody(
            entry.model.id,
            post.title,
            post.organization,
            *(certain_days(corpus, post) or (None, None)),
        )
        for entry in corpus.people.values()
        for post in entry.model.memberships
        if _leads(corpus, post)
    ]


def _leads(corpus: Corpus, post: Membership) -> bool:
    if post.leads is not None:
        return post.leads
    entry = corpus.organizations.get(post.organization)
    is_state = bool(entry and entry.model.classification is Classification.STATE)
    return post.title.casefold() in (LEADING_A_STATE if is_state else LEADING_A_BODY)


def find_named_leader(
    corpus: Corpus, leaders: Iterable[LedBody], body: str, printed: str
) -> str | None:
    """Return the leader whose name is in the printed words for a body: "the Dahl administration".

    None where they name nobody who led the body or its state, or may name two.
    """
    above, words = {body, corpus.state_of(body)}, {token.folded for token in tokenize(printed)}
    people = {leader.person for leader in leaders if leader.organization in above}
    named = [p for p in people if words & _lone_parts(corpus.people[p].model.name)]
    return named[0] if len(named) == 1 else None


def _lone_parts(name: str) -> set[str]:
    return {part.folded for part in find_lone_parts(split_name(name))}


def roll_up(
    corpus: Corpus, leaders: Sequence[LedBody], cited: Iterable[CitedStatement]
) -> Iterator[tuple[str, CitedStatement]]:
    """Yield each statement of a body with who certainly led the body on the days it was said."""
    for statement in cited:
        speaker = statement.speaker
        if speaker is None or speaker.id not in corpus.organizations:
            continue
        days = statement.said.from_, statement.said.to
        then = (leader for leader in leaders if leader.covers(*days))
        led_by = {leader.person for leader in then if _led(corpus, leader.organization, speaker.id)}
        for person in sorted(led_by | ({speaker.under} if speaker.under else set())):
            yield person, statement


def _led(corpus: Corpus, organization: str, body: str) -> bool:
    """Return whether who leads an organization leads a body: it, or one of the executive below."""
    above: str | None = body
    seen: set[str] = set()
    while above in corpus.organizations and above not in seen:
        seen.add(above)
        model = corpus.organizations[above].model
        if model.classification not in _LED:
            return above == organization
        if above == organization:
            return True
        above = model.parent
    return False
