"""The network edge: addresses in, bytes out, and nothing that is not public is ever asked."""
