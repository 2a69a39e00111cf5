"""Everyday words of questions that are read where they are misspelled by one letter."""

from __future__ import annotations

from typing import Final

# What is asked for, who holds it, and the small words that questions are made of.
ASKING: Final = frozenset(
    """the and for from with what where when which whose about their there this that these those
    does have should would could think thinks stand stands said says tell
    position positions stance stances view views viewpoint opinion opinions attitude attitudes
    policy policies statement statements thoughts reaction reactions response responses approach
    latest current currently official government countries between compare comparison
    difference support supports supported oppose opposes opposed agree agrees disagree
    believe believes timeline quote quotes please""".split()
)
