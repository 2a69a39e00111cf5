"""Words that somebody asks about, compared with what the articles print."""
