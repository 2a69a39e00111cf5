"""To whom each of several quotations is given."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.claimed_speakers import claimed_speakers
from knowledge.questions.reader import read


def test_one_name_that_leads_to_one_of_two_quotations_is_not_the_others(kb):
    question = read(kb, "use “no plan” rather than Orin Dask’s “the ferry ban”")
    typed = replace(question, typed="use “no plan” rather than Orin Dask’s “the ferry ban”")
    first, second = claimed_speakers(kb.names, typed) or ((), ())
    assert (first.names, [name.target for name in second.names]) == ((), ["orin-dask"])
