"""Claims joined into happenings: what is compared, what speaks for it, what forbids it, and why."""
