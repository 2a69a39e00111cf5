"""Which of those named beside one quotation said it, by how the prose puts it.

In Tillerson told Kang: “…” the verb gives the words to the first, and in “…,” said Kono after Abe
had left to the one who follows it. Whom prose only speaks of (to Kang, about Kono’s remarks) did
not say them. Where the prose does not settle it, all that are left may have.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text import SAYING
from knowledge.text.english.calendar_words import MONTH, SHORT_WEEKDAY
from knowledge.text.english.cue_words import CLAIMED
from knowledge.text.english.spoken_of_words import SPOKEN_OF, SPOKEN_TO
from knowledge.text.english.titles import ABBREVIATED_TITLES, FOLDED_TITLES, PRINTED_TITLES
from knowledge.text.later_pattern import compile_later
from knowledge.text.sentence_ends import is_abbreviated
from knowledge.text.work_budget import make_once, spend

if TYPE_CHECKING:
    from collections.abc import Sequence

Place = tuple[int, int]

# A word begins, and no part of a name: not the "in" of "Jae-in".
WORD_BEGINS: Final = r"(?<![\w‐‑-])"
_QUOTED: Final = "“”"  # a quotation without its words
_NAMES: Final = 40  # beside one quotation
_NEAR: Final = 80  # characters on either side of a name that are looked at
_BEHIND: Final = 200  # characters behind its line
_SEARCHES: Final = 30  # steps, for what is sought beside a name
# Typed sentences also end at a semicolon, at a line's end, and before a quotation or a bracket.
_ENDS: Final = compile_later(r"[.!?…](?=\s+[^\s\da-z]|\s*\Z)|[\n;]")
# Words of titles that are also a pronoun or an adverb: "told us Kono said", "met, then Kono said".
_PLAIN: Final = {"us", "then"}
_TITLES: Final = "|".join(map(re.escape, sorted(PRINTED_TITLES - _PLAIN)))
TITLES: Final = (
    rf"(?:(?:the|his|her|its|their|our|{_TITLES}|acting|leader|head|official|spokes\w{{1,6}}"
    r"|counterpart|colleague|PM|FM|[\w.]{1,20}[’']s)\.?\s+){0,5}"
)
VERB: Final = (
    rf"(?:{CLAIMED}|{'|'.join(sorted(SAYING - {'use', 'used', 'uses', 'using'}))}"
    r"|(?:is|was|been)\s+(?:quoted|cited|reported)\s+as\s+saying"
    r"|quoting|cit(?:ed|es|ing)|offer(?:ed|s)|puts? it|we?nt on|goes on"
    r"|(?:shot|hit|fired|shoots|hits|fires) back)"
)
# When and in what somebody spoke, between the name and the verb: "Kono on Tuesday said".
_OCCASION: Final = (
    r"(?:(?:on|in|at|last|late|this|that|the|same|earlier|early|next)\s+){0,4}"
    rf"(?:{SHORT_WEEKDAY}\.?|yesterday|today|tonight|(?:{MONTH}\.?(?:\s+\d{{1,2}})?|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}},?)?"
    r"|\d{4}|week|month|year|day|time|morning|afternoon|evening|night|statement|response|reply|turn"
    r"|(?:an?|its|his|her|their)\s+(?:statement|response|reply|speech|interview|tweet|post|letter))"
)
ADVERBS: Final = (
    rf"(?:(?:who|also|then|later|once|has|had|have|\w{{1,12}}ly|{_OCCASION})\s+){{0,3}}"
)
# What describes a speaker further: a source close to the talks said.
_KNOWING: Final = (
    r"(?:close\s+to|familiar\s+with|briefed\s+on|with\s+(?:direct\s+)?knowledge\s+of"
    r"|knowledgeable\s+(?:about|of)|involved\s+in|privy\s+to|near)"
)
ASIDE: Final = (
    r"(?P<aside>\s*(?:,[^,“”\n]{1,120},|\([^()“”\n]{1,60}\)"
    rf"|\b{_KNOWING}\s[^,.;:“”\n]{{1,60}}?))?"
)
_SPEAKS: Final = compile_later(rf"{ASIDE}(?:,(?=\s+who\b))?\s+{ADVERBS}{VERB}\b", re.IGNORECASE)
# Around a name: "“…” is Kono’s".
_IT_IS: Final = compile_later(rf"”\s+(?:is|was|are|were)\s+{TITLES}\Z", re.IGNORECASE)
_THEIRS: Final = compile_later(r"[’']s?(?!\s*\w)")
# Behind a name: "Kono (on Friday): …", "Kono, Tokyo: …".
# "US view: …", "Kono’s response: …".
_LABELS: Final = compile_later(
    r"(?:(?P<of>[’']s?)?\s(?P<what>view|stance|position|line|take|statement|side|response|reaction|reax|reply"
    r"|answer|message|quote|comment|readout)s?)?\s*(?:\([^()]*\)\s*|,[^,:.“”\n]{1,40})?:",
    re.IGNORECASE,
)
# Behind a name that begins a line: "Kono at presser — “…”".
_DASHES: Final = compile_later(
    r"\s+(?:at|in|during)\s[^,:.;“”\n–—]{1,40}\s[–—-]{1,2}\s*“", re.IGNORECASE
)
_BEFORE_A_HEAD: Final = compile_later(rf"[^\w\n]*{TITLES}", re.IGNORECASE)
# Behind a name: "Kono’s “…”", "Kono’s remarks: “…”", "Kono’s line was “…”".
_OWNS_QUOTATION: Final = compile_later(
    r"[’']s?(?:\s+(?:latest|exact|full|own|famous|alleged))?"
    r"(?:\s+(?:quotes?|quotations?|words?|remarks?|lines?|comments?|statement|tweet|speech|take"
    r"|version|answer|reply|response|retort|message|verdict|wording)"
    r"(?:\s*:|\s+(?:is|was|were|are|reads?|ran|being)\b:?)?)?"
    r"\s*“"
)
_DENIES: Final = compile_later(
    r"\s+(?:(?:did|does|has|had)(?:\s+not|n[’']t)|never)\b", re.IGNORECASE
)
# Before a name: the words are given to it, whatever else stands there.
_GIVES: Final = compile_later(
    r"(?:\b(?:according\s+to|per|from|in\s+the\s+words\s+of"
    r"|(?:attribut|credit|ascrib|belong)\w*\s[^.;\n]*\bto"
    r"|(?:said|stated|written|quote[ds]?|words?|remarks?|statement)\s(?:[^.;”\n]*\s)?by)\s+"
    r"|(?:\bpin\w*\s[^.;\n]*\bon|\bput\s+down\s+to|\bpinned\s+on)\s+"
    rf"|”[\s,.]*(?:\(|[–—-]{{1,2}}|by\b|(?:as\s+)?{VERB}\b)\s*){TITLES}\Z",
    re.IGNORECASE,
)
_NOT_THEM: Final = {"after", "before", "than", "beside", "besides", "not", "unlike"}
# Before a name: it is somebody spoken to or of, and not the one who speaks.
_SPOKEN_OF: Final = compile_later(
    rf"{WORD_BEGINS}(?:{'|'.join(sorted(SPOKEN_OF | SPOKEN_TO | _NOT_THEM))}"
    r"|told|tells|telling|asked|asks|asking|met|meets|meeting|answering|addressing"
    rf"|(?:thank|warn|urg|prais|interrupt)(?:ed|s|es|ing))\s+{TITLES}\Z",
    re.IGNORECASE,
)
# Before a name: another's words are set beside theirs, "how does “…” compare with what Kono said".
_COMPARED: Final = compile_later(
    rf"”[^“”.;\n]*\b(?:with|from|than|to|against)\s+what(?:ever)?\s+{TITLES}\Z", re.IGNORECASE
)
# Behind a name: somebody reacts to a quotation, or asks about it, or is asked.
_REACTS: Final = compile_later(
    r"\s+(?:[\w’'.-]{1,20}\s+){0,4}(?:(?:react\w*|respon\w+|answer\w*|repl(?:y|ies|ied)"
    r"|object\w*)\s+to|(?:dis)?agree\w*\s+(?:with|on)"
    r"|(?:asked|questioned|pressed|grilled|quizzed|challenged)\s+(?:about|on|over))\s+"
    r"(?:(?:the|that|this|an?|his|her|their|[\w.]{1,20}[’']s?)\s+){0,2}“",
    re.IGNORECASE,
)
# Behind a name: it is a colleague who needs the answer.
_WANTS_TO_KNOW: Final = compile_later(
    r"(?:\s+(?:from|at|in|on|of)\s[^“”.:;,\n]{1,40}?)?\s+"
    r"(?:(?:wants?|would\s+like|needs?)\s+(?:to\s+know|this|us|me\s+to|it)"
    r"|(?:is|was|keeps)\s+(?:asking|wondering)|(?:asks|asked)\s+(?:me|us))\b",
    re.IGNORECASE,
)
# Behind a name: somebody is told the words, or should say them.
_TOLD_THEM: Final = (
    r"(?:offered|promised|told|given|handed|sent|warned|accused|urged|asked|assured|informed"
    r"|reminded|threatened|advised|pressed|suspected|invited|presented)\b"
)
_IS: Final = r"(?:is|are|was|were|be|gets?|got|(?:has|have|had)\s+been)"
_IS_TOLD: Final = compile_later(
    rf"\s+{_IS}\s+(?:(?:not|being)\s+)?{ADVERBS}{_TOLD_THEM}"
    r"|\s+(?:received?|receives|gets?|got|heard|learn(?:ed|t)|faces?|faced|awaits?|awaited)\s"
    r"|\s+(?:should|must|ought\s+to|needs?\s+to|had\s+better)\s+(?!have\b)",
    re.IGNORECASE,
)
# "Was Kono told “…”?"
_ASKED_IF_TOLD: Final = compile_later(
    rf"\b(?:is|are|was|were|has|have|had)\s+{TITLES}\Z", re.IGNORECASE
)
_TOLD: Final = compile_later(rf"\s+(?:been\s+|being\s+)?{ADVERBS}{_TOLD_THEM}", re.IGNORECASE)
# Beside a name: somebody only handles words, as an app tells it.
_ITEM: Final = (
    r"(?:quote|draft|card|page|doc|document|task|issue|ticket|file|thread|post|comment|message|item"
    r"|story|board|sheet|row|review)"
)
_HANDLED_BY: Final = compile_later(
    r"\b(?:approved|reviewed|checked|cleared|vetted|verified|edited|moved|created|updated|uploaded"
    r"|submitted|requested|flagged|filed|signed\s+off|new\s+(?:comment|note|reply|post))"
    rf"\b[^“”\n.;]{{0,40}}\sby:?\s+{TITLES}\Z",
    re.IGNORECASE,
)
_HANDLED_LINE: Final = compile_later(
    r"[^\w\n]*(?:approved|reviewed|checked|cleared|vetted|verified|edited|moved|created|updated"
    r"|uploaded|submitted|requested|flagged|filed|signed\s+off|assigned)\s+(?:by|to)\b",
    re.IGNORECASE,
)
_HANDLES: Final = compile_later(
    r"\s+(?:(?:has|have|had|just|also)\s+){0,2}"
    r"(?:assigned|edited|uploaded|renamed|tagged|pinged|(?:mentioned|invited)\s+you"
    rf"|(?:shared|moved|updated|created|deleted|approved|opened|closed)\s+(?:an?|the|this)\s+{_ITEM}\b"
    r"|(?:commented|replied|responded|reacted)\s+(?:on|to|in)\s"
    rf"(?:your|[^“”\n:]{{0,40}}\b{_ITEM}))\b"
    r"|\s(?:approved|forwarded|flagged)(?:\s(?:this|it|that))?(?::|\s“)",
    re.IGNORECASE,
)
# A name that only says what something is about: "the Kono profile".
_TOPIC: Final = compile_later(
    r"\s+(?:(?:fact\s?)?box|timeline|explainer|profile|photo|picture|caption|obit|obituary|story|feature|sidebar|graphic|page|pic)s?\b",
    re.IGNORECASE,
)
# Before a name: it is asked whether the words are theirs.
_ASKED: Final = compile_later(
    rf"\b(?:(?:did|does)(?:n[’']t)?|(?:was|is)(?:n[’']t)?\s+it)\s+{TITLES}\Z", re.IGNORECASE
)
# Right after a quotation somebody does something with it: “…”, a diplomat coined that.
_QUOTATION_BEFORE: Final = compile_later(r"”\s*,\s*\Z")
_ARTICLE: Final = compile_later(r"(?:an?|one|the|some)\s", re.IGNORECASE)
_DOES: Final = compile_later(r"\s+(?!(?:for|of|on|about|to|in|at|please|pls)\b)[a-z]")
# In “…”, Kono’s phrase, the words are his.
_OWNS: Final = compile_later(
    r"[’']s?\s+(?!(?:phrase|words?|term|expression|line|quip|formula)s?[\s,.;)])\w", re.IGNORECASE
)
# "Distracted by Velmora’s “…”": what is in marks is called so by somebody else.
_DONE_BY: Final = compile_later(r"ed\s+(?:by|in|over|at)\s+(?:the\s+)?\Z", re.IGNORECASE)
JOINS: Final = compile_later(rf"\s*(?:,\s*)?(?:\b(?:and|or)\b|[&/])\s*{TITLES}", re.IGNORECASE)
_IN_BRACKETS: Final = compile_later(rf"\s?\({TITLES}", re.IGNORECASE)
_LISTED: Final = compile_later(rf"\s?[,/]\s?{TITLES}", re.IGNORECASE)
# "She said", "she met Kono and said".
PRONOUN_SPEAKS: Final = compile_later(
    rf"\b(?:he|she|they|it)\s+(?:[^,;:“”\n]{{1,80}}\sand\s+)?{ADVERBS}{VERB}\b", re.IGNORECASE
)


def select_speakers(text: str, quotation: Place, names: Sequence[Place]) -> tuple[Place, ...]:
    """Return those of the names that may have said a quotation; none where all are spoken of.

    Of hundreds the nearest are looked at.
    """
    start, end = quotation
    near = sorted(names, key=lambda name: max(start - name[1], name[0] - end))[:_NAMES]
    first, last = _find_lines(text, [quotation, *near])
    prose = f"{text[first:start]}{_QUOTED}{text[end:last]}"
    moved = {_move(name, quotation, first): name for name in near}
    return tuple(
        moved[name] for name in _Prose(prose, start - first, sorted(moved)).list_speakers()
    )


def _find_lines(text: str, places: Sequence[Place]) -> Place:
    """Return where the lines of some places begin and end, with what is looked at beside these."""
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    return max(0, begin - _NEAR), end + _BEHIND if end >= 0 else len(text)


def is_given(text: str, place: Place, *, owns: bool = True) -> bool:
    """Return whether the words beside a place give a quotation to whoever is named there.

    In Kono’s “…” they do so if it `owns` them. Of each place it is found out once in a request.
    """
    return make_once(("given", text, place, owns), lambda: _is_given(text, place, owns=owns))


def _is_given(text: str, place: Place, *, owns: bool) -> bool:
    spend(_SEARCHES)
    before = text[max(0, place[0] - _NEAR) : place[0]]
    if is_handling(text, place):
        return False
    if _GIVES.search(before) or _ASKED.search(before) or is_whose(text, place):
        return True
    after = place[1]
    some = _QUOTATION_BEFORE.search(before) and _ARTICLE.match(text, place[0])
    if some and _DOES.match(text, after):
        return True
    told = _SPEAKS.match(text, after) or is_labeled(text, place)
    own = owns and owns_quotation(text, place)
    return bool(told or own) and not (_SPOKEN_OF.search(before) or _REACTS.match(text, after))


def is_labeled(text: str, place: Place) -> bool:
    """Return whether words are the label of what follows: "Kono: …", "US view: …".

    In "the key quote: …" they are no name.
    """
    label = _LABELS.match(text, place[1])
    name = text[slice(*place)].removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return label is not None and not (label["what"] and name[:1].islower())


def is_handling(text: str, name: Place) -> bool:
    """Return whether somebody only handles words: "approved by Kono", "Kono edited the page"."""
    before = text[max(0, name[0] - _NEAR) : name[0]]
    return bool(_HANDLED_BY.search(before) or _HANDLES.match(text, name[1]))


def tells_of_handling(line: str) -> bool:
    """Return whether a line only tells who handled words: "Approved by: Kono"."""
    return _HANDLED_LINE.match(line) is not None


def is_whose(text: str, name: Place) -> bool:
    """Return whether a quotation is said to be somebody's, whoever says so: "“…” is Kono’s"."""
    before = text[max(0, name[0] - _NEAR) : name[0]]
    return bool(_THEIRS.match(text, name[1]) and _IT_IS.search(before))


def heads_line(text: str, name: Place) -> bool:
    """Return whether a line is of a name, an occasion and a quotation: "Kono at presser — “…”"."""
    before = text[text.rfind("\n", 0, name[0]) + 1 : name[0]]
    return bool(_DASHES.match(text, name[1]) and _BEFORE_A_HEAD.fullmatch(before))


def owns_quotation(text: str, name: Place) -> bool:
    """Return whether a quotation is somebody's: Kono’s “…”."""
    return bool(_OWNS_QUOTATION.match(text, name[1]))


def is_spoken_of(text: str, name: Place) -> bool:
    """Return whether a name is somebody spoken to or of, and not the one who speaks."""
    before, owns = text[max(0, name[0] - _NEAR) : name[0]], owns_quotation(text, name)
    if (_DONE_BY.search(before) and owns) or is_handling(text, name):
        return True
    own = _OWNS.match(text, name[1]) and not owns  # in "Kono’s line was “…”" he speaks
    if _GIVES.search(before):
        return False
    about = own or _SPOKEN_OF.search(before) or _COMPARED.search(before)
    return bool(about) or _is_only_named(text, name)


def _is_only_named(text: str, name: Place) -> bool:
    """Return whether somebody reacts to a quotation, asks of it, or is what a text is about."""
    beside = (_REACTS, _WANTS_TO_KNOW, _TOPIC)
    return _is_told(text, name) or any(pattern.match(text, name[1]) for pattern in beside)


def _is_told(text: str, name: Place) -> bool:
    """Return whether somebody is told words, or should say something: "Kono should agree"."""
    before = text[max(0, name[0] - _NEAR) : name[0]]
    asked = _TOLD.match(text, name[1]) and _ASKED_IF_TOLD.search(before)
    return bool(asked or _IS_TOLD.match(text, name[1]))


def find_aside(text: str, name: Place) -> Place:
    """Return where words stand between commas behind a name: "Kono, who met Abe, said"."""
    told = _SPEAKS.match(text, name[1])
    return told.span("aside") if told else (0, 0)


def find_sentence(text: str, quotation: Place) -> Place:
    """Return where the sentence of a quotation begins and ends."""
    ends = _list_ends(text)
    at = bisect_right(ends, quotation[0])
    return ends[at - 1] if at else 0, ends[at] if at < len(ends) else len(text)


@lru_cache(4)  # a message is asked about once for each of its quotations
def _list_ends(text: str) -> list[int]:
    return [end.end() for end in _ENDS.finditer(text) if not is_abbreviated(text, end.start())]


def join_names(text: str, names: Sequence[Place]) -> list[Place]:
    """Join names that only a space parts: "Taro" on record and "Aso" that is not are one."""
    joined: list[Place] = []
    for first, last in names:
        if joined and _is_one_name(text, joined[-1], first):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _is_one_name(text: str, one: Place, other: int) -> bool:
    between, last_word = text[one[1] : other], text[slice(*one)].rpartition(" ")[2]
    titled = between == ". " and last_word.lower() in FOLDED_TITLES | ABBREVIATED_TITLES
    return titled or between in {" ", "\N{NO-BREAK SPACE}"}


def _move(name: Place, quotation: Place, first: int) -> Place:
    """Return where a name stands once the quotation has no words, nor the text what is before."""
    by = quotation[0] + len(_QUOTED) - quotation[1] if name[0] >= quotation[1] else 0
    by -= first
    return name[0] + by, name[1] + by


class _Prose:
    """The words beside a quotation, and what each of the names does in them."""

    def __init__(self, text: str, quotation: int, names: Sequence[Place]) -> None:
        self._text, self._names = text, names
        self._sentence = find_sentence(text, (quotation, quotation))
        self._spoken_of = {name for name in names if self._is_spoken_of(name)}
        self._speaking = {name for name in names if self._speaks(name)}
        within = {name for name in names if self._speaks_for_another(name)}
        aside = {inner for name in self._speaking for inner in self._list_aside(name)}
        self._spoken_of |= aside - within
        self._speaking |= within
        self._speaking -= self._spoken_of
        joined = self._list_joined()
        for pair in (*joined, *reversed(joined)):
            self._join(*pair)

    def list_speakers(self) -> list[Place]:
        """Return who speaks in the quotation's sentence, else elsewhere, else who may."""
        if theirs := [name for name in self._names if is_whose(self._text, name)]:
            return theirs
        first, last = self._sentence
        beside = [name for name in self._names if first <= name[0] < last]
        by_pronoun = PRONOUN_SPEAKS.search(self._text, first, last)
        for group in (beside, self._names):
            speaking = [name for name in group if name in self._speaking]
            owning = [name for name in group if self._owns(name)]
            if speaking or owning:
                told = [*speaking, *owning] if speaking or not by_pronoun else self._names
                return sorted(told)
        told = [name for name in beside if name not in self._spoken_of]
        if not beside or by_pronoun:
            told += [n for n in self._names if n not in beside and not _is_told(self._text, n)]
        told = [name for name in told if not self._denies(name)] or told
        return told or [name for name in self._names if self._is_quoted_by_another(name)]

    def _before(self, name: Place) -> str:
        return self._text[max(0, name[0] - _NEAR) : name[0]]

    def _is_spoken_of(self, name: Place) -> bool:
        return is_spoken_of(self._text, name)

    def _speaks(self, name: Place) -> bool:
        if _GIVES.search(self._before(name)) and not is_handling(self._text, name):
            return True
        told = _SPEAKS.match(self._text, name[1]) or is_labeled(self._text, name)
        return bool(told) and name not in self._spoken_of and not self._denies(name)

    def _owns(self, name: Place) -> bool:
        taken = self._spoken_of | self._speaking
        return name not in taken and owns_quotation(self._text, name)

    def _is_quoted_by_another(self, name: Place) -> bool:
        """Return whether somebody owns what another reacts to: "Kang responded to Kono’s “…”"."""
        owns = owns_quotation(self._text, name)
        return owns and not _DONE_BY.search(self._before(name))

    def _denies(self, name: Place) -> bool:
        return bool(_DENIES.match(self._text, name[1]))

    def _list_aside(self, name: Place) -> list[Place]:
        """Return the names between commas behind another: "Tillerson, who met Kono, said"."""
        first, last = find_aside(self._text, name)
        return [other for other in self._names if first < other[0] < last]

    def _speaks_for_another(self, name: Place) -> bool:
        """Return whether brackets end with a name, behind one that speaks: "Japan (Kono)"."""
        closes = self._text.startswith(")", name[1])
        return closes and any(self._is_bracketed(other, name[0]) for other in self._speaking)

    def _is_bracketed(self, other: Place, start: int) -> bool:
        """Return whether a bracket opens behind another name, or before it: "(Japan, Kono)"."""
        listed = _LISTED.fullmatch(self._text, other[1], start)
        opens = self._text[max(other[0] - 1, 0) : other[0]] == "("
        return bool((listed and opens) or _IN_BRACKETS.fullmatch(self._text, other[1], start))

    def _list_joined(self) -> list[tuple[Place, Place]]:
        """Return the pairs of names that are joined: both of "Kono, Abe and Suga"."""
        joined = list[tuple[Place, Place]]()
        for one, other in reversed(list(pairwise(self._names))):
            listed = bool(joined) and joined[-1][0] == other
            between = self._text[one[1] : other[0]]
            if JOINS.fullmatch(between) or (listed and between == ", "):
                joined.append((one, other))
        return joined[::-1]

    def _join(self, one: Place, other: Place) -> None:
        """Let two that are joined do the same: "Kono and Tillerson said"."""
        if {one, other} & self._speaking:
            self._speaking |= {one, other} - self._spoken_of
        elif one in self._spoken_of:
            self._spoken_of.add(other)
