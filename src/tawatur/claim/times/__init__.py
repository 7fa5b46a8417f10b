"""The days that times as written mean."""
