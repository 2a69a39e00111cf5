"""The ids of the workspace, the app and its bot, which are the same in every local Slack."""

TEAM = "T0LOCAL00"
TEAM_DOMAIN = "local"
APP = "A0LOCAL00"
BOT = "B0LOCAL00"
BOT_USER = "U0APPBOT0"
SLACKBOT = "USLACKBOT"
# The organization at the other end of a channel that is shared by Slack Connect.
PARTNER = "T0PARTNER"
PARTNER_ORG = "E0PARTNER"
