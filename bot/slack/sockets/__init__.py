"""Socket Mode: connections that are kept open, and the envelopes that come by them."""
