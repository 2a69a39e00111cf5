"""The choice of the cue that brings a quotation, where a sentence has several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.speech.cues import CueForm
from knowledge.speech.name_parts import is_source
from knowledge.text.english.subject_words import RELATIVE_SUBJECT_BEFORE, REPORTS_THAT, WHOM

if TYPE_CHECKING:
    from knowledge.speech.cues import Cue
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.reading import Named, Reading
    from knowledge.text.quotation_marks import Quotation

_BEFORE_A_DASH: Final = 2  # characters between a quotation and the dash of its signature

_RELATIVE_BEFORE: Final = 40  # characters


def choose_cue(
    reading: Reading, quotation: Quotation, named: Named
) -> tuple[Cue, FoundSpeaker] | None:
    """Return the cue of a quotation: the last verb before it, or else the first cue after it."""
    ends = quotation.whole.end
    for cue, speaker in named:
        if cue.form is CueForm.SIGNED and 0 <= cue.verb.start - ends <= _BEFORE_A_DASH:
            return cue, speaker
    named = [(c, s) for c, s in named if c.form is not CueForm.SIGNED]
    before = [
        (c, s)
        for c, s in named
        if c.verb.end <= quotation.whole.start and c.form is not CueForm.ACCORDING
    ]
    leading = [(c, s) for c, s in named if c.verb.end <= quotation.whole.start]
    after = [(c, s) for c, s in named if c.verb.start >= quotation.whole.end]
    direct = _find_attached(reading, quotation, after)
    if direct and before and _ends_a_relative(reading, quotation, before[-1][0]):
        return before[-1]
    if direct and before and relays(reading, quotation, before[-1][0], direct[0]):
        return before[-1]
    if direct and before and not is_source(reading.text[direct[1].printed]):
        return direct if direct[0].form is CueForm.FINITE else before[-1]
    if before:
        return before[-1]
    if leading:
        return leading[-1]
    return after[0] if after else None


def relays(reading: Reading, quotation: Quotation, report: Cue, behind: Cue) -> bool:
    """Return whether who follows a quotation relays what another is reported as saying in it.

    "Finch told Dahl that the plan "is late," Dahl said": the words go on from Finch's "that".
    """
    if report.form is not CueForm.FINITE or behind.verb.start < quotation.whole.end:
        return False
    between = reading.masked[report.verb.end : quotation.whole.start]
    goes_on = reading.text[quotation.words][:1].islower()
    return goes_on and REPORTS_THAT.search(between) is not None


def _ends_a_relative(reading: Reading, quotation: Quotation, before: Cue) -> bool:
    """Return whether a relative clause ends with the quotation, and the comma inside is its own.

    "Unlike Per Dahl, who called the toll "a theft," Ada Finch praised it": the theft is Dahl's.
    """
    between = reading.masked[before.verb.end : quotation.whole.start]
    relative = RELATIVE_SUBJECT_BEFORE.search(
        reading.masked, max(0, before.verb.start - _RELATIVE_BEFORE), before.verb.start
    )
    whom = before.subject and WHOM.search(
        reading.masked, max(0, before.subject.start - _RELATIVE_BEFORE), before.subject.start
    )
    return bool(relative or whom) and not set(",;:\0") & set(between)


def _find_attached(
    reading: Reading, quotation: Quotation, after: Named
) -> tuple[Cue, FoundSpeaker] | None:
    """Return the attribution that follows the closing mark at once: "...," X said."""
    if not after or not quotation.closed:
        return None
    cue, speaker = after[0]
    ends = reading.text.folded[quotation.whole.end - 2 : quotation.whole.end - 1] in {",", "?", "!"}
    between = reading.masked[quotation.whole.end : min(cue.verb.start, speaker.printed.start)]
    return (cue, speaker) if ends and not between.strip(" ,") else None
