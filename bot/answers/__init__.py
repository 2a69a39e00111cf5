"""What a command is and what it answers: typed data, before any layout."""
