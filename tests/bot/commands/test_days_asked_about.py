"""Days that are asked about: what may be of before them is never called later."""

from __future__ import annotations

from datetime import date

import pytest

from bot.block_kit.buttons import pressed
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_EARLIER = "1 statement may be earlier than the days asked about."
_LATER = "1 statement may be later than the day"


@pytest.fixture
def asked(kb, today):
    return lambda typed: ask(kb, typed, today)


def test_what_ends_within_the_days_decides_though_it_may_be_of_before_them(asked):
    answer, message = asked("velmora border in april 2025")
    assert (answer.first_day, answer.as_of) == (date(2025, 4, 1), date(2025, 4, 30))
    assert "official-unread-paper" in answer.stances[0].statements
    assert answer.maybe_later == ()
    assert _EARLIER in message.text
    assert _LATER not in message.text


def test_as_of_the_last_day_nothing_is_said_to_be_earlier(asked):
    answer, message = asked("velmora border as of april 2025")
    assert answer.first_day is None
    assert "earlier than" not in message.text


def test_what_reaches_over_the_last_day_alone_decides_nothing(asked):
    answer, message = asked("velmora border in march 2025")
    assert answer.maybe_later == ("official-unread-paper",)
    assert "1 statement may be later than the days asked about." in message.text


def test_a_person_s_words_of_both_sides_of_the_first_day_may_be_earlier(asked):
    text = asked("what did teva dask say between may 10 and may 31 2025").message.text
    assert "may be earlier than the days asked about" in text
    assert "later" not in text


def test_a_position_from_before_the_days_is_not_doubted(asked):
    answer, message = asked("north tarsk border in may 2025")
    assert answer.stances
    assert "than the days asked about" not in message.text


def test_a_comparison_says_what_may_be_earlier(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.issue("a canal")
    spring = {
        "from": "2025-02-01",
        "to": "2025-03-03",
        "printed": "spring 2025",
        "basis": "printed",
    }
    for name in ("Sordia", "Lutha"):
        corpus.state(name)
        corpus.said(name, "a canal", "supports", f"{name} digs.", said=spring)
    typed = "compare sordia and lutha on a canal in march 2025"
    text = ask(corpus.kb(), typed, date(2026, 6, 1)).message.text
    assert "nothing certain" not in text
    assert "2 statements may be earlier than the days asked about." in text


def test_nothing_that_ends_by_the_last_day_is_ever_called_later(kb, today):
    pairs = {(row.holder, row.issue) for row in kb.stances()}
    later = 0
    for month in range(1, 13):
        for holder, issue in sorted(pairs):
            answer = ask(kb, f"/stance {holder} {issue} in {month}/2025", today).answer
            ends = {s.id: s.said.to for s in answer.statements}
            assert all(ends[one] > answer.as_of for one in answer.maybe_later)
            later += len(answer.maybe_later)
    assert later


def test_words_of_the_days_that_take_no_side_leave_the_position_from_before_them(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("a canal")
    corpus.issue("a dike")
    old = {"from": "2023-05-01", "to": "2023-05-01", "printed": "May 1, 2023", "basis": "printed"}
    corpus.said("Sordia", "a canal", "supports", "Dig it.", said=old)
    corpus.said("Sordia", "a dike", "supports", "Raise it by the canal.", about=["a-canal"])
    typed = "/stance sordia a canal in march 2025"
    text = ask(corpus.kb(), typed, date(2026, 6, 1)).message.text
    assert text.startswith("Sordia · a canal: supports as of May 2023\n")


def _on(day: str) -> dict[str, str]:
    return {"from": day, "to": day, "printed": day, "basis": "printed"}


@pytest.fixture
def canal(tmp_path):
    """A corpus in which a state spoke on a canal in 2021, in 2023 and twice in March 2024."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("a canal")
    for value, day in (
        ("opposes", "2021-05-01"),
        ("supports", "2023-02-01"),
        ("supports", "2024-03-02"),
        ("supports", "2024-03-20"),
    ):
        corpus.said("Sordia", "a canal", value, f"Of {day}.", said=_on(day))
    kb = corpus.kb()
    return lambda days: ask(kb, f"sordia canal {days}", date(2024, 12, 1)).message.text


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("in february 2023", "The only one on record in Feb 2023."),
        ("in 2023", "The only one on record in 2023."),
        ("between 2022 and 2023", "The only one on record in 2022–23."),
        ("from 2023-01-15 to 2023-02-28", "on record from Jan 15, 2023 to Feb 28, 2023."),
        ("since 2024", "The latest on record since 2024."),
        ("since march 10 2024", "The only one on record since Mar 10, 2024."),
        ("since march 2024", "The latest on record since Mar 2024."),
        ("on 2024-03-20", "The latest on record by Mar 20, 2024. On record since Feb 2023."),
        ("in june 2023", "From before Jun 2023, the latest on record by Jun 30, 2023."),
        ("as of 2021-12-31", "The only one on record by Dec 31, 2021."),
    ],
)
def test_the_only_one_is_said_of_the_days_that_were_searched(canal, days, told):
    assert told in canal(days)


def test_a_position_after_another_is_not_the_only_one(canal):
    assert "The latest on record by Dec 31, 2023" in canal("as of 2023-12-31")


def test_positions_on_several_issues_are_of_the_days_asked_about(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    for name in ("a canal", "a dike"):
        corpus.issue(name)
        corpus.said("Sordia", name, "supports", f"Of {name}.", said=_on("2023-02-01"))
    typed = "sordia on a canal and a dike in february 2023"
    assert "On record in Feb 2023." in ask(corpus.kb(), typed, date(2024, 12, 1)).message.text


@pytest.fixture
def neighbors(tmp_path):
    """A corpus in which one state spoke of a canal and a dike of late, and another long ago."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.issue("a canal")
    corpus.issue("a dike")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Lutha"))
    corpus.said("Sordia", "a canal", "supports", "Dig on.", said=_on("2024-03-20"))
    corpus.said("Sordia", "a dike", "supports", "Raise it.", said=_on("2019-02-01"))
    corpus.said("Lutha", "a canal", "opposes", "No.", by="Nora Blau", said=_on("2019-02-01"))
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2024, 12, 1)).message.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("lutha canal since 2021", "5 years old, from before 2021, the only one on record."),
        ("sordia on a canal and a dike since may 2020",
         "a dike? supports as of Feb 2019, from before May 2020\n"),
        ("compare sordia and lutha on a canal since 2021",
         "Lutha: opposes as of Feb 2019, from before 2021\n"),
        ("compare sordia and lutha on a canal in 2024",
         "Lutha: opposes as of Feb 2019, from before 2024\n"),
        ("lutha canal in 2021", "from before 2021, the only one on record by Dec 31, 2021."),
        ("lutha canal from 2021 to 2023", "from before 2021, the only one on record by Dec 31"),
        ("sordia dike between 2021 and 2023", "from before 2021, the only one on record by Dec"),
        ("/issues lutha from 2021 to 2023", "Lutha opposes 2019, from before 2021\n"),
        ("/who nora blau from 2021 to 2023",
         "No statement on record in 2021–23. 1 statement from before 2021;"),
    ],
)  # fmt: skip
def test_a_position_from_before_the_days_says_so(neighbors, typed, told):
    text = neighbors(typed)
    assert told in text
    assert "Mar 2024, from before" not in text


def test_days_after_all_on_record_are_kept_with_their_start(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.issue("a canal")
    for value, day in (("opposes", "2018-05-01"), ("supports", "2019-02-01")):
        corpus.said("Sordia", "a canal", value, f"Of {day}.", said=_on(day))
    kb, today = corpus.kb(), date(2024, 12, 1)
    reply = ask(kb, "/stance sordia canal from 2021 to 2023", today)
    assert (reply.answer.first_day, reply.answer.as_of) == (date(2021, 1, 1), date(2023, 12, 31))
    assert reply.answer.dated == " from 2021 to 2023"
    changed = next(b for b in _buttons(reply.message) if b["text"]["text"] == "How it changed")
    timeline = ask(kb, pressed(changed["value"]), today)
    assert [change.new for lane in timeline.answer.lanes for change in lane.changes] == ["supports"]


def _buttons(message):
    return [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]


@pytest.fixture
def reaching(tmp_path):
    """A corpus in which two states took sides on days of two years, and one of them speaks."""
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.issue("a canal")
    corpus.issue("a dike")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Lutha"))
    both = {**_on("2021-03-20"), "from": "2020-09-16"}
    corpus.said("Sordia", "a canal", "supports", "Dig on.", said=both)
    corpus.said("Sordia", "a dike", "supports", "Raise it.", said=_on("2021-05-01"))
    corpus.said("Lutha", "a canal", "opposes", "No.", by="Nora Blau", said=both)
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2024, 12, 1)).message.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("sordia canal in 2021", "perhaps from before 2021, the only one on record by Dec 31"),
        ("sordia canal since 2021", "old, perhaps from before 2021, the only one on record."),
        ("sordia on a canal and a dike in 2021", "as of 2020–21, perhaps from before 2021\n"),
        ("sordia on a canal and a dike in 2021", " On record by Dec 31, 2021."),
        ("compare sordia and lutha on a canal in 2021",
         "Lutha: opposes as of 2020–21, perhaps from before 2021\n"),
        ("/who nora blau in 2021", "1 statement in 2021, perhaps earlier;"),
        ("/who nora blau in 2020", "1 statement, perhaps in 2020."),
        ("/issues", "Lutha opposes 2020–21"),
    ],
)  # fmt: skip
def test_a_position_that_may_be_from_before_the_days_says_so(reaching, typed, told):
    assert told in reaching(typed)


def test_one_that_may_be_of_the_days_is_not_the_only_one_by_their_end(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.issue("a canal")
    corpus.state("Sordia")
    both = {**_on("2021-03-20"), "from": "2020-09-16"}
    corpus.said("Sordia", "a canal", "supports", "We will dig.", said=_on("2018-01-01"))
    corpus.said("Sordia", "a canal", "supports", "Dig on.", said=both)
    kb = corpus.kb()
    for days in ("in 2021", "since 2021"):
        text = ask(kb, f"sordia canal {days}", date(2024, 12, 1)).message.text
        assert "perhaps from before 2021, the latest on record" in text
    kb.close()


def test_statements_that_may_be_from_before_the_days_are_counted_as_of_them(shipped_kb, today):
    text = ask(shipped_kb, "/whois suga in 2021", today).message.text
    told = "2 statements in 2021, all perhaps earlier; the latest was up to 1 year old then."
    assert told in text


def test_a_position_that_begins_with_the_days_is_of_them(reaching):
    assert "from before" not in reaching("sordia dike in may 2021")
    assert "from before" not in reaching("sordia canal in 2020 and 2021")


def test_a_position_that_was_taken_only_later_is_told_so(neighbors):
    text = neighbors("sordia canal as of 2023")
    assert " Later: supports as of Mar 2024.\n" in text
    assert "[Sordia on a canal, all days]" in text
    assert "Later: " not in neighbors("sordia canal as of 2024")


def test_a_position_that_was_taken_before_is_not_told_as_later(neighbors):
    text = neighbors("what did sordia say about a canal in may 2024")
    assert " Earlier: supports as of Mar 2024.\n" in text
    assert "Later: " not in text


def test_nobody_is_said_to_have_said_nothing_but_of_the_days_asked_about(neighbors):
    assert "No statement on record since 2021." in neighbors("what did nora blau say since 2021")
