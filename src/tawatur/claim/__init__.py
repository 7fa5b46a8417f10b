"""Marks to claims, pure."""
