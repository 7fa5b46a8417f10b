"""Parties in their roles: who did it, to whom, and whose word it is."""
