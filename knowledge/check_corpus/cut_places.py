"""Where a narration may be cut: a part of the sentence is lifted out whole, and no word of one.

There is no parser here. What opens and closes a part is told by its marks and by words of few
classes, and a cut that none of them justifies is refused: a curator can always quote more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.text.english import cut_words as words_of
from knowledge.text.english.frame_words import FINITE

if TYPE_CHECKING:
    from knowledge.text.article_text import Span

WHAT_TO_DO = (
    "Cut where a comma, a dash or a preposition begins a part of the sentence, to the end of that "
    "part; or quote these words too."
)


@dataclass(frozen=True)
class Cut:
    """What is left out of a sentence that begins at `at`, and whether words beside it are kept.

    `after_kept` says that the quote has words in front of the cut, `before_kept` behind it.
    """

    sentence: str
    at: int
    gap: Span
    after_kept: bool
    before_kept: bool

    @property
    def start(self) -> int:
        return self.gap.start - self.at

    @property
    def end(self) -> int:
        return self.gap.end - self.at

    @cached_property
    def words(self) -> str:
        return self.sentence[self.start : self.end]

    @cached_property
    def before(self) -> str:
        return self.sentence[: self.start]

    @cached_property
    def after(self) -> str:
        return self.sentence[self.end :]

    @property
    def inner(self) -> bool:
        return self.after_kept and self.before_kept


def find_what_lacks(kept: str) -> str | None:
    """Return what is wrong with the words that are kept of a sentence, all together, or None."""
    if words_of.ONLY_WHO.fullmatch(kept) and len(list(FINITE.finditer(kept))) == 1:
        return "The quote says who speaks, and not what"
    named = words_of.WITH_ITS_CLAUSE.match(kept) or words_of.SET_APART.match(kept)
    whole = has_verb(kept) or words_of.PERHAPS_VERB.search(kept) or named
    return None if whole else "The quote has no verb"


def find_fault(cut: Cut) -> str | None:
    """Return what is wrong with the place of a cut, or None."""
    if cut.before.count('"') % 2 and cut.after.count('"') % 2:
        return "The cut is inside quotation marks"
    if cut.inner and _is_lifted_whole(cut):
        return None
    if cut.after_kept and not _opens(cut):
        return "The cut begins inside a part of the sentence"
    if cut.before_kept and not (_closes(cut) if cut.after_kept else _leads_in(cut)):
        return "The cut ends inside a part of the sentence"
    return None


def _is_lifted_whole(cut: Cut) -> bool:
    """Return whether a cut lifts out what needs no preposition and no marks on both sides."""
    words, before, after = cut.words, cut.before, cut.after
    if words_of.DANGLING.search(before):
        return False
    if _is_one_of_several_said(cut):
        return True
    if words_of.RELATIVE.fullmatch(words):
        return bool(words_of.PREDICATE.match(after))
    if words_of.JOINED.search(words):
        return _is_joined_on(cut)
    return bool(words_of.TIME.fullmatch(words)) and not words_of.DATE_GOES_ON.match(after)


def _is_one_of_several_said(cut: Cut) -> bool:
    """Return whether a cut lifts out one of three clauses of one "said": "and that it rained".

    In a clause in which somebody else says something, what follows may be theirs.
    """
    clause = words_of.AND_THAT.match(cut.words)
    goes_on = words_of.AND_THAT_THEN.match(cut.after)
    if not (clause and goes_on and words_of.SAID_THAT.search(cut.before)):
        return False
    rest = cut.words[clause.end() :]
    return bool(FINITE.search(rest)) and not words_of.EMBEDS.search(rest)


def _is_joined_on(cut: Cut) -> bool:
    """Return whether a cut lifts out the first of two things that somebody does or says."""
    if is_said_beside(cut):
        return True
    if words_of.THAT.match(cut.words) and words_of.THAT.match(cut.after):
        return bool(words_of.SAID.search(cut.before))
    aside, *rest = cut.words.split(",")
    first = rest if not aside.strip() else [aside]
    return any(map(words_of.PREDICATE.match, first)) and bool(words_of.PREDICATE.match(cut.after))


def is_said_beside(cut: Cut) -> bool:
    """Return whether a cut lifts out the first of two clauses of one "said", and no other verb."""
    two = words_of.THAT_THEN.match(cut.words) and words_of.SAID_THEN.match(cut.after)
    joined = words_of.JOINED.search(cut.words) and words_of.SAID.search(cut.before)
    return bool(two and joined)


def _opens(cut: Cut) -> bool:
    """Return whether what is left out begins where a part of the sentence does."""
    words, before = cut.words, cut.before
    if words_of.MARKED.match(words) or words_of.ENDS_MARKED.search(before):
        return cut.inner or not words_of.PREDICATE.match(words.lstrip(" ,;:"))
    if words_of.ENDS_THAT.search(before) and words_of.ENDS_MARKED.search(words):
        return bool(words_of.OPENING.match(words))
    wants = words_of.WANTS_OBJECT.search(before.rstrip()) and not words_of.THAT.match(cut.after)
    if words_of.DANGLING.search(before) or wants:
        return False
    if words_of.PARTICIPLE.match(words) and not cut.before_kept:
        return bool(words_of.NEW_THING.search(before))
    if words_of.INFINITIVE.match(words):
        return bool(words_of.NOUN_PHRASE.search(before))
    if words_of.TIME.fullmatch(words.rstrip(" .")):
        return True
    return bool(words_of.OPENING.match(words) and words.split()[1:]) and _is_whole_phrase(cut)


def _is_whole_phrase(cut: Cut) -> bool:
    """Return whether what begins with a preposition or a conjunction takes no more with it."""
    words = cut.words
    if words_of.JOINING.match(words):  # one of two things is no part by itself, one clause is
        return has_verb(words) and has_verb(words_of.CLAUSE_START.split(cut.before)[-1])
    if words_of.GOES_ON.match(words) or _drops_what_is_said(cut):
        return False
    if words_of.AS_WHAT.match(words) and words_of.TAKES_AS.search(cut.before):
        return False
    verb = words_of.VERB.search(words.partition(",")[0])
    return verb is None or bool(words_of.SUBORDINATE.search(words[: verb.start()]))


def _drops_what_is_said(cut: Cut) -> bool:
    """Return whether "said in Lund that it rains" ends with "said"."""
    said = words_of.SAID.search(cut.before)
    words = cut.words.partition(",")[0]
    _, that, clause = words.partition("that ")
    return bool(said) and bool(has_verb(clause) if that else words_of.VERB.search(words))


def has_verb(words: str) -> bool:
    return any(match[0].islower() for match in FINITE.finditer(words))


def _closes(cut: Cut) -> bool:
    """Return whether what is left out between kept words ends where a part of the sentence does."""
    if words_of.ENDS_MARKED.search(cut.words) or words_of.MARKED.match(cut.after):
        return bool(cut.words.strip(" ,").count(" ")) or bool(words_of.ALONE.fullmatch(cut.words))
    if not words_of.SAID.search(cut.before):
        return False
    return bool(words_of.ENDS_THAT.search(cut.words) or words_of.THAT.match(cut.after))


def _leads_in(cut: Cut) -> bool:
    """Return whether the words kept first begin a clause of their own after what is left out."""
    words, last = cut.words, _last_part(cut.words)
    if words_of.ALONE.fullmatch(words):
        return True
    lead = words_of.TIME.fullmatch(words) or words_of.BESIDE_ANOTHER.fullmatch(words)
    if lead and words_of.SUBJECT.match(cut.after):
        return True
    if words_of.WITHOUT_SUBJECT.match(cut.after):
        return False
    if words_of.ENDS_MARKED.search(words) or words_of.MARKED.match(cut.after):
        return _stands_alone(words)
    if words_of.JOINED.search(words):
        return bool(FINITE.search(words)) or not last.strip()
    if words_of.ENDS_WITH_ROLE.search(words):
        return _begins_with_name(cut.after) and not FINITE.search(words_of.OWNER.sub("", last))
    return bool(words_of.GOVERNING.search(words) and words_of.WITH_ITS_CLAUSE.match(cut.after))


def _begins_with_name(words: str) -> bool:
    return words.lstrip()[:1].isupper() and not words_of.ROLE.match(words.lstrip())


def _last_part(words: str) -> str:
    return words.rstrip(" ,").rpartition(",")[2]


def _stands_alone(words: str) -> bool:
    """Return whether words before a comma are an adverbial, a clause or somebody's role."""
    last = _last_part(words)
    if FINITE.search(words) or words_of.ROLE.search(last) or words.rstrip().endswith(("-", ":")):
        return True
    return bool(words_of.OPENING.match(last) and last.split()[1:])
