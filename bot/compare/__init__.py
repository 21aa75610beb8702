"""Claim against claim: one comparer a kind of value, each with a verdict, a level and a reason."""
