"""Slack's limits, as the local Slack enforces them; lengths are in characters."""

# Messages
BLOCKS = 50
TEXT_OF_ALL_BLOCKS = 10_000  # Slack refuses somewhere above 13,200, undocumented
TEXT_OF_ALL_BLOCKS_REFUSED = 13_200  # undocumented: longer text is msg_blocks_too_long
MESSAGE_TEXT = 40_000
TOP_LEVEL_TEXT = 4_000  # what chat.update takes; notifications and screen readers use it
ATTACHMENTS = 100

# Blocks
BLOCK_ID = 255
SECTION_TEXT = 3_000
SECTION_FIELDS = 10
SECTION_FIELD_TEXT = 2_000
HEADER_TEXT = 150
CONTEXT_ELEMENTS = 10
CONTEXT_TEXT = 3_000
ACTION_ELEMENTS = 25
IMAGE_ALT_TEXT = 2_000
IMAGE_TITLE = 2_000
INPUT_LABEL = 2_000
INPUT_HINT = 2_000
TABLES = 1
TABLE_ROWS = 100
TABLE_COLUMNS = 20
TABLE_TEXT = 10_000
DATA_TABLE_ROWS = (2, 201)
DATA_TABLE_TEXT = 20_000
DATA_TABLE_PAGE = 100
VIDEO_TITLE = 200
VIDEO_AUTHOR = 50
MARKDOWN_TEXT = 12_000
CONTEXT_ACTIONS = 5
ALERT_TEXT = 200
CARD_TITLE = 150  # and a container's
CARD_TEXT = 200
CARD_BUTTONS = 3
CAROUSEL_CARDS = 10
CHILD_BLOCKS = 10
PLAN_TASKS = 50
PROVIDER_TEXT = 150
PROVIDER_NAME = 75
CHARTS = 2
CHART_TITLE = 50
CHART_LABEL = 20
CHART_SERIES = 12
CHART_POINTS = 20

# Elements of blocks
ACTION_ID = 255
URL = 3_000
BUTTON_TEXT = 75
BUTTON_VALUE = 2_000
AGENT_PROMPT = 4_000
OVERFLOW_OPTIONS = 5
SELECT_OPTIONS = 100
OPTION_GROUPS = 100
CHECKBOX_OPTIONS = 10
OPTION_TEXT = 75
OPTION_VALUE = 150
PLACEHOLDER_TEXT = 150
INPUT_VALUE = 3_000
QUERY_LENGTH = 3  # typed into an external select before the app is asked, unless it says otherwise
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON_TEXT = 30

# Modals and Home tabs
BLOCKS_OF_A_VIEW = 100
VIEW_TITLE = 24
VIEW_BYTES = 250_000
VIEW_STACK = 3
CALLBACK_ID = 255
PRIVATE_METADATA = 3_000

# Manifests, by Slack's schema of them
APP_NAME = 35
APP_DESCRIPTION = 140
APP_LONG_DESCRIPTION = (175, 4_000)
BOT_NAME = 80
SHORTCUTS = 10
SHORTCUT_NAME = 24
SHORTCUT_DESCRIPTION = 150
COMMANDS = 50
COMMAND_NAME = (2, 32)
COMMAND_DESCRIPTION = 2_000
COMMAND_HINT = 1_000
UNFURL_DOMAINS = 5
DOMAIN = 255
SCOPES = 255
EVENTS = 100
SCOPE_OR_EVENT = 50
REDIRECT_URLS = 1_000
REDIRECT_URL = 2_500
AGENT_DESCRIPTION = 300
AGENT_PROMPTS = 4

# What the app has to do in time, and how often it may
ANSWER_SECONDS = 3
TRIGGER_SECONDS = 3
RESPONSE_URL_SECONDS = 30 * 60
RESPONSE_URL_USES = 5
SOCKETS = 10
REQUEST_BYTES = 10_000_000  # of a request to the local Slack, an uploaded file included

# Slack refuses a manifest that asks for one of these names.
BUILT_IN_COMMANDS = frozenset(
    """active apps archive away call collapse dm dnd expand feed feedback help invite join
    keys leave me msg mute open pro part prefs remind remove rename search shortcuts shrug star
    status topic who workflow""".split()
)
