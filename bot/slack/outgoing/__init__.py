"""Answers on their way: each once, by threads of their own, until Slack takes or refuses it."""
