"""`stancebook todo`: what waits for a curator, kind by kind."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from bot.block_kit.safe_text import one_line
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import open_desk
from knowledge.upkeep import WorkKind, list_open_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from knowledge.upkeep import OpenWork

_SHOWN: Final = 10  # of a kind
_KINDS: Final = {kind.name.lower().replace("_", "-"): kind for kind in WorkKind}


@click.command("todo")
@click.argument("kinds", nargs=-1, type=click.Choice(list(_KINDS)), metavar="[KIND]...")
@CORPUS
@ARTICLES
@click.option("--all", "every", is_flag=True, help="List all of each kind.")
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object a line.")
def command(
    kinds: tuple[str, ...],
    corpus: Path | None,
    articles: Path | None,
    *,
    every: bool,
    as_data: bool,
) -> None:
    """List what waits for a curator.

    KIND is draft, changed-text, no-stance, no-post, unknown-body, same-words or stale-issue;
    without one, all are listed. Bodies are sought in the texts at hand.
    """
    desk = open_desk(corpus, articles)
    wanted = {_KINDS[kind] for kind in kinds} or set(WorkKind)
    today = date.today()  # noqa: DTZ011 (the curator's own day)
    found = list_open_work(desk, today, wanted)
    for line in _as_json(found) if as_data else _as_lines(found, every=every):
        click.echo(line)


def _as_json(found: Sequence[OpenWork]) -> Iterator[str]:
    for work in found:
        data = {**work._asdict(), "kind": work.kind.name.lower().replace("_", "-")}
        yield json.dumps(data, ensure_ascii=False)


def _as_lines(found: Sequence[OpenWork], *, every: bool) -> Iterator[str]:
    """Yield a heading for each kind that there is, and what waits under it."""
    for kind in WorkKind:
        own = [work for work in found if work.kind is kind]
        if own:
            yield f"{str(kind).capitalize()}: {len(own)}"
            shown = own if every else own[:_SHOWN]
            yield from (f"  {one_line(_place(work))}: {one_line(work.what)}" for work in shown)
            if len(own) > len(shown):
                yield f"  And {len(own) - len(shown)} more: --all lists them."
    if not found:
        yield "Nothing waits."


def _place(work: OpenWork) -> str:
    return f"{work.file}:{work.line}" if work.line else work.file
