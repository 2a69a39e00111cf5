"""Entries held to the codebook, to one another and to their texts."""
