"""The Discord edge: the only place that imports discord."""
