"""Write the generated parts of the documentation: cog runs what stands between its marks."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import sys
import tempfile
import textwrap
from contextlib import chdir
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from click import Context
from click.testing import CliRunner
from cogapp import Cog
from model_tables import entry_rows, explanations, printed_rows, sections, table
from pydantic.fields import PydanticUndefined

from bot.answers.answer import Answer
from bot.cli.ask import ask
from bot.cli.main import main
from bot.commands import registry
from bot.slack.settings import Settings
from knowledge.corpus.folder import ENTRIES
from knowledge.corpus.model import Article, Event, Issue, Organization, Person
from knowledge.corpus.quotation_limits import (
    CUTS_INSIDE,
    NARRATION_SHARE,
    NARRATION_WORDS,
    QUOTED_SHARE,
    WORDS_OF_ONE_ARTICLE,
)
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from pydantic import BaseModel

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = date(2026, 11, 28)  # the day on which the answers in the documentation are given
WIDTH = 78  # of a help text
WIDE = 100  # of an answer

ENTRY_KINDS: tuple[type[BaseModel], ...] = (Article, Person, Organization, Issue, Event)


def generate(*options: str) -> int:
    """Run cog over every page, with its options: -r writes, --check compares."""
    own = ["-P", "-U", "-I", str(ROOT / "docs"), "-p", "import reference", "--verbosity=1"]
    return Cog().main(["cog", *own, *options, *map(str, PAGES)])


def _runner() -> CliRunner:
    """Return what runs a command as on a machine where nothing is set."""
    return CliRunner(env={name: None for name in os.environ if name.startswith("STANCEBOOK_")})


def commands() -> str:
    """Return the slash commands as a table."""
    listed = [c for c in registry().values() if c.in_slack]
    rows = [(f"`{c.typed} {c.usage}`", c.about) for c in listed]
    return table(("command", "answers"), rows)


def settings() -> str:
    """Return every setting, its default and what it does."""
    words = explanations(Settings)
    rows = [
        (f"`{name.upper()}`", _default(field.default), words[name])
        for name, field in Settings.model_fields.items()
    ]
    return table(("setting", "default", "what it does"), rows)


def _default(value: object) -> str:
    return "" if value in {None, PydanticUndefined, ()} else f"`{value}`"


def scopes() -> str:
    """Return the manifest's scopes, with the reasons that stand beside them."""
    manifest = (ROOT / "manifest.yml").read_text(encoding="utf-8")
    reasons = dict(re.findall(r"^ +- (\S+) # (.+)$", manifest, re.MULTILINE))
    bot = yaml.safe_load(manifest)["oauth_config"]["scopes"]["bot"]
    return table(("scope", "why"), [(f"`{s}`", _sentence(reasons[s])) for s in bot])


def subcommands() -> str:
    """Return the help of `stancebook` and of every subcommand."""
    parts = [_fenced(_help())]
    names = main.list_commands(Context(main))
    parts += [f"## `stancebook {name}`\n\n{_fenced(_help(name))}" for name in names]
    return "\n\n".join(parts)


def _help(*words: str) -> str:
    shown = _runner().invoke(main, [*words, "--help"], "", terminal_width=WIDTH, color=False)
    return shown.output.replace("Usage: main", "Usage: stancebook").strip()


def answer(question: str) -> str:
    """Return what the built-in corpus answers in a terminal."""
    lines = ask(_kb(), question, WRITTEN).message.text.splitlines()
    typed = shlex.quote(question) if '"' in question else question
    return _fenced("\n".join([f"$ stancebook ask {typed}", *map(_wrapped, lines)]))


def _wrapped(line: str) -> str:
    """Return a line as a terminal shows it, so that no reader has to scroll."""
    bar = "> " if line.startswith("> ") else ""
    return textwrap.fill(line, WIDE, subsequent_indent=bar, break_on_hyphens=False)


@cache
def _kb() -> KnowledgeBase:
    file = Path(tempfile.mkdtemp()) / "kb.sqlite"
    build(ENTRIES, file)
    return KnowledgeBase(file)


def problem(words: str, mistyped: str) -> str:
    """Return what the check says of mistyped words, in a copy of the tests' invented corpus."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "tests" / "corpus", "entries")
        for file in Path("entries", "articles").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(words, mistyped), encoding="utf-8")
        corpus = ["--corpus", ".", "--articles", str(ROOT / "tests" / "texts")]
        said = _runner().invoke(main, ["check", *corpus], color=False).output
    return _fenced(next(line for line in said.splitlines() if mistyped in line))


def limits() -> str:
    """Return how much of an article may be quoted."""
    rows = [
        ("one slice of narration", f"{NARRATION_WORDS} words, and {CUTS_INSIDE} cut inside it"),
        ("all narration of one article", f"{NARRATION_SHARE:.0%} of its words"),
        ("all quotes of one article", f"{QUOTED_SHARE:.0%} of its words"),
        ("one article in one answer", f"{WORDS_OF_ONE_ARTICLE} words"),
    ]
    return table(("what", "at most"), rows)


def rooms(package: str) -> str:
    """Return a package's rooms, each with the sentence that it opens with."""
    found = sorted((ROOT / package).glob("*/__init__.py"))
    rows = [(f"`{p.parent.relative_to(ROOT)}/`", _opening(p)) for p in found]
    return table(("room", "what it is for"), rows)


def _opening(module: Path) -> str:
    words = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return words.split("\n\n")[0].replace("\n", " ")


def json_fields() -> str:
    """Return the fields of `ask --json`, a table for each object."""
    return sections([Answer], printed_rows, ("field", "holds", "meaning"))


def entry_fields() -> str:
    """Return the fields of the corpus, a table for each kind of entry and each part of one."""
    return sections(ENTRY_KINDS, entry_rows, ("field", "holds", "needed", "meaning"))


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


if __name__ == "__main__":
    sys.exit(generate(*sys.argv[1:]))
