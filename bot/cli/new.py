"""`stancebook new`: an entry begun by answering what its template asks."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

import click

from bot.block_kit.message import safe
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, make_edit, open_desk
from knowledge.corpus import RefusedEditError, StancebookError, UpkeepError
from knowledge.intake.add import make_free_id
from knowledge.upkeep import ENTRY_KINDS, begin_entry, list_fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from knowledge.upkeep import EntryField, UpkeepDesk

_FEW: Final = 12  # choices; more of them are not listed
_GIVE_UP: Final = "Which field do you want to answer again? Enter gives up"


@click.command("new")
@click.argument("kind", type=click.Choice(ENTRY_KINDS))
@click.argument("name", required=False)
@CORPUS
@ARTICLES
@DRY_RUN
def command(
    kind: str,
    name: str | None,
    corpus: Path | None,
    articles: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Begin an entry: answer what its template asks.

    Each question comes with the words of the template; Enter leaves a field out, and several
    answers are parted by semicolons. Nothing is written that does not pass the check: what is
    wrong can be answered again.
    """
    desk = open_desk(corpus, articles)
    fields = {field.name: field for field in list_fields(desk.corpus, kind)}
    answers: dict[str, Any] = {"name": name} if name else {}
    for field in fields.values():
        if field.name not in answers:
            _put(answers, field, _suggest(desk, field, answers))
    while True:
        try:
            make_edit(desk, lambda corpus: begin_entry(corpus, kind, answers), dry_run=dry_run)
        except (UpkeepError, RefusedEditError) as error:
            _correct(answers, fields, error)
        else:
            return


def _correct(
    answers: dict[str, Any], fields: dict[str, EntryField], error: StancebookError
) -> None:
    """Tell what is wrong, and ask for one field again; raise the error if nobody can answer."""
    if not _is_terminal():
        raise error
    click.echo(safe(str(error)), err=True)
    again = click.prompt(_GIVE_UP, default="", show_default=False).strip()
    if again not in fields:
        raise error
    answers.pop(again, None)
    _put(answers, fields[again])


def _suggest(desk: UpkeepDesk, field: EntryField, answers: dict[str, Any]) -> str:
    return make_free_id(desk.corpus, answers["name"]) if field.name == "id" else ""


def _put(answers: dict[str, Any], field: EntryField, default: str = "") -> None:
    """Ask for a field, and keep what is answered; one that is left out is not kept."""
    click.echo()
    _explain(field)
    answer = _ask_parts(field) if field.parts else _ask_words(field, default)
    if answer not in ("", None, []):
        answers[field.name] = answer


def _explain(field: EntryField) -> None:
    for line in field.explanation.splitlines():
        click.secho(safe(line), dim=True)


def _ask_parts(field: EntryField) -> Any:  # noqa: ANN401 (a part, or several of them)
    """Ask for a part field by field; for several, until the first field of one is left out."""
    if not field.several:
        return _ask_part(field.parts) if field.needed or field.name == "date" else None
    items: list[dict[str, Any]] = []
    while item := _ask_part(field.parts, may_end=True, explain=not items):
        items.append(item)
    return items


def _ask_part(
    parts: Sequence[EntryField], *, may_end: bool = False, explain: bool = True
) -> dict[str, Any]:
    """Return one part; nothing if it may end and its first field is left out."""
    item: dict[str, Any] = {}
    for number, part in enumerate(parts):
        if explain:
            _explain(part)
        asked = part._replace(needed=False) if may_end and number == 0 else part
        if part.parts:
            item[part.name] = [_ask_part(part.parts, explain=explain)]
            continue
        answer = _ask_words(asked)
        if may_end and number == 0 and not answer:
            return {}
        if answer:
            item[part.name] = answer
    return item


def _ask_words(field: EntryField, default: str = "") -> Any:  # noqa: ANN401 (words, or several)
    """Ask until the answer is one that the field may have."""
    while True:
        typed = click.prompt(_label(field), default=default, show_default=bool(default)).strip()
        words = [word.strip() for word in typed.split(";") if word.strip()]
        answer: Any = words if field.several else typed
        why = _refuse(field, words if field.several else [typed] if typed else [])
        if why is None:
            return answer
        click.echo(why)


def _label(field: EntryField) -> str:
    few = f" ({', '.join(field.choices)})" if 0 < len(field.choices) <= _FEW else ""
    return f"{field.name}{few}"


def _refuse(field: EntryField, words: Sequence[str]) -> str | None:
    """Return what is wrong with an answer, if anything."""
    if field.needed and not words:
        return "This field is needed."
    unknown = next((word for word in words if field.choices and word not in field.choices), None)
    if unknown is None:
        return None
    close = get_close_matches(unknown, field.choices, n=1)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    return safe(f"'{unknown}' is not on record here.{hint}")


def _is_terminal() -> bool:
    return sys.stdin.isatty()
