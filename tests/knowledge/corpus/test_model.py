"""The vocabulary: what an entry may say, and nothing else."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge.corpus.model import (
    Article,
    Basis,
    Event,
    Interval,
    Membership,
    Organization,
    Person,
    QuoteKind,
    Rights,
    Sourcing,
    Statement,
    Value,
)

SAID = {"from": "2025-03-12", "to": "2025-03-12", "printed": "March 12", "basis": "printed"}
QUOTE = {"kind": "direct", "exact": "so it is and so it stays", "attribution": "Ada"}
STANCE = {
    "holder": "velmora",
    "issue": "ferry-ban",
    "value": "supports",
    "basis": "declared",
    "grounds": 0,
}
STATEMENT = {
    "id": "ada-says-so",
    "said": SAID,
    "speaker": {"id": "ada-lind"},
    "sourcing": "on_record",
    "summary": "Ada said so.",
    "stances": [STANCE],
    "quotes": [QUOTE],
}


def test_the_vocabulary_is_closed():
    assert [*map(str, Value)] == ["supports", "conditional", "reluctant", "opposes", "undeclared"]
    assert [*map(str, Basis)] == ["declared", "relayed", "ascribed"]
    assert [*map(str, QuoteKind)] == ["direct", "narration", "labeled"]
    assert [*map(str, Rights)] == ["short_quotation", "link_only"]
    assert [*map(str, Sourcing)] == [
        "on_record",
        "relayed",
        "unnamed",
        "state_media",
        "document",
        "outlet",
    ]


def test_a_whole_statement_is_valid():
    assert Statement.model_validate(STATEMENT).said.from_.year == 2025


def test_a_statement_that_contradicts_itself_can_be_read():
    wrong = {
        "sourcing": "relayed",
        "speaker": {"id": None},
        "quotes": [QUOTE | {"attribution": None}],
    }
    assert Statement.model_validate(STATEMENT | wrong).via is None
    assert Interval.model_validate({**SAID, "to": "2025-03-11", "printed": None}).printed is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"stances": [{**STANCE, "grounds": -1}]}, "greater than or equal to 0"),
        ({"stances": [{**STANCE, "value": "favours"}]}, "Input should be 'supports'"),
        ({"quotes": [{**QUOTE, "kind": "paraphrase"}]}, "Input should be 'direct'"),
        ({"summary": " "}, "at least 1 character"),
        ({"score": 3}, "Extra inputs are not permitted"),
        ({"id": "Ada Says"}, "is not an id.\nWrite lowercase words"),
    ],
)
def test_a_statement_says_no_more_than_the_vocabulary_has(changes, why):
    with pytest.raises(ValidationError, match=why):
        Statement.model_validate(STATEMENT | changes)


@pytest.mark.parametrize(
    ("interval", "why"),
    [
        ({**SAID, "basis": "guessed"}, "does not say how the date is known.\nWrite"),
        ({**SAID, "basis": "year inferred"}, "does not say how"),
        ({**SAID, "from": "2025-03"}, "'2025-03' is not a day.\nWrite it as 2024-01-31"),
        ({**SAID, "from": "2025-02-30"}, "is not a day"),
        ({**SAID, "from": 0}, "0 is not a day"),
        ({**SAID, "from": "0"}, "is not a day"),
        ({**SAID, "from": 20250312}, "is not a day"),
        ({**SAID, "from": "0001-01-01"}, "is not a day"),
        ({**SAID, "to": "9999-12-31"}, "is not a day"),
        ({**SAID, "from": "2025-03-12T10:00"}, "is not a day"),
    ],
)
def test_a_date_says_how_it_is_known(interval, why):
    with pytest.raises(ValidationError, match=why):
        Interval.model_validate(interval)


@pytest.mark.parametrize(
    ("basis", "inferred"),
    [
        ("printed", None),
        ("year inferred: the article is of 2025", "year inferred"),
        ("date inferred from an outside fact: the games ended that day", "date inferred"),
    ],
)
def test_a_date_says_what_of_it_is_inferred(basis, inferred):
    assert Interval.model_validate({**SAID, "basis": basis}).inferred == inferred


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        ("2025", True),
        ("2025-03", True),
        ("2025-03-12", True),
        ("March 2025", False),
        ("25", False),
        ("2025-13", False),
        ("2025-02-30", False),
    ],
)
def test_a_post_begins_on_a_date_however_imprecise(day, valid):
    post = {
        "title": "Envoy",
        "organization": "velmora",
        "start": day,
        "attested": [{"article": "a", "as": "envoy"}],
    }
    if valid:
        assert Membership.model_validate(post).start == day
    else:
        with pytest.raises(ValidationError):
            Membership.model_validate(post)


@pytest.mark.parametrize("name", ["Ada", "ada_lind", "ada--lind", "-ada", "ada lind", "", "a" * 61])
def test_an_id_is_lower_case_words_joined_by_hyphens(name):
    with pytest.raises(ValidationError):
        Person(id=name, name="Ada Lind")


def test_nothing_changes_an_entry_once_it_is_read():
    person = Person(id="ada-lind", name="Ada Lind")
    with pytest.raises(ValidationError, match="frozen"):
        person.name = "Ada"


def test_a_post_is_attested():
    with pytest.raises(ValidationError, match="at least 1 item"):
        Membership(title="Envoy", organization="velmora", attested=())


@pytest.mark.parametrize("missing", ["agency", "publisher", "title", "byline", "url"])
def test_what_an_article_does_not_print_is_null_and_never_left_out(missing):
    head = dict.fromkeys(("agency", "publisher", "title", "byline", "url"))
    rest = {"id": "a", "published": SAID, "fingerprint": "0" * 64, "words": 1}
    assert Article.model_validate(head | rest)
    with pytest.raises(ValidationError, match="Field required"):
        Article.model_validate({k: v for k, v in head.items() if k != missing} | rest)


@pytest.mark.parametrize("fingerprint", ["0" * 63, "G" * 64, "A" * 64, ""])
def test_a_fingerprint_is_sixty_four_digits(fingerprint):
    head = dict.fromkeys(("agency", "publisher", "title", "byline", "url"))
    with pytest.raises(ValidationError, match="fingerprint"):
        Article.model_validate(
            head | {"id": "a", "published": SAID, "fingerprint": fingerprint, "words": 1}
        )


def test_an_organization_has_a_classification_and_an_event_a_date():
    with pytest.raises(ValidationError, match="classification"):
        Organization(id="a", name="A")
    with pytest.raises(ValidationError, match="date"):
        Event(id="a", name="A")
