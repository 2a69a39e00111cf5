"""Titles of those who lead a state or a body, for what "the Dahl administration" says."""

from __future__ import annotations

from typing import Final

# Whole titles in their normal form: a vice president, or an acting one, is another.
LEADING_A_STATE: Final = frozenset(
    {"president", "prime minister", "premier", "chancellor", "leader", "supreme leader"}
    | {"head of government", "president of the republic", "general secretary", "taoiseach"}
)
# Of a government, a ministry or an agency.
LEADING_A_BODY: Final = LEADING_A_STATE | frozenset(
    {"minister", "foreign minister", "minister of foreign affairs", "minister for foreign affairs"}
    | {"defense minister", "defence minister", "minister of defense", "minister of defence"}
    | {"minister of national defense", "minister of national defence", "secretary of state"}
    | {"secretary of defense", "director", "director general", "head", "chief", "chairman", "chair"}
)
