"""Bytes to reports: the only stage that touches the world."""
