"""Write the generated parts of the documentation: cog runs what stands between its marks."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import sys
import tempfile
import textwrap
from contextlib import chdir
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from click import Context
from click.testing import CliRunner
from cogapp import Cog
from pydantic.fields import PydanticUndefined

from bot.answers.answer import Answer
from bot.cli.ask import ask
from bot.cli.main import main
from bot.commands import registry
from bot.slack.settings import Settings
from knowledge.check_corpus.article_budget import NARRATION_SHARE, QUOTED_SHARE
from knowledge.check_corpus.codebook import NARRATION_WORDS
from knowledge.citations.answer_budget import WORDS_OF_ONE_ARTICLE
from knowledge.corpus.folder import ENTRIES
from knowledge.corpus.model import Article, Event, Issue, Organization, Person
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = date(2026, 11, 28)  # the day on which the answers in the documentation are given
WIDTH = 78  # of a help text
WIDE = 100  # of an answer

# What `ask --json` prints differs from the models in these fields.
NOT_PRINTED = {("Answer", "asked"), ("CitedStatement", "place")}
ADDED = {
    "Answer": [("text", "text", "The answer as text.")],
    "CitedQuote": [("article", "[Source](#source)", "The article.")],
}
ENTRY_KINDS: tuple[type[BaseModel], ...] = (Article, Person, Organization, Issue, Event)
_TYPES = {"string": "text", "integer": "number", "boolean": "true or false", "null": "null"}


def generate(*options: str) -> int:
    """Run cog over every page, with its options: -r writes, --check compares."""
    own = ["-P", "-U", "-I", str(ROOT / "docs"), "-p", "import reference", "--verbosity=1"]
    return Cog().main(["cog", *own, *options, *map(str, PAGES)])


def commands() -> str:
    """Return the slash commands as a table."""
    listed = [c for c in registry().values() if c.in_slack]
    rows = [(f"`/{c.registered} {c.usage}`", c.about) for c in listed]
    return _table(("command", "answers"), rows)


def settings() -> str:
    """Return every setting, its default and what it does."""
    words = _field_docs(Settings)
    rows = [
        (f"`{name.upper()}`", _default(field.default), words[name])
        for name, field in Settings.model_fields.items()
    ]
    return _table(("setting", "default", "what it does"), rows)


def _default(value: object) -> str:
    return "" if value is None or value is PydanticUndefined else f"`{value}`"


def scopes() -> str:
    """Return the manifest's scopes, with the reasons that stand beside them."""
    manifest = (ROOT / "manifest.yml").read_text(encoding="utf-8")
    reasons = dict(re.findall(r"^ +- (\S+) # (.+)$", manifest, re.MULTILINE))
    bot = yaml.safe_load(manifest)["oauth_config"]["scopes"]["bot"]
    return _table(("scope", "why"), [(f"`{s}`", _sentence(reasons[s])) for s in bot])


def subcommands() -> str:
    """Return the help of `stancebook` and of every subcommand."""
    parts = [_fenced(_help())]
    names = main.list_commands(Context(main))
    parts += [f"## `stancebook {name}`\n\n{_fenced(_help(name))}" for name in names]
    return "\n\n".join(parts)


def _help(*words: str) -> str:
    shown = CliRunner().invoke(main, [*words, "--help"], "", terminal_width=WIDTH, color=False)
    return shown.output.replace("Usage: main", "Usage: stancebook").strip()


def answer(question: str) -> str:
    """Return what the built-in corpus answers in a terminal."""
    lines = ask(_kb(), question, WRITTEN).message.text.splitlines()
    return _fenced("\n".join([f"$ stancebook ask {question}", *map(_wrapped, lines)]))


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
        said = CliRunner().invoke(main, ["check", *corpus], color=False).output
    return _fenced(next(line for line in said.splitlines() if mistyped in line))


def limits() -> str:
    """Return how much of an article may be quoted."""
    rows = [
        ("one slice of narration", f"{NARRATION_WORDS} words"),
        ("all narration of one article", f"{NARRATION_SHARE:.0%} of its words"),
        ("all quotes of one article", f"{QUOTED_SHARE:.0%} of its words"),
        ("one article in one answer", f"{WORDS_OF_ONE_ARTICLE} words"),
    ]
    return _table(("what", "at most"), rows)


def rooms(package: str) -> str:
    """Return a package's rooms, each with the sentence that it opens with."""
    found = sorted((ROOT / package).glob("*/__init__.py"))
    rows = [(f"`{p.parent.relative_to(ROOT)}/`", _opening(p)) for p in found]
    return _table(("room", "what it is for"), rows)


def _opening(module: Path) -> str:
    words = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return words.split("\n\n")[0].replace("\n", " ")


def json_fields() -> str:
    """Return the fields of `ask --json`, a table for each object."""
    return _sections([Answer], "serialization")


def entry_fields() -> str:
    """Return the fields of the corpus, a table for each kind of entry and each part of one."""
    return _sections(ENTRY_KINDS, "validation")


def _sections(models: Iterable[type[BaseModel]], mode: Any) -> str:  # noqa: ANN401
    found = {m.__name__: m for model in models for m in _reached(model)}
    return "\n\n".join(
        f"### {name}\n\n{_about(model)}{_fields(model, mode)}" for name, model in found.items()
    )


def _reached(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all that its fields lead to, each before what it holds."""
    seen, left = set(), [model]
    while left:
        one = left.pop(0)
        if one in seen:
            continue
        seen.add(one)
        yield one
        left += [held for field in one.model_fields.values() for held in _models(field.annotation)]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)


def _about(model: type[BaseModel]) -> str:
    own = vars(model).get("__doc__")
    return f"{inspect.cleandoc(own)}\n\n" if own else ""


def _fields(model: type[BaseModel], mode: Any) -> str:  # noqa: ANN401
    """Return a model's table; in a corpus it says which fields an entry must have."""
    schema, words = model.model_json_schema(mode=mode), _field_docs(model)
    defs = schema.get("$defs", {})
    own = schema if "properties" in schema else defs[model.__name__]
    required = own.get("required", ())
    rows = []
    for name, field in model.model_fields.items():
        if mode == "serialization" and (model.__name__, name) in NOT_PRINTED:
            continue
        shown = field.alias or name
        type_ = _type(own["properties"][shown], defs)
        must = ["yes" if shown in required else ""] if mode == "validation" else []
        rows.append((f"`{shown}`", type_, *must, words[name]))
    if mode == "serialization":
        rows += [(f"`{name}`", *rest) for name, *rest in ADDED.get(model.__name__, ())]
        return _table(("field", "holds", "meaning"), rows)
    return _table(("field", "holds", "needed", "meaning"), rows)


def _type(schema: dict[str, Any], defs: dict[str, Any]) -> str:
    """Return what a field holds, in words; another object as a link to its table."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        values = defs[name].get("enum")
        return ", ".join(f"`{v}`" for v in values) if values else f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(part, defs) for part in schema["anyOf"])
    if "items" in schema:
        return f"list of {_type(schema['items'], defs)}"
    return "date" if schema.get("format") == "date" else _TYPES.get(schema.get("type", ""), "text")


def _field_docs(model: type[BaseModel]) -> dict[str, str]:
    """Return the sentences below the fields of a model and of those that it extends."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if "__annotations__" in vars(base) and base.__module__.startswith(("bot", "knowledge")):
            found |= dict(_docs_in(inspect.getsource(base)))
    return found


def _docs_in(source: str) -> Iterator[tuple[str, str]]:
    body = ast.parse(source).body[0].body  # type: ignore[attr-defined]
    for field, below in pairwise(body):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and is_text:
            yield field.target.id, " ".join(below.value.value.split())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


if __name__ == "__main__":
    sys.exit(generate(*sys.argv[1:]))
