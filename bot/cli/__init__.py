"""The `stancebook` command, with one file for each subcommand."""
