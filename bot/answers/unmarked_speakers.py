"""Who words without marks are said to be by: "Kono said …", "… (Kono)", "check this: Kono: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.added_names import divide_added
from bot.answers.attributed_behind import divide_behind
from bot.answers.parted_names import part_person
from bot.answers.speaker_labels import divide_label, find_label, read_heading
from bot.answers.typed_days import list_typed_days
from bot.answers.unmarked_print import compare_unmarked, has_print
from knowledge.check_quote import (
    PRINTED,
    VERB,
    blank_quotations,
    has_marks,
    is_clause,
    put_in_marks,
)
from knowledge.questions import MAX_LENGTH
from knowledge.text import SAYING, OutOfStepsError, allow, compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_quote import Comparison
    from knowledge.kb import KnowledgeBase

_WORK: Final = 18_000  # steps that dividing may take: two sentences of an article take less
# What a request for a check goes on with, before the words: "check this quote: …", "verify that …".
_REQUEST: Final = compile_later(
    r"[\s,:]*(?:(?:please|pls|plz)\b[\s,:]*)?"
    r"(?:(?:(?:this|that|these|the|following|my|a|one)\s+){0,3}"
    r"(?:this|that|these|following|quote|quotation|statement|sentence|line|words?)"
    r"(?:\s+(?:please|pls|plz|for\s+me))?\s*(?:[:,–—]|-\s|\n)\s*|that\s+(?=\S))?",
    re.IGNORECASE,
)
# Other verbs than these bring words only before "that" or a mark: "urged Seoul to wait" does not.
# What somebody denies that it is so, they did not say.
_VERBS: Final = (
    rf"(?:{'|'.join(sorted(SAYING))}|say|tweet(?:ed|s)|stat(?:ed|es)|claim(?:ed|s)"
    r"|(?:warn|insist|argu|declar|announc)(?:ed|es|s)(?!\s+(?:of|on|to|for|about|against)\b)"
    rf"|(?!den(?:ied|ies)\b){VERB}(?=\s+that\b|\s*(?:[,:]|\Z)))"
)
# These alone bring words that are no clause: who "argued the pros and cons" argued them, or not.
_PLAINLY: Final = frozenset(
    ["said", "says", "say", "told", "tells", "wrote", "writes", "tweeted", "tweets"]
)
# Between the verb and the words: whom they were told, when and where.
_TOLD: Final = (
    r"(?:(?<=told)\s+(?:(?:an?|the|his|her|their)\s+\S+(?:\s+\S+){1,2}?(?=\s+that\b)"
    r"|(?:the\s+)?\S+(?=[\s:])))?"
    r"(?:\s+(?:on|to|in|at|yesterday|today|earlier|last)\b[^:\n]{0,40}?(?=:|\s+that\b))?"
    r"(?:\s+that)?(?:\s*+[,:])?"
)
_BRINGS: Final = compile_later(r"[,:]|\bthat\b", re.IGNORECASE)
_LED: Final = compile_later(r"([^:\n]{2,60}):\s+(\S.*)", re.DOTALL)  # "A line from Brandt: …"
_SAYS: Final = compile_later(
    rf"(?P<asks>(?:did|does|has|have|if|whether)\s+)?(?P<who>.{{2,60}}?)\s++(?:(?:also|really|once|ever)\s++)?"
    rf"(?P<verb>(?!(?-i:States\b)){_VERBS}){_TOLD}"  # which ends a name
    r"\s++(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND: Final = compile_later(
    r"(\S.*[^\s,])(?:\s+[–—-]{1,2}\s*|\s*[(\[]\s*|,?\s+(?:said|says|per|according\s+to)\s+(?:the\s+)?)"
    r"([^\n–—()\[\]]{2,60}?)[\s)\].]*",
    re.IGNORECASE | re.DOTALL,
)
# "…, Brandt said".
_SAID_BEHIND: Final = compile_later(
    r"(\S.*[^\s,]),\s+([^\n,]{2,60}?)\s+(?:said|says)[\s.]*", re.IGNORECASE | re.DOTALL
)
# "…, Brandt", "Brandt, …", "… by Brandt".
_BESIDE: Final = compile_later(r"([^\n,;]+)[,;]\s+([^\n,;]+)")
_FROM: Final = compile_later(r"(?:(?:is|was)\s+)?(\S.*)\s(?:by|from)\s(.{2,60})", re.IGNORECASE)
# "According to Brandt, …", "per Brandt …", "as Brandt put it: …".
_BEFORE: Final = compile_later(
    r"(?:according\s+to|per|as)\s+(?:the\s+)?(\S.*)", re.IGNORECASE | re.DOTALL
)
_PUT: Final = compile_later(rf"(.{{2,60}}?)\s+(?:put\s+it|{_VERBS})\s*[,:]?", re.IGNORECASE)
# Behind the words: the asker wants to hear that they are right.
_TAG: Final = compile_later(
    r"(?:\s*[,.–—-]+\s*(?:is\s+(?:that|this|it)\s+)?(?:right|correct|true|yes|no|accurate)\s*\?*"
    r"|\s+(?:right|correct|true|yes)\s*\?+)\s*\Z",
    re.IGNORECASE,
)
_LONGEST_TAG: Final = 60  # characters
_NAME_WORDS: Final = 3  # of a name that nothing parts from the words before or after it
_SENTENCE: Final = 5  # words before it


def find_request(text: str) -> int:
    """Return where the words begin behind what only asks for their check: "this quote: …"."""
    found = _REQUEST.match(text)
    return found.end() if found else 0


def mark_words(kb: KnowledgeBase, text: str) -> str:
    """Put words without marks between them, behind whoever they are said to be by.

    Words that name nobody, or that name a speaker as `read_quotations()` reads one, stay as typed.
    """
    if has_marks(text) or len(text) >= MAX_LENGTH:
        return text
    words = text[find_request(text) :]
    if blank_quotations(words).strip():
        return words
    name, said = divide_speaker(kb, words, to_check=True)
    if not name:
        return words
    days = list_typed_days(kb, words.replace(said, " ", 1))
    return f"{', '.join([name, *days])}: {put_in_marks(said)}"


def _without_tag(line: str) -> str:
    """Return a line without its tag; one is sought at the end alone, in marks however many."""
    tag = _TAG.search(line, max(0, len(line) - _LONGEST_TAG))
    return line[: tag.start()] if tag else line


def divide_speaker(
    kb: KnowledgeBase, line: str, *, to_check: bool = False
) -> tuple[str | None, str]:
    """Return who is named before or after words without marks, and the words.

    Words that an article prints with the name in them are left whole. Of words `to_check` also a
    few are taken for somebody's.
    """
    line = _without_tag(line[find_request(line) :]).strip()
    try:
        with allow(_WORK):
            return _divide(kb, line, to_check=to_check)
    except OutOfStepsError:
        return None, line


def divide_teller(kb: KnowledgeBase, line: str) -> tuple[str | None, str]:
    """Return who "said" the words of a line, by how it is written alone, and the words."""
    says = _find_saying(line.strip())
    name = find_label(kb, says["who"]) if says else None
    return (name, says["words"]) if says and name else (None, line)


def _divide(kb: KnowledgeBase, line: str, *, to_check: bool) -> tuple[str | None, str]:
    name, words = divide_label(kb, line)
    if name:
        return name, words
    whole = compare_unmarked(kb, line)
    if whole.verdict in PRINTED:
        return None, line
    return next(_divisions(kb, line, whole, to_check=to_check), (None, line))


def _divisions(
    kb: KnowledgeBase, line: str, whole: Comparison, *, to_check: bool
) -> Iterator[tuple[str, str]]:
    """Yield how a line may be divided; beside words that are printed, anybody may be named."""
    if (led := _LED.fullmatch(line)) and (name := read_heading(kb, led[1])):
        yield name, led[2]
    yield from divide_behind(kb, line)
    if says := _find_saying(line):
        name = find_label(kb, says["who"])
        said = says["words"].rstrip(" ?") if says["asks"] else says["words"]
        if name or has_print(kb, said):
            yield name or says["who"], said
    if behind := _BEHIND.fullmatch(line):
        name = find_label(kb, behind[2])
        if name or has_print(kb, behind[1]):
            yield name or behind[2], behind[1]
    said_behind = _SAID_BEHIND.fullmatch(line)
    if said_behind and (name := find_label(kb, said_behind[2])) and has_print(kb, said_behind[1]):
        yield name, said_behind[1]
    yield from _divide_beside(kb, line)
    added = divide_added(kb, line, whole)
    yield from (named for named in added if not _tells_a_deed(line, named[1]))
    yield from _divide_beginning(kb, line)
    yield from part_person(kb, line, to_check=to_check)


def _find_saying(line: str) -> re.Match[str] | None:
    """Return where a line has a speaker, a verb of speech and what was said, if it has them."""
    says = _SAYS.fullmatch(line)
    if says is None or says["verb"].lower() in _PLAINLY or is_clause(says["words"]):
        return says
    between = line[says.end("verb") : says.start("words")]
    return says if _BRINGS.search(between) else None


def _tells_a_deed(line: str, said: str) -> bool:
    """Return whether a line tells what somebody did, in words that only look like what was said."""
    says = _SAYS.fullmatch(line)
    return says is not None and says["words"] == said and _find_saying(line) is None


def _divide_beginning(kb: KnowledgeBase, line: str) -> Iterator[tuple[str, str]]:
    """Yield printed words behind whom they are "according to", with a comma or without one."""
    before = _BEFORE.fullmatch(line)
    words = before[1].split() if before else []
    for count in range(1, min(_NAME_WORDS + 2, len(words) - _SENTENCE) + 1):
        who, said = " ".join(words[:count]), " ".join(words[count:])
        put = _PUT.fullmatch(who)
        name = find_label(kb, put[1] if put else who)
        if name and has_print(kb, said):
            yield name, said


def _divide_beside(kb: KnowledgeBase, line: str) -> Iterator[tuple[str, str]]:
    """Yield printed words with a name that a comma or "by" parts from them: "… by Brandt"."""
    line = line.rstrip(" .?!")
    beside = filter(None, (_BESIDE.fullmatch(line), _FROM.fullmatch(line)))
    for said, who in (
        order for sides in beside for order in (sides.groups(), sides.groups()[::-1])
    ):
        if (name := find_label(kb, who)) and has_print(kb, said):
            yield name, said
