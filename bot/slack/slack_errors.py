"""Slack's error codes in words that a person can act on."""

WORDS = {
    "not_in_channel": "the bot is not in the channel: invite it",
    "channel_not_found": "the channel is gone, or the bot may not see it",
    "is_archived": "the channel is archived",
    "restricted_action": "the workspace does not let the bot post there",
    "invalid_blocks": "Slack refused the message's layout",
    "msg_too_long": "Slack found the message too long",
    "msg_blocks_too_long": "Slack found the message too long",
    "ratelimited": "Slack asked to wait longer than an answer may take",
    "invalid_auth": "the bot token is not valid: rotate it",
    "token_revoked": "the bot token was revoked: install the app again",
    "account_inactive": "the app was removed from the workspace",
    "missing_scope": "the app lacks a scope: install it again with the manifest's scopes",
}
