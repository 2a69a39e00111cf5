"""What `stancebook doctor` looks at, one thing in a file: what is so, and what to do about it."""
