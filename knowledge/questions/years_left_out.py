"""The year of a day that is typed without one, where whoever is named spoke on it in one year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.claims import Claims
from knowledge.text import asked_dates

if TYPE_CHECKING:
    from datetime import date

    from knowledge.citations import CitedStatement
    from knowledge.text.asked_dates import AskedDate

_MOST: Final = 100  # statements that are looked at
_YEARS: Final = 12  # in which somebody spoke; of more, the year is asked for


class YearsLeftOut(Claims):
    """Reads a day without a year as of the one year that fits those named."""

    def read_year_left_out(self, today: date) -> None:
        """Take "on October 19" for that day of the only year in which those named spoke on it.

        Where they did in no year, it is of the only year in which they spoke at all.
        """
        asked = self.asked_date
        if asked is None or not asked.lacks_year or not self.kinds:
            return
        said = self._list_said()
        years = {y for s in said for y in range(s.said.from_.year, s.said.to.year + 1)}
        if not 0 < len(years) <= _YEARS:
            return
        read = [days for year in years if (days := self._in_year(asked, year, today))]
        fitting = [days for days in read if any(_is_of(days, s) for s in said)]
        if len(fitting) == 1:
            self.asked_date = fitting[0]
        elif not fitting and len(years) == len(read) == 1:
            self.asked_date = read[0]

    def _list_said(self) -> list[CitedStatement]:
        """Return what those named said; of a body or state, what was said for it too."""
        found: list[CitedStatement] = []
        for name in (f.name for f in self.found if f.clear and f.name.kind is not Kind.ISSUE):
            found += self.kb.statements_by(name.target)[:_MOST]
            if name.kind is Kind.ORGANIZATION:
                found += self.kb.statements_for(name.target)[:_MOST]
        return found

    def _in_year(self, asked: AskedDate, year: int, today: date) -> AskedDate | None:
        typed = self.text[asked.start : asked.end]
        days = asked_dates.find(f"{typed} {year}", today)
        if days is None or days.problem:
            return None
        return replace(days, start=asked.start, end=asked.end, others=asked.others, year=year)


def _is_of(days: AskedDate, said: CitedStatement) -> bool:
    """Return whether a statement may be of the days; of days without an end, any may be."""
    if days.first is None or days.last is None:
        return True
    return said.said.from_ <= days.last and days.first <= said.said.to
