"""Words that somebody asks about, held against what the articles print."""
