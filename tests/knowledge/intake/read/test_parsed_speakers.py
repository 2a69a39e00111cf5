"""Speakers that a parse of the sentence gives, where the rules give a quotation to nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

from knowledge.intake.read import candidate_search
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.intake.read.parser import can_parse, describe_use, parse
from tests.knowledge.intake.read.reading_texts import NOBODY, PUBLISHED
from tests.places import ROOT

needs_parser = pytest.mark.skipif(not can_parse(), reason="the extra `parser` is not installed")

FEARS = "Marta Quill dreads that the old ferry has become “a shelf for other people's boats.”"
FOUND = [
    pytest.param(FEARS, "Marta Quill", id="whatever takes a clause says or thinks it"),
    pytest.param(
        "Only half of the residents thought that the mayor was in “good enough health to serve.”",
        "Only half of the residents",
        id="nobody by name",
    ),
    pytest.param(
        "Ada Finch walked on stage as “the last ferry captain of the whole coast.”",
        "Ada Finch",
        id="the person whose sentence it is",
    ),
]
NOBODYS = [
    pytest.param(
        "The pier had become “a shelf for other people's boats.”", id="a thing says nothing"
    ),
    pytest.param("Ada Finch has a part in “The Last Ferry of the Coast.”", id="a title"),
    pytest.param("The sign is “a very old one.” It hangs there.", id="no person at all"),
]


def _list_said(raw, **options):
    found = find_candidates(raw, PUBLISHED, NOBODY, **options)
    return [c.speaker.key for c in found if c.quotation and not c.no_quote]


@needs_parser
@pytest.mark.parametrize(("raw", "speaker"), FOUND)
def test_a_parse_gives_a_speaker_whom_the_rules_do_not(raw, speaker):
    assert (_list_said(raw, parser=False), _list_said(raw)) == ([], [speaker])


@needs_parser
@pytest.mark.parametrize("raw", NOBODYS)
def test_a_parse_leaves_alone_what_nobody_says(raw):
    assert _list_said(raw) == []


@needs_parser
def test_the_next_quotation_goes_on_with_a_parsed_speaker():
    raw = f"{FEARS} “And so it has become one at last.”"
    assert _list_said(raw) == ["Marta Quill", "Marta Quill"]


@needs_parser
def test_a_pronoun_may_mean_who_was_found_by_a_parse():
    raw = f"{FEARS} She hopes that nobody “takes it away before the winter.”"
    assert _list_said(raw) == ["Marta Quill", "Marta Quill"]


@needs_parser
def test_a_parse_tells_what_each_word_hangs_on():
    words = parse("John Smith fears it.")
    assert [(w.start, w.head, w.role, w.entity) for w in words[:3]] == [
        (0, 1, "compound", "PERSON"),
        (5, 2, "nsubj", "PERSON"),
        (11, 2, "ROOT", ""),
    ]


def test_what_the_rules_find_is_not_parsed(monkeypatch):
    monkeypatch.setattr("knowledge.intake.read.parsed_speakers.parse", None)
    monkeypatch.setattr(candidate_search, "can_parse", lambda: True)
    assert _list_said("“We have no boat left,” Ada Finch said.") == ["Ada Finch"]


def test_without_the_extra_nothing_is_parsed(monkeypatch):
    monkeypatch.setattr("knowledge.intake.read.parsed_speakers.parse", None)
    monkeypatch.setattr(candidate_search, "can_parse", lambda: False)
    assert _list_said(FEARS) == []


@pytest.mark.parametrize(
    ("installed", "wanted", "said"),
    [(True, True, "used"), (True, False, "not used, as asked"), (False, True, "not installed")],
)
def test_an_evaluation_says_whether_the_parser_was_used(monkeypatch, installed, wanted, said):
    monkeypatch.setattr("knowledge.intake.read.parser.can_parse", lambda: installed)
    assert describe_use(wanted=wanted).removeprefix("Parser: ").startswith(said)


@pytest.mark.slow(seconds=4)
def test_what_the_rules_find_loads_no_parser():
    code = (
        "import sys; from tests.knowledge.intake.read.reading_texts import read\n"
        "assert read('“We have no boat left,” Ada Finch said.')\n"
        "assert not {'spacy', 'thinc'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
