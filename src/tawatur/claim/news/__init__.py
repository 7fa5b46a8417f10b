"""Which sentences tell news of an act, weighed sign by sign."""
