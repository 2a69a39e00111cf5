"""Heads of columns and names of fields: which of them hold quotations, and which who said these."""

from __future__ import annotations

from typing import Final

# The whole head.
WHO_COLUMNS: Final = frozenset(
    {
        *"who whose speaker speakers name names person official by attribution quoted".split(),
        *{"said by", "quote by", "quoted by", "attributed to", "given to", "by whom"},
    }
)
QUOTE_COLUMNS: Final = frozenset(
    "quote quotes quotation quotations words wording what said statement line remark remarks"
    " sentence soundbite verbatim text comment message".split()
)
# The whole head of what names an outlet as often as a speaker.
FROM_COLUMNS: Final = frozenset(
    {*"source author from sender".split(), "source of quote", "source of the quote"}
)
# A word of a longer head: "Who is quoted?", "Name of the speaker", "What did they say?".
WHO_WORDS: Final = frozenset(
    "who whose whom speaker name person interviewee spokesperson spokesman spokeswoman by".split()
)
QUOTE_WORDS: Final = frozenset(
    "what quote quotes quotation quotations words wording statement remark remarks verbatim".split()
)
# What stands beside quotations and says neither, whatever else its head says.
OTHER_WORDS: Final = frozenset(
    "# no nr id date dated day when time year published outlet paper newspaper publication"
    " publisher media medium agency via page pages p url link links place where city country"
    " status state ok done checked check note notes reporter editor desk section topic issue"
    " story slug article headline verdict result priority channel submitted submitter"
    " requested requester posted needed reported deadline context party filed author approved"
    " approver reviewed reviewer cleared vetted off moved assigned assignee commented commenter"
    " edited created creator updated uploaded".split()
)
