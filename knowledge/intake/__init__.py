"""From an article's text to a proposed entry: quotations, speakers, dates; a curator decides."""
