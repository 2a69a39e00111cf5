"""An edit is held against all checks, and written whole or not at all."""

from __future__ import annotations

import pytest

from knowledge.corpus.errors import FolderError, UpkeepError
from knowledge.upkeep.renaming import rename
from knowledge.upkeep.upkeep_desk import CorpusEdit


def test_a_prepared_edit_writes_nothing_yet(opened, curator):
    before = {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")}
    desk = opened()
    desk.prepare(rename(desk.corpus, "velmora", "old-velmora"))
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
    with pytest.raises(UpkeepError, match="does not print 'sister of nobody'"):
        desk.prepare(CorpusEdit((), (wrong,)))


def test_what_somebody_wrote_meanwhile_is_not_written_over(opened, curator):
    desk = opened()
    prepared = desk.prepare(rename(desk.corpus, "velmora", "old-velmora"))
    curator.change("issues/river-treaty", note="By somebody else.")
    before = {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")}
    with pytest.raises(FolderError, match=r"issues/river-treaty.yaml was changed meanwhile"):
        desk.write(prepared)
    assert {file: file.read_bytes() for file in curator.folder.rglob("*.yaml")} == before


def test_comments_stay_with_what_is_written_and_what_is_renamed(opened, curator):
    for name in ("issues/river-treaty", "organizations/velmora"):
        file = curator.file(name)
        file.write_text(file.read_text(encoding="utf-8") + "# Ask Ada.\n", encoding="utf-8")
    desk = opened()
    desk.write(desk.prepare(rename(desk.corpus, "velmora", "old-velmora")))
    for name in ("issues/river-treaty", "organizations/old-velmora"):
        assert curator.file(name).read_text(encoding="utf-8").endswith("\n# Ask Ada.\n")


def test_a_draft_that_cannot_be_read_is_not_lost(opened, curator):
    curator.statement("marrow-this-year", draft=True)
    curator.replace("articles/marrow-2025-05", "value: supports", "value: likes")
    before = curator.file("articles/marrow-2025-05").read_bytes()
    desk = opened()
    with pytest.raises(UpkeepError, match="a draft cannot be read"):
        desk.prepare(rename(desk.corpus, "velmora", "old-velmora"))
    assert curator.file("articles/marrow-2025-05").read_bytes() == before
