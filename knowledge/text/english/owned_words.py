"""Nouns for what a state has and another may want gone: weapons, and what they are made with."""

from __future__ import annotations

from typing import Final

ARMS: Final = frozenset(
    "weapon weapons weaponry arm arms arsenal arsenals nuke nukes bomb bombs missile missiles "
    "rocket rockets warhead warheads program programs programme programmes stockpile stockpiles "
    "deterrent reactor reactors army fleet".split()
)
# What somebody does who has them or will.
HAVING: Final = frozenset(
    "have has had having get gets got getting acquire acquires acquired want wants wanted need "
    "needs possess possesses possessed build builds building built develop develops developing "
    "developed own owns keep keeps kept make makes making seek seeks sought pursue pursues "
    "obtain obtains deploy deploys deploying deployed host hosts hosting".split()
)
OWN: Final = frozenset({("of", "its", "own"), ("of", "their", "own"), ("of", "her", "own")})
