"""Entries changed by a tool: held, checked, and written together or not at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus import joint_change
from knowledge.corpus.corpus_lock import LOCK, hold_corpus
from knowledge.corpus.errors import FolderError, IntakeError, RefusedEditError
from knowledge.corpus.model import Person

ADD_ONE = """
import sys
from pathlib import Path
from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus.model import Person

def decide(corpus):
    number = sum(name.startswith("new-") for name in corpus.people) + 1
    return [EntryChange("people", f"new-{number}", Person(id=f"new-{number}", name=f"No. {number}"))]

edit_corpus(Path(sys.argv[1]), Path(sys.argv[2]), decide)
"""


@pytest.fixture
def edit(curator):
    def made(*changes, **options):
        return edit_corpus(curator.folder, curator.texts, lambda _: changes, **options)

    return made


def _files(folder):
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _person(key, **fields):
    return EntryChange("people", key, Person(id=key, **fields))


def test_entries_are_written_and_removed_together(edit, curator):
    edit(_person("rune-voss", name="Rune Voss"))
    edit(_person("rune-dahl", name="Rune Dahl"), EntryChange("people", "rune-voss", None))
    assert curator.read("people/rune-dahl") == {"id": "rune-dahl", "name": "Rune Dahl"}
    assert not curator.file("people/rune-voss").exists()
    assert not (curator.folder / LOCK).exists()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_person("rune-voss", name="Ilse Marrow"), "The name 'Ilse Marrow' belongs to"),
        (EntryChange("organizations", "velmora", None), "There is no organization 'velmora'"),
        (_person("ilse-marrow", name="Rune Voss"), "names the speaker, 'ilse-marrow'"),
    ],
)
def test_what_the_check_would_refuse_is_not_written(edit, curator, change, why):
    before = _files(curator.folder)
    with pytest.raises(RefusedEditError, match="Nothing was written") as refused:
        edit(_person("nobody-else", name="Nobody Else"), change)
    assert why in str(refused.value)
    assert _files(curator.folder) == before


def test_what_was_wrong_before_keeps_no_other_change(edit, curator):
    curator.replace("people/jonas-vehl", "id: jonas-vehl", "id: jonas-vehl\ndifferent_from: [nil]")
    edit(_person("rune-voss", name="Rune Voss"))
    assert curator.file("people/rune-voss").exists()


def test_a_dry_run_checks_and_writes_nothing(edit, curator):
    before = _files(curator.folder)
    assert edit(_person("rune-voss", name="Rune Voss"), dry_run=True)
    with pytest.raises(RefusedEditError):
        edit(_person("rune-voss", name="Ilse Marrow"), dry_run=True)
    assert _files(curator.folder) == before


def test_a_comment_of_a_curator_stays_and_none_goes_with_its_entry(edit, curator):
    text = curator.file("people/ilse-marrow").read_text("utf-8")
    curator.write("people/ilse-marrow", f"# Ask her office.\n{text}")
    known = Person.model_validate(curator.read("people/ilse-marrow"))
    changed = known.model_copy(update={"aliases": ("Marrow Ilse", "Dr. Marrow")})
    edit(EntryChange("people", "ilse-marrow", changed))
    written = curator.file("people/ilse-marrow").read_text("utf-8")
    assert written.startswith("# Ask her office.\n")
    assert "Dr. Marrow" in written
    curator.write("people/nobody-else", "# Ask.\nformat: 2\nid: nobody-else\nname: Nobody Else\n")
    with pytest.raises(IntakeError, match="has a comment that would be lost"):
        edit(EntryChange("people", "nobody-else", None))


def test_several_edits_at_once_all_see_one_another(curator):
    command = [sys.executable, "-c", ADD_ONE, str(curator.folder), str(curator.texts)]
    with hold_corpus(curator.folder):
        running = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert len(list((curator.folder / "people").glob("new-*.yaml"))) == 3


class PowerCutError(Exception):
    pass


def test_an_edit_that_is_cut_short_is_finished_by_the_next(edit, curator, monkeypatch):
    def cut(*_):
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(joint_change, "take_place", cut)
        with pytest.raises(PowerCutError):
            edit(_person("rune-voss", name="Rune Voss"), _person("ada-lind", name="Ada Lind"))
    assert not curator.file("people/ada-lind").exists()
    assert "A change of several entries was cut short" in " ".join(curator.told(fix=False))
    with pytest.raises(RefusedEditError, match="'Ada Lind' belongs to"):
        edit(_person("other", name="Ada Lind"))
    assert curator.file("people/rune-voss").exists()


def test_what_could_not_be_read_again_is_not_written(edit, curator):
    before = _files(curator.folder)
    with pytest.raises(RefusedEditError, match=r"people/rune-voss\.yaml: name: "):
        edit(EntryChange("people", "rune-voss", Person.model_construct(id="rune-voss", name="")))
    assert _files(curator.folder) == before


def test_what_somebody_writes_by_hand_meanwhile_is_not_written_over(curator):
    def decide(corpus):
        curator.change("people/jonas-vehl", note="By hand.")
        known = corpus.people["jonas-vehl"].model
        return [EntryChange.of(known.model_copy(update={"note": "By a tool."}))]

    with pytest.raises(FolderError, match=r"people/jonas-vehl\.yaml was changed meanwhile"):
        edit_corpus(curator.folder, curator.texts, decide)
    assert curator.read("people/jonas-vehl")["note"] == "By hand."
