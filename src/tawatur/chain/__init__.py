"""Who copied whom, and whose word it is."""
