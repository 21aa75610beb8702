"""The terminal edge: arguments and typed lines in, lines or JSON out."""
