"""One hypothesis profile for all: the same cases every time, so that a red run is the change's doing."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,  # machines that run tests are slow and shared; speed is measured in tests/bench
    database=None,
    max_examples=80,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
