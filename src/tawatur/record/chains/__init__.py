"""Whose word each claim is, and who told whom."""
