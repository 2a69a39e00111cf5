"""Corrections of a candidate: a curator points at the article's words and never types them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.corpus.model import Sourcing
from knowledge.intake.read import said_dates
from knowledge.speech.found_speaker import FoundSpeaker
from knowledge.text.article_text import Span

if TYPE_CHECKING:
    from knowledge.corpus.model import Article
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.review.decisions import Decision
    from knowledge.text.article_text import Text


def apply_decision(made: Candidate, decision: Decision, text: Text, article: Article) -> Candidate:
    given: dict[str, Any] = {
        name: value
        for name in ("sourcing", "via", "holder", "said")
        if (value := getattr(decision, name)) is not None
    }
    given |= {name: None for name in decision.cleared if name in {"via", "holder"}}
    given.setdefault("said", made.said or said_dates.propose_date(article.published))
    if decision.clause is not None:
        given["clause"] = tuple(Span(*run) for run in decision.clause)
    speaker = _correct_speaker(made, decision, text)
    given.setdefault("sourcing", _choose_sourcing(made, decision, speaker))
    return replace(made, speaker=speaker, no_quote=None, **given)


def _correct_speaker(made: Candidate, decision: Decision, text: Text) -> FoundSpeaker | None:
    naming = decision.naming
    entity = decision.speaker or ((naming.entity or naming.alias_of) if naming else None)
    speaker = made.speaker
    if speaker is None:
        if not (entity or decision.description):
            return None
        speaker = FoundSpeaker(Span(*decision.attribution) if decision.attribution else made.whole)
    if entity:
        speaker = replace(speaker, id=entity, description=None, jointly=())
    if decision.description:
        speaker = FoundSpeaker(speaker.printed, description=decision.description)
    return _point_at_words(speaker, decision, text)


def _point_at_words(speaker: FoundSpeaker, decision: Decision, text: Text) -> FoundSpeaker:
    """Return the speaker with the printed words that a curator pointed at."""
    if decision.attribution:
        speaker = replace(speaker, printed=Span(*decision.attribution), refers_to=None)
    if decision.refers_to:
        speaker = replace(speaker, refers_to=text.as_printed(decision.refers_to))
    if decision.as_:
        speaker = replace(speaker, as_=decision.as_)
    as_ = None if "as_" in decision.cleared else speaker.as_
    refers_to = None if "refers_to" in decision.cleared else speaker.refers_to
    return replace(speaker, as_=as_, refers_to=refers_to)


def _choose_sourcing(made: Candidate, decision: Decision, speaker: FoundSpeaker | None) -> Sourcing:
    """Return the sourcing level that another speaker brings, where a curator chose none."""
    if speaker is None:
        return Sourcing.OUTLET
    if decision.description:
        return Sourcing.UNNAMED
    if speaker.id and made.sourcing in {Sourcing.UNNAMED, Sourcing.OUTLET}:
        return Sourcing.ON_RECORD
    return made.sourcing
