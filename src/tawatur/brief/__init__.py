"""One self-contained page for readers."""
