"""A kb that is made of the one before it is the very kb that a whole build makes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.check_corpus.related_names import list_attestations
from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus import corpus_reader
from knowledge.corpus.corpus_reader import ENTRIES
from knowledge.corpus.model import Retired, Rights, Value
from knowledge.kb import builder, gate
from knowledge.kb.builder import build_checked
from tests.grown_corpus import Grown
from tests.places import CORPUS, SECOND

TODAY = date(2026, 11, 29)
_NEW = count(1)


def dump(file):
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        return list(db.iterdump())


def read(folder):
    corpus, problems = corpus_reader.read(folder)
    assert problems == []
    return choose_served(corpus)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    grown = tmp_path_factory.mktemp("grown") / "desk"
    Grown(12, states=8, issues=2).write(grown)
    return [read(folder) for folder in (CORPUS, ENTRIES, SECOND, grown / "corpus")]


def _changed(statements, at, **update):
    """Return statements, one of which has other fields."""
    at %= len(statements)
    return (*statements[:at], statements[at].model_copy(update=update), *statements[at + 1 :])


def _dropped(article, at):
    kept = article.statements
    return {"statements": kept[:at] + kept[at + 1 :]}


def _doubled(article, at):
    one = article.statements[at]
    again = one.model_copy(update={"id": f"{one.id[:40]}-again-{next(_NEW)}", "former_ids": ()})
    return {"statements": (*article.statements[:at], again, *article.statements[at:])}


def _retold(article, at):
    return {"statements": _changed(article.statements, at, summary="A ferry was late.")}


def _moved(interval, days):
    by = timedelta(days=days)
    return interval.model_copy(update={"from_": interval.from_ + by, "to": interval.to + by})


def _said_earlier(article, at):
    said = _moved(article.statements[at].said, -200)
    return {"statements": _changed(article.statements, at, said=said)}


def _published_later(article, at):
    return {"published": _moved(article.published, 9)}


def _revalued(article, at):
    stances = article.statements[at].stances
    other = tuple(s.model_copy(update={"value": Value.UNDECLARED}) for s in stances)
    return {"statements": _changed(article.statements, at, stances=other)}


def _without_stance(article, at):
    stances = article.statements[at].stances
    issues = tuple(dict.fromkeys(stance.issue for stance in stances))
    return {"statements": _changed(article.statements, at, stances=stances[1:], about=issues)}


def _requoted(article, at):
    quotes = article.statements[at].quotes
    other = tuple(q.model_copy(update={"exact": f"{q.exact} at the harbor"}) for q in quotes[:1])
    return {"statements": _changed(article.statements, at, quotes=other + quotes[1:])}


def _unquoted(article, at):
    return {"statements": _changed(article.statements, at, quotes=())}


def _only_linked(article, at):
    return {"rights": Rights.LINK_ONLY}


def _unspoken(article, at):
    return {"statements": _changed(article.statements, at, speaker=None)}


def _spoken_otherwise(article, at):
    speaker = article.statements[at].speaker
    other = speaker and speaker.model_copy(update={"as_": "the ferryman"})
    return {"statements": _changed(article.statements, at, speaker=other)}


def _retired(article, at):
    gone = Retired(day=date(2026, 1, 2), why="It was wrong.", statement=article.statements[at])
    return {**_dropped(article, at), "retired": (*article.retired, gone)}


def _renamed(article, at):
    one = article.statements[at].id
    new = {"id": f"{one[:40]}-now-{next(_NEW)}", "former_ids": (one,)}
    return {"statements": _changed(article.statements, at, **new)}


EDITS = (
    *(_dropped, _doubled, _retold, _said_earlier, _published_later, _revalued, _without_stance),
    *(_requoted, _unquoted, _only_linked, _unspoken, _spoken_otherwise, _retired, _renamed),
)


def _write(entry, model):
    return replace(entry, file=f"articles/{model.id}.yaml", model=model, digest=f"{next(_NEW)}")


def edit(corpus, name, at, change):
    """Return a corpus in which one article was changed in some way."""
    entry = corpus.articles[name]
    if not entry.model.statements:
        return corpus
    update = change(entry.model, at % len(entry.model.statements))
    entry = _write(entry, entry.model.model_copy(update=update))
    return replace(corpus, articles=corpus.articles | {name: entry})


def add(corpus, name, at):
    """Return a corpus with one more article, which says what another does."""
    new, entry = f"a{at % 7}-{next(_NEW)}", corpus.articles[name]
    said = [s.model_copy(update={"id": f"{new}-{i}"}) for i, s in enumerate(entry.model.statements)]
    model = entry.model.model_copy(
        update={"id": new, "statements": tuple(said), "former_ids": (), "retired": ()}
    )
    articles = corpus.articles | {new: _write(entry, model)}
    return replace(corpus, articles=dict(sorted(articles.items())))


def withdraw(corpus, name):
    """Return a corpus without an article, if nobody has a post by it."""
    people = [entry.model for entry in corpus.people.values()]
    if any(told.article == name for person in people for told in list_attestations(person)):
        return corpus
    return replace(corpus, articles={n: e for n, e in corpus.articles.items() if n != name})


def _person_renamed(model, corpus):
    return {"name": f"{model.name} Jr"}


def _given_alias(model, corpus):
    return {"aliases": (*model.aliases, f"The Ferryman {next(_NEW)}")}


def _made_namesake(model, corpus):
    other = next(iter(corpus.people.values())).model
    return {"name": other.name, "different_from": (other.id,)}


def _without_posts(model, corpus):
    return {"memberships": ()}


def _attested_again(model, corpus):
    article = next(iter(corpus.articles))
    held = [
        m.model_copy(
            update={
                "attested": (*m.attested, m.attested[0].model_copy(update={"article": article}))
            }
        )
        for m in model.memberships
    ]
    return {"memberships": tuple(held)}


def _leading(model, corpus):
    held = [m.model_copy(update={"leads": not m.leads}) for m in model.memberships]
    return {"memberships": tuple(held)}


PEOPLE_EDITS = (
    *(_person_renamed, _given_alias, _made_namesake, _without_posts, _attested_again, _leading),
)


def _write_person(corpus, model):
    entry = next(iter(corpus.people.values()))
    file = f"people/{model.id}.yaml"
    new = replace(entry, file=file, model=model, digest=f"{next(_NEW)}")
    return replace(corpus, people=dict(sorted((corpus.people | {model.id: new}).items())))


def change_person(corpus, name, change):
    """Return a corpus in which somebody's entry was changed, came or went."""
    model = corpus.people[name].model
    if change == "went":
        return replace(corpus, people={n: e for n, e in corpus.people.items() if n != name})
    if change == "came":
        new = {"id": f"p-{next(_NEW)}", "former_ids": (), "different_from": (name,)}
        return _write_person(corpus, model.model_copy(update=new))
    return _write_person(corpus, model.model_copy(update=change(model, corpus)))


def draw_change(draw, corpus):
    if corpus.people and draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(list(corpus.people)))
        return change_person(corpus, name, draw(st.sampled_from((*PEOPLE_EDITS, "came", "went"))))
    name = draw(st.sampled_from(list(corpus.articles)))
    at = draw(st.integers(0, 30))
    change = draw(st.sampled_from((*EDITS, add, withdraw)))
    if change is add:
        return add(corpus, name, at)
    return withdraw(corpus, name) if change is withdraw else edit(corpus, name, at, change)


@pytest.mark.slow(seconds=10)
@settings(max_examples=60)
@given(data=st.data())
def test_after_any_changes_of_articles_and_people_it_is_what_a_whole_build_makes(corpora, data):
    corpus = data.draw(st.sampled_from(corpora), "corpus")
    with TemporaryDirectory() as folder:
        earlier, whole = Path(folder) / "0.sqlite", Path(folder) / "whole.sqlite"
        build_checked(corpus, earlier, "0")
        for step in "12":
            for _ in range(data.draw(st.integers(1, 3))):
                corpus = draw_change(data.draw, corpus)
            now = Path(folder) / f"{step}.sqlite"
            build_checked(corpus, now, step, earlier)
            build_checked(corpus, whole, step)
            assert dump(now) == dump(whole)
            earlier = now


@pytest.fixture
def whole_builds(monkeypatch):
    """Count the builds that take nothing from an earlier kb."""
    built = []
    write = builder._write_whole
    monkeypatch.setattr(builder, "_write_whole", lambda *given: built.append(1) or write(*given))
    return built


@pytest.fixture
def built(corpora, tmp_path, whole_builds):
    build_checked(corpora[0], tmp_path / "earlier.sqlite", "0")
    whole_builds.clear()
    return tmp_path / "earlier.sqlite"


@pytest.fixture
def changed(corpora):
    return edit(corpora[0], min(corpora[0].articles), 0, _retold)


def test_what_did_not_change_is_taken_over(built, changed, tmp_path, whole_builds):
    build_checked(changed, tmp_path / "now.sqlite", "1", built)
    assert whole_builds == []


def test_of_a_new_person_all_else_is_taken_over(built, corpora, tmp_path, whole_builds):
    corpus = change_person(corpora[0], min(corpora[0].people), "came")
    build_checked(corpus, tmp_path / "now.sqlite", "1", built)
    assert whole_builds == []


def test_a_post_is_no_longer_printed_by_what_an_article_lost(corpora, tmp_path):
    grown = corpora[-1]
    build_checked(grown, tmp_path / "earlier.sqlite", "0")
    corpus = edit(grown, max(grown.articles), 0, lambda *_: {"statements": ()})
    build_checked(corpus, tmp_path / "now.sqlite", "1", tmp_path / "earlier.sqlite")
    build_checked(corpus, tmp_path / "whole.sqlite", "1")
    assert dump(tmp_path / "now.sqlite") == dump(tmp_path / "whole.sqlite")


def _damage(file, monkeypatch):
    file.write_bytes(file.read_bytes()[:-1])


def _make_of_other_code(file, monkeypatch):
    monkeypatch.setattr("knowledge.kb.earlier_kb.schema_digest", lambda: "of another version")


def _forget(file, monkeypatch):
    file.unlink()


def _forget_when_found(file, monkeypatch):
    monkeypatch.setattr("knowledge.kb.earlier_kb.is_sealed", lambda _: True)
    file.unlink()


@pytest.mark.parametrize("spoil", [_damage, _make_of_other_code, _forget, _forget_when_found])
def test_a_kb_that_cannot_be_relied_on_is_not_used(
    built, changed, tmp_path, whole_builds, monkeypatch, spoil
):
    spoil(built, monkeypatch)
    build_checked(changed, tmp_path / "now.sqlite", "1", built)
    assert whole_builds == [1]
    build_checked(changed, tmp_path / "whole.sqlite", "1")
    assert dump(tmp_path / "now.sqlite") == dump(tmp_path / "whole.sqlite")


@pytest.mark.parametrize("kind", ["organizations", "issues", "events"])
def test_where_other_entries_changed_all_is_built_anew(
    built, corpora, tmp_path, whole_builds, kind
):
    name, entry = next(iter(getattr(corpora[0], kind).items()))
    model = entry.model.model_copy(update={"name": "The Late Ferry"})
    entries = getattr(corpora[0], kind) | {name: replace(entry, model=model, digest="new")}
    corpus = replace(corpora[0], **{kind: entries})
    build_checked(corpus, tmp_path / "now.sqlite", "1", built)
    assert whole_builds == [1]


def test_a_bot_s_next_kb_is_made_of_the_one_before(
    corpus_folder, tmp_path, whole_builds, monkeypatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder, texts = tmp_path / "entries", tmp_path / "texts"
    shutil.copytree(corpus_folder, folder)
    first = gate.judge(folder, texts, TODAY)
    file = next((folder / "articles").glob("*.yaml"))
    file.write_text(f"{file.read_text(encoding='utf-8')}note: A note.\n", encoding="utf-8")
    second = gate.judge(folder, texts, TODAY)
    assert first.served.digest != second.served.digest
    assert whole_builds == [1]
    built = builder.build(folder, tmp_path / "whole.sqlite")
    assert built == second.served.digest
    assert dump(second.served.kb) == dump(tmp_path / "whole.sqlite")
