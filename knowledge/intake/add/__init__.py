"""From candidates to drafts in the corpus: one article, or a folder of them."""
