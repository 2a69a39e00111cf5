"""Drafts on record under review: what a curator leaves alone stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from knowledge.intake.add.drafts import UNWORDED
from knowledge.intake.read.candidate import find_place
from knowledge.intake.review.decisions import CuratorVerdict, Decision
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.corpus.model import Article, Quote, Stance, Statement
    from knowledge.intake.read.candidate import Candidate, QuotePlace
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.text.article_text import Text


def list_places(statements: Iterable[Statement], text: Text) -> list[QuotePlace]:
    found = (find_place(text, quote) for s in statements for quote in s.quotes)
    return [where for where in found if where]


def find_undecided(base: Article, made: Iterable[Candidate], text: Text) -> list[Candidate]:
    """Return the candidates that no curated statement holds, nor a retired one."""
    curated = list_places([*base.served, *(r.statement for r in base.retired)], text)
    return [c for c in made if not any(p.includes(q) for p in c.places for q in curated)]


@dataclass(frozen=True)
class DraftOnRecord:
    """A draft that candidates propose again, and which of them."""

    statement: Statement
    candidates: frozenset[int]


def find_proposed_again(
    base: Article, made: Sequence[Candidate], text: Text
) -> dict[str, DraftOnRecord]:
    """Return the drafts that are decided anew, by id; one written by hand is none of them."""
    found = {}
    for statement in (s for s in base.statements if s.draft):
        places = set(list_places([statement], text))
        again = frozenset(i for i, c in enumerate(made) if places & set(c.places))
        if again:
            found[statement.id] = DraftOnRecord(statement, again)
    return found


def keep_undecided(
    draft: DraftOnRecord, made: Sequence[Candidate], decided: set[int], text: Text
) -> Statement | None:
    """Return a draft with the quotes that nothing was decided of, if there are any."""
    left = [made[i] for i in draft.candidates - decided]
    if not left or not draft.candidates & decided:
        return draft.statement if left else None
    gone = {p for i in draft.candidates & decided for p in made[i].places}
    gone -= {p for c in left for p in c.places}
    quotes = draft.statement.quotes
    kept = [i for i, quote in enumerate(quotes) if find_place(text, quote) not in gone]
    return _take_quotes(draft.statement, kept)


def _take_quotes(draft: Statement, kept: list[int]) -> Statement:
    """Return a draft with some of its quotes, and the stances that rest on them."""
    stances = [
        s.model_copy(update={"grounds": kept.index(s.grounds)})
        for s in draft.stances
        if s.grounds in kept
    ]
    quotes = [draft.quotes[i] for i in kept]
    return draft.model_copy(update={"quotes": tuple(quotes), "stances": tuple(stances)})


def read_changes(draft: DraftOnRecord, at: int, made: Candidate, text: Text) -> Decision | None:
    """Return what a draft says otherwise than its candidate, as changes still undecided.

    A draft for one of several joint speakers says nothing of the candidate that they share.
    """
    statement = draft.statement
    places = [find_place(text, quote) for quote in statement.quotes]
    own = next((q for q, p in zip(statement.quotes, places, strict=True) if p in made.places), None)
    if own is None or (made.speaker and len(made.speaker.jointly) > 1):
        return None
    first = at == min(draft.candidates)
    worded = first and statement.summary != UNWORDED
    changed = {
        **_compare(made, statement),
        **_compare_speaker(made, statement, own, text),
        "summary": statement.summary if worded else None,
        "event": statement.event,
        "note": statement.note,
        "stances": _read_stances(made, statement, places),
    }
    return Decision(candidate=at, verdict=CuratorVerdict.OPEN, **changed)


def _compare(made: Candidate, statement: Statement) -> dict[str, Any]:
    """Return the fields beside the speaker that differ; those made empty are cleared."""
    pairs = {
        "sourcing": (made.sourcing, statement.sourcing),
        "via": (made.via, statement.via),
        "holder": (made.holder, statement.on_behalf_of),
        "said": (made.said, statement.said),
    }
    return {name: given for name, (proposed, given) in pairs.items() if given != proposed}


def _compare_speaker(
    made: Candidate, statement: Statement, own: Quote, text: Text
) -> dict[str, Any]:
    speaker, found = statement.speaker, made.speaker
    cleared = [
        name
        for name, proposed, given in (
            ("via", made.via, statement.via),
            ("holder", made.holder, statement.on_behalf_of),
            ("as_", found and found.as_, speaker and speaker.as_),
            ("refers_to", found and found.refers_to, own.refers_to),
        )
        if proposed and not given
    ]
    changed: dict[str, Any] = {"cleared": tuple(cleared)}
    if speaker is None:
        return changed
    if speaker.id and speaker.id != (found and found.id):
        changed["speaker"] = speaker.id
    elif not speaker.id and speaker.description not in _list_descriptions(found):
        changed["description"] = speaker.description
    if speaker.as_ and speaker.as_ != (found and found.as_):
        changed["as_"] = speaker.as_
    return changed | _compare_words(made, own, text)


def _list_descriptions(found: FoundSpeaker | None) -> set[str | None]:
    """Return what an entry calls a speaker who is not on record."""
    return {None, found.name, found.description} if found else {None}


def _compare_words(made: Candidate, own: Quote, text: Text) -> dict[str, Any]:
    """Return the words that name the speaker, and whom they refer to, where they differ."""
    found, changed = made.speaker, dict[str, Any]()
    if own.attribution and fold(own.attribution) != (found and text[found.printed]):
        near = text.around(made.whole)
        places = text.occurrences(fold(own.attribution))
        changed["attribution"] = next((p for p in places if near.holds(p)), None)
    if own.refers_to and fold(own.refers_to) != (found and found.refers_to):
        changed["refers_to"] = own.refers_to
    return changed


def _read_stances(
    made: Candidate, statement: Statement, places: list[QuotePlace | None]
) -> tuple[Stance, ...]:
    """Return the stances that rest on a candidate's words, their grounds counted among these."""
    return tuple(
        stance.model_copy(update={"grounds": made.places.index(where)})
        for stance in statement.stances
        if (where := places[stance.grounds]) in made.places
    )
