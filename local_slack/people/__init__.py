"""What people do in the workspace, and what they see of the app's answer."""

from local_slack.people.choices import load_options as load_options
from local_slack.people.clicks import click as click
from local_slack.people.home_tab import open_home as open_home
from local_slack.people.modals import close as close
from local_slack.people.modals import submit as submit
from local_slack.people.outcome import ActResult as ActResult
from local_slack.people.shortcuts import use_shortcut as use_shortcut
from local_slack.people.slash_commands import type_command as type_command
from local_slack.people.writing import write as write
