"""Slack's limits that a message of ours is held to; lengths are in characters."""

BLOCKS = 50
TEXT_OF_ALL_BLOCKS = 10_000  # Slack refuses somewhere above 13,200, undocumented
TOP_LEVEL_TEXT = 4_000  # what chat.update takes; notifications and screen readers read it
HEADER_TEXT = 150
CONTEXT_ELEMENTS = 10
CONTEXT_TEXT = 3_000
ACTION_ELEMENTS = 25
ACTION_ID = 255
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
OPTION_TEXT = 75
OPTION_VALUE = 150

# Slack keeps these names for itself; a manifest that asks for one is refused.
BUILT_IN_COMMANDS = frozenset(
    """active apps archive away call collapse dm dnd expand feed feedback help invite join
    keys leave me msg mute open pro part prefs remind remove rename search shortcuts shrug star
    status topic who workflow""".split()
)
