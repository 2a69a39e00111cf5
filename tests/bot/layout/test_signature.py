"""Who signs a slice: a speaker for own words, the outlet on somebody for its sentence."""

from __future__ import annotations

import pytest

from bot.answers.attribution import how
from bot.layout.signature import AlreadyShown, outlet_or_headline, sign, sign_again
from knowledge.corpus.model import Sourcing

OUTLET = {"speaker": None, "sourcing": "outlet"}


def _told(runs):
    return "".join(run["text"] for run in runs)


def test_own_words_are_signed_by_their_speaker_in_bold(invented):
    runs = sign(invented.cited(), None, is_own_words=True)
    assert _told(runs) == "Orin Dask, the head · Mar 12, 2025 · said publicly"
    assert [run["text"] for run in runs if run.get("style")] == ["Orin Dask"]


def test_a_sentence_of_the_outlet_is_never_signed_by_its_subject(invented):
    runs = sign(invented.cited(), None, is_own_words=False)
    assert _told(runs).startswith("Valley Post on Orin Dask, the head · ")


def test_an_outlets_account_is_on_the_holder(invented):
    runs = sign(invented.cited(**OUTLET), "Velmora", is_own_words=False)
    assert _told(runs) == "Valley Post on Velmora · Mar 12, 2025 · the outlet’s account"
    alone = sign(invented.cited(**OUTLET), None, is_own_words=False)
    assert _told(alone) == "Valley Post · Mar 12, 2025 · the outlet’s account"


def test_the_outlets_words_in_one_statement_with_own_words_are_signed_shortly(invented):
    assert _told(sign_again(invented.cited(), None)) == "Valley Post on Orin Dask · same statement"


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ({"id": "orin-dask", "name": "Orin Dask", "kind": "person", "as": "the head"}, "Orin Dask, the head"),
        ({"id": "orin-dask", "name": "Orin Dask", "kind": "person", "description": "a baker"}, "Orin Dask, a baker"),
        ({"id": "orin-dask", "name": "Orin Dask", "kind": "person"}, "Orin Dask, post that day not certain"),
        ({"id": "velmora", "name": "Velmora", "kind": "organization"}, "Velmora"),
        ({"id": "velmora", "name": "Velmora", "kind": "organization", "as": "Velmora"}, "Velmora"),
        ({"id": None, "name": None, "description": "a senior official"}, "a senior official"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_as_printed_that_day(invented, speaker, words):
    sourcing = "unnamed" if speaker["id"] is None else "on_record"
    statement = invented.cited(speaker=speaker, sourcing=sourcing)
    assert _told(sign(statement, None, is_own_words=True)).split(" · ")[0] == words


def test_who_has_no_name_is_told_once(invented):
    speaker = {"id": None, "name": None, "description": "a senior official"}
    unnamed = invented.cited(speaker=speaker, sourcing="unnamed")
    assert _told(sign(unnamed, "Velmora", is_own_words=False)) == (
        "Valley Post · Mar 12, 2025 · relayed by a senior official"
    )
    assert _told(sign(unnamed, "Velmora", is_own_words=True)).startswith("a senior official · ")
    paper = invented.cited(speaker=speaker, sourcing="document")
    beside = AlreadyShown(words="A senior official wrote so.")
    assert "on a senior official" in _told(sign(paper, None, is_own_words=False))
    assert "official" not in _told(sign(paper, None, is_own_words=False, beside=beside))


@pytest.mark.parametrize("article", ["A", "An", "The"])
def test_words_that_begin_a_sentence_in_print_do_not_begin_one_here(invented, article):
    speaker = {"id": None, "name": None, "description": f"{article} official in Lund"}
    told = _told(
        sign(invented.cited(speaker=speaker, sourcing="unnamed"), None, is_own_words=False)
    )
    assert told.endswith(f"relayed by {article.lower()} official in Lund")


def test_a_day_and_a_post_that_stand_beside_it_are_not_repeated(invented):
    statement = invented.cited()
    beside = AlreadyShown(posts=frozenset({"the head"}), day=statement.said)
    told = _told(sign(statement, None, is_own_words=True, beside=beside))
    assert told == "Orin Dask · same day · said publicly"


def test_days_that_are_not_one_day_are_written_out(invented):
    year = {"from": "2025-01-01", "to": "2025-12-31", "printed": "then", "basis": "printed"}
    statement = invented.cited(said=year)
    beside = AlreadyShown(day=statement.said)
    assert "same day" not in _told(sign(statement, None, is_own_words=True, beside=beside))


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("United Isles", "organization", "the United Isles"),
        ("Velmoran Foreign Ministry", "organization", "the Velmoran Foreign Ministry"),
        ("Velmora", "organization", "Velmora"),
        ("Ann House", "person", "Ann House"),
    ],
)
def test_a_name_of_common_words_takes_an_article(invented, name, kind, words):
    statement = invented.cited(speaker={"id": "x", "name": name, "kind": kind, "as": name})
    runs = sign(statement, None, is_own_words=False)
    assert _told(runs).startswith(f"Valley Post on {words} · ")
    assert [run["text"] for run in runs if run.get("style")] == [name]


@pytest.mark.parametrize(
    ("sourcing", "via", "words"),
    [
        ("on_record", None, "said publicly"),
        ("on_record", "KCNA", "said publicly, via KCNA"),
        ("relayed", "diplomatic sources", "relayed by diplomatic sources"),
        ("unnamed", None, "speaker not named"),
        ("unnamed", "the paper", "speaker not named, via the paper"),
        ("state_media", None, "said publicly, in state media"),
        ("state_media", "its state-run media", "said publicly, in its state-run media"),
        ("document", None, "in a document"),
        ("outlet", None, "the outlet’s account"),
    ],
)
def test_how_the_words_came_names_who_relayed_them(invented, sourcing, via, words):
    speaker = {"id": None, "name": None, "description": "an official"}
    assert how(invented.cited(speaker=speaker, sourcing=sourcing, via=via)) == words


def test_every_level_of_sourcing_has_words(invented):
    told = [how(invented.cited(sourcing=s, via="somebody", speaker=None)) for s in Sourcing]
    assert all("somebody" in words for words in told)
    assert len(set(told)) == len(Sourcing)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ({"agency": "Valley Wire"}, "Valley Wire, Valley Post"),
        ({"agency": "Valley Post"}, "Valley Post"),
        ({"publisher": None}, "“Velmora wary of plan”"),
        ({"publisher": None, "title": "Velmora wary of the plan"}, "“Velmora wary of the …”"),
        ({"publisher": None, "title": "Incomprehensibilities everywhere"}, "“Incomprehensibilities …”"),
        ({"publisher": None, "title": "Velmora wary"}, "“Velmora wary”"),
        ({"publisher": None, "title": None}, "an article without a headline"),
    ],
)  # fmt: skip
def test_an_article_goes_by_its_outlet_or_the_first_words_of_its_headline(invented, head, words):
    assert outlet_or_headline(invented.cited(article=head).article) == words
