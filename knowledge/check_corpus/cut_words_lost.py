"""What a cut of a narration would drop of the sense: words that reach those which are kept."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus.cut_places import is_said_beside
from knowledge.text.english import cut_words
from knowledge.text.english.cue_words import SPEAKING
from knowledge.text.english.frame_words import FINITE, OTHER_CONDITION, PAST
from knowledge.text.english.turning_words import ATTRIBUTION, CONDITION, KEPT_IN_CUTS, MODAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.cut_places import Cut

# These hold of the whole sentence, wherever in it they stand.
_EVERYWHERE = (CONDITION, ATTRIBUTION)
# These turn the clause that they stand in, and what goes back to it.
_OWN_SENTENCE = frozenset({"negation", "reversal", "condition", "speaker"})
_PARTS = re.compile(r"[,;:()]|\s-{1,2}\s")
# A capital inside a sentence: "the lawmaker Tove Ask", "Minister Beatrix Will".
_IN_A_NAME = re.compile(r"[\w,] [A-Z][a-z]+$")
_NEAR = 3  # words: "Perhaps,", "or so it seems"
_KINDS = (*KEPT_IN_CUTS.items(), ("condition", OTHER_CONDITION), ("speaker", SPEAKING))


class LostWord(NamedTuple):
    """A word that a cut drops though it reaches what is kept, and what kind of word it is."""

    kind: str
    word: str


def find(cut: Cut) -> Iterator[LostWord]:
    """Yield what a cut drops of the sense, each kind with its first word."""
    parts = _split(cut)
    for kind, pattern in _KINDS:
        for match in pattern.finditer(cut.sentence):
            if not _is_lost(kind, cut, match):
                continue
            at = max(match.start(), cut.start)
            first, last = next((p for p in parts if p[0] <= at < p[1]), (cut.start, cut.end))
            if _holds_everywhere(pattern, cut, first, last) or _reaches(kind, cut, first, last, at):
                yield LostWord(kind, match[0])
                break


def _is_lost(kind: str, cut: Cut, match: re.Match[str]) -> bool:
    """Return whether a cut drops some of the words.

    Of a speaker or a verb that is kept, what goes on is left out as anything is.
    """
    if kind in {"speaker", "intent"} and match.start() < cut.start:
        return False
    if _IN_A_NAME.search(cut.sentence[: match.start()] + match[0]):
        return False
    return match.start() < cut.end and cut.start < match.end()


def _split(cut: Cut) -> list[tuple[int, int]]:
    """Return where the parts of what is left out begin, each with its mark, and end."""
    edges = [m.start() for m in _PARTS.finditer(cut.sentence, cut.start, cut.end)]
    edges = [cut.start, *(e for e in edges if e > cut.start), cut.end]
    return list(pairwise(edges))


def _reaches(kind: str, cut: Cut, first: int, last: int, at: int) -> bool:
    """Return whether a word at `at`, in the part from `first` to `last`, reaches what is kept."""
    part = cut.sentence[first:last]
    if kind in {"negation", "reversal", "intent"} and _is_apart(part, cut, first, at):
        return False
    if _is_beside(part, cut, last):
        return kind == "speaker" and bool(cut_words.AS.match(part))
    if kind in _OWN_SENTENCE:
        return True
    if kind == "attitude":
        return cut.inner
    return _is_attached(cut, first, last, at)


def _is_apart(part: str, cut: Cut, first: int, at: int) -> bool:
    """Return whether a word turns only what its part tells beside the kept words."""
    if not cut.after_kept:
        return False
    to_come = MODAL.search(cut.before)
    if cut_words.AGAINST.match(part) or cut_words.AS_IT_DOES.match(part):
        return True
    if cut_words.FOLLOWING_ON.match(part) and PAST.search(part) and not to_come:
        return True
    before = cut.sentence[first:at]
    if cut_words.ALSO_DOES.match(part) and cut_words.OWN_CLAUSE.search(before):
        return True
    if cut_words.DOING.match(part) and cut_words.SAID_THEN_DOING.search(cut.sentence[:first]):
        return not before.strip(" ,")
    opens = first == cut.start and cut_words.PARTICIPLE.match(part)
    return bool(opens and cut_words.NEW_THING.search(cut.before) and not before.strip())


def _holds_everywhere(pattern: re.Pattern[str], cut: Cut, first: int, last: int) -> bool:
    """Return whether a word holds of the whole sentence: not what else somebody said."""
    said_more = pattern is ATTRIBUTION and _says_more(cut, cut.sentence[first:last])
    return pattern in _EVERYWHERE and not said_more


def _says_more(cut: Cut, part: str) -> bool:
    """Return whether a part is what else the speaker who is kept did: "said Dahl, who added"."""
    said = cut.after_kept and cut_words.SAID_WHO.search(cut.before)
    return bool(said and cut_words.WHO_ALSO.match(part))


def _is_beside(part: str, cut: Cut, last: int) -> bool:
    """Return whether a part is a clause of its own, which says nothing of what is kept."""
    if cut.inner and (cut_words.RELATIVE_CLAUSE.match(part) or is_said_beside(cut)):
        return True
    if _says_more(cut, part):
        return True
    if cut.after_kept and (opened := cut_words.BESIDE.match(part)):
        clause = part[opened.end() :]
        own = not cut_words.PREDICATE.match(clause) or OTHER_CONDITION.match(clause)
        return bool(own and FINITE.search(part))
    if cut.after_kept or not FINITE.search(part):
        return False
    # In front of the kept words: "Although it is wary, ...", "Velmora will not sign, but ...".
    rest = cut.sentence[last : cut.end].strip(" ,;")
    joined = cut_words.JOINED.fullmatch(rest) or cut_words.GOVERNING.fullmatch(rest)
    apart = cut_words.SET_APART.match(rest or cut.after)
    goes_on = None if rest else cut_words.JOINED_ON.match(cut.after)
    return bool(joined or apart or goes_on or cut_words.BESIDE.match(part))


def _is_attached(cut: Cut, first: int, last: int, at: int) -> bool:
    """Return whether a word hangs on the kept words: no mark and no verb of its own between."""
    if cut_words.JOINED.search(cut.words) and cut_words.PREDICATE.match(cut.after):
        return False  # what else somebody does who is kept: "Velmora hopes for rain, and ..."
    part = cut.sentence[first:last]
    opens = first == cut.start and cut.after_kept and not cut_words.MARKED.match(cut.words)
    if not cut.before_kept:
        near = len(cut.sentence[first:at].split()) < _NEAR and opens
        return near or len(part.split()) <= _NEAR or bool(cut_words.HEDGED.match(part))
    closes = last == cut.end and not cut_words.ENDS_MARKED.search(cut.words)
    return opens or closes or len(part.split()) <= _NEAR
