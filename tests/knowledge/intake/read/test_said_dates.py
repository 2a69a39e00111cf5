"""Which date is that of a statement: its cue's own, and no other that the sentence prints."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_corpus import date_words
from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval
from knowledge.intake.read import said_dates
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from knowledge.text.article_text import Span, Text
from knowledge.text.sentence_dates import dates

DAY = date(2025, 7, 9)  # a Wednesday
PUBLISHED = Interval(from_=DAY, to=DAY, printed="July 9, 2025", basis="printed")
VAGUE = Interval(from_=date(2025, 6, 1), to=DAY, basis="date inferred: of the summer")
KNOWN = KnownNames.of(Corpus())


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("said Monday", "2025-07-07", "2025-07-07"),
        ("said on Wednesday", "2025-07-09", "2025-07-09"),
        ("said late Thursday", "2025-07-03", "2025-07-03"),
        ("said last Friday", "2025-07-04", "2025-07-04"),
        ("said yesterday", "2025-07-08", "2025-07-08"),
        ("said this morning", "2025-07-09", "2025-07-09"),
        ("said on Feb. 19", "2025-02-19", "2025-02-19"),
        ("said on Dec. 3", "2024-12-03", "2024-12-03"),
        ("said on 19 February 2024", "2024-02-19", "2024-02-19"),
        ("said last month", "2025-06-01", "2025-06-30"),
        ("said earlier this month", "2025-07-01", "2025-07-09"),
        ("said last week", "2025-06-30", "2025-07-06"),
        ("said last year", "2024-01-01", "2024-12-31"),
        ("said in September", "2024-09-01", "2024-09-30"),
        ("said two days ago", "2025-07-07", "2025-07-07"),
        ("said two months ago", "2025-05-01", "2025-05-31"),
        ("Two weeks ago", "2025-06-23", "2025-06-29"),
        ("A year ago", "2024-01-01", "2024-12-31"),
        ("Yesterday", "2025-07-08", "2025-07-08"),
        ("Last month", "2025-06-01", "2025-06-30"),
        ("In 2019", "2019-01-01", "2019-12-31"),
        ("in early 2019", "2019-01-01", "2019-12-31"),
        ("since January", "2025-01-01", "2025-07-09"),
        ("over the weekend", "2025-07-05", "2025-07-06"),
        ("said last night", "2025-07-08", "2025-07-08"),
        ("said tonight", "2025-07-09", "2025-07-09"),
        ("said on Saturday, March 4, 2017", "2017-03-04", "2017-03-04"),
        ("said on Saturday (March 4, 2017)", "2017-03-04", "2017-03-04"),
        ("wrote on the 3rd of June", "2025-06-03", "2025-06-03"),
        ("said in late June", "2025-06-21", "2025-06-30"),
        ("said in May last year", "2024-05-01", "2024-05-31"),
        ("said in the spring of 2019", "2019-03-01", "2019-05-31"),
        ("said in the winter of 2018", "2017-12-01", "2019-02-28"),
        ("said last summer", "2024-06-01", "2024-08-31"),
        ("said this summer", "2025-06-01", "2025-07-09"),
        ("Back in 1998", "1998-01-01", "1998-12-31"),
        ("said as early as 2010", "2010-01-01", "2010-12-31"),
        ("said in 1787", "1787-01-01", "1787-12-31"),
        ("By the 1990s", "1990-01-01", "1999-12-31"),
        ("said in the 1990s", "1990-01-01", "1999-12-31"),
        ("said in the early 1980s", "1980-01-01", "1983-12-31"),
        ("said in her 2016 memoir", "2016-01-01", "2016-12-31"),
        ("In his farewell address of 1796", "1796-01-01", "1796-12-31"),
        ("said twenty years ago", "2005-01-01", "2005-12-31"),
        ("said several weeks ago", "2025-04-30", "2025-06-25"),
        ("said two nights ago", "2025-07-07", "2025-07-07"),
        ("said a decade ago", "2014-01-01", "2016-12-31"),
        ("said years ago", "1965-07-09", "2023-07-09"),
        ("said recently", "2025-04-10", "2025-07-09"),
        ("said in recent years", "1965-07-24", "2025-07-09"),
        ("She once said", "1965-07-24", "2025-07-09"),
    ],
)
def test_a_date_is_held_against_the_day_of_publication(words, first, last):
    (found,) = dates(words, PUBLISHED)
    assert (found.when.from_.isoformat(), found.when.to.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "on July 20",
        "on July 20, 2025",
        "in August",
        "in 2026",
        "the 2000 people",
        "at 1800 meters",
        "of 1998",
    ],
)
def test_what_lies_after_the_publication_or_counts_something_is_no_date_of_words(words):
    assert list(dates(words, PUBLISHED)) == []


def test_a_weekday_means_nothing_where_the_publication_is_not_known_to_a_week():
    assert list(dates("said Monday", VAGUE)) == []


@given(st.text(max_size=60))
def test_no_words_are_too_strange_for_a_date(words):
    for found in dates(words, PUBLISHED):
        assert found.when.from_ <= found.when.to <= DAY
        assert words[slice(*found.span)] == found.when.printed


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 9))
def test_no_sentence_is_too_strange_for_its_cue(words, at, size):
    said_dates.find_date_at_cue(
        words, Span(min(at, len(words)), min(at + size, len(words))), PUBLISHED
    )


Q = "\0" * 12  # what stands between marks


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (f"{Q} said Quill, who took office in January.", None),
        (f"{Q} said Quill, who took office in January, on Monday.", "Monday"),
        (f"{Q} said Quill, the mayor of Ostby, on Monday.", "Monday"),
        (f"{Q} Quill said in an interview with public radio late Thursday.", "late Thursday"),
        (f"Quill said the plan of the summit on June 20 was {Q}", None),
        ("Quill said of the summit on June 20 that it failed.", None),
        ("After the Jan. 3 shooting, Quill said Thursday that the port was shut.", "Thursday"),
        ("After the Jan. 3 shooting, Quill said that the port was shut.", None),
        ("HARROW, July 8, 2025 (AP) - Ostby will not pay, Quill said on Monday.", "Monday"),
        ("HARROW, July 8, 2025 (AP) - Ostby will not pay, Quill said.", None),
        ("HARROW - 8 July 2025 - The ministry said that it will pay.", None),
        ("On Friday, Quill said that the port was shut.", "Friday"),
        ("Quill on Friday said that the port was shut.", "Friday"),
        ("In a statement on Monday, the Ostby Foreign Ministry said it would pay.", "Monday"),
        (f"The Press Agency, in a commentary published Monday, said that {Q}", "Monday"),
        ("In a Feb. 24 call with the envoy, Quill said that it was late.", "Feb. 24"),
        ("At the ministers' meeting on May 19, Noh Kim, the envoy, said it was late.", "May 19"),
        ("Asked on Monday whether the toll would be paid, Quill said no.", "Monday"),
        ("Two weeks ago Quill said that the port was shut.", "Two weeks ago"),
        ("In 2019, Quill said that the port was shut.", "In 2019"),
        ("In 2019 the port was shut, Quill said.", None),
        ("In May, Quill had said that the port was shut.", "In May"),
        ("Last May Quill had already said that the port was shut.", "Last May"),
        ("In May, when the ice broke, Quill had said that the port was shut.", "In May"),
        ("In May the ministry read what Quill had said.", None),
        ("In May the port had been shut and Quill said so.", None),
        ("The two sides will meet on Monday, Quill said.", None),
        ("The deal that was signed in 2011 is bad, Quill said.", None),
        ("Quill, elected in 2019, said that the port was shut.", None),
        ("Quill said he visited Ostby in 2018.", None),
        ("Quill said Friday's talks were a waste of time.", None),
        ("Quill said on Monday that the treaty of March 3 was dead.", "Monday"),
        ("Quill said over the weekend that it was late.", "over the weekend"),
        ("Quill recently said that it was late.", "recently"),
        ("Quill, recently elected, said that it was late.", None),
        ("Quill said the treaty of 1998 needed work.", None),
        ("In her 2016 memoir, Quill said that it was late.", "2016"),
        ("The envoy, who said on Monday that the port was shut, left.", "Monday"),
        ("Quill said last month during a hearing in May that it was late.", "last month"),
    ],
)
def test_the_date_of_a_cue_is_its_own_and_no_other(words, printed):
    at = words.find("said")
    found = said_dates.find_date_at_cue(words, Span(at, at + 4), PUBLISHED)
    assert (found.printed if found else None) == printed


@pytest.mark.parametrize(
    ("verb", "words", "printed"),
    [
        ("called", f"Quill called the deal {Q} on Monday.", "Monday"),
        ("urged", "Japan urged the government of Ann Lee last month to go on.", "last month"),
        ("told", "Quill told reporters in Harrow on Monday that it was late.", "Monday"),
        ("wrote", "Quill wrote on social media on Jan. 3 that it was late.", "Jan. 3"),
        ("spoke", "Quill spoke on the toll of March 3 at length.", None),
        ("vowed", "Quill vowed to visit the port in June.", None),
        ("telling", "It came after the minister telling parliament last week that he would.", "last week"),
        ("expressed", "Japan expressed its concern last month when its envoy met others.", "last month"),
    ],
)  # fmt: skip
def test_a_date_behind_whom_something_is_said_to_is_of_the_verb(verb, words, printed):
    at = words.index(verb)
    found = said_dates.find_date_at_cue(words, Span(at, at + len(verb)), PUBLISHED)
    assert (found.printed if found else None) == printed


def _said(text, words):
    made = find_candidates(text, PUBLISHED, KNOWN)
    return next(c.said for c in made if words in c.exact(Text(text)))


RUN = (
    "“We will not pay for it at all,” Marta Quill, the mayor, said in an interview last month.\n\n"
    "“It would be a waste of paper for us,” she said.\n\n"
    "{other}"
    "“It is a waste of time as well,” she said.\n"
)


def test_a_speaker_who_goes_on_was_dated_where_she_began():
    text = RUN.format(other="")
    for words in ("a waste of paper", "a waste of time"):
        said = _said(text, words)
        assert (said.from_, said.to) == (date(2025, 6, 1), date(2025, 6, 30))
        assert "the same speaker just before" in said.basis


def test_once_somebody_else_has_spoken_no_date_is_carried_on():
    other = "“Nobody asked the pilots of the port,” said Dana Osei, who runs their guild.\n\n"
    assert "undated" in _said(RUN.format(other=other), "a waste of time").basis


def test_a_response_is_of_no_earlier_day_than_what_it_answers():
    text = (
        "“We will not pay for it at all,” Marta Quill, the mayor, said on July 1.\n\n"
        "In response, Dana Osei said: “It would be a waste of paper for us.”\n"
    )
    said = _said(text, "a waste of paper")
    assert (said.from_, said.to) == (date(2025, 7, 1), DAY)
    assert "in response" in said.basis


def test_an_undated_statement_is_of_the_week_that_ends_with_its_publication():
    said = _said("“We will not pay for it at all,” Marta Quill said.\n", "not pay")
    assert (said.from_, said.to) == (date(2025, 7, 2), DAY)


@pytest.mark.parametrize(
    ("before", "words", "first", "last"),
    [
        ("Marta Quill spoke in Harrow on July 1.", "the following day", "2025-07-02", "2025-07-02"),
        ("The vote was held on Tuesday.", "the day before", "2025-07-07", "2025-07-07"),
        ("The port burned in June 1983.", "at the time", "1983-06-01", "1983-06-30"),
        ("The port burned.", "the day before", "2025-07-07", "2025-07-09"),
        ("The port burned.", "earlier in the day", "2025-07-08", "2025-07-09"),
    ],
)
def test_words_that_count_from_a_day_of_the_story_are_counted_from_it(before, words, first, last):
    said = _said(f"{before} “It would be a waste of paper,” Marta Quill said {words}.\n", "waste")
    assert (said.from_.isoformat(), said.to.isoformat()) == (first, last)
    assert said.printed == words


@pytest.mark.parametrize("dateline", ["", "HARROW (VNA) - "])
def test_undated_words_of_a_story_long_past_are_not_of_the_week(dateline):
    past = f"{dateline}In 1941 the port burned for three days.\n\n"
    said = _said(f"{past}“It would be a waste of paper,” Marta Quill said.\n", "waste")
    assert (said.from_, said.to) == (date(1941, 1, 1), DAY)
    assert "undated behind 'In 1941'" in said.basis


def test_what_tells_back_from_the_news_begins_no_story():
    past = "In 2019 the mayor, Per Dahl, had called the toll a theft.\n\n"
    said = _said(f"{past}“It would be a waste of paper,” Marta Quill said.\n", "waste")
    assert (DAY - said.from_).days == 7


def test_a_speaker_who_goes_on_the_day_after_was_dated_then():
    text = RUN.format(other="").replace("last month", "on June 30")
    said = _said(text.replace("she said.", "she said the following day.", 1), "waste of paper")
    assert (said.from_, said.to) == (date(2025, 7, 1), date(2025, 7, 1))


def test_a_later_day_ends_a_story_long_past():
    text = "In 1941 the port burned. On Monday it was shut. “It is a waste of paper,” Quill said.\n"
    assert "undated in the text" in _said(text, "waste").basis


def test_a_day_years_back_names_its_year_as_the_proof_wants_it():
    for words in ("twenty years ago", "several years ago", "years ago", "last year"):
        (found,) = dates(words, PUBLISHED)
        assert list(date_words.faults(found.when, PUBLISHED)) == []


@pytest.mark.parametrize(
    "day", ["On Monday", "On March 4, 2025", "In July", "At Harrow, on Monday"]
)
def test_a_day_in_front_of_the_speaker_is_no_label_of_speech(day):
    text = (
        f"{RUN.format(other='')}\n\n{day}, Dana Osei said: “The toll will be dropped for good.”\n"
    )
    (made,) = (c for c in find_candidates(text, PUBLISHED, KNOWN) if "toll" in c.exact(Text(text)))
    assert made.speaker.key == "Dana Osei"
    assert made.said.printed


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        # What the same person did just before they spoke.
        (
            "Mary Finch runs it. On Monday she stood at the quay and told us it was “a good toll.”",
            "2025-07-07",
        ),
        # What somebody does while they speak.
        ("“It is a good toll,” Mary Finch said as she signed the bill Monday.", "2025-07-07"),
        (
            "“It is a good toll,” Mary Finch said when she left the mill on Monday, smiling.",
            "2025-07-07",
        ),
        ("“It is a good toll,” Mary Finch said, speaking on Monday.", "2025-07-07"),
        ("Mary Finch, reached by phone on Monday, said only: “It is a good toll.”", "2025-07-07"),
        ("Mary Finch spoke. On Monday she told us that it was “a good toll.”", "2025-07-07"),
        ("Mary Finch spoke. On Monday, she told us that it was “a good toll.”", "2025-07-07"),
        # An occasion, and a day with a name.
        ("Mary Finch said “it is a good toll” at a briefing on Monday.", "2025-07-07"),
        ("“It is a good toll,” Mary Finch said at a briefing on Harbor Day, July 3.", "2025-07-03"),
    ],
)
def test_a_day_stands_behind_what_goes_on_meanwhile(raw, day):
    (made,) = [c for c in find_candidates(raw, PUBLISHED, KNOWN) if c.quotation]
    assert (made.said.from_.isoformat(), made.said.to.isoformat()) == (day, day)


@pytest.mark.parametrize(
    "raw",
    [
        "“It is a good toll,” Mary Finch said as the toll that ends Monday was read.",
    ],
)
def test_a_day_of_something_else_is_not_the_day_of_the_words(raw):
    (made,) = [c for c in find_candidates(raw, PUBLISHED, KNOWN) if c.quotation]
    assert made.said.from_ != made.said.to


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("Ada Finch, who quit in May, said at the time that {}", "2025-05-01", "2025-05-31"),
        ("At the time of the 2021 flood, Ada Finch said {}", "2021-01-01", "2025-07-09"),
        ("Ada Finch said back then that {}", "1965-07-24", "2025-07-09"),
        (
            "OSTBY - July 8, 2025 - Ada Finch said on Easter Monday that {}",
            "2024-07-08",
            "2025-07-09",
        ),
        ("Ada Finch said on New Year's Day that {}", "2024-07-08", "2025-07-09"),
        ("On Good Friday, Ada Finch said {}", "2024-07-08", "2025-07-09"),
        (
            "It rained last Thursday. The day before yesterday, Ada Finch said {}",
            "2025-07-07",
            "2025-07-07",
        ),
        (
            "Speaking to students in Ostby in 2021, Ada Finch called it {}",
            "2021-01-01",
            "2021-12-31",
        ),
        ("As mayor in 2012, Ada Finch called it {}", "2012-01-01", "2025-07-09"),
        ("A decade earlier, Ada Finch called it {}", "1965-07-24", "2025-07-09"),
    ],
)
def test_a_time_that_no_rule_reads_is_not_the_week(raw, first, last):
    found = find_candidates(raw.format("“a bridge to nowhere at all.”"), PUBLISHED, KNOWN)
    (said,) = [c.said for c in found if c.quotation]
    assert (str(said.from_), str(said.to)) == (first, last)
