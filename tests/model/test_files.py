from pathlib import Path

import pytest

from tawatur.files import write_whole
from tawatur.model.errors import TawaturError


def test_a_file_is_written_into_a_folder_that_is_made_for_it(tmp_path: Path):
    assert write_whole(tmp_path / "a" / "b.txt", b"x").read_bytes() == b"x"


def test_an_earlier_file_gives_way_and_nothing_is_left_beside_it(tmp_path: Path):
    write_whole(tmp_path / "b.txt", b"old")
    write_whole(tmp_path / "b.txt", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b.txt", b"new")]


def test_a_folder_that_is_a_file_is_named_with_the_mend(tmp_path: Path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(TawaturError, match=r"taken.*name a folder that you may write to"):
        write_whole(tmp_path / "taken" / "b.txt", b"x")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path):
    path = write_whole(tmp_path / "b.txt", b"old")
    (tmp_path / ".b.txt.part").symlink_to("/dev/full")
    with pytest.raises(TawaturError, match="free some space there"):
        write_whole(path, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("b.txt", b"old")]
