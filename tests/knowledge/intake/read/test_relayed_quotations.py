"""Words that somebody quotes of another: both are kept."""

from __future__ import annotations

import pytest

from knowledge.corpus.model import Sourcing
from tests.knowledge.intake.read.reading_texts import PUBLISHED, list_speakers, read


@pytest.mark.parametrize(
    ("raw", "via"),
    [
        ("“We talk about it now,” Per Dahl quoted Ada Finch as saying.", "Per Dahl"),
        ("Per Dahl quoted Ada Finch as saying “we will talk about it.”", "Per Dahl"),
        ("“We talk about it now,” Ada Finch was quoted as saying by the Ledger.", "the Ledger"),
        ("The Ledger reported Ada Finch as saying it was “a very good day.”", "Ledger"),
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


@pytest.mark.parametrize(
    ("raw", "via"),
    [
        (
            (
                "Ada Finch told her Borduran colleague, Per Dahl, on Friday that the toll "
                "“will hurt us all the same,” Dahl said later."
            ),
            "Dahl",
        ),
        (
            (
                "Ada Finch told the envoy that the toll “will hurt us all the same,” the envoy's "
                "office said."
            ),
            "the envoy's office",
        ),
        ("Inspector Per Dahl told the inquiry Ada Finch had texted a son: “I was there.”", None),
        (
            (
                "“It is late,” said Per Dahl, the mayor of Ostby. According to Dahl, the warden Ada "
                "Finch told the crew: “Nobody leaves the quay.”"
            ),
            "Dahl",
        ),
        (
            (
                "“It is late,” Per Dahl said, quoting Ada Finch's own words from May: “A slow boat "
                "is better than none.”"
            ),
            "Per Dahl",
        ),
    ],
)
def test_who_is_reported_as_saying_it_is_the_speaker_and_who_reports_it_relays(raw, via):
    found = [made for made in read(raw) if made.quotation][-1]
    assert (found.speaker.key, found.via) == ("Ada Finch", via)


def test_who_only_says_something_else_beside_a_speaker_relays_nothing():
    (found, other) = [
        made
        for made in read(
            "The envoy, Ada Finch, said on Friday they were “closer than last year,” but an aide "
            "who was present said Finch was “dreaming in daylight again.”"
        )
        if made.quotation
    ]
    assert (found.speaker.key, found.via, found.sourcing) == ("Ada Finch", None, Sourcing.ON_RECORD)
    assert other.speaker.description == "an aide"


def test_what_somebody_was_told_is_proposed_of_who_tells_of_it_alone():
    told = "The mayor, Marta Quill, had told him, {}, that the toll of the river would not be paid."
    found = read(told.format("Rolf Grell said"))
    assert [made.speaker.name for made in found] == ["Rolf Grell"]
    found = read(told.format("according to two delegates"))
    assert found[0].via == "two delegates"


@pytest.mark.parametrize("listeners", ["reporters", "lawmakers", "the press"])
def test_whom_somebody_told_is_no_part_of_the_next_subject(listeners):
    found = read(f"Rolf Grell told {listeners} the mayor had told him that it was late.")
    assert [made.speaker.key for made in found] == ["Rolf Grell", "the mayor"]


@pytest.mark.parametrize(
    "raw",
    [
        "Per Dahl recalled that Ada Finch had told him that it was “a very good day for us.”",
        "Per Dahl said that Ada Finch had called it “a very good day for us.”",
        "Per Dahl remembered how Ada Finch had called it “a very good day for us.”",
        "Per Dahl recalled that Ada Finch told him: “A very good day for us.”",
        "“A very good day for us,” Ada Finch told him, Per Dahl recalled.",
        "According to Per Dahl, Ada Finch told him that it was “a very good day for us.”",
    ],
)
def test_who_tells_what_another_said_relays_it(raw):
    (found,) = [made for made in read(raw) if made.quotation]
    assert (found.speaker.key, found.via) == ("Ada Finch", "Per Dahl")
    assert found.sourcing is Sourcing.RELAYED


@pytest.mark.parametrize(
    "raw",
    [
        "Per Dahl said the toll is late, and Ada Finch called it “a very good day for us.”",
        "Per Dahl spoke first, and then Ada Finch said: “A very good day for us.”",
    ],
)
def test_who_speaks_beside_another_relays_nothing(raw):
    (found,) = [made for made in read(raw) if made.quotation]
    assert (found.via, found.sourcing) == (None, Sourcing.ON_RECORD)


@pytest.mark.parametrize(
    ("raw", "speaker", "via"),
    [
        (
            "The oil minister, Reza Dahl, was quoted by the ISNA agency as telling lawmakers that {}",
            "Reza Dahl",
            "the ISNA agency",
        ),
        ("Reza Dahl, the oil minister, was cited by ISNA as saying that {}", "Reza Dahl", "ISNA"),
        (
            "Reza Dahl said in a statement carried by KUNA on Saturday that the field was {}",
            "Reza Dahl",
            "KUNA",
        ),
    ],
)
def test_who_is_quoted_by_an_agency_speaks_and_the_agency_relays(raw, speaker, via):
    (found,) = [c for c in read(raw.format("“owned by the two states alone.”")) if c.quotation]
    assert (found.speaker.key, found.via) == (speaker, via)


@pytest.mark.parametrize(
    ("raw", "via"),
    [
        (
            "The weekly Pogled reported on Tuesday that the mayor, Ada Finch, had told aides {}",
            "Pogled",
        ),
        ("The Ledger reported on Monday that Ada Finch said in private: {}", "Ledger"),
        (
            "Police reported late on Monday that Ada Finch had told officers that it was {}",
            "Police",
        ),
        ("Per Dahl claimed in Lund that Ada Finch had told him {}", "Per Dahl"),
        ("Per Dahl said Ada Finch had told him {}", "Per Dahl"),
        ("Local media reported that the mayor, Ada Finch, had called it {}", "Local media"),
    ],
)
def test_who_only_reports_that_another_said_something_relays_it(raw, via):
    (made,) = [c for c in read(raw.format("“a price that nobody can pay.”")) if c.quotation]
    assert (made.speaker.key, made.via) == ("Ada Finch", via)
    assert made.sourcing is Sourcing.RELAYED


def test_a_paper_that_closes_a_sentence_with_a_day_relays_it():
    raw = (
        "“A price that nobody can pay,” Ada Finch had told aides, the weekly Pogled said on Monday."
    )
    (made,) = [c for c in read(raw) if c.quotation]
    assert (made.speaker.key, made.via) == ("Ada Finch", "Pogled")


def test_who_is_heard_on_a_recording_is_the_speaker():
    raw = "A recording published by The Ledger has Ada Finch saying “a price that nobody can pay.”"
    (made,) = [c for c in read(raw) if c.quotation]
    assert (made.speaker.key, made.via) == ("Ada Finch", "The Ledger")


def test_an_adjective_of_several_people_is_nobodys_name():
    assert list_speakers("Turkish trawlermen said it was “a price that nobody can pay.”") == [
        "Turkish trawlermen"
    ]


def test_what_had_been_said_on_no_printed_day_is_not_of_the_week():
    (made,) = [
        c for c in read("Ada Finch had told him “a price that nobody can pay.”") if c.quotation
    ]
    assert (PUBLISHED.to - made.said.from_).days == 366
