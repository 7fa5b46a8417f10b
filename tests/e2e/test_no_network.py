"""The whole demonstration, and a run of one's own, where every attempt to reach another machine fails loudly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cases import demo_inputs
from tests.command import spawned

pytestmark = pytest.mark.e2e
GUARD = """
import os, sys
TRACE = os.environ["NETWORK_TRACE"]
REFUSED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
def refuse(event, given):
    if event in REFUSED:
        with open(TRACE, "a") as file:
            file.write(f"{event} {given}\\n")
        raise OSError("no network in this test")
sys.addaudithook(refuse)
"""


@pytest.fixture
def guarded(tmp_path: Path) -> dict[str, str]:
    """The environment of a process, and of all that it starts, in which every socket is refused and noted."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    path = os.pathsep.join([str(tmp_path / "guard"), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])
    return {"PYTHONPATH": path, "NETWORK_TRACE": str(tmp_path / "trace")}


def test_the_guard_would_see_a_look_at_the_network(guarded: dict[str, str], tmp_path: Path):
    code = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    ran = subprocess.run([sys.executable, "-c", code], env={**os.environ, **guarded}, capture_output=True, check=False)
    assert ran.returncode != 0
    assert (tmp_path / "trace").exists()


def test_the_demonstration_looks_at_no_network(guarded: dict[str, str], tmp_path: Path):
    ended = spawned("demo", "--dir", tmp_path / "demo", env=guarded)
    assert (ended.code, ended.err) == (0, "")
    assert not (tmp_path / "trace").exists()


def test_one_of_ones_own_looks_at_no_network_either(guarded: dict[str, str], tmp_path: Path):
    case = tmp_path / "c.tawatur"
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><link rel="canonical" href="http://127.0.0.1:9/a"></head><body><p>خبر</p></body></html>'
    )
    for arguments in (
        ["add", case, *demo_inputs(), page],
        ["run", case],
        ["export", case, tmp_path / "out"],
        ["brief", case, "-o", tmp_path / "b.html"],
        ["show", case],
        ["verify", case],
        ["doctor"],
    ):
        assert spawned(*arguments, env=guarded, folder=tmp_path).code == 0, arguments
    refused = spawned("add", case, "http://127.0.0.1:9/page", env=guarded)
    assert refused.code == 1
    assert "web addresses are not fetched" in refused.out
    assert not (tmp_path / "trace").exists()
