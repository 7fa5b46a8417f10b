"""The version of the product. It stands in every key of what was read: another version reads anew."""

from typing import Final

VERSION: Final = "0.1.0"
