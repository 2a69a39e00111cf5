"""Forms of verbs that no stemmer joins to their verb: "sent" is a form of "send".

Left out are forms that are words of their own as well: left, found, felt, rose, saw, thought.
"""

from __future__ import annotations

from typing import Final

_FORMS: Final = """
arise arose arisen; awake awoke awoken; become became; begin began begun; bid bade bidden;
break broke broken; bring brought; build built; buy bought; catch caught; choose chose chosen;
come came; deal dealt; do did done; draw drew drawn; drink drank; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; fight fought; flee fled; fly flew flown; forbid forbade forbidden;
foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen;
get got gotten; give gave given; go went gone; grow grew grown; hear heard; hide hid hidden;
hold held; keep kept; know knew known; lay laid; lead led; lend lent; lose lost; make made;
mean meant; meet met; mislead misled; misunderstand misunderstood; overcome overcame;
oversee oversaw overseen; overthrow overthrew overthrown; pay paid; rebuild rebuilt; rethink
rethought; ride rode ridden; ring rang rung; run ran; say said; seek sought; sell sold; send sent;
shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; speak spoke spoken; speed sped; spend spent; stand stood; steal stole stolen; strike struck
stricken; strive strove striven; swear swore sworn; sweep swept; swim swam swum; take took taken;
teach taught; tear tore torn; tell told; throw threw thrown; undergo underwent undergone;
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; wake woke
woken; wear wore worn; weep wept; win won; withdraw withdrew withdrawn; withhold withheld;
withstand withstood; write wrote written
"""
VERB_OF: Final = {
    form: verb for verb, *forms in map(str.split, _FORMS.split(";")) for form in forms
}


def is_past(word: str) -> bool:
    """Return whether a verb's form is that of something done: "met", "warned"."""
    return word in VERB_OF or word.endswith("ed")
