"""All that is looked at, in the order in which a start needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import settings
from bot.slack.checkup.bot_token import examine_bot_token
from bot.slack.checkup.findings import fault, note, ok
from bot.slack.checkup.installed_extras import examine_extras
from bot.slack.checkup.served_corpus import examine_corpus
from bot.slack.checkup.state_at_hand import examine_store
from bot.slack.checkup.ways_in import examine_ways_in
from bot.slack.setting_doubts import find_doubts
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings


def examine() -> Iterator[Finding]:
    """Yield a finding of each thing; where the settings cannot be read, of nothing else."""
    try:
        chosen = settings.load()
    except SettingsError as error:
        yield from (fault("settings", line) for line in str(error).splitlines())
        return
    yield from _examine_settings(chosen)
    yield examine_extras(chosen)
    yield from examine_bot_token(chosen)
    yield from examine_ways_in(chosen)
    yield examine_store(chosen)
    yield from examine_corpus(chosen)


def _examine_settings(chosen: Settings) -> Iterator[Finding]:
    doubts = list(find_doubts(chosen))
    yield from (note("settings", doubt) for doubt in doubts)
    if not doubts:
        yield ok("settings", f"{len(chosen.model_fields_set)} are set, and all are known")
