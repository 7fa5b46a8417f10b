"""The demonstration case: reports written for it, read and recorded like any others."""
