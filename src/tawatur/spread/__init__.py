"""Map a stage over shards; the engine is only a map."""
