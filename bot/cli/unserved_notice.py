"""The notice that a curator gets when a bot would not serve the entries as they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.block_kit.safe_text import one_line
from knowledge.kb import find_entries, find_remembered_pass, judge

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 5  # articles


def make_notice(corpus: Path | None, articles: Path) -> str:
    """Return one line if the entries fail their check or are not all proved, else "".

    The built-in corpus was proved where it was written: without texts it gives no notice.
    """
    entries, today = find_entries(corpus), date.today()  # noqa: DTZ011 (the curator's own day)
    if entries is None:
        return ""
    passed = find_remembered_pass(entries, articles, today)
    if passed is None:
        verdict = judge(entries, articles, today)
        if verdict.broke_off:
            return one_line(" ".join(verdict.reasons))
        if verdict.problems:
            return _tell_problems(verdict.problems)
        passed = verdict.served
    at_hand = corpus or articles.is_dir()
    return _tell_unproved(list(passed.unproved.values()), articles) if passed and at_hand else ""


def _tell_problems(problems: tuple[str, ...]) -> str:
    first, others = one_line(problems[0]), len(problems) - 1
    more = f" (and {others} more: `stancebook check` lists all)" if others else ""
    return f"No bot would serve these entries, because they fail their check: {first}{more}"


def _tell_unproved(names: list[str], articles: Path) -> str:
    if not names:
        return ""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    listed = ", ".join(sorted(names)[:_SHOWN])
    return f"Not proved, because no text in {articles} is the text of: {listed}{more}"
