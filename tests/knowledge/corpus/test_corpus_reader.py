"""Entries as curators write them, and what they read where one is wrong."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.corpus import corpus_reader
from knowledge.corpus.errors import CorpusError
from knowledge.corpus.model import Person

PERSON = "the template person.yaml"
NO_FIELD = "This kind of entry has no such field."
NO_ENTRY = "This file is not an entry, so nothing reads it."
IN_MARKS = (
    "Remove the word with it. If it belongs to the value, put the whole value in quotation marks."
)


@pytest.fixture
def read(tmp_path):
    """Read the text of one person's entry."""

    def person(text):
        file = tmp_path / "ada-lind.yaml"
        file.write_text(text, encoding="utf-8")
        return corpus_reader.read_entry(file, "people/ada-lind.yaml", Person)

    return person


def refused(read, text):
    with pytest.raises(CorpusError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def test_the_tiny_corpus_reads(corpus_folder):
    found = corpus_reader.load_corpus(corpus_folder)
    counts = {kind: len(getattr(found, kind)) for kind in corpus_reader.KINDS}
    assert counts == {"articles": 3, "events": 1, "issues": 6, "organizations": 7, "people": 4}
    assert found.people["orin-dask"].model.name == "Orin Dask"


@pytest.mark.parametrize(
    ("organization", "state"),
    [
        ("velmora", "velmora"),
        ("northern-bureau", "velmora"),
        ("tarsk-radio", "north-tarsk"),
        ("nobody", None),
        (None, None),
    ],
)
def test_the_state_of_an_organization_is_found_going_up(corpus_folder, organization, state):
    assert corpus_reader.load_corpus(corpus_folder).state_of(organization) == state


@pytest.mark.parametrize(
    "scalar",
    "no yes on off true 2021-10-19 1:30 1.5 0x1F 1_000 1e3 .inf 1984 007".split(),
)
def test_what_other_readers_of_yaml_guess_stays_the_words_typed(read, scalar):
    entry = read(f"id: ada-lind\nname: {scalar}\naliases: [{scalar}]\n")
    assert entry.model.name == scalar
    assert entry.model.aliases == (scalar,)


@pytest.mark.parametrize("nothing", ["null", "~", ""])
def test_null_is_nothing(read, nothing):
    assert read(f"id: ada-lind\nname: Ada\nnote: {nothing}\n").model.note is None


def test_null_in_quotation_marks_is_a_word(read):
    assert read('id: ada-lind\nname: "null"\n').model.name == "null"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "id: ada-lind\nname: Ada\nname: Lind\n",
            [
                "people/ada-lind.yaml:3: name: This field is given twice. Keep the one that is right."
            ],
            id="a key given twice",
        ),
        pytest.param(
            "id: ada-lind\nname: Ada\ndescriptions:\n- article: a\n  as: b\n  as: c\n",
            [
                "people/ada-lind.yaml:6: descriptions.0.as: This field is given twice. Keep the one that is right."
            ],
            id="a key given twice further down",
        ),
        pytest.param(
            "id: ada-lnd\nname: Ada\n",
            [
                (
                    "people/ada-lind.yaml:1: id: The id differs from the file's name, 'ada-lind'. "
                    "Rename the file, or write its name as the id."
                )
            ],
            id="an id that is not the name of the file",
        ),
        pytest.param(
            "id: ada-lind\nnme: Ada\n",
            [
                f"people/ada-lind.yaml:1: name: This field is missing. Add it: {PERSON} shows how.",
                f"people/ada-lind.yaml:2: nme: {NO_FIELD} Call it 'name' if that is what you mean.",
            ],
            id="a misspelled field",
        ),
        pytest.param(
            "id: Ada Lind\n\n\nname: ''\nmemberships:\n- title: Envoy\n  attested: []\n",
            [
                (
                    "people/ada-lind.yaml:1: id: 'Ada Lind' is not an id. "
                    "Write lowercase words joined by hyphens, at most 60 characters."
                ),
                (
                    "people/ada-lind.yaml:4: name: This field is empty. "
                    "Fill it in, or remove it if it is optional."
                ),
                (
                    "people/ada-lind.yaml:6: memberships.0.organization: This field is missing. "
                    f"Add it: {PERSON} shows how."
                ),
                (
                    "people/ada-lind.yaml:7: memberships.0.attested: This list is empty. "
                    f"Give at least one item, as {PERSON} does."
                ),
            ],
            id="everything wrong at once",
        ),
        pytest.param(
            "id: ada-lind\nname: Ada\nname: Ada\nnme: Ada\n",
            [
                "people/ada-lind.yaml:3: name: This field is given twice. Keep the one that is right.",
                f"people/ada-lind.yaml:4: nme: {NO_FIELD} Call it 'name' if that is what you mean.",
            ],
            id="a key given twice beside other faults",
        ),
        pytest.param(
            "- id: ada-lind\n",
            [
                f"people/ada-lind.yaml:1: This is not a group of fields. Write the fields as {PERSON} does."
            ],
            id="a list",
        ),
        pytest.param(
            "",
            [f"people/ada-lind.yaml:1: This file is empty. Write it as {PERSON} does."],
            id="nothing",
        ),
        pytest.param(
            "id: ada-lind\nname:\naliases: Ada\nmemberships: [x]\n",
            [
                f"people/ada-lind.yaml:2: name: This field is empty. Write it as {PERSON} does.",
                (
                    "people/ada-lind.yaml:3: aliases: This is not a list. "
                    "Write [ITEM, ITEM], or one item on a line, after a -."
                ),
                (
                    "people/ada-lind.yaml:4: memberships.0: This is not a group of fields. "
                    f"Write the fields as {PERSON} does."
                ),
            ],
            id="what is no list and no group",
        ),
        pytest.param(
            (
                "id: ada-lind\nname: {a: b}\nmemberships:\n  - title: Envoy\n    organization: x\n"
                "    exclusive: maybe\n    attested:\n      - {article: a, as: b, date: no}\n"
            ),
            [
                (
                    "people/ada-lind.yaml:2: name: This is not text. "
                    "Write words, in quotation marks if in doubt."
                ),
                (
                    "people/ada-lind.yaml:6: memberships.0.exclusive: This is neither true nor false. "
                    "Write true or false."
                ),
                (
                    "people/ada-lind.yaml:8: memberships.0.attested.0.date: This is not a group of "
                    f"fields. Write the fields as {PERSON} does."
                ),
            ],
            id="other values, and a list that is not empty",
        ),
        pytest.param(
            "id: ada-lind\nname: !ada lind\nnote: &so it\n",
            [
                (
                    "people/ada-lind.yaml:2: name: The value begins with '!', which YAML does not read "
                    f"as part of it. {IN_MARKS}"
                ),
                (
                    "people/ada-lind.yaml:3: note: '&so' is a YAML anchor: a name by which the file can "
                    "repeat what follows it. Remove '&so', and write the value out where '*so' repeats "
                    "it. If it belongs to the value, put the whole value in quotation marks."
                ),
            ],
            id="values that YAML would cut",
        ),
    ],
)
def test_a_wrong_entry_is_told_as_file_line_field_and_why(read, text, told):
    assert refused(read, text) == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "value: supports",
            "value: favours",
            "stances.0.value: 'favours' is not one of the codebook's words for ",
        ),
        ("words: 218", "words: many", "words: This is not a whole number. Write digits only."),
        ("words: 218", "words: 0", "words: This is not more than 0. Write a larger number."),
        (
            "published: {from: '2025-05-03'",
            "published: {from: 0",
            "published.from: '0' is not a day. Write it as 2024-01-31.",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_in_words(curator, old, new, told):
    curator.replace("articles/marrow-2025-05", old, new)
    assert any(told in line for line in curator.told(fix=True))
    assert new in curator.file("articles/marrow-2025-05").read_text("utf-8")


def test_a_word_near_one_of_the_codebook_is_told_with_it(curator):
    curator.replace("articles/marrow-2025-05", "value: supports", "value: suports")
    (only,) = curator.told(fix=False)
    assert only.endswith(
        "value: 'suports' is not one of the codebook's words for this field. "
        "Write one of: supports, conditional, reluctant, opposes, undeclared. Nearest: supports"
    )


@pytest.mark.parametrize(
    "text",
    [
        "? [a]\n: b\n",
        "? {a: b}\n: c\n",
        "a: &x [*x]\n",
        "id: &x\n  id: *x\n",
        f"id: {'9' * 5000}\n",
    ],
    ids=["a list as a key", "a mapping as a key", "a loop", "another loop", "a huge number"],
)
def test_odd_yaml_is_told_like_any_other_fault(read, text):
    assert all(told.startswith("people/ada-lind.yaml:") for told in refused(read, text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="aid: \n-[]{}&*!?|>'\"#%@`,~0\t"))
@example("\0")
@example("? ")
@example("!!binary x")
@example("!!python/object:os.system {}")
def test_any_text_is_read_or_refused_in_words(read, text):
    with contextlib.suppress(CorpusError):
        assert read(text).model.id == "ada-lind"


def test_a_file_that_is_no_text_is_told(tmp_path):
    file = tmp_path / "ada-lind.yaml"
    file.write_bytes(b"id: ada-lind\nname: \xff\xfe\n")
    with pytest.raises(CorpusError, match=r"yaml:2: This line is not UTF-8\. Save the file"):
        corpus_reader.read_entry(file, "people/ada-lind.yaml", Person)


def test_the_problems_of_all_files_are_told_at_once(curator):
    curator.write("people/jonas-vehl", "id: jonas-vehl\n")
    curator.write("issues/ferry-ban", "id: ferry-bann\nname: Ferry ban\n")
    curator.replace("articles/marrow-2025-05", "sourcing: state_media", "sourcing: radio")
    curator.replace("articles/marrow-2025-05", "value: supports", "value: favours")
    with pytest.raises(CorpusError) as caught:
        corpus_reader.load_corpus(curator.folder)
    places = [(p.file, p.field) for p in caught.value.problems]
    assert places == [
        ("articles/marrow-2025-05.yaml", "statements.0.stances.0.value"),
        ("articles/marrow-2025-05.yaml", "statements.3.sourcing"),
        ("issues/ferry-ban.yaml", "id"),
        ("people/jonas-vehl.yaml", "name"),
    ]
    assert str(caught.value).splitlines() == [str(p) for p in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("value: supports", "value: favours", "statements.0.stances.0.value"),
        ("sourcing: state_media", "sourcing: radio", "statements.3.sourcing"),
        ("words: 218", "words: many", "words"),
        (
            "kind: narration\n        exact: Teva",
            "kind: prose\n        exact: Teva",
            "quotes.0.kind",
        ),
    ],
)
def test_the_line_is_the_one_of_the_field(curator, old, new, field):
    curator.replace("articles/marrow-2025-05", old, new)
    with pytest.raises(CorpusError) as caught:
        corpus_reader.load_corpus(curator.folder)
    (problem,) = caught.value.problems
    wrong = curator.file("articles/marrow-2025-05").read_text().splitlines()[problem.line - 1]
    assert problem.field.endswith(field)
    assert new.splitlines()[0] in wrong


def test_a_file_of_another_ending_is_not_passed_over_in_silence(curator):
    curator.file("people/jonas-vehl").rename(curator.folder / "people" / "jonas-vehl.yml")
    assert any("people/jonas-vehl.yml" in told for told in curator.told(fix=False))


@pytest.mark.parametrize(
    ("name", "what_to_do"),
    [
        (
            "persons/ada.yaml",
            "for example to articles/, events/, issues/, organizations/, people/.",
        ),
        ("article/a.yaml", "for example to articles/, "),
        ("ada.yml", "for example to articles/, "),
        ("people/old/ada.yaml", "or name it people/ID.yaml."),
        ("people/ada.txt", "or name it people/ID.yaml."),
    ],
)
def test_an_entry_in_a_wrong_place_is_told(curator, name, what_to_do):
    file = curator.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: ada\nname: Ada\n", "utf-8")
    (only,) = curator.told(fix=False)
    assert only.startswith(f"{name}:1: {NO_ENTRY} Move it away, {what_to_do}")


@pytest.mark.parametrize(
    "name", ["templates/person.yaml", ".github/check.yml", "README.md", "people/.ada.yaml.swp"]
)
def test_what_else_lies_beside_entries_is_not(curator, name):
    file = curator.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: ada\n", "utf-8")
    assert curator.told(fix=False) == []
