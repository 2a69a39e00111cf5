"""The `stancebook` command: one file a subcommand."""
