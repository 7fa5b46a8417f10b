"""Spelling, words, numerals, lexicons: what every stage that reads Arabic needs."""
