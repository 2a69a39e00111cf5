"""The vocabulary of the corpus, and its entries as files."""
