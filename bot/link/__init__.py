"""A mention in a text to the fact of the record it is about, or the reason why none can be told."""
