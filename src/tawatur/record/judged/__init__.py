"""What people decided, and how it holds."""
