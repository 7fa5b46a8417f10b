"""Events that belong together: stories, and agreements as ledgers."""
