"""Text or TOML in, typed mentions and claims out: one reader a kind."""
