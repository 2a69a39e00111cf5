"""What each method of the Web API does; importing this registers them all."""

from bot.local.methods import auth, chat, conversations, files, views

__all__ = ["auth", "chat", "conversations", "files", "views"]
