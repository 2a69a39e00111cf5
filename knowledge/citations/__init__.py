"""What a reader gets of the record: citations, and positions read off them."""
