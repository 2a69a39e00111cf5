"""Whether a message gives a quotation to a name by a form that is known to do so.

That words are not somebody's is said only where the message claims that they are: by a label, a
verb of saying whose subject is the name itself, “according to”, “Kono’s words”, a signature. Of
“a spokesman for Kono said”, “Kono quoted Abe” and “a plan for Kono” nothing of the kind is known.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote.leading_names import SPEECH, owns_words
from knowledge.check_quote.sentence_places import Place, find_sentence, read_before
from knowledge.check_quote.speaking_names import (
    gives_words,
    heads_line,
    is_labeled,
    is_whose,
)
from knowledge.check_quote.speech_patterns import ADVERBS, ASIDE, PRONOUN_SPEAKS, TITLES, VERB
from knowledge.text.english.checking_words import ASKING_ABOUT_WORDS
from knowledge.text.later_pattern import compile_later

# Verbs that bring words of their subject, beside those of saying.
_BRINGS: Final = (
    r"(?:call(?:ed|s)|term(?:ed|s)|describe[ds]|brand(?:ed|s)|label(?:led|ed|s)|dub(?:bed|s)"
    r"|sp(?:oke|eaks)\s+of|talk(?:ed|s)\s+of|refer(?:red|s)\s+to|promise[ds]|pledge[ds]|vow(?:ed|s)"
    r"|repeat(?:ed|s)|tweet(?:ed|s)|demand(?:ed|s)|propose[ds]|voice[ds]|complain(?:ed|s)"
    r"|urge[ds]|hint(?:ed|s)|h(?:eld|olds)\s+out|express(?:ed|es)|answer(?:ed|s)|lament(?:ed|s)"
    r"|condemn(?:ed|s)|denounce[ds]|deplore[ds]|accuse[ds]|use[ds]|agree[ds]?)"
)
_SPEAKS: Final = compile_later(
    rf"{ASIDE}(?:,(?=\s+who\b))?\s+(?:[^\W\d_]{{1,20}}\sand\s+)?{ADVERBS}"
    rf"(?!(?:quot|cit)(?:ed|es?|ing)\b)(?:{VERB}|{_BRINGS})\b",
    re.IGNORECASE,
)
# Before a name: it is somebody of, for or near that name who may speak, or it is but spoken of.
_DEPENDS: Final = compile_later(
    r"(?<![\w‐‑-])(?:of|for|to|by|with|from|about|on|against|in|at|near|behind|under|around|toward"
    r"|towards|than|into|over|beside|between|among|like|unlike|through|via|not|without|[’']s?)"
    rf"\s+{TITLES}\Z",
    re.IGNORECASE,
)
# Before a name: another one that speaks with it, "Ministers Kono and".
_JOINED: Final = compile_later(rf"(?<!\w)[A-Z][\w’'-]{{1,30}}\s(?:and|or|&)\s+{TITLES}\Z")
# Right behind a name: "Kono (“…”)", "Kono to Kang: “…”".
_LEADS: Final = compile_later(r"\s?\(“|\s+to\s+[^,.;:“”\n]{1,40}:\s?“")
# Right behind a name: somebody or something of it, or whose words it passes on.
_OF_IT: Final = compile_later(r"[’']s?\s+(?!“)\w")
_PASSES_ON: Final = compile_later(
    r"\s*,?\s*(?:quot|cit|echo|paraphras|relay|recall|repeat|read|borrow)ing\b"
)
# Between a quotation and who signs it or speaks behind it: no more than a few plain words.
_RIGHT_BEHIND: Final = compile_later(
    rf"[^\w\n]{{0,9}}\n?[^\w\n]{{0,9}}(?:(?:and|or|the|an?|this|is|are|was|were)\s+){{0,3}}{TITLES}"
)
# Behind the name of a heading, which holds for the lines below it.
_HEADS: Final = compile_later(r"[^\w\n“”]{0,3}\n|[^“”\n]{0,80}:[^\S\n]*\n")
_IS_BY: Final = compile_later(
    r"\b(?:is|are|was|were|told|informed|warned|assured|reminded|called|termed|described|branded"
    r"|label(?:l)?ed|dubbed|dismissed|urged|asked|accused|criticized)"
    rf"\s+by\s+{TITLES}\Z",
    re.IGNORECASE,
)
# Within its sentence, before “… ” by Kono: a phrase whose words are not said to be anybody's.
_BY: Final = compile_later(rf"”\s+by\s+{TITLES}\Z", re.IGNORECASE)
_DID_SAY: Final = compile_later(
    rf"\b(?:(?:did|does|has|had|would|could|can)(?:n[’']t)?|(?:was|is)(?:n[’']t)?\s+(?:it|this|that))"
    rf"\s+{TITLES}\Z",
    re.IGNORECASE,
)
# Between a verb and a quotation: another's words, "Kono noted Abe’s remark that “…”".
_ANOTHERS: Final = compile_later(
    rf"(?<!\bit)(?<!\bthat)(?<!\bhe)(?<!\bthere)[’']s?\s+(?:“|{SPEECH}\b)"
    rf"|\b{SPEECH}\s+(?:by|of|from)\s+{TITLES}[A-Z]|\bwhat\s+{TITLES}[A-Z]"
)
_MARKED: Final = compile_later(r"“[^“”]*”")
_WORD: Final = compile_later(r"[^\W\d_]+")


def gives_by_form(outlined: str, quotation: Place, name: Place) -> bool:
    """Return whether a message gives a quotation to a name by a form that only does this.

    `outlined` has of each quotation no more than its marks. Of "Velmora (Dask) said" the bracket
    belongs to the name.
    """
    name = name[0], name[1] + outlined.startswith(")", name[1])
    return _is_in_reach(outlined, quotation, name) and _has_form(outlined, quotation, name)


def _has_form(outlined: str, quotation: Place, name: Place) -> bool:
    if is_whose(outlined, name) or owns_words(outlined, name):
        return True
    if _PASSES_ON.match(outlined, name[1]):
        return False
    if is_labeled(outlined, name) and not depends(outlined, name):
        return True
    if _OF_IT.match(outlined, name[1]):
        return False
    if _is_given(outlined, name):
        return not _is_of_phrase(outlined, quotation, name)
    return not depends(outlined, name) and _leads(outlined, quotation, name)


def _is_given(outlined: str, name: Place) -> bool:
    return gives_words(outlined, name) or bool(_IS_BY.search(read_before(outlined, name)))


def is_of_another(outlined: str, name: Place) -> bool:
    """Return whether a name only says whose somebody is, or from where: "a friend of Velmora"."""
    return depends(outlined, name) and not _is_given(outlined, name)


def _leads(outlined: str, quotation: Place, name: Place) -> bool:
    leads = heads_line(outlined, name) or _LEADS.match(outlined, name[1]) is not None
    return leads or _is_subject(outlined, quotation, name)


def depends(outlined: str, name: Place) -> bool:
    """Return whether it is somebody of, for or beside a name who may speak: "an aide of Kono"."""
    before = read_before(outlined, name)
    return bool(_DEPENDS.search(before) or _JOINED.search(before))


def _is_subject(outlined: str, quotation: Place, name: Place) -> bool:
    """Return whether a verb of saying has a name as its subject, with nobody's words behind it."""
    if _DID_SAY.search(read_before(outlined, name)):
        return True
    told = _SPEAKS.match(outlined, name[1])
    return told is not None and not _ANOTHERS.search(outlined, told.end(), quotation[0] + 1)


def _is_in_reach(outlined: str, quotation: Place, name: Place) -> bool:
    """Return whether a name stands in the sentence of a quotation, or this has no other words."""
    first, last = find_sentence(outlined, quotation)
    if name[0] >= quotation[1]:
        between = _MARKED.sub(" ", outlined[quotation[1] : name[0]])
        return bool(_RIGHT_BEHIND.fullmatch(between)) or gives_words(outlined, name)
    if name[0] >= first or _HEADS.match(outlined, name[1]):
        return True
    rest = _MARKED.sub(" ", outlined[first:last])
    return not _WORD.search(rest) or bool(PRONOUN_SPEAKS.search(rest))


def _is_of_phrase(outlined: str, quotation: Place, name: Place) -> bool:
    """Return whether a quotation amid its sentence is by somebody: "fears of a “…” by Kono"."""
    first, _ = find_sentence(outlined, quotation)
    words = {word.lower() for word in _WORD.findall(outlined, first, quotation[0])}
    amid = not words <= ASKING_ABOUT_WORDS
    return amid and _BY.search(read_before(outlined, name)) is not None
