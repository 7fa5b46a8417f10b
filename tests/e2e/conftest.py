"""Fixtures for these tests."""

from tests.cases import demo_copy, demo_folder

__all__ = ["demo_copy", "demo_folder"]
