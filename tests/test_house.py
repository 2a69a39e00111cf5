"""The house rules: one name per thing, every module in a room, imports one way and in no circle."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from itertools import chain, permutations, product
from pathlib import Path

import grimp
import pytest

from tests.places import ROOT, TESTS

pytestmark = pytest.mark.one_python

PACKAGES = ("bot", "knowledge", "local_slack")
FILES = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
ROOMS = sorted({file.parent.relative_to(ROOT) for file in FILES})
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONTRACTS = TOOLS["importlinter"]["contracts"]
# Names that two modules may share, and why.
SHARED = {
    "add": "the subcommand, and the room of the engine that does its work",
    "state": "the room of the state store, and the workspace of the local Slack",
    "review": "the subcommand, and the room of the engine that does its work",
    "manifest": "the subcommand that prints one, and what the local Slack reads of one",
}


def dotted(file):
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def modules():
    return sorted({dotted(file) for file in FILES} - set(PACKAGES))


def faces_of_one_command(names):
    """Return whether these are what a command answers, and its subcommand in the terminal."""
    rooms = {name.removeprefix("tests.").rpartition(".")[0] for name in names}
    return rooms == {"bot.commands", "bot.cli"}


def shared(names):
    """Return the last parts of dotted names that occur more than once, each with its full names."""
    found = defaultdict(list)
    for name in names:
        found[name.rpartition(".")[2]].append(name)
    return {last: full for last, full in found.items() if len(full) > 1}


def test_no_two_modules_share_a_name():
    same = {n: full for n, full in shared(modules()).items() if not faces_of_one_command(full)}
    assert same.keys() == SHARED.keys()
    assert {len(full) for full in same.values()} <= {2}


def test_no_two_public_classes_share_a_name():
    classes = [
        f"{dotted(file)}.{node.name}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert shared(classes) == {}


def test_no_two_tests_share_a_name():
    same = shared(dotted(file) for file in TESTS.rglob("test_*.py"))
    assert [full for full in same.values() if not faces_of_one_command(full)] == []


@pytest.mark.parametrize("package", ["bot", "knowledge"])
def test_every_module_stands_in_a_room(package):
    assert [file.name for file in (ROOT / package).glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_every_room_says_in_one_sentence_what_it_is_for(room):
    said = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8")))
    assert re.fullmatch(r"[A-Z`](?:(?!\. )[^\n])+\.", said or ""), said


def test_no_imports_go_in_a_circle():
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        circle = " <- ".join(error.args[1])
        pytest.fail(f"These modules import each other: {circle}")


# Contracts that nothing can break hold nothing: each is broken here in a copy, in every way.


def refused(*pairs):
    """Return what the report says of each import that may not be, and that import."""
    return {f"{a} is not allowed to import {b}:": [(a, b)] for a, b in pairs}


def forbidden(contract):
    return refused(*product(contract["source_modules"], contract["forbidden_modules"]))


def layers(contract):
    """Plant what points up, or aside where a layer says that its rooms stand apart."""
    pairs, above = [], []
    for layer in contract["layers"]:
        rooms = [room.strip("() ") for room in re.split(r"[|:]", layer)]
        pairs += [(room, higher) for room in rooms for higher in above]
        pairs += permutations(rooms, 2) if "|" in layer else ()
        above += rooms
    return refused(*((f"{c}.{a}", f"{c}.{b}") for c in contract["containers"] for a, b in pairs))


def independence(contract):
    (pattern,) = contract["modules"]
    names = children(pattern.removesuffix(".*"))
    return refused(*zip(names, names[1:] + names[:1], strict=True))


def acyclic_siblings(contract):
    """Plant a circle of two in each room below the ancestors."""
    matching = re.compile("|".join(a.replace("*", r"\w+") for a in contract["ancestors"]))
    rooms = [".".join(room.parts) for room in ROOMS if matching.match(".".join(room.parts))]
    pairs = {room: children(room)[:2] for room in rooms if len(children(room)) > 1}
    return {f"No cycles are allowed in {room}.": [(a, b), (b, a)] for room, (a, b) in pairs.items()}


def protected(contract):
    """Plant an import of a module in each room that exports what may be used."""
    matching = re.compile("|".join(p.replace("*", r"\w+") for p in contract["protected_modules"]))
    inside = {
        room: children(room)[0]
        for room in map(".".join, (r.parts for r in ROOMS))
        if children(room)
    }
    modules_of = [m for m in inside.values() if matching.fullmatch(m) and m not in inside]
    importer = children("bot.commands")[0]
    return {f"- {importer} -> {module} (l.": [(importer, module)] for module in modules_of}


def children(room):
    """Return the modules and the rooms that stand in a room."""
    return [name for name in modules() if name.rpartition(".")[0] == room]


PLANTED = {f.__name__: f for f in (forbidden, layers, independence, acyclic_siblings, protected)}


def lint(folder):
    """Return what the contracts say of a copy of the packages."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.fixture
def copied(tmp_path):
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("*.yaml"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(folder, module, words):
    place = folder.joinpath(*module.split("."))
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")


@pytest.mark.slow
def test_the_copy_keeps_every_contract_as_long_as_nothing_is_planted(copied):
    said = lint(copied)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in said, said


@pytest.mark.slow
@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["name"])
def test_a_contract_breaks_on_every_import_that_it_forbids(copied, contract):
    planted = PLANTED[contract["type"]](contract)
    assert planted
    for importer, imported in chain.from_iterable(planted.values()):
        plant(copied, importer, f"import {imported}")
    said = lint(copied)
    assert re.search(rf"^{re.escape(contract['name'])} BROKEN", said, re.MULTILINE), said
    report = said.rpartition(f"\n{contract['name']}\n---")[2].partition("\n---")[0]
    assert [line for line in planted if line not in report] == [], report


@pytest.mark.slow
@pytest.mark.parametrize(
    "container", [c for contract in CONTRACTS for c in contract.get("containers", ())]
)
def test_a_new_room_has_to_be_given_its_place(copied, container):
    room = copied.joinpath(*container.split("."), "annex")
    room.mkdir()
    (room / "__init__.py").touch()
    assert f"{container}.annex" in lint(copied)
