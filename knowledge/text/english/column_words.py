"""Heads of columns and names of fields: which of them hold quotations, and which who said them."""

from __future__ import annotations

from typing import Final

WHO_COLUMNS: Final = frozenset(
    {
        *"who whose speaker speakers name names person official quoted by attribution".split(),
        *"spokesperson spokesman spokeswoman interviewee minister author politician".split(),
        *{"said by", "quoted person", "attributed to", "who said it", "who said this", "given to"},
        *{"quote by", "quoted by", "speaker name", "name of speaker", "person quoted", "by whom"},
    }
)
QUOTE_COLUMNS: Final = frozenset(
    {
        *"quote quotes quotation quotations words wording what statement line remark".split(),
        *"remarks comment text said sentence soundbite".split(),
        *{"exact words", "exact quote", "what they said", "what was said", "the quote"},
        *{"quote of the day", "their words", "quoted words", "quote to check", "direct quote"},
    }
)
# What stands beside quotations and says neither.
OTHER_COLUMNS: Final = frozenset(
    {
        *"# no no. nr id date dated day when time year published outlet paper newspaper".split(),
        *"publication publisher media medium agency source sources via page pages p p. url".split(),
        *"link links place where city country status state ok ok? done checked check note".split(),
        *"notes reporter editor desk section topic issue story slug article headline".split(),
        *"verdict result priority channel submitted submitter deadline context comments".split(),
        *{"submitted by", "checked by", "requested by", "needed by", "posted by", "reported by"},
        *{"in the article", "our story", "news outlet", "publication date", "date said"},
    }
)
