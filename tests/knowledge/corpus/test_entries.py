"""The real corpus, as far as it can be held to account without the texts of its articles."""

from __future__ import annotations

import re

import pytest

from knowledge.check_corpus import integrity
from knowledge.corpus import canonical, corpus_reader
from knowledge.corpus.corpus_reader import ENTRIES, KINDS
from knowledge.corpus.model import Basis, Classification, QuoteKind, Sourcing, Value
from knowledge.corpus.quotation_limits import (
    CUTS_INSIDE,
    NARRATION_SHARE,
    NARRATION_WORDS,
    QUOTED_SHARE,
)
from knowledge.names import resolver
from knowledge.text.article_text import SHORT_DIRECT, fold, pieces
from tests.places import TEMPLATES

CORPUS = corpus_reader.load_corpus()
ARTICLES = [entry.model for entry in CORPUS.articles.values()]
STATEMENTS = [(a, s) for a in ARTICLES for s in a.statements]
PEOPLE = [entry.model for entry in CORPUS.people.values()]
WRITTEN_BY_COMMANDS = {"former_ids", "retired"}  # by `rename`, `merge` and `retire` alone

articles = pytest.mark.parametrize("article", ARTICLES, ids=[a.id for a in ARTICLES])
statements = pytest.mark.parametrize(
    "statement", [s for _, s in STATEMENTS], ids=[s.id for _, s in STATEMENTS]
)
people = pytest.mark.parametrize("person", PEOPLE, ids=[p.id for p in PEOPLE])


def test_there_is_something_to_hold_to_account():
    assert len(ARTICLES) >= 5
    assert len(STATEMENTS) >= 40
    assert len(PEOPLE) >= 20


def test_every_file_of_the_folder_is_an_entry():
    files = {f.relative_to(ENTRIES).as_posix() for f in ENTRIES.rglob("*") if f.is_file()}
    read = {entry.file for kind in KINDS for entry in getattr(CORPUS, kind).values()}
    assert files == read


def test_the_entries_hold_together():
    assert [str(p) for p in integrity.problems(CORPUS)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_in_its_one_form(kind):
    for entry in getattr(CORPUS, kind).values():
        assert canonical.write(entry.model) == (ENTRIES / entry.file).read_text("utf-8"), entry.file


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("article", "articles"),
        ("event", "events"),
        ("issue", "issues"),
        ("organization", "organizations"),
        ("person", "people"),
    ],
)
def test_every_template_has_all_that_a_curator_writes_with_comments(template, kind, tmp_path):
    text = (TEMPLATES / f"{template}.yaml").read_text("utf-8")
    name = re.search(r"^id: (\S+)", text, re.MULTILINE)[1]
    copy = tmp_path / f"{name}.yaml"
    copy.write_text(text, "utf-8")
    model = corpus_reader.read_entry(copy, copy.name, KINDS[kind]).model
    assert text.count("\n#") + text.count("\n  ") >= 8
    keys = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    assert keys == {"format", *type(model).model_fields} - WRITTEN_BY_COMMANDS


def test_there_is_a_template_for_every_kind_and_no_other():
    assert len(list(TEMPLATES.iterdir())) == len(KINDS)


@people
def test_every_person_answers_to_each_name(shipped_kb, person):
    for name in (person.name, *person.aliases):
        found = shipped_kb.names.exact(fold_name(name))
        assert [n.target for n in found if not n.weak] == [person.id], name
    for name in person.weak_aliases:
        assert person.id in {n.target for n in shipped_kb.names.exact(fold_name(name))}, name


def fold_name(name):
    return resolver.fold(name).split()


@people
def test_every_person_is_called_something_by_an_article(person):
    attested = [*person.descriptions, *(a for m in person.memberships for a in m.attested)]
    spoke = any(s.speaker and s.speaker.id == person.id for _, s in STATEMENTS)
    assert attested or spoke


@pytest.mark.parametrize("kind", ["organizations", "issues"])
def test_every_organization_and_issue_answers_to_each_name(shipped_kb, kind):
    for entry in getattr(CORPUS, kind).values():
        for name in (entry.model.name, entry.model.id, *entry.model.aliases):
            strong = [n.target for n in shipped_kb.names.exact(fold_name(name)) if not n.weak]
            assert strong == [entry.model.id], name


def words_shown(quotes):
    """Count the words of the runs, those that stand inside a longer run with it."""
    runs = {run for quote in quotes for run in pieces(quote.exact)}
    return sum(len(run.split()) for run in runs if not any(run in r for r in runs - {run}))


@articles
def test_narration_and_quotes_stay_within_the_budget_of_the_article(article):
    quotes = [q for s in article.statements for q in s.quotes]
    narrated = [q for q in quotes if q.kind is QuoteKind.NARRATION]
    assert words_shown(narrated) <= NARRATION_SHARE * article.words
    assert words_shown(quotes) <= QUOTED_SHARE * article.words


def test_the_limits_are_those_that_the_design_promises():
    of_a_slice = NARRATION_WORDS, CUTS_INSIDE, SHORT_DIRECT
    assert (*of_a_slice, NARRATION_SHARE, QUOTED_SHARE) == (40, 1, 5, 0.4, 0.5)


@statements
def test_a_slice_has_one_cut_inside_it_at_most(statement):
    assert all(len(pieces(quote.exact)) <= 1 + CUTS_INSIDE for quote in statement.quotes)


@statements
def test_a_quote_has_its_offsets(statement):
    for quote in statement.quotes:
        assert 0 <= quote.start < quote.end
        if quote.kind is QuoteKind.DIRECT:
            assert quote.end - quote.start == len(fold(quote.exact))
        else:
            assert quote.end - quote.start >= sum(map(len, pieces(quote.exact)))


@statements
def test_a_short_direct_quote_has_its_clause(statement):
    narrations = [q for q in statement.quotes if q.kind is QuoteKind.NARRATION]
    for quote in statement.quotes:
        if quote.kind is QuoteKind.DIRECT and len(quote.exact.split()) < SHORT_DIRECT:
            assert any(fold(quote.exact) in fold(clause.exact) for clause in narrations)


@statements
def test_a_summary_is_in_our_own_words(statement):
    assert statement.summary.endswith(".")
    for quote in statement.quotes:
        if len(quote.exact.split()) >= SHORT_DIRECT:
            assert fold(quote.exact).casefold() not in fold(statement.summary).casefold()


@statements
def test_a_stance_has_the_basis_that_its_sourcing_allows(statement):
    public = {Sourcing.ON_RECORD, Sourcing.DOCUMENT, Sourcing.STATE_MEDIA}
    for stance in statement.stances:
        if stance.basis is Basis.DECLARED:
            assert statement.sourcing in public
        if stance.basis is Basis.ASCRIBED:
            assert statement.sourcing is Sourcing.OUTLET
        if stance.basis is Basis.RELAYED:
            assert statement.sourcing in {Sourcing.RELAYED, Sourcing.UNNAMED}


@statements
def test_whoever_relayed_is_given_and_sources_relay(statement):
    if statement.sourcing is Sourcing.RELAYED:
        assert statement.via
    if statement.via and re.search(r"\bsources?\b", statement.via):
        assert statement.sourcing in {Sourcing.RELAYED, Sourcing.UNNAMED}
    if statement.sourcing is Sourcing.OUTLET:
        assert statement.via is None


@statements
def test_a_stance_is_held_by_a_state_and_shown_by_its_grounds(statement):
    for stance in statement.stances:
        assert CORPUS.organizations[stance.holder].model.classification is Classification.STATE
        assert statement.quotes[stance.grounds]
        if stance.value is Value.CONDITIONAL:
            shown = " ".join(fold(q.exact) for q in statement.quotes).casefold()
            assert all(run.casefold() in shown for run in pieces(stance.condition))


@statements
def test_one_speaks_for_the_holder_and_for_no_other_state(statement):
    holders = {s.holder for s in statement.stances}
    if statement.on_behalf_of:
        assert holders <= {statement.on_behalf_of}
    elif holders:
        assert statement.sourcing in {Sourcing.OUTLET, Sourcing.DOCUMENT}
    speaker = statement.speaker
    if speaker and speaker.id in CORPUS.organizations and statement.on_behalf_of:
        assert CORPUS.state_of(speaker.id) == statement.on_behalf_of


@articles
def test_whoever_printed_a_date_printed_its_year(article):
    for interval in (article.published, *(s.said for s in article.statements)):
        if interval.basis == "printed":
            assert str(interval.from_.year) in interval.printed


def test_statements_of_one_event_are_said_on_the_day_of_the_event_or_after():
    for _, statement in STATEMENTS:
        if statement.event:
            event = CORPUS.events[statement.event].model
            assert statement.said.from_ >= event.date.from_, statement.id


def test_every_event_is_the_occasion_of_a_statement():
    assert {s.event for _, s in STATEMENTS if s.event} == CORPUS.events.keys()


def test_every_issue_asks_a_question_or_groups_others():
    parents = {e.model.parent for e in CORPUS.issues.values()}
    for entry in CORPUS.issues.values():
        model = entry.model
        assert model.id in parents if model.question is None else model.question.endswith("?")


def test_an_organization_that_speaks_for_a_state_leads_up_to_it():
    inner = {Classification.GOVERNMENT, Classification.MINISTRY, Classification.PARLIAMENT}
    for entry in CORPUS.organizations.values():
        if entry.model.classification in inner:
            assert CORPUS.state_of(entry.model.id), entry.model.id


@statements
def test_a_statement_bears_on_an_issue_and_names_none_twice(statement):
    taken = [stance.issue for stance in statement.stances]
    assert taken or statement.about
    assert not set(taken) & set(statement.about)


@statements
def test_official_media_with_nobody_named_speaks_as_state_media(statement):
    named = statement.speaker and statement.speaker.id in CORPUS.people
    if statement.via and re.search(r"\bstate-run\b|\bofficial\b.*\bagency\b", statement.via):
        assert statement.sourcing is (Sourcing.ON_RECORD if named else Sourcing.STATE_MEDIA)


@people
def test_a_post_is_no_description_that_the_same_words_are(person):
    described = {d.as_ for d in person.descriptions}
    said_as = {s.speaker.as_ for _, s in STATEMENTS if s.speaker and s.speaker.id == person.id}
    posts = {a.as_ for m in person.memberships for a in m.attested}
    assert not described & posts
    assert not (posts and described & said_as)


BODIES = [
    ("us-state-department", "denuclearization", "price-urgent-priority"),
    ("japanese-foreign-ministry", "denuclearization", "funakoshi-dismantlement"),
    ("japanese-foreign-ministry", "japan-north-korea-talks", "mofa-no-plans"),
    ("white-house", "us-north-korea-talks", "white-house-first-steps"),
    ("south-korea", "us-north-korea-talks", "moon-office-north-ready-for-talks"),
    ("cho-tae-yong", "japan-north-korea-talks", "cho-talks-unlikely"),
    ("japan", "japan-north-korea-talks", "suga-communicate-directly"),
]


@pytest.mark.parametrize(("who", "issue", "statement"), BODIES)
def test_what_is_on_record_about_an_issue_is_found_under_who_said_it(
    shipped_kb, who, issue, statement
):
    found = shipped_kb.statements_about(issue, shipped_kb.bodies_of(who))
    assert statement in {s.id for s in found}


@pytest.mark.parametrize(
    ("leader", "statements"),
    [
        ("shinzo-abe", ["abe-government-concrete-steps"]),
        ("joe-biden", ["biden-government-will-consult"]),
        ("moon-jae-in", ["moon-office-north-ready-for-talks"]),
        ("kim-jong-un", ["north-korea-hostile-policy"]),
        ("donald-trump", []),
        ("mike-pence", []),
    ],
)
def test_a_body_s_words_are_found_under_its_leader_and_stay_its_own(shipped_kb, leader, statements):
    found = shipped_kb.statements_under(leader)
    assert [s.id for s in found] == statements
    assert leader not in {s.speaker.id for s in found}
