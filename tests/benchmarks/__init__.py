"""Speeds and sizes, each beside a peer or a simple baseline in the same run; never a test."""
