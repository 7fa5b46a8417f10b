"""Where the claims of one event cannot all be true, or do not count the same."""
