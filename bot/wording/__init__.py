"""Typed answers to the words a person reads, in their language."""
