"""How two claims lie to one another: in time, place, names, and in what they share of a text."""
