"""Figures and victims: how many, whom, harmed how."""
