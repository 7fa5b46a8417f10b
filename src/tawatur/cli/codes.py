"""What a command ends with."""

from typing import Final

DONE: Final = 0
PARTLY: Final = 1
WRONG: Final = 2
INTERRUPTED: Final = 130
"""What a shell expects of a program that Ctrl-C has stopped."""
