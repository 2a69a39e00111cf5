"""How far printed words reach others: over their sentence, and many over their clause alone."""

from __future__ import annotations

import re

from knowledge.text.english.frame_words import COORDINATED, FINITE, PAST, PAST_TIME
from knowledge.text.english.turning_words import MODAL
from knowledge.text.sentence_ends import list_sentence_ends

# Joined on: what would have been, of which nothing said before it depends.
_UNFULFILLED = re.compile(
    r"[,;] (?:and|but|yet|so) (?:had\b|were\b|if\b[^,;]*\bhad\b)[^,;]*, "
    r"[^,;]*\b(?:would|could|might)(?: not)? have\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:he|she|it|they|we|I)\b")


class Reach:
    """Printed words on one side of those asked about, `beside`, cut to what belongs to these."""

    def __init__(self, words: str, beside: str, *, before: bool) -> None:
        self._beside, self._before = beside, before
        words = f"{words.rstrip()} " if before else words
        self.sentence = self._drop_past_times(_cut_to_sentence(words, beside, before=before))

    def cut_to_clause(self, *words: str) -> str:
        """Return the words without those of a clause that is only joined on, by one of `words`."""
        found = [m for m in COORDINATED.finditer(self.sentence) if not words or m[1] in words]
        for match in reversed(found) if self._before else found:
            one, other = self.sentence[: match.start()], self.sentence[match.end() :]
            if self._before:
                if match[0][0] in ",;" and FINITE.search(f"{other} {self._beside}"):
                    return other
            elif _SUBJECT.match(other) or FINITE.match(other) or self._has_own_verbs(other):
                return one
        return self.sentence

    def drop_joined_clause(self) -> str:
        """Return words behind those asked about without a clause that is joined on to these."""
        one = self.cut_to_clause()
        _, mark, other = self.sentence[len(one) :].lstrip(",; ").partition(",")
        return f"{one}{mark}{other}"

    def _has_own_verbs(self, words: str) -> bool:
        return bool(FINITE.search(words) and FINITE.search(self._beside))

    def _drop_past_times(self, words: str) -> str:
        """Return the words without a clause that tells when something past was."""
        if MODAL.search(self._beside) or not PAST.search(self._beside):
            return words
        return PAST_TIME.sub(lambda clause: "" if PAST.search(clause[0]) else clause[0], words)


def _cut_to_sentence(words: str, beside: str, *, before: bool) -> str:
    if before:
        # Three dots end no sentence where the words after them begin small.
        goes_on = beside[:1].islower() and words.rstrip().endswith(("...", "…"))
        first = beside[:1] if goes_on else beside[:1].upper() or "A"
        ends = [end for end in list_sentence_ends(f"{words} {first}") if end <= len(words) + 1]
        return words[ends[-1] :] if ends else words
    ends = list_sentence_ends(words)
    words = words[: ends[0]].rstrip() if ends else words
    joined = _UNFULFILLED.search(words)
    return words[: joined.start()] if joined else words


def is_clause(words: str) -> bool:
    """Return whether words hold a verb of their own: "talks" do not, "talks will be held" do."""
    return bool(FINITE.search(words))


def ends_sentence(words: str) -> bool:
    """Return whether a sentence ends in these words, so that what follows is another."""
    return bool(list_sentence_ends(words))
