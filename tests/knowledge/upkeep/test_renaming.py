"""Another id for an entry or a statement: everywhere at once, and the old one leads to it."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.integrity import problems
from knowledge.corpus.corpus_reader import load_corpus
from knowledge.corpus.entry_ids import list_ids
from knowledge.corpus.errors import RefusedEditError, UnreadEntryError, UpkeepError
from knowledge.upkeep.new_entry import begin_entry, explain_refusal
from knowledge.upkeep.renaming import rename
from tests.places import CORPUS

IDS = sorted(entry.model.id for entry in load_corpus(CORPUS).entries())
STATEMENT = "vehl-before-snow"
LESSER = {
    "crossings": ("border-opening", "crossings"),
    "ferry-line": ("ferry-ban", "ferry line"),
    "the-capital": ("velmora", "the capital"),
}


@pytest.mark.parametrize("name", IDS)
def test_an_entry_of_another_id_changes_no_answer_and_passes_the_check(curator, make, opened, name):
    told = make(rename, name, "another-id")
    after = opened().corpus
    assert name not in {found for entry in after.entries() for found in list_ids(entry.model)}
    assert told[0] == f"'{name}' is 'another-id' from now on; the old id leads to it."
    (answer,) = [line for line in told[1:] if ".yaml: " not in line]
    assert answer == "No answer changes." or answer.endswith(f"had the id “{name}” before")
    report = curator.check()
    assert report.problems == []
    assert report.proof.proved == 17


def test_each_place_is_counted(make):
    assert make(rename, "river-treaty", "treaty")[1:] == (
        "issues/treaty.yaml: new",
        "articles/harbor-gazette-2025-06.yaml: names 'treaty' in 1 place",
        "issues/river-treaty.yaml: removed",
        "River Treaty had the id “river-treaty” before",
    )


def test_an_id_can_be_taken_back(curator, make):
    before = curator.read("issues/river-treaty")
    make(rename, "river-treaty", "treaty")
    make(rename, "treaty", "river-treaty")
    assert curator.read("issues/river-treaty") == before | {"former_ids": ["treaty"]}


def test_a_former_id_names_the_entry_too(curator, make):
    make(rename, "river-treaty", "treaty")
    make(rename, "river-treaty", "the-treaty")
    assert curator.read("issues/the-treaty")["former_ids"] == ["river-treaty", "treaty"]


def test_a_statement_of_another_id_is_found_by_the_old_one(make, opened):
    assert make(rename, STATEMENT, "before-snow")[-1] == "No answer changes."
    statements = opened().corpus.articles["valley-post-2025-04"].model.statements
    (found,) = (s for s in statements if s.id == "before-snow")
    assert found.former_ids == (STATEMENT,)
    make(rename, STATEMENT, "snow")
    assert opened().corpus.articles["valley-post-2025-04"].model.statements[4].former_ids == (
        STATEMENT,
        "before-snow",
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("river-treaty", "river-treaty", "has this id already"),
        ("river-treaty", "ferry-ban", "There is an entry 'ferry-ban' already."),
        ("river-treaty", "River Treaty", "is not an id"),
        ("river-treaty", "x" * 61, "is not an id"),
        ("river-treat", "x", "Did you mean 'river-treaty'?"),
        (STATEMENT, "dask-ferry-ban", "a statement that has the id 'dask-ferry-ban'"),
        (STATEMENT, "Snow", "is not an id"),
    ],
)
def test_what_cannot_be_renamed_so_is_told(opened, old, new, why):
    with pytest.raises(UpkeepError, match=why.replace("?", r"\?")):
        rename(opened().corpus, old, new)


def test_an_id_that_led_elsewhere_is_not_given_to_another(make, opened):
    make(rename, "river-treaty", "treaty")
    with pytest.raises(UpkeepError, match="is an id that 'treaty' had before"):
        rename(opened().corpus, "ferry-ban", "river-treaty")


def test_an_id_that_is_the_name_of_another_is_refused_by_the_check(make, curator):
    before = {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")}
    with pytest.raises(RefusedEditError, match=r"Nothing was written.*\n.*belongs to 'velmora'"):
        make(rename, "river-treaty", "velm-city")
    assert {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")} == before


@pytest.mark.parametrize("new", LESSER)
def test_an_id_does_not_take_over_what_another_answers_to(opened, new):
    own, words = LESSER[new]
    old = next(name for name in ("river-treaty", "ferry-ban") if name != own)
    with pytest.raises(UpkeepError, match=f"'{words}' is a name of '{own}', whose questions"):
        rename(opened().corpus, old, new)
    answers = {"id": new, "name": "Something Else", "question": "Is it so?"}
    with pytest.raises(UpkeepError, match=f"'{words}' is a name of '{own}', whose questions"):
        begin_entry(opened().corpus, "issue", answers)
    assert f"is a name of '{own}'" in explain_refusal(opened().corpus, "issue", ["id"], new)


@pytest.mark.parametrize("new", LESSER)
def test_an_entry_takes_a_lesser_name_of_its_own_as_its_id(make, new):
    own, _ = LESSER[new]
    assert make(rename, own, new)[0].startswith(f"'{own}' is '{new}' from now on")


def test_an_article_is_asked_for_by_no_name(make):
    new = next(iter(LESSER))
    assert make(rename, "valley-post-2025-04", new)[0].startswith("'valley-post-2025-04' is")


def test_the_short_name_of_an_issue_is_not_taken_over(curator, make, opened):
    curator.change("issues/river-treaty", short="the pact")
    with pytest.raises(UpkeepError, match="'the pact' is a name of 'river-treaty'"):
        rename(opened().corpus, "ferry-ban", "the-pact")
    assert make(rename, "river-treaty", "the-pact")[0].startswith("'river-treaty' is 'the-pact'")


PARTS = {
    "vehl": "jonas-vehl",
    "ilse": "ilse-marrow",
    "mr-vehl": "jonas-vehl",
    "marrow": "ilse-marrow",
}


@pytest.mark.parametrize("new", PARTS)
@pytest.mark.parametrize("kind", ["person", "organization"])
def test_an_id_does_not_take_over_the_questions_by_a_surname(opened, kind, new):
    said = f"asks for '{PARTS[new]}', whose questions the id '{new}' would take"
    answers = {"id": new, "name": "Something Else", "classification": "body"}
    if kind == "person":
        del answers["classification"]
    with pytest.raises(UpkeepError, match=said):
        begin_entry(opened().corpus, kind, answers)
    assert said in explain_refusal(opened().corpus, kind, ["id"], new)
    with pytest.raises(UpkeepError, match=said):
        rename(opened().corpus, "teva-dask" if kind == "person" else "tarsk-radio", new)


def test_a_surname_of_several_is_taken_over_by_none_of_them(opened):
    with pytest.raises(UpkeepError, match="asks for 'teva-dask'"):
        rename(opened().corpus, "orin-dask", "dask")


def test_a_person_takes_an_own_surname_as_an_id(make):
    assert make(rename, "jonas-vehl", "vehl")[0].startswith("'jonas-vehl' is 'vehl' from now on")


def test_a_name_that_is_taken_is_told_of_who_has_it(make, curator):
    curator.change("organizations/velmora", aliases=["Velm City", "VWM"])
    for kind, answers in {
        "person": {"id": "vera-wim", "name": "VWM"},
        "issue": {"id": "weather", "name": "VWM", "question": "Is it so?"},
    }.items():
        with pytest.raises(RefusedEditError, match="'VWM' belongs to 'velmora' too"):
            make(begin_entry, kind, answers)
    with pytest.raises(RefusedEditError, match="'vwm' belongs to 'velmora' too"):
        make(rename, "teva-dask", "vwm")


def test_who_is_meant_by_an_id_is_sought_among_former_ids_too(make, opened):
    make(rename, "jonas-vehl", "the-envoy")
    with pytest.raises(UpkeepError, match="mean 'jonas-vehl', which is 'the-envoy' now"):
        rename(opened().corpus, "jonas-vehll", "envoy")


def test_an_entry_that_names_a_former_id_is_told_the_present_one(make, curator):
    make(rename, "jonas-vehl", "the-envoy")
    file = curator.folder / "articles" / "valley-post-2025-04.yaml"
    file.write_text(file.read_text().replace("{id: the-envoy", "{id: jonas-vehl"))
    found = problems(load_corpus(curator.folder))
    assert [p.what_to_do for p in found if "had before" in p.why] == ["Write 'the-envoy'."]


def test_an_entry_that_cannot_be_read_is_told_with_the_way_out(make, opened, curator):
    (curator.folder / "people" / "teva-dask.yaml").write_text("id: [broken\n")
    for change in (lambda: make(rename, "ferry-ban", "ban"), lambda: opened().corpus):
        with pytest.raises(UnreadEntryError) as refused:
            change()
        assert str(refused.value).startswith("people/teva-dask.yaml:1: ")
        assert "Nothing was written" in str(refused.value)
        assert "keep its file outside of the corpus" in str(refused.value)
