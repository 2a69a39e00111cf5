"""Corrections of a candidate: a curator points at the article's words and never types them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.corpus.model import Sourcing
from knowledge.intake.read import said_dates
from knowledge.speech.found_speaker import FoundSpeaker
from knowledge.speech.name_parts import find_name, find_title
from knowledge.text.article_text import Span
from knowledge.text.end_marks import strip_end_marks

if TYPE_CHECKING:
    from knowledge.corpus.model import Article
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.review.decisions import Decision
    from knowledge.speech.known_names import KnownNames
    from knowledge.text.article_text import Text


def apply_decision(
    made: Candidate, decision: Decision, text: Text, article: Article, known: KnownNames
) -> Candidate:
    """Return a candidate with a curator's changes; `known` are the names on record.

    Another speaker has another post and holder: those of the words that name them, or none.
    """
    given: dict[str, Any] = {
        name: value
        for name in ("sourcing", "via", "holder", "said")
        if (value := getattr(decision, name)) is not None
    }
    given |= {name: None for name in decision.cleared if name in {"via", "holder"}}
    given.setdefault("said", made.said or said_dates.propose_date(article.published))
    if decision.clause is not None:
        given |= _choose_slice(made, [Span(*run) for run in decision.clause])
    speaker = _correct_speaker(made, decision, text)
    if speaker and _is_other(made, decision) and "holder" not in {*given, *decision.cleared}:
        words = speaker.description or text[speaker.printed]
        given["holder"] = known.find_holder(words, speaker.id)
    given.setdefault("sourcing", _choose_sourcing(made, decision, speaker))
    return replace(made, speaker=speaker, no_quote=None, **given)


def _choose_slice(made: Candidate, runs: list[Span]) -> dict[str, Any]:
    """Return what a curator kept: runs of a narration, or one stretch of speech under a label."""
    if made.speech:
        return {"speech": Span(runs[0].start, runs[-1].end)}
    return {"clause": tuple(runs)}


def _correct_speaker(made: Candidate, decision: Decision, text: Text) -> FoundSpeaker | None:
    naming = decision.naming
    entity = decision.speaker or ((naming.entity or naming.alias_of) if naming else None)
    speaker = made.speaker
    if speaker is None:
        if not (entity or decision.description):
            return None
        speaker = FoundSpeaker(Span(*decision.attribution) if decision.attribution else made.whole)
    if entity and _is_other(made, decision):
        speaker = FoundSpeaker(speaker.printed, id=entity)
    elif entity:
        speaker = replace(speaker, id=entity, description=None, jointly=())
    if decision.description:
        speaker = FoundSpeaker(speaker.printed, description=decision.description)
    return _point_at_words(speaker, decision, text)


def _is_other(made: Candidate, decision: Decision) -> bool:
    """Return whether a decision gives the words to another speaker than was proposed."""
    if decision.description:
        return True
    proposed = made.speaker.id if made.speaker else None
    return bool(decision.speaker) and decision.speaker != proposed


def _find_post(text: Text, printed: Span) -> str | None:
    """Return the post in front of the name among the words that name a speaker."""
    name = find_name(text[printed])
    return find_title(text[printed][: name.start()].strip(" ,")) if name else None


def _point_at_words(speaker: FoundSpeaker, decision: Decision, text: Text) -> FoundSpeaker:
    """Return the speaker with the printed words that a curator pointed at."""
    if decision.attribution:
        speaker = replace(speaker, printed=Span(*decision.attribution), refers_to=None)
        if speaker.as_ is None and not speaker.description:
            speaker = replace(speaker, as_=_find_post(text, speaker.printed))
    if decision.refers_to:
        speaker = replace(speaker, refers_to=text.as_printed(decision.refers_to))
    if decision.as_:
        speaker = replace(speaker, as_=strip_end_marks(decision.as_))
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
