"""Begin an entry with what a curator answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.corpus.errors import UpkeepError
from knowledge.corpus.field_errors import faults
from knowledge.corpus.model import Named
from knowledge.text.head_dates import printed_date
from knowledge.upkeep.entry_fields import MODELS
from knowledge.upkeep.ids_named import require_free_words, require_new_id
from knowledge.upkeep.upkeep_desk import CorpusEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from knowledge.corpus.corpus_reader import Corpus


def begin_entry(corpus: Corpus, kind: str, answers: Mapping[str, Any]) -> CorpusEdit:
    """Return the edit that adds an entry of these answers; raise UpkeepError if they are wrong.

    A day may be written as people write it.
    """
    try:
        model = MODELS[kind].model_validate(_read_days(answers))
    except ValidationError as error:
        told = [
            f"{'.'.join(map(str, fault.where))}: {fault.why} {fault.what_to_do}"
            for fault in faults(MODELS[kind], error)
        ]
        raise UpkeepError("\n".join(told)) from None
    _require_id(corpus, kind, model.id)
    return CorpusEdit((f"A new {kind}: '{model.id}', {model.name}.",), (EntryChange.of(model),))


def explain_refusal(corpus: Corpus, kind: str, path: Sequence[str], answer: Any) -> str | None:  # noqa: ANN401
    """Return why a field cannot have an answer, by itself; `path` leads to it from the entry."""
    try:
        if tuple(path) == ("id",):
            _require_id(corpus, kind, answer)
        MODELS[kind].model_validate(_read_days(_nest(path, answer)))
    except UpkeepError as error:
        return str(error)
    except ValidationError as error:
        told = faults(MODELS[kind], error)
        own = (f for f in told if tuple(w for w in f.where if isinstance(w, str)) == tuple(path))
        return next((f"{fault.why} {fault.what_to_do}" for fault in own), None)
    return None


def _require_id(corpus: Corpus, kind: str, name: str) -> None:
    require_new_id(corpus, name)
    if issubclass(MODELS[kind], Named):
        require_free_words(corpus, name, name)


def _nest(path: Sequence[str], answer: Any) -> dict[str, Any]:  # noqa: ANN401 (as a field has it)
    """Return an entry that has no more than one answer."""
    key, *rest = path
    if not rest:
        return {key: answer}
    inner = _nest(rest, answer)
    return {key: inner if key == "date" else [inner]}


def _read_days(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers with the days of an event as the corpus has them, one day as an interval."""
    given = dict(answers)
    if isinstance(days := given.get("date"), dict):
        first, last = days.get("from"), days.get("to") or days.get("from")
        given["date"] = days | {"from": _read_day(first), "to": _read_day(last)}
    return given


def _read_day(typed: str | None) -> str | None:
    found = printed_date(typed) if typed else None
    return str(found.from_) if found and found.from_ == found.to else typed
