"""Quotations to some of which a name leads straight: these are theirs, and the others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_quote.leading_names import (
    find_leads,
    is_continued,
    is_in_one_breath,
    list_speaking,
    says_more,
)
from knowledge.check_quote.quotation_gaps import Beside, select_names
from knowledge.check_quote.sentence_places import Place, join_names

if TYPE_CHECKING:
    from collections.abc import Sequence


class LedQuotations:
    """Several quotations, and the names that lead straight to one of them."""

    def __init__(self, outlined: str, quotations: Sequence[Place], names: Sequence[Place]) -> None:
        self._outlined, self._quotations, self._names = outlined, quotations, names
        self.leads = find_leads(outlined, quotations, names)
        self._taken = {n for lead in self.leads.values() for n in select_names(names, lead.name)}

    def settle(self, divided: Sequence[Beside]) -> list[Beside]:
        """Give each quotation to the name that leads to it, and the others to none of these."""
        settled, led = list[Beside](), set[int]()
        for number, beside in enumerate(divided):
            if lead := self.leads.get(number):
                settled.append(Beside((lead.name,)))
            elif number - 1 in led and self._is_in_one_breath(number, beside):
                settled.append(settled[-1])
            else:
                settled.append(self._leave(number, beside) if self._taken else beside)
                continue
            led.add(number)
        return settled

    def _before(self, number: int) -> Place:
        """Return the place between a quotation and the one before it."""
        return self._quotations[number - 1][1] if number else 0, self._quotations[number][0]

    def _is_in_one_breath(self, number: int, beside: Beside) -> bool:
        """Return whether a quotation goes with the one before it, and with no name behind it."""
        behind = [n for n in beside.select(self._names) if n[0] >= self._quotations[number][1]]
        between, before = self._before(number), self.leads.get(number - 1)
        goes_on = is_continued(self._outlined, before, between)
        return not behind and (goes_on or is_in_one_breath(self._outlined, between))

    def _leave(self, number: int, beside: Beside) -> Beside:
        """Return who is beside a quotation and leads to no other; in doubt whoever is."""
        names = beside.select(self._names)
        others = [name for name in names if name not in self._taken]
        if len(others) == len(names):
            return beside
        if not others:
            if self._is_before_owned(number, names):
                return Beside()
            before = self.leads.get(number - 1)
            more = says_more(self._outlined, before, self._before(number))
            return beside if more else beside._replace(certain=False)
        speaking = list_speaking(self._outlined, others, self._before(number))
        one = join_names(self._outlined, speaking)
        return Beside(tuple(one)) if len(one) == 1 else beside._replace(certain=False)

    def _is_before_owned(self, number: int, names: Sequence[Place]) -> bool:
        """Return whether those beside a quotation stand behind it, and own the next one."""
        lead = self.leads.get(number + 1)
        behind = names[0][0] >= self._quotations[number][1]
        return bool(lead and lead.owns and behind and lead.name[1] >= names[-1][1])
