"""Words of a story are of the day that it has come to, or of no certain day: of no other."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.corpus.model import Interval
from knowledge.intake.read.candidate_search import find_candidates
from tests.knowledge.intake.read.reading_texts import NOBODY

DAY = date(2026, 9, 14)  # a Monday
PUBLISHED = Interval(from_=DAY, to=DAY, printed="14 September 2026", basis="printed")
BEGUN = "The first sign came on 2 September, when Per Dahl, the minister, told a hall in Ostby no."


def _find_day(raw):
    made = [c for c in find_candidates(raw, PUBLISHED, NOBODY, parser=False) if c.quotation]
    said = made[-1].said
    return f"{said.from_}" if said.from_ == said.to else f"{said.from_}..{said.to}"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Two days later Ada Finch wrote to him. {} the letter said.", "2026-09-04"),
        ("Two days later he met Ada Finch. {} she said.", "2026-09-04"),
        ("The next morning Ada Finch rang him. {} she said.", "2026-09-03"),
        ("On the following Monday Ada Finch left. {} she said that evening.", "2026-09-07"),
        ("On the Monday after, Ada Finch left. {} she said.", "2026-09-07"),
        ("The following week Ada Finch left. {} she said.", "2026-09-06..2026-09-14"),
        ("The Friday before, Ada Finch had told reporters {}.", "2026-08-28"),
        ("A day earlier, Ada Finch had told reporters {}.", "2026-09-01"),
        ("Three days earlier, Ada Finch had said it was {}.", "2026-08-30"),
        ("A week later, Ada Finch said it was {}.", "2026-09-06..2026-09-12"),
        ("A month earlier, Ada Finch had said it was {}.", "2026-07-18..2026-08-17"),
        ("Later that month, Ada Finch said it was {}.", "2026-09-02..2026-09-14"),
        ("Ada Finch said the next day that it was {}.", "2026-09-03"),
        ("The same evening, Ada Finch said it was {}.", "2026-09-02"),
        ("Ada Finch was angry. {} she said.", "2026-09-02..2026-09-14"),
    ],
)
def test_a_time_counts_from_the_day_that_the_story_has_come_to(told, day):
    told = told.format("“a ceiling that has become a floor,”")
    assert _find_day(f"{BEGUN}\n\n{told}\n") == day


def test_times_of_a_story_count_on_from_each_other():
    raw = (
        f"{BEGUN}\n\nTwo days later Ada Finch wrote to him.\n\nOn the following Monday the talks"
        " broke up. “There is nothing left to talk about,” Dahl said that evening.\n"
    )
    assert _find_day(raw) == "2026-09-07"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (
            "It came on 2 September, when Yacine Dahl, the minister, told a hall that it was {}.",
            "2026-09-02",
        ),
        ("On Thursday, when the ship sank, Ada Finch said it was {}.", "2026-09-10"),
        ("It ended with a hearing on Friday at which Ada Finch said that it was {}.", "2026-09-11"),
        ("They meet on Friday, when Ada Finch says it is {}.", None),
    ],
)
def test_a_clause_that_tells_what_was_said_on_a_day_is_of_it(raw, day):
    found = _find_day(raw.format("“a ceiling that has become a floor”"))
    assert found == day or (day is None and ".." in found)


@pytest.mark.parametrize(
    ("scene", "day"),
    [
        ("On Friday she rose. {} she said.", "2026-09-11"),
        ("Last Friday Ada Finch tried once more. {} she said in Lund.", "2026-09-11"),
        ("She was called in on Sunday. {} she said as she left.", "2026-09-13"),
        ("On Thursday they met on it.\n\n{} Finch said afterwards.", "2026-09-10"),
        ("The talks ended on Saturday.\n\n{} she told reporters after the talks.", "2026-09-12"),
        # Words that may be of a later day, or of one before.
        ("On Friday she rose. {} she says.", None),
        ("On Friday she rose. {} she told The Ledger.", None),
        ("On Friday the council will vote. {} she said.", None),
        ("On Friday she rose. {} she had said.", None),
        ("She was called in on Sunday. {} she said.", None),
        ("On Thursday they met on it.\n\n{} Finch said.", None),
        ("On Friday she rose. Per Dahl said no. {} Finch said.", None),
        ("In August she rose. {} she said.", None),
        ("Until Friday she kept silent. {} she said.", None),
        ("Since Friday she has been in Lund. {} she said.", None),
    ],
)
def test_words_right_behind_a_scene_are_of_its_day(scene, day):
    raw = "Ada Finch said it would take a while.\n\n" + scene.format("“It was a long road home,”")
    found = _find_day(raw)
    assert found == day or (day is None and ".." in found)


def test_a_day_between_two_words_of_a_speaker_ends_the_first():
    raw = (
        "Per Dahl had said on 20 August that talks were “nowhere near the line.”\n\n"
        "On Friday he was in a better mood.{gap}“I was wrong and I am glad of it,” he said."
    )
    assert _find_day(raw.format(gap=" ")) == "2026-09-11"
    assert ".." in _find_day(raw.format(gap="\n\n"))


def test_what_had_been_said_dates_nothing_that_is_said_now():
    raw = (
        "Per Dahl had said on 10 September that talks were “nowhere near the line.”\n\n"
        "“I was wrong by a week and I am glad of it,” he said."
    )
    assert _find_day(raw) == "2026-09-10..2026-09-14"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("Ada Finch told The Ledger on Monday it was late. {} she told the paper.", "2026-09-14"),
        ("Ada Finch said on Monday it was late. {} she said.", "2026-09-14"),
        ("Ada Finch said on Monday it was late. {} she told The Ledger.", None),
        ("On the night of 3 September the dam broke. {} Ada Finch said.", "2026-09-03..2026-09-14"),
        ("They met on 3 September. {} Ada Finch said afterwards.", "2026-09-03..2026-09-14"),
        ("At noon on Thursday Ada Finch rose. {} she said.", "2026-09-10"),
        ("That Thursday Ada Finch rose. {} she said.", None),
    ],
)
def test_words_are_of_no_day_that_may_be_another(raw, day):
    found = _find_day(raw.format("“It was a long road home,”"))
    assert found == day or (day is None and ".." in found)


@pytest.mark.parametrize("when", ["next Monday", "every Monday", "the previous Monday"])
def test_a_weekday_that_the_publication_does_not_tell_is_not_the_last_one(when):
    assert ".." in _find_day(f"On {when}, Ada Finch said it was “a long road home at night.”")


@pytest.mark.parametrize(
    "verb", ["denies endangering", "admitted having endangered", "denied ever taking"]
)
def test_the_day_of_a_deed_is_not_that_of_who_denies_it(verb):
    (made,) = find_candidates(f"Per Dahl {verb} passengers in August.", PUBLISHED, NOBODY)
    assert made.said.to == DAY


def test_the_day_of_a_deed_moves_no_story_on():
    raw = (
        "Per Dahl resigned on Friday. Ada Finch denied threatening anybody in August.\n\n"
        "A day earlier Dahl had told reporters it was “a ceiling that has become a floor.”"
    )
    assert _find_day(raw) == "2026-09-10"
