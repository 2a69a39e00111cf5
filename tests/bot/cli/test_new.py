"""`stancebook new`: what the template asks, what is answered, and what is written of it."""

from __future__ import annotations

import click
import pytest

import bot.cli.new
from knowledge.corpus.corpus_reader import load_corpus


def typed(*answers):
    return "".join(f"{answer}\n" for answer in answers)


def test_an_organization_is_asked_field_by_field(stancebook, upkept):
    answers = typed("Water Ministry", "", "ministry", "velmora", "WM; the waterworks", "", "")
    made = stancebook("new", "organization", *upkept.options, typed=answers)
    assert made.exit_code == 0
    assert "The name that answers show." in made.output
    assert "Water Ministry can be asked about" in made.output
    model = load_corpus(upkept.folder).organizations["water-ministry"].model
    assert (model.name, model.aliases, model.parent) == (
        "Water Ministry",
        ("WM", "the waterworks"),
        "velmora",
    )
    assert stancebook("ask", "/who", "the waterworks", *upkept.options).exit_code == 0


def test_a_person_has_posts_and_descriptions_as_articles_print_them(stancebook, upkept):
    article = "marrow-2025-05"
    post = ("Baker", "velmora", "", "", "", "", article, "a baker in Lund", "")
    described = (article, "sister of Orin Dask", "")
    answers = typed("", "", "", "", *post, *described, "For tests.")
    made = stancebook("new", "person", "Ada Lind", *upkept.options, typed=answers)
    assert made.exit_code == 0, made.output
    model = load_corpus(upkept.folder).people["ada-lind"].model
    (membership,) = model.memberships
    assert (membership.title, membership.organization) == ("Baker", "velmora")
    assert membership.attested[0].as_ == "a baker in Lund"
    assert [d.as_ for d in model.descriptions] == ["sister of Orin Dask"]
    assert model.note == "For tests."


def test_an_issue_names_its_parties(stancebook, upkept):
    answers = typed("", "Should tolls be paid?", "Tolls", "", "velmora; south-tarsk", "", "", "")
    made = stancebook("new", "issue", "River tolls", *upkept.options, typed=answers)
    assert made.exit_code == 0, made.output
    model = load_corpus(upkept.folder).issues["river-tolls"].model
    assert (model.question, model.parties) == ("Should tolls be paid?", ("velmora", "south-tarsk"))


def test_an_event_of_one_day_takes_the_day_as_people_write_it(stancebook, upkept):
    answers = typed("", "March 12, 2025", "", "March 12, 2025", "printed", "")
    made = stancebook("new", "event", "A fair", *upkept.options, typed=answers)
    assert made.exit_code == 0, made.output
    days = load_corpus(upkept.folder).events["a-fair"].model.date
    assert (str(days.from_), str(days.to)) == ("2025-03-12", "2025-03-12")


@pytest.mark.parametrize(
    ("kind", "answers", "told"),
    [
        (
            "organization",
            ("", "ministry", "velmor", "velmora", "", "", ""),
            "Did you mean 'velmora'",
        ),
        ("organization", ("", "", "state", "", "", "", ""), "This field is needed."),
    ],
)
def test_a_wrong_answer_is_asked_again(stancebook, upkept, kind, answers, told):
    made = stancebook("new", kind, "Waterworks", *upkept.options, typed=typed(*answers))
    assert made.exit_code == 0, made.output
    assert told in made.output
    assert "organizations/waterworks.yaml" in upkept.files()


def test_what_does_not_pass_the_check_is_not_written(stancebook, upkept):
    before = upkept.files()
    answers = typed("", "state", "", "Velm-City", "", "")
    made = stancebook("new", "organization", "Ruritania", *upkept.options, typed=answers)
    assert made.exit_code == 2
    assert "The name 'Velm-City' belongs to 'velmora' too." in made.output
    assert upkept.files() == before


def test_in_a_terminal_a_field_can_be_answered_again(stancebook, upkept, monkeypatch):
    monkeypatch.setattr(bot.cli.new, "_is_terminal", lambda: True)
    answers = typed("", "state", "", "Velm-City", "", "", "aliases", "Strelsau")
    made = stancebook("new", "organization", "Ruritania", *upkept.options, typed=answers)
    assert made.exit_code == 0, made.output
    model = load_corpus(upkept.folder).organizations["ruritania"].model
    assert model.aliases == ("Strelsau",)


def test_an_id_that_is_taken_is_not_proposed(stancebook, upkept):
    answers = typed("", "state", "", "", "", "")
    told = stancebook("new", "organization", "Velmora", *upkept.options, typed=answers).output
    assert "id [velmora-2]" in told


def test_a_dry_run_writes_nothing(stancebook, upkept):
    before = upkept.files()
    answers = typed("", "state", "", "", "", "")
    words = ("new", "organization", "Ruritania", "--dry-run", *upkept.options)
    made = stancebook(*words, typed=answers)
    assert made.output.endswith("Nothing is written: --dry-run.\n")
    assert upkept.files() == before


def test_whoever_stops_answering_leaves_all_as_it_was(stancebook, upkept):
    before = upkept.files()
    made = stancebook("new", "issue", "Tolls", *upkept.options, typed=typed("", "Should they?"))
    assert made.exit_code == 2
    assert made.output.endswith("You stopped before the last answer, so nothing is written.\n")
    assert upkept.files() == before


def test_ctrl_c_ends_in_a_sentence_and_writes_nothing(stancebook, upkept, monkeypatch):
    before = upkept.files()
    monkeypatch.setattr(click, "prompt", interrupt)
    made = stancebook("new", "issue", "Tolls", *upkept.options)
    assert made.exit_code == 2
    assert made.output.endswith("You stopped before the last answer, so nothing is written.\n")
    assert upkept.files() == before


def interrupt(*_, **__):
    raise click.Abort


@pytest.mark.parametrize(
    ("kind", "answers", "told"),
    [
        (
            "organization",
            ("No Id!", "", "state", "", "", "", ""),
            "'No Id!' is not an id.",
        ),
        (
            "organization",
            ("velmora", "", "state", "", "", "", ""),
            "There is an entry 'velmora' already",
        ),
        (
            "event",
            ("", "sometime", "2025-03-12", "", "", "printed", ""),
            "'sometime' is not a day.",
        ),
        (
            "person",
            (
                "",
                "",
                "",
                "",
                "Envoy",
                "velmora",
                "soonish",
                "2025",
                "",
                "",
                "",
                "marrow-2025-05",
                "x",
            ),
            "'soonish' is not a date.",
        ),
    ],
)
def test_what_a_field_cannot_have_is_refused_at_once(stancebook, upkept, kind, answers, told):
    made = stancebook("new", kind, "Ruritania", *upkept.options, typed=typed(*answers))
    assert told in made.output


def test_the_first_entry_begins_a_corpus(stancebook, tmp_path):
    desk = tmp_path / "desk"
    stancebook("init", desk)
    answers = typed("", "state", "", "", "", "")
    made = stancebook("new", "organization", "Ruritania", "--corpus", desk, typed=answers)
    assert made.exit_code == 0, made.output
    assert stancebook("check", "--corpus", desk).exit_code == 0
