"""Words by which one is asked something and answers: the next "he" is whoever was asked."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later

_NAME: Final = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
_ASKED: Final = (
    r"(?<!was )(?<!were )(?<!been )(?<!be )(?:asked|asks|pressed|presses|questioned|quizzed|grilled"
    r"|challenged|interviewed)"
)
# Whom somebody asks, up to what about: "asked the witness, Ruth Salter, whether", "put it to him".
ASKED_WHOM: Final = compile_later(
    rf"\b(?:{_ASKED}|puts?\s(?:it|the\s(?:question|point))\sto)\s(?P<who>(?!(?:for|about|if|whether|why|how|what|when|where|who)\b)[^,;:\0]{{1,80}}?)"
    r"(?:,\s(?P<beside>[^,;:\0]{1,60}),)?\s"
    r"(?:whether|if|that|about|on|over|how|why|what|when|where|who|which|for)\b"
)
ASKED_PRONOUN: Final = compile_later(r"(?P<who>him|her)$", re.IGNORECASE)
# Whoever does so is not the one who spoke just before.
SEES_IT_OTHERWISE: Final = compile_later(
    r"(?:he|she) (?:saw (?:it|things|matters) (?:otherwise|differently)|disagreed|demurred"
    r"|begged to differ|took (?:another|a different) view|(?:was|were) not (?:so|as) sure"
    r"|would have none of it|was having none of it)\b",
    re.IGNORECASE,
)
# The same behind what was asked: "Why?" Finch asked the witness.
ASKED_AT_END: Final = compile_later(rf"\b{_ASKED}\s(?P<who>[^,;:\0]{{1,80}})\.$")
# Who answers what stands in front: "Asked if Velmora had agreed, he paused".
ASKED_IN_FRONT: Final = compile_later(
    r"(?:When |Once |Again )?(?:[Aa]sked|[Pp]ressed|[Tt]old|[Qq]uestioned|[Qq]uizzed|[Rr]eminded"
    r"|[Cc]hallenged|[Cc]onfronted|[Ii]nformed)\b[^;:\0]{1,240},"
    rf"\s(?P<who>he|she|(?:[Tt]he )?(?:[a-z]+ ){{0,3}}{_NAME})\s(?=[a-z])"
)
# The last words of somebody described who is no body and no paper: "a trader", "an aid worker".
ONE_WHO_DOES: Final = compile_later(
    r"(?:an?|another|one|the) (?:[\w'-]+ ){0,3}[a-z-]{2,}(?:er|or|ist|man|woman|ian|ant|yst)"
    r"(?: (?:in|from|at|of|near|on|with) .*)?$",
    re.IGNORECASE,
)
# In front of the name of a body that somebody is of: "founder of Finch Labs".
BELONGS_TO: Final = compile_later(r"\b(?:of|at|for|in)\s(?:the\s)?$")
