"""What every test may ask for: the shared folder, and a steady hypothesis."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow or busy machine must not fail a law; in CI the same examples are tried every time.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "house")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts and benches that are not ours to publish, from TAWATUR_SHARED.

    Without it a developer's test is skipped; in CI that would hide an unmeasured promise, so it fails there.
    """
    named = os.environ.get("TAWATUR_SHARED")
    if named and Path(named).is_dir():
        return Path(named)
    message = f"set TAWATUR_SHARED to the folder of shared texts (it is {named!r}, which is no folder)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
