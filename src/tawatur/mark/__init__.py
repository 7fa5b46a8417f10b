"""Text to marks, pure: one phenomenon a file."""
