"""The state store: whether it can be used, and whether its tables are of this version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.slack.checkup.findings import fault, note, ok
from bot.state import IN_MEMORY, examine_state
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings

_STATE: Final = "state"


def examine_store(chosen: Settings) -> Finding:
    """Return what is found of the state store; nothing of it is made or changed."""
    if chosen.state_url == IN_MEMORY:
        return note(
            _STATE,
            "it is in memory: a restart forgets what is done, and no other process knows it",
        )
    try:
        found = examine_state(chosen.state_url)
    except SettingsError as error:
        return fault(_STATE, f"{str(error).rstrip('.')}. Mend that, or name another database")
    if found.revision == found.newest:
        return ok(_STATE, f"{found.place} works, and its tables are up to date")
    if found.revision is None:
        return ok(_STATE, f"{found.place} works; the next start makes its tables")
    return note(
        _STATE,
        f"the next start brings {found.place} from revision {found.revision} to {found.newest}."
        " An older Stancebook does not start on it then: back it up first",
    )
