"""The claims of a sentence: whose words somebody else rejects, or takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.speech.cues import SPOKEN, Cue, CueForm
from knowledge.text.article_text import Span
from knowledge.text.english.denying_words import HEARSAY
from knowledge.text.english.taken_claim_words import TAKEN_CLAIM, WORDS_OF

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_BEFORE: Final = 400  # characters


def find_claims(masked: str, sentence: Span) -> Iterator[Cue]:
    """Yield the claims that bring words between marks; one without a subject is nobody's."""
    if "\0" not in masked[slice(*sentence)]:
        return
    for match in TAKEN_CLAIM.finditer(masked, *sentence):
        if match["owner"] or match["by"] or match["rejects"]:
            beside = Span(*match.span("beside")) if match["beside"] else None
            yield Cue(Span(*match.span("claim")), CueForm.CLAIM, _find_claimant(match), beside)
    for match in WORDS_OF.finditer(masked, *sentence):
        yield Cue(Span(match.start(), match.start("who")), CueForm.CLAIM, Span(*match.span("who")))


def choose_claim(masked: str, cues: list[Cue], words: Span) -> Cue | None:
    """Return the claim that words between marks belong to, before them or behind."""
    found = [c for c in cues if c.form is CueForm.CLAIM]
    behind = [c for c in found if c.verb.start >= words.end]
    if behind:
        return behind[0]
    before = [c for c in cues if c.verb.end <= words.start and (c.form in SPOKEN or c in found)]
    last = before[-1] if before else None
    if last is None or last.form is not CueForm.CLAIM:
        return None
    return None if set(";:") & set(masked[last.verb.end : words.start]) else last


def is_hearsay(masked: str, sentence: Span, words: int) -> bool:
    """Return whether words are in a report of what somebody said: "rumors that Dahl had called"."""
    before = masked[max(sentence.start, words - _BEFORE) : words].rstrip("\0")
    return HEARSAY.search(before) is not None


def _find_claimant(match: re.Match[str]) -> Span | None:
    """Return who claims something, where their name or description stands beside it."""
    if match["by"]:
        return Span(*match.span("by"))
    start, end = match.span("owner")
    owner = (match["owner"] or "").removesuffix("s").removesuffix("'")
    return Span(start, start + len(owner)) if end > start else None
