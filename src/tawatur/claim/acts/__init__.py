"""The acts that a sentence tells: of which type, told or only mentioned, and whether they happened."""
