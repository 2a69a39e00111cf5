"""Who is printed as saying something in a sentence: cue verbs, and "according to"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from knowledge.quoting import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAST: Final = (
    "said told stated added warned noted stressed emphasized emphasised argued claimed insisted "
    "explained replied responded answered asked declared announced confirmed acknowledged admitted "
    "denied urged called commented concluded continued remarked recalled reiterated pledged "
    "promised vowed predicted suggested wrote tweeted posted observed cautioned criticized "
    "criticised described dismissed praised hailed condemned denounced complained contended "
    "maintained testified revealed disclosed indicated underscored underlined expressed termed "
    "branded labeled labelled quipped joked tells says adds argues insists warns stresses explains "
    "writes demanded accused rejected repeated read reads agreed lamented asserted"
).split()
_PARTICIPLE: Final = (
    "saying adding noting warning stressing emphasizing emphasising arguing claiming insisting "
    "explaining calling describing declaring urging citing telling writing announcing"
).split()
_SAY: Final = re.compile(r"\b(?:say|add|argue|insist|warn)\b")
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?P<finite>{'|'.join(_PAST)}|(?<=they )say|(?<=sources )say|(?<=officials )say)"
    rf"|(?P<participle>{'|'.join(_PARTICIPLE)})|(?P<according>[Aa]ccording to))\b"
)
_PASSIVE: Final = re.compile(
    r"\b(?:is|was|are|were|be|been|being|to|as|so-called|the|a|an|of)\s+(?:\w+ly\s+)?$"
)
_ADVERBS: Final = re.compile(
    r"(?:[\s,]+(?:has|have|had|was|is|also|then|later|once|further|only|again|both|reportedly"
    r"|firmly|publicly|himself|herself|itself|\w+ly))+\s*$"
)
_LEADING: Final = re.compile(
    r"^(?:(?:but|and|while|yet|still|however|as|when|then|meanwhile|that|because|though|although"
    r"|so|what|since|after|for|even|separately|earlier|later|also|where|with)\s+)+",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"^[A-Z][A-Z ,./()\w]{1,40}? -{1,2} ")
_STOPS: Final = re.compile(
    r"[,.;:()\"]|\s(?:in|at|on|during|after|before|when|while|who|which|as|by|to|that|late|early"
    r"|last|earlier|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\s-{1,2}\s|\0"
)
# Dots that end no sentence, hidden for as long as the end of a name is sought.
_DOTTED: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|Jr|Sr|Prof|Adm|Sgt|Rev|Hon)\."
)
_RELATIVE: Final = re.compile(r"^(?:who|which|that)$", re.IGNORECASE)


class Form(StrEnum):
    FINITE = "finite"
    PARTICIPLE = "participle"
    ACCORDING = "according"


@dataclass(frozen=True)
class Cue:
    """One cue, and the words printed as its subject; `apposition` is what stands beside them."""

    verb: Span
    form: Form
    subject: Span | None
    apposition: Span | None = None


def cues(masked: str, sentence: Span) -> list[Cue]:
    """Return the cues of a sentence whose quotations are masked by NUL characters."""
    found: list[Cue] = []
    for match in _CUE.finditer(masked, sentence.start, sentence.end):
        before = masked[sentence.start : match.start()]
        if match["according"]:
            form, subject, beside = Form.ACCORDING, _after(masked, match.end(), sentence.end), None
        elif _PASSIVE.search(before) and not before.rstrip().endswith("\0"):
            continue
        elif match["participle"]:
            form, beside = Form.PARTICIPLE, None
            subject = _main(masked, sentence, match.start(), found)
        else:
            form = Form.FINITE
            subject, beside = _subject(masked, sentence, match, found)
        found.append(Cue(Span(*match.span()), form, subject, beside))
    return found


def _subject(
    masked: str, sentence: Span, match: re.Match[str], found: list[Cue]
) -> tuple[Span | None, Span | None]:
    start = max([sentence.start, *(c.verb.end for c in found)])
    quote = masked.rfind("\0", start, match.start())
    start = max(start, quote + 1)
    before = masked[start : match.start()]
    if not before.strip(' ",') and (quote >= 0 or not found):  # "...," said Marrow
        return _after(masked, match.end(), sentence.end), None
    head = _ADVERBS.sub("", before.rstrip())
    apposed = head.rstrip().endswith(",") or before.rstrip().endswith(",")
    subject, beside = _chunks(masked, start, start + len(head.rstrip(" ,")), apposed=apposed)
    if subject is None and found:
        return found[-1].subject, found[-1].apposition  # "he stopped, and said"
    return subject, beside


def _chunks(masked: str, start: int, end: int, *, apposed: bool) -> tuple[Span | None, Span | None]:
    """Split what stands before a verb by commas: the subject, and an apposition to it."""
    parts = list(_split(masked, start, end))
    while parts and _RELATIVE.match(masked[slice(*parts[-1])]):
        parts.pop()
        apposed = False
    if not parts:
        return None, None
    if not apposed or len(parts) == 1:
        return _own(masked, parts[-1]), None
    named = [i for i, p in enumerate(parts[:-1]) if _heads(masked[slice(*p)])]
    first = named[-1] if named else len(parts) - 1
    beside = Span(parts[first + 1].start, parts[-1].end) if first + 1 < len(parts) else None
    return _own(masked, parts[first]), beside


def _heads(words: str) -> bool:
    """Tell whether a chunk can be a subject: a name or a described speaker, no "in response"."""
    bare = _LEADING.sub("", words.strip())
    first = bare.split(" ", 1)[0]
    return (first[:1].isupper() and first.lower() not in _PREPOSITIONS) or bool(
        re.match(r"(?:an?|the|one|two|some|several|he|she|it|they)\b", bare)
    )


_PREPOSITIONS: Final = frozenset(
    "in at on after before during for to with by from under over about asked speaking amid".split()
)


def _split(masked: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^,;:\"\0]+", masked[start:end]):
        words = match[0]
        lead = len(words) - len(words.lstrip())
        if words.strip(" -"):
            yield Span(start + match.start() + lead, start + match.start() + len(words.rstrip()))


def _own(masked: str, part: Span) -> Span | None:
    """Leave out conjunctions and datelines in front."""
    words = masked[slice(*part)]
    at = part.start
    for pattern in (_DATELINE, _LEADING):
        if match := pattern.match(words):
            at += match.end()
            words = words[match.end() :]
    return Span(at, part.end) if words.strip() else None


def _after(masked: str, start: int, end: int) -> Span | None:
    """Return the words after an inverted verb or "according to", up to what ends a name."""
    hidden = _DOTTED.sub(lambda m: m[0].replace(".", "_"), masked[start:end])
    lead = len(hidden) - len(hidden.lstrip())
    stop = _STOPS.search(hidden, lead)
    stop_at = stop.start() if stop else len(hidden)
    return Span(start + lead, start + stop_at) if stop_at > lead else None


def _main(masked: str, sentence: Span, verb: int, found: list[Cue]) -> Span | None:
    """Return the subject that a participle shares: that of the verb before, or the sentence's."""
    for cue in reversed(found):
        if cue.form is Form.FINITE:
            return cue.subject
    for part in _split(masked, sentence.start, verb):
        if _heads(masked[slice(*part)]):
            return _own(masked, part)
    return None
