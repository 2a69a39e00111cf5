"""Words by which what was said belongs to the scene told before it, or does not."""

from __future__ import annotations

from re import IGNORECASE
from typing import Final

from knowledge.text.later_pattern import compile_later

# What a day is still ahead of, or no day is: "On Friday the council will vote".
AHEAD: Final = compile_later(
    r"\b(?:will|would|is|are|can|could|may|might|should|shall|must|due|expected|scheduled|planned"
    r"|plans?|set to|usually|often|always|every|each)\b"
)
# In front of a day that something is over, or begins, by: "until Friday".
NOT_ON_THE_DAY: Final = compile_later(
    r"\b(?:by|until|till|since|before|after|from|through|ahead of|between|for|to|than|every)"
    r"\s(?:late\s|early\s|last\s)?$",
    IGNORECASE,
)
_OCCASION: Final = (
    r"(?:meeting|talks|vote|hearing|session|summit|match|game|verdict|ruling|debate|ceremony|call"
    r"|crash|blast|attack|signing|count|show|service|visit|launch)"
)
# Behind a verb of saying: at the end of what was told before it.
RIGHT_AFTER: Final = compile_later(
    r"(?: (?:reporters|journalists|the press))?(?: in \w+)?,? (?:afterwards?\b|later that"
    rf"|after(?:wards)? the (?:\w+ )?{_OCCASION}\b"
    r"|(?:as|when) (?:he|she|they) (?:left|arrived|emerged|entered|departed|walked|came|got|stood"
    r"|boarded|stepped)\b|on (?:his|her|their|the) way (?:out|in|home)\b|on leaving\b"
    r"|(?:while )?leaving (?:the|court|parliament)\b)"
)
# Who tells one paper, may do so on any later day; a crowd or a court hears it there and then.
TO_ONE_PAPER: Final = compile_later(
    r"t(?:ells?|old) (?!(?:reporters|journalists|lawmakers|supporters|voters|members|him|her|them"
    r"|parliament|colleagues|(?:the|a) (?:crowd|court|house|council|meeting|room|hearing|committee"
    r"|parliament|conference|jury|congregation|audience|rally|inquiry))\b)",
    IGNORECASE,
)
