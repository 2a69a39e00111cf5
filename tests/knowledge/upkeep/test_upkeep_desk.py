"""An edit is held against all checks, and written whole or not at all."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.corpus.errors import FolderError, IntakeError, RefusedEditError
from knowledge.upkeep.renaming import rename
from knowledge.upkeep.upkeep_desk import CorpusEdit


def test_a_dry_run_tells_and_writes_nothing(opened, curator):
    before = {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")}
    told = opened().make(lambda corpus: rename(corpus, "velmora", "old-velmora"), dry_run=True)
    assert told[:2] == (
        "'velmora' is 'old-velmora' from now on; the old id leads to it.",
        "organizations/old-velmora.yaml: new",
    )
    assert {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")} == before


def test_what_was_wrong_before_stands_in_no_ones_way(make, curator):
    curator.quote("vehl-before-snow", exact="open whenever we like")
    curator.change("people/jonas-vehl", different_from=["nobody"])
    before = len(curator.told())
    assert before > 1
    make(rename, "jonas-vehl", "j-vehl")
    make(rename, "valley-post-2025-04", "valley-post")
    assert len(curator.told()) == before


def test_what_is_wrong_with_the_text_is_found_too(opened):
    desk = opened()
    person = desk.corpus.people["teva-dask"].model
    words = person.descriptions[0].model_copy(update={"as_": "sister of nobody"})
    wrong = person.model_copy(update={"descriptions": (words,)})
    with pytest.raises(RefusedEditError, match="does not print 'sister of nobody'"):
        desk.make(lambda _: CorpusEdit((), (EntryChange.of(wrong),)))


def test_what_somebody_wrote_meanwhile_is_not_written_over(opened, curator):
    before = {}

    def decide(corpus):
        curator.change("issues/river-treaty", note="By somebody else.")
        before.update((file, file.read_bytes()) for file in curator.folder.rglob("*.yaml"))
        return rename(corpus, "velmora", "old-velmora")

    with pytest.raises(FolderError, match=r"issues/river-treaty.yaml was changed meanwhile"):
        opened().make(decide)
    assert {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")} == before


def test_what_others_entered_since_the_desk_was_opened_is_renamed_too(opened, curator):
    desk = opened()
    assert "velmora" in desk.corpus.organizations
    port = "format: 2\nid: port\nname: Port Office\nclassification: ministry\nparent: velmora\n"
    curator.write("organizations/port", port)
    desk.make(lambda corpus: rename(corpus, "velmora", "old-velmora"))
    assert curator.read("organizations/port")["parent"] == "old-velmora"


def test_comments_stay_with_what_is_written_and_what_is_renamed(opened, curator):
    for name in ("issues/river-treaty", "organizations/velmora"):
        file = curator.file(name)
        file.write_text(file.read_text(encoding="utf-8") + "# Ask Ada.\n", encoding="utf-8")
    opened().make(lambda corpus: rename(corpus, "velmora", "old-velmora"))
    for name in ("issues/river-treaty", "organizations/old-velmora"):
        assert curator.file(name).read_text(encoding="utf-8").endswith("\n# Ask Ada.\n")


def test_a_draft_that_cannot_be_read_is_not_lost(opened, curator):
    curator.statement("marrow-this-year", draft=True)
    curator.replace("articles/marrow-2025-05", "value: supports", "value: likes")
    before = curator.file("articles/marrow-2025-05").read_bytes()
    for dry_run in (True, False):
        with pytest.raises(IntakeError, match="a draft cannot be read"):
            opened().make(lambda corpus: rename(corpus, "velmora", "old-velmora"), dry_run=dry_run)
    assert curator.file("articles/marrow-2025-05").read_bytes() == before
