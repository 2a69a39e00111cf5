"""Words that somebody quotes of another: both are kept."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import read


@pytest.mark.parametrize(
    ("raw", "via"),
    [
        ("“We talk about it now,” Per Dahl quoted Ada Finch as saying.", "Per Dahl"),
        ("Per Dahl quoted Ada Finch as saying “we will talk about it.”", "Per Dahl"),
        ("“We talk about it now,” Ada Finch was quoted as saying by the Ledger.", "the Ledger"),
        ("Ada Finch was quoted by the Ledger as saying it was “a very good day.”", "Ledger"),
        ("Ada Finch was quoted as saying that it was “a very good day.”", None),
    ],
)
def test_who_is_quoted_is_the_speaker_and_who_quotes_relays(raw, via):
    (found,) = [made for made in read(raw) if made.quotation]
    assert (found.speaker.key, found.via) == ("Ada Finch", via)


def test_people_described_together_are_not_the_last_of_them():
    (found,) = read(
        "The foreign ministers of Ruritania and Borduria said it was “too late for us.”"
    )
    assert found.speaker.key == "The foreign ministers of Ruritania and Borduria"
