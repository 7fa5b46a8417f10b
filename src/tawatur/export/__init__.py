"""Views of a case as files."""
