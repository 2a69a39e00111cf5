"""Whether speakers on record are described as those are who are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.typed_descriptions import PLACES, SpeakerDescription, find_nearness, is_small
from knowledge.corpus import Kind
from knowledge.questions import states_of
from knowledge.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.kb import KnowledgeBase


def is_described_so(
    asked: Asked, statement: CitedStatement, described: SpeakerDescription, *, as_many: bool = False
) -> bool:
    """Return whether words are of such speakers, or are passed on by them; by as many if asked.

    Whoever the words are about tells nothing of who passes them on.
    """
    speaker = statement.speaker
    own = {*states_of(asked.kb, speaker.of)} if speaker and speaker.of else set[str]()
    texts = [(statement.via or "", set[str]()), ((speaker and speaker.description) or "", own)]
    end = "" if as_many else "s"
    return any(_fits(asked.kb, text, of, described, end) for text, of in texts if text)


def _fits(
    kb: KnowledgeBase, text: str, of: Collection[str], described: SpeakerDescription, end: str
) -> bool:
    """Return whether a description on record has all that is asked for."""
    tokens = [token.folded for token in tokenize(text)]
    start = find_nearness(tokens)
    wanted = {word.removesuffix(end) for word in described.words}
    named = dict(_list_states(kb, tokens[:start]))
    located = {state for at, state in named.items() if at and tokens[at - 1] in PLACES}
    near = {token for token in tokens[start + 1 :] if not is_small(token)}
    return (
        wanted <= {token.removesuffix(end) for token in tokens}
        and described.near in (frozenset(), near)
        and described.states <= {*named.values(), *of}
        and described.places <= located
    )


def _list_states(kb: KnowledgeBase, tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each state that a description on record names, by where its name begins."""
    at = 0
    while at < len(tokens):
        lengths = (n for n in (3, 2, 1) if kb.names.exact(tokens[at : at + n]))
        length = next(lengths, 0)
        for name in kb.names.exact(tokens[at : at + length]) if length else ():
            if name.kind is Kind.ORGANIZATION:
                yield from ((at, state) for state in states_of(kb, name.target))
        at += length or 1
