"""The words beside quotations: which of them say whose words each quotation is.

In “…,” said Kono, and “…,” said Abe the names follow their quotations, and in Kono: “…” and Abe:
“…” they go before them. Where a name may belong to either of its neighbors, both are told so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.leading_names import BRINGS, Lead
from knowledge.check_quote.led_quotations import LedQuotations
from knowledge.check_quote.quotation_gaps import Beside, divide_by_place
from knowledge.check_quote.sentence_places import Place, join_names
from knowledge.check_quote.sentence_subjects import (
    find_subject,
    find_teller,
    is_only_named,
    is_owner_told_of,
    is_told_by_pronoun,
)
from knowledge.check_quote.told_speaker import select_speakers
from knowledge.check_quote.unused_names import doubt_unused
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

# A quotation ends its sentence: its last mark stands behind a full stop, and a capital follows.
_SENTENCE_IN: Final = re.compile(r"\.\s*.\Z", re.DOTALL)
_NEXT: Final = re.compile(r"\s+[A-Z“]")
_IS: Final = compile_later(
    r"\s+(?:(?:is|are|was|were|been|be|being|remain\w*|has|had|would|will)\s+){1,2}"
    rf"(?:(?!{BRINGS}\b)\w+\s+)?",
    re.IGNORECASE,
)
_IF: Final = compile_later(r"\b(?:if|unless|whether)\s+(?:\w{1,20}\s+){0,2}\Z", re.IGNORECASE)
_NEAR: Final = 20  # characters before a name
_MOST: Final = 20  # quotations beside which the prose is read; an answer checks fewer


def divide_beside(
    text: str, quotations: Sequence[Place], names: Sequence[Place]
) -> tuple[Beside, ...]:
    """Divide the words beside quotations among them, by where names stand; both are in order.

    Of several names in the words of one quotation, those are kept that the prose gives it to;
    behind the first twenty quotations it is left open whose they are.
    """
    named = [name for name in names if not _is_described(text, quotations, name)]
    divided = divide_by_place(text, quotations, named or names)
    outlined = _outline(text, quotations)
    if len(quotations) == 1:
        alone = _narrow(text, quotations[0], divided[0], names)
        return (_doubt_told(outlined, quotations[0], alone, names),)
    led = LedQuotations(outlined, quotations, named)
    settled = led.settle(divided)
    followed = list[Beside]()
    for number, (place, beside) in enumerate(zip(quotations, settled, strict=True)):
        if number >= _MOST:
            followed.append(beside._replace(certain=False))
        elif lead := led.leads.get(number):
            followed.append(_follow_owner(outlined, place, lead, beside, names))
        else:
            narrow = _doubt_told(outlined, place, _narrow(text, place, beside, names), names)
            followed.append(_follow_subject(outlined, place, narrow, names))
    return doubt_unused(outlined, quotations, tuple(followed), named)


def _outline(text: str, quotations: Sequence[Place]) -> str:
    """Leave of each quotation its marks, and a full stop where a sentence ends with it."""
    kept, at = list[str](), 0
    for start, end in quotations:
        ends = _SENTENCE_IN.search(text, start, end) and _NEXT.match(text, end)
        kept += [text[at:start], "“", " " * (end - start - 2), "." if ends else "”"]
        at = end
    return "".join([*kept, text[at:]])


def _doubt_told(outlined: str, place: Place, beside: Beside, names: Sequence[Place]) -> Beside:
    """Leave out names behind a quotation that a pronoun gives to somebody named before it.

    Where nobody is, the names are in doubt.
    """
    own = beside.select(names)
    before, behind = (
        [n for n in own if (n[0] < place[0]) is is_before] for is_before in (True, False)
    )
    if not is_told_by_pronoun(outlined, place, behind):
        return beside
    if before:
        return beside._replace(places=tuple(before))
    return beside._replace(certain=False, by_pronoun=True)


def _follow_subject(
    outlined: str, quotation: Place, beside: Beside, names: Sequence[Place]
) -> Beside:
    """Give a quotation to the subject of its sentence, where those beside it only depend on it."""
    subject = find_subject(outlined, quotation, beside.select(names), names)
    return Beside((subject,)) if subject else beside


def _follow_owner(
    outlined: str, quotation: Place, lead: Lead, beside: Beside, names: Sequence[Place]
) -> Beside:
    """Give a quotation to who speaks of it, where its owner's sentence is another's.

    In She warned of Abe’s “…” it is hers; in She spoke against Abe’s “…” it may be either's.
    """
    subject = find_teller(outlined, quotation, lead.name, names) if lead.owns else None
    if subject is None:
        told = lead.owns and is_owner_told_of(outlined, quotation, lead.name)
        return beside._replace(certain=False, by_pronoun=True) if told else beside
    if is_only_named(outlined, lead.name):
        return Beside((subject,))
    return Beside((subject, *beside.places), certain=False)


def _is_described(text: str, quotations: Sequence[Place], name: Place) -> bool:
    """Return whether a quotation says what somebody is: "if Kishida (is) “willing …”"."""
    at = bisect_left(quotations, name[1], key=itemgetter(0))
    if at == len(quotations):
        return False
    between = name[1], quotations[at][0]
    condition = _IF.search(text, max(0, name[0] - _NEAR), name[0])
    return bool(_IS.fullmatch(text, *between) or (condition and not text[slice(*between)].strip()))


def _narrow(text: str, quotation: Place, beside: Beside, names: Sequence[Place]) -> Beside:
    """Keep the names that may be the speaker's; where all are only spoken of, none is certain."""
    named = join_names(text, beside.select(names))
    if not named or not beside.certain:
        return beside
    told = select_speakers(text, quotation, named)
    if not told:
        return beside._replace(certain=False)
    return beside if len(told) == len(named) else Beside(told)
