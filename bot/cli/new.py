"""`stancebook new`: an entry begun by answering what its template asks."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

import click

from bot.block_kit.safe_text import safe
from bot.cli.options import ARTICLES, CORPUS
from bot.cli.upkeep_edit import DRY_RUN, make_edit, open_desk
from knowledge.corpus import RefusedEditError, StancebookError, UpkeepError
from knowledge.intake.add import make_free_id
from knowledge.upkeep import ENTRY_KINDS, begin_entry, explain_refusal, list_fields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from knowledge.upkeep import EntryField, UpkeepDesk

_STOPPED: Final = "You stopped before the last answer, so nothing is written."
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
    answers are parted by semicolons. What a field cannot have is asked again at once, and nothing
    is written that does not pass the check. Ctrl-C stops, and writes nothing.
    """
    desk = open_desk(corpus, articles)
    try:
        _Form(desk, kind, {"name": name} if name else {}).fill_in(dry_run=dry_run)
    except click.Abort:  # Ctrl-C, or the end of what is typed
        raise UpkeepError(_STOPPED) from None


@dataclass
class _Form:
    """The questions about one entry, and what is answered so far."""

    desk: UpkeepDesk
    kind: str
    answers: dict[str, Any] = field(default_factory=dict)

    def fill_in(self, *, dry_run: bool) -> None:
        """Ask for every field, then write the entry; what is wrong can be answered again."""
        fields = {f.name: f for f in list_fields(self.desk.corpus, self.kind)}
        for asked in fields.values():
            if asked.name not in self.answers:
                self._put(asked, self._suggest(asked))
        while not self._write(fields, dry_run=dry_run):
            pass

    def _write(self, fields: dict[str, EntryField], *, dry_run: bool) -> bool:
        try:
            make_edit(
                self.desk,
                lambda corpus: begin_entry(corpus, self.kind, self.answers),
                dry_run=dry_run,
            )
        except (UpkeepError, RefusedEditError) as error:
            self._correct(fields, error)
            return False
        return True

    def _correct(self, fields: dict[str, EntryField], error: StancebookError) -> None:
        """Tell what is wrong, and ask for a field again; raise the error if nobody can answer."""
        if not _is_terminal():
            raise error
        click.echo(safe(str(error)), err=True)
        again = click.prompt(_GIVE_UP, default="", show_default=False).strip()
        if again not in fields:
            raise error
        self.answers.pop(again, None)
        self._put(fields[again])

    def _suggest(self, asked: EntryField) -> str:
        name = self.answers.get("name", "")
        return make_free_id(self.desk.corpus, name) if asked.name == "id" else ""

    def _put(self, asked: EntryField, default: str = "") -> None:
        """Ask for a field, and keep what is answered; one that is left out is not kept."""
        click.echo()
        _explain(asked)
        path = (asked.name,)
        answer = self._ask_parts(asked) if asked.parts else self._ask_words(asked, path, default)
        if answer not in ("", None, []):
            self.answers[asked.name] = answer

    def _ask_parts(self, asked: EntryField) -> Any:  # noqa: ANN401 (a part, or several of them)
        """Ask for a part field by field; for several, until the first field of one is left out."""
        path = (asked.name,)
        if not asked.several:
            return self._ask_part(asked.parts, path) if asked.name == "date" else None
        items: list[dict[str, Any]] = []
        while item := self._ask_part(asked.parts, path, may_end=True, explain=not items):
            items.append(item)
        return items

    def _ask_part(
        self,
        parts: Sequence[EntryField],
        path: tuple[str, ...],
        *,
        may_end: bool = False,
        explain: bool = True,
    ) -> dict[str, Any]:
        """Return one part; nothing if it may end and its first field is left out."""
        item: dict[str, Any] = {}
        for number, part in enumerate(parts):
            if explain:
                _explain(part)
            asked, own = part._replace(needed=False) if may_end and number == 0 else part, path
            if part.parts:
                item[part.name] = [self._ask_part(part.parts, (*own, part.name), explain=explain)]
                continue
            answer = self._ask_words(asked, (*own, part.name))
            if may_end and number == 0 and not answer:
                return {}
            if answer:
                item[part.name] = answer
        return item

    def _ask_words(self, asked: EntryField, path: tuple[str, ...], default: str = "") -> Any:  # noqa: ANN401 (words, or several)
        """Ask until the answer is one that the field may have."""
        while True:
            typed = click.prompt(_label(asked), default=default, show_default=bool(default)).strip()
            words = [word.strip() for word in typed.split(";") if word.strip()]
            answer: Any = words if asked.several else typed
            why = self._refuse(asked, path, words if asked.several else [typed] if typed else [])
            if why is None:
                return answer
            click.echo(safe(why))

    def _refuse(self, asked: EntryField, path: tuple[str, ...], words: Sequence[str]) -> str | None:
        """Return what is wrong with an answer, if anything."""
        if not words:
            return "This field is needed." if asked.needed else None
        unknown = next((w for w in words if asked.choices and w not in asked.choices), None)
        if unknown is not None:
            close = get_close_matches(unknown, asked.choices, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            return f"'{unknown}' is not on record here.{hint}"
        answer: Any = list(words) if asked.several else words[0]
        return explain_refusal(self.desk.corpus, self.kind, path, answer)


def _explain(asked: EntryField) -> None:
    for line in asked.explanation.splitlines():
        click.secho(safe(line), dim=True)


def _label(asked: EntryField) -> str:
    few = f" ({', '.join(asked.choices)})" if 0 < len(asked.choices) <= _FEW else ""
    return f"{asked.name}{few}"


def _is_terminal() -> bool:
    return sys.stdin.isatty()
