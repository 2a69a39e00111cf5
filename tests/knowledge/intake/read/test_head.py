"""Heads of articles as papers, agencies, ministries and pages print them; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.incoming_article import split_head
from knowledge.intake.add.library import Library, add_text
from knowledge.intake.read.head import Head
from knowledge.text.head_dates import days, printed_date, unsure

BODY = "The mayor of Ostby, Marta Quill, said on Monday that the river was closed to the ferries."
DAY = date(2025, 5, 17)
PAGE = """<html><head><title>River plan is premature, envoy says</title>
<meta property="og:site_name" content="Harbor Gazette"><meta name="author" content="Ada Finch">
{meta}</head><body><nav>Home News</nav><article><h1>River plan is premature, envoy says</h1>{printed}
<p>“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday at the harbour,
where the ferries have lain idle for a year and nobody expects them to sail again this summer.</p>
<p>Quill said that any treaty would be “a waste of paper” as long as the northern bank is closed,
and that the council of Ostby had not been asked about any of it in the whole of the spring.</p>
<p>The council meets again at the end of the month, when the engineers are to bring the drawings of
the new locks, and the fishermen of both banks have asked for seats at the table and a hearing.</p>
</article><footer>© 2025 Harbor Gazette</footer></body></html>"""
META = '<meta property="article:published_time" content="2025-05-17T06:30:00+02:00">'


def _head(*lines, body=BODY):
    return split_head("\n\n".join([*lines, body]))[1]


@pytest.mark.parametrize(
    "line",
    [
        "May 17, 2025",
        "MAY 17, 2025",
        "Saturday May 17 2025",
        "17 May 2025",
        "May 17th, 2025",
        "Published: 17 May 2025 10:00 GMT",
        "May 17, 2025 / 10:30 AM EDT / Harbor News",
        "Updated 2025-05-17T10:00:00Z",
        "17/05/2025",  # there is no seventeenth month
        "By Ada Finch, May 17, 2025",
    ],
)
def test_a_day_is_read_in_the_line_that_prints_it(line):
    published = _head("Toll row deepens in Ostby", line).published
    assert (published.from_, published.basis) == (DAY, "printed")
    assert published.printed in line


def test_the_day_of_publication_comes_before_that_of_a_change():
    head = _head("Toll row deepens in Ostby", "Updated 19 May 2025", "First published 17 May 2025")
    assert head.published.from_ == DAY


def test_a_sentence_with_a_day_in_it_dates_no_article():
    line = "In 1998, on May 3, 1998, the treaty was signed"
    assert _head("Toll row deepens in Ostby", line).published is None


def test_a_day_that_can_be_read_two_ways_is_never_guessed(tmp_path):
    text = f"Toll row deepens in Ostby\n\n03/04/2025\n\n{BODY}"
    (tmp_path / "articles").mkdir()
    library = Library.open(tmp_path, tmp_path / "texts")
    with pytest.raises(IntakeError, match=r"'03/04/2025', which is 2025-03-04 or 2025-04-03"):
        add_text(library, text.encode(), Head())
    chosen = add_text(library, text.encode(), Head(published=printed_date("2025-04-03")))
    entry = library.read_entry(chosen.article)
    assert (entry.published.from_, entry.published.printed) == (date(2025, 4, 3), None)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Ada Finch", "Ada Finch"),
        ("By Ada Finch, Political Correspondent", "Ada Finch"),
        ("By Ada Finch and Bo Ek", "Ada Finch and Bo Ek"),
        ("By Ada Finch, Bo Ek and Cy Lund", "Ada Finch, Bo Ek and Cy Lund"),
        ("By Ada Finch in Ostby", "Ada Finch"),
        ("By Ada Finch | May 17, 2025", "Ada Finch"),
        ("By Ada Finch, Senior Staff Writer", "Ada Finch"),
        ("BY ADA FINCH", "ADA FINCH"),
        ("By Ada P. Finch Jr.", "Ada P. Finch Jr."),
        ("by A. J. Finch", "A. J. Finch"),
        ("By: Émile Østby", "Émile Østby"),
        ("Article by Ada Finch", "Ada Finch"),
        ("Interview by Ada Finch", "Ada Finch"),
        ("Words by A.J. Finch for the Harbor Gazette", "A.J. Finch"),
        ("Reported by Ada Finch in Ostby", "Ada Finch"),
        ("Author: Ada Finch", "Ada Finch"),
        ("Ada Finch, Political Correspondent", "Ada Finch"),
        ("By ADA FINCH Associated Press", "ADA FINCH"),
        ("By Ada Finch, The Associated Press", "Ada Finch"),
    ],
)
def test_a_byline_is_who_wrote_it_and_no_more(line, who):
    head = _head("Toll row deepens in Ostby", line, "May 17, 2025")
    assert (head.byline, head.published.from_) == (who, DAY)


@pytest.mark.parametrize(
    "line",
    [
        *("By Username", "By No Author", "By Admin", "By Staff Writer", "By News Desk"),
        *("By Reuters Staff", "By The Associated Press", "Author: N/A"),
        "Report by Harbor Council Finds Toll Unlawful",
    ],
)
def test_a_line_that_names_no_author_gives_none(line):
    assert _head("Toll row deepens in Ostby", line, "May 17, 2025").byline is None


@pytest.mark.parametrize(
    ("given", "who"),
    [
        ("Article by Ada Finch", "Ada Finch"),
        ("A. J. Finch", "A. J. Finch"),
        ("J.P. Quill", "J.P. Quill"),
        ("Ada Finch, Associated Press", "Ada Finch"),
        ("No Author", None),
        ("The Associated Press", None),
    ],
)
def test_a_page_s_author_is_who_wrote_it_as_the_page_prints_them(given, who):
    page = PAGE.replace('content="Ada Finch"', f'content="{given}"').format(meta=META, printed="")
    assert split_head(page)[1].byline == who


@pytest.mark.parametrize(
    ("start", "agency", "day"),
    [
        ("HARROW, May 17, 2025 (AP) — ", "AP", DAY),
        ("HARROW (Reuters) - ", "Reuters", None),
        ("Harrow, Veldania (AFP) – ", "AFP", None),
        ("HARROW — 17 May 2025 — ", None, DAY),
        ("UNITED NATIONS, May 17 (Kyodo) -- ", "Kyodo", None),
        ("(Reuters) - ", "Reuters", None),
        ("HARROW (AP) ", "AP", None),
        ("OSTBY, 17 May 2025 (Harrow News Agency) — ", "Harrow News Agency", DAY),
        ("OSTBY (VNA) - 17 May 2025 - ", "VNA", DAY),
        ("OSTBY, May 17, 2025 (Meridian News) -- ", "Meridian News", DAY),
        ("(Meridian News) -- ", "Meridian News", None),
        ("EL HARO, 17 May 2025 (VNA) — ", "VNA", DAY),
        ("EL HARO, May 17, 2025 — ", None, DAY),
        ("SÃO HARO, May 17, 2025 — ", None, DAY),
        ("LE HARO, May 17, 2025 — ", None, DAY),
        ("Port Haro City, May 17, 2025 (VNA) — ", "VNA", DAY),
        ("HARROW (Sky News) – ", None, None),
        ("HARROW (CNN) – ", None, None),
    ],
)
def test_a_dateline_gives_agency_and_day(start, agency, day):
    head = _head("Toll row deepens in Ostby", body=start + BODY)
    assert head.agency == agency
    assert (head.published.from_ if head.published else None) == day


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("© 2025 The Associated Press. All rights reserved.", "Associated Press"),
        ("– AFP", "AFP"),
        ("(AP)", "AP"),
        ("Source: Xinhua", "Xinhua"),
        ("(Reporting by Ada Finch; editing by Bo Ek)", None),
        ("Photo: Reuters", None),
        ("The ferrymen spoke to Reuters.", None),
    ],
)
def test_a_foot_names_the_agency_whose_words_these_are(foot, agency):
    head = _head("Toll row deepens in Ostby", body="\n\n".join([*[BODY] * 9, foot]))
    assert head.agency == agency


@pytest.mark.parametrize(
    ("lead", "marked", "agency"),
    [
        ("HARROW (AP) — ", "", "AP"),
        ("(Reuters) - ", "", "Reuters"),
        ("", '<span class="source">Reuters</span>', "Reuters"),
        ("", "<p class='byline'>By ADA FINCH, Associated Press</p>", "Associated Press"),
        ("", "<p class='source'>Photo: Reuters</p>", None),
        ("", "<p>Reuters and the Ledger sat in the hall.</p>", None),
    ],
)
def test_a_page_s_agency_is_found_and_printed_above_its_text(lead, marked, agency):
    page = PAGE.replace("<p>“The river", f"<p>{lead}“The river").format(meta=META, printed=marked)
    text, head = split_head(page)
    assert head.agency == agency
    assert agency is None or agency in text


def test_a_dash_in_a_sentence_makes_no_dateline():
    body = (
        "The Harrow pilots, who met Reuters on May 3, 2024 — a Friday — said nothing was settled."
    )
    head = _head("Toll row deepens in Ostby", body=body)
    assert (head.agency, head.published) == (None, None)


@pytest.mark.parametrize(
    ("lines", "outlet", "title"),
    [
        (
            ["The Harrow Ledger", "The ferryman’s wager", "On the strait, a toll that nobody wants"],
            "The Harrow Ledger",
            "The ferryman’s wager",
        ),
        (["Is this the end of the toll?", "May 17, 2025"], None, "Is this the end of the toll?"),
        (["THE DAILY TOLL", "Toll row deepens in Ostby"], "THE DAILY TOLL", "Toll row deepens in Ostby"),
        (["BBC News", "Toll row deepens in Ostby"], "BBC News", "Toll row deepens in Ostby"),
        (["Toll Row Deepens", "Ministers fail to agree on a toll"], None, "Toll Row Deepens"),
        (["FOR IMMEDIATE RELEASE", "Ministry Announces River Talks"], None, "Ministry Announces River Talks"),
        (["INTERNATIONAL > East", "Toll row deepens in Ostby"], None, "Toll row deepens in Ostby"),
        (["Harbor Gazette"], "Harbor Gazette", None),
        (["Northport Evening Star — 12 March 2025", "Toll row deepens"], "Northport Evening Star", "Toll row deepens"),
        (["[The Eastern Argus, Oct. 3, 2025]", "Toll row deepens"], "The Eastern Argus", "Toll row deepens"),
        (["Harrow Matters | World | 12 March 2025", "Toll row deepens"], "Harrow Matters", "Toll row deepens"),
        (["Source: Harbor Gazette", "Toll row deepens"], "Harbor Gazette", "Toll row deepens"),
        (["Toll row deepens", "Harbor Gazette", "May 17, 2025"], "Harbor Gazette", "Toll row deepens"),
        (["Toll row deepens", "Kyodo News, 7:26 p.m.", "Foreign Press"], None, "Toll row deepens"),
        (["Toll Row", "By Ada Finch", "May 17, 2025"], None, "Toll Row"),
        (["Harbor Gazette", "Ferries idle", "By Ada Finch"], "Harbor Gazette", "Ferries idle"),
        (["Quill resigns", "Harbor Gazette", "May 17, 2025"], "Harbor Gazette", "Quill resigns"),
        (["Toll row deepens", "By Ada Finch, Associated Press"], None, "Toll row deepens"),
    ],
)  # fmt: skip
def test_the_first_headline_is_the_headline_and_no_standfirst(lines, outlet, title):
    head = _head(*lines)
    assert (head.publisher, head.title) == (outlet, title)


def test_a_standfirst_that_is_a_sentence_hides_neither_byline_nor_day():
    head = _head("Toll row deepens", "Ministers could not agree.", "By Ada Finch", "17 May 2025")
    assert (head.title, head.byline) == ("Toll row deepens", "Ada Finch")
    assert head.published.from_ == DAY


@pytest.mark.parametrize("before", ["", "<!-- saved from url=(0014)about:internet -->\n", "\n<?xml version='1.0'?>\n"])  # fmt: skip
def test_a_page_is_read_as_a_page_whatever_stands_before_it(before):
    text, head = split_head(before + PAGE.format(meta=META, printed="<time>Sat 17 May 2025</time>"))
    assert "<" not in text
    assert "Home News" not in text
    assert (head.title, head.publisher, head.byline) == (
        "River plan is premature, envoy says",
        "Harbor Gazette",
        "Ada Finch",
    )


def test_a_fragment_of_a_page_is_one_too():
    whole = PAGE.format(meta="", printed="")
    text, _ = split_head(whole[whole.index("<article>") : whole.index("<footer>")])
    assert "<" not in text


def test_a_page_s_day_is_kept_as_the_page_prints_it():
    text, head = split_head(PAGE.format(meta=META, printed="<time>Sat 17 May 2025 06.30</time>"))
    assert (head.published.printed, head.published.basis) == ("17 May 2025", "printed")
    assert "17 May 2025" in text
    assert "2025-05-17" not in text


def test_what_only_the_metadata_say_is_not_called_printed(tmp_path):
    page = PAGE.format(meta=META, printed="")
    text, head = split_head(page)
    assert (head.published.from_, head.published.printed) == (DAY, None)
    assert "2025-05-17" not in text
    (tmp_path / "articles").mkdir()
    library = Library.open(tmp_path, tmp_path / "texts")
    kept = library.read_entry(add_text(library, page.encode(), Head()).article).published
    assert "the metadata of the page" in kept.basis


@pytest.mark.parametrize("printed", ["", "<time>03/04/2025</time>", '<p class="date">03/04/2025</p>'])  # fmt: skip
def test_a_page_without_a_sure_day_has_none(printed):
    _, head = split_head(PAGE.format(meta="", printed=printed))
    assert head.published is None
    assert bool(head.unsure) == bool(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "2025-05-17",
        "May 17, 2025",
        "17 May 2025",
        "17 MAY 2025",
        "17th May 2025",
        "Sat. 17 May 2025",
    ],
)
def test_a_day_is_read_in_any_form_of_print(printed):
    assert printed_date(printed).to == DAY


@pytest.mark.parametrize(
    "printed", ["2025-02-30", "31/31/2025", "May 17", "17 Mai 2025", "someday"]
)
def test_what_is_no_day_is_none(printed):
    assert printed_date(printed) is None
    assert unsure(printed) is None


@given(st.text(max_size=200))
def test_no_words_are_too_strange_for_a_head(words):
    try:
        text, head = split_head(words)
    except IntakeError:
        return
    for found in (head.title, head.publisher, head.byline, head.agency):
        assert found is None or found in text
    assert all(day.printed in words for day in days(words))


@pytest.mark.parametrize(
    "above",
    [
        "Skip to main content\n",
        "Skip to content\nMenu\nSearch\n",
        "Home World Politics Business Opinion Sport\n",
        "World / Africa\n",
        "Subscribe | Sign in\n",
        "Page 12\n",
        "THE OSTBY REVIEW                Page 4\n",
    ],
)
def test_what_leads_about_a_page_is_no_headline(above):
    raw = f"{above}14 March 2025\n\nMayor rules out a toll\n\nThe mayor ruled it out.\n"
    _, head = split_head(raw)
    assert head.title == "Mayor rules out a toll"
    assert head.published.printed == "14 March 2025"
    assert head.publisher in {None, "THE OSTBY REVIEW"}


def test_a_masthead_above_a_headline_is_not_the_headline():
    head = _head("Ostby Parliamentary Report", "House: Water Bill, second reading", "17 May 2025")
    assert (head.publisher, head.title) == (
        "Ostby Parliamentary Report",
        "House: Water Bill, second reading",
    )


def test_a_question_below_a_masthead_is_the_headline():
    head = _head("Asia Pacific Digest", "Night of the count: Who won Ostby?", "17 May 2025")
    assert (head.publisher, head.title) == (
        "Asia Pacific Digest",
        "Night of the count: Who won Ostby?",
    )


def test_an_office_behind_its_state_is_the_outlet_and_no_headline():
    office, title = "Velmora - Office of the President", "Statement by President Ada Finch on tolls"
    head = _head(office, "PRESS STATEMENT", title, "17 May 2025")
    assert (head.publisher, head.title) == (office, title)
