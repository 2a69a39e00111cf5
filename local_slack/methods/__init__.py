"""What each method of the Web API does; importing this registers them all."""

from local_slack.methods import auth_methods as auth_methods
from local_slack.methods import chat_methods as chat_methods
from local_slack.methods import conversations_methods as conversations_methods
from local_slack.methods import files_methods as files_methods
from local_slack.methods import views_methods as views_methods
