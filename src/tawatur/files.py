"""How a finished file reaches the disk: whole, or not at all."""

from pathlib import Path

from tawatur.model.errors import TawaturError


def write_whole(path: Path, data: bytes) -> Path:
    """``path``, now holding ``data``; a reader sees the old bytes or the new ones, never half of them.

    Raises:
        TawaturError: the folder cannot be made or written, the disk is full, or ``path`` is a folder or a device; nothing
            new is left behind.
    """
    if path.exists() and not path.is_file():
        raise TawaturError(f"{path} cannot be written: it is no plain file; name another file")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise TawaturError(
            f"{path} cannot be written to {path.parent}: {error.strerror or error}; "
            "free some space there, or name a folder that you may write to"
        ) from error
    return path


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the first error says all that the user can mend
