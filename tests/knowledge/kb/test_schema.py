"""What the digest of a kb's code covers."""

from __future__ import annotations

import shutil

import grimp
import pytest

from knowledge.kb.schema import BUILT_BY, PACKAGE, source_digest

BUILDER = "knowledge.kb.builder"
SOURCES = [
    file.relative_to(PACKAGE).as_posix()
    for room in BUILT_BY
    for file in sorted((PACKAGE / room).rglob("*"))
    if file.suffix in {".py", ".sql"}
]


def digest_of(package):
    return source_digest(*(package / room for room in BUILT_BY))


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    """Copy the rooms that build a kb."""
    copy = tmp_path_factory.mktemp("rooms")
    for room in BUILT_BY:
        shutil.copytree(PACKAGE / room, copy / room)
    return copy


def imported_rooms():
    graph = grimp.build_graph("knowledge", cache_dir=None)
    modules, waiting = set(), {BUILDER}
    while waiting:
        module = waiting.pop()
        if module not in modules:
            modules.add(module)
            waiting |= graph.find_modules_directly_imported_by(module)
    return {module.split(".")[1] for module in modules}


def test_a_copy_has_the_same_digest(rooms):
    assert digest_of(rooms) == digest_of(PACKAGE)


@pytest.mark.parametrize("name", SOURCES)
def test_editing_any_source_file_changes_the_digest(rooms, name):
    file = rooms / name
    before, content = digest_of(rooms), file.read_bytes()
    file.write_bytes(content + b"\n")
    assert digest_of(rooms) != before
    file.write_bytes(content)
    assert digest_of(rooms) == before


def test_adding_or_renaming_a_source_file_changes_the_digest(rooms):
    before = digest_of(rooms)
    file = rooms / "kb" / "extra.py"
    file.write_text("", "utf-8")
    added = digest_of(rooms)
    renamed = file.rename(file.with_stem("other"))
    assert len({before, added, digest_of(rooms)}) == 3
    renamed.unlink()


def test_the_builder_imports_only_rooms_that_the_digest_covers():
    assert imported_rooms() == set(BUILT_BY)
