"""What passed is not checked again: a change costs what it changes, whatever else is on record."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date

import pytest

from knowledge.check_corpus import form, integrity, proof
from knowledge.check_corpus.check_memory import CheckMemory
from knowledge.check_corpus.corpus_check import run_check
from knowledge.check_corpus.known_entries import KnownEntries
from knowledge.check_corpus.related_names import RelatedNames
from knowledge.corpus import corpus_reader, entry, file_digests
from knowledge.kb import kept_checks
from knowledge.kb.gate import judge
from knowledge.kb.kept_checks import load_memory, save_memory
from tests.grown_corpus import Grown

TODAY = date(2026, 11, 29)
LATER, BEFORE = date(2026, 11, 30), date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(file_digests, "_STEP", 0)  # files are written just before they are read


class Desk:
    """A generated corpus that is checked again and again, with counts of what is done anew."""

    def __init__(self, place, monkeypatch):
        Grown(12, states=8, issues=2).write(place)
        self.entries, self.texts = place / "corpus", place / "articles"
        self.done = Counter()
        for module, name in (
            (entry, "parse_entry"),
            (proof, "_prove_article"),
            (proof, "_attestations"),
            (integrity, "faults_of_article"),
            (form, "_read_again"),
            (RelatedNames, "digest_of"),
        ):
            monkeypatch.setattr(module, name, self._counting(name, getattr(module, name)))

    def _counting(self, name, work):
        def counted(*given, **named):
            self.done[name] += 1
            return work(*given, **named)

        return counted

    def check(self, today=TODAY):
        """Return what a check with the memory of those before says, and how much it did."""
        self.done.clear()
        memory = load_memory(self.entries, today)
        report = run_check(self.entries, self.texts, today=today, memory=memory)
        save_memory(self.entries, memory, today)
        assert report.problems == run_check(self.entries, self.texts, today=today).problems
        return report

    def count(self, today=TODAY):
        self.done.clear()
        memory = load_memory(self.entries, today)
        run_check(self.entries, self.texts, today=today, memory=memory)
        save_memory(self.entries, memory, today)
        return dict(self.done)

    def change(self, name, old, new):
        file = self.entries / f"{name}.yaml"
        written = file.read_text(encoding="utf-8")
        assert old in written
        file.write_text(written.replace(old, new), encoding="utf-8")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    return Desk(tmp_path / "desk", monkeypatch)


def test_what_did_not_change_is_not_checked_again(desk):
    assert desk.count()["_prove_article"] == 12
    assert desk.count() == {}
    assert desk.count(LATER) == {}


def test_one_changed_article_is_all_that_is_checked(desk):
    desk.count()
    desk.change("articles/paper-000003", " spoke of the ", " told of the ")
    assert desk.count() == {
        "parse_entry": 1,
        "_prove_article": 1,
        "faults_of_article": 1,
        "_read_again": 1,
        "digest_of": 1,
    }


def test_a_changed_person_is_held_against_the_articles_that_may_name_them(desk):
    desk.count()
    corpus, _ = corpus_reader.read(desk.entries)
    speakers = {
        name: {s.speaker.id for s in e.model.statements} for name, e in corpus.articles.items()
    }
    person = min(speakers["paper-000011"])
    desk.change(f"people/{person}", "title: Foreign Minister", "title: Minister")
    naming = sum(person in ids for ids in speakers.values())
    assert naming < 12
    assert desk.count()["_prove_article"] == naming


def test_a_name_that_a_text_prints_may_change_what_it_proves(desk):
    desk.count()
    text = desk.texts / "paper-000005.txt"
    word = text.read_text(encoding="utf-8").split()[3]
    new = desk.entries / "people" / "new-one.yaml"
    person = "format: 2\nid: new-one\nname: New One\nweak_aliases:\n  - {}\n"
    new.write_text(person.format(word.capitalize()), encoding="utf-8")
    assert desk.count()["_prove_article"] >= 1


def test_names_are_sought_in_the_texts_again_only_where_an_entry_with_a_name_changed(desk):
    desk.count()
    desk.change("articles/paper-000003", " spoke of the ", " told of the ")
    assert desk.count()["digest_of"] == 1
    desk.change(f"people/{min((desk.entries / 'people').iterdir()).stem}", "name: ", "name: Ed ")
    people = len(list((desk.entries / "people").iterdir()))
    assert desk.count()["digest_of"] == 12 + people
    assert "digest_of" not in desk.count()


def test_what_does_not_pass_is_told_each_time_and_passes_when_it_is_mended(desk):
    desk.check()
    desk.change("articles/paper-000003", "attribution: ", "attribution: Not ")
    first, again = desk.check().problems, desk.check().problems
    assert first == again
    assert first
    assert first[0].line > 1
    desk.change("articles/paper-000003", "attribution: Not ", "attribution: ")
    assert desk.check().problems == []


def test_the_standard_form_is_not_written_where_nobody_is_told_of_it(desk, monkeypatch):
    desk.change("articles/paper-000003", "format: 2", "format:  2")
    monkeypatch.setattr(form.canonical, "write", None)
    assert "_read_again" in desk.count()
    assert desk.count() == {}


def test_a_value_that_a_number_sign_cuts_short_is_told_with_a_memory_too(desk):
    desk.change("articles/paper-000003", " spoke of the ", " spoke #of the ")
    first, again = desk.check().problems, desk.check().problems
    assert first == again
    assert first[0].why.startswith("'#' begins a comment")


def test_a_changed_text_is_proved_anew(desk):
    desk.check()
    text = desk.texts / "paper-000004.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("”", " indeed”", 1), encoding="utf-8")
    report = desk.check()
    assert report.proof.articles_without_text == ["paper-000004"]


@pytest.mark.parametrize("how", ["damaged", "other code", "an earlier day"])
def test_what_cannot_be_relied_on_is_forgotten(desk, how, monkeypatch):
    desk.count()
    if how == "damaged":
        kept_checks.user_cache.memory_file(desk.entries).write_bytes(b"no database")
    if how == "other code":
        monkeypatch.setattr(kept_checks, "code_digest", lambda: "of another version")
    assert desk.count(BEFORE if how == "an earlier day" else TODAY)["_prove_article"] == 12


def test_the_kept_model_is_the_one_that_the_file_has(desk, corpus_folder):
    for folder in (desk.entries, corpus_folder, corpus_reader.ENTRIES):
        memory = CheckMemory()
        first, _ = corpus_reader.read(folder, KnownEntries(memory).read)
        kept = CheckMemory(memory.files, known_entries=memory.entries)
        again, _ = corpus_reader.read(folder, KnownEntries(kept).read)
        assert again == first
        assert [e.lines for e in again.entries()] == [dict(e.lines) for e in first.entries()]


def test_a_change_is_served_without_a_look_at_the_rest(desk):
    judge(desk.entries, desk.texts, TODAY)
    desk.change("articles/paper-000003", " spoke of the ", " told of the ")
    desk.done.clear()
    verdict = judge(desk.entries, desk.texts, TODAY)
    assert verdict.served
    assert verdict.problems == ()
    assert desk.done["parse_entry"] == desk.done["_prove_article"] == 1


def test_the_memory_of_a_corpus_has_nothing_of_what_is_gone(desk):
    desk.count()
    shutil.rmtree(desk.entries / "articles")
    (desk.entries / "articles").mkdir()
    desk.count()
    known = load_memory(desk.entries, TODAY).files.known
    articles = str(desk.entries / "articles")
    assert known
    assert not any(path.startswith(articles) for path in known)
