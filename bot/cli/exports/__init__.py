"""What `stancebook export` writes: the statements on record, in forms that other programs read."""
