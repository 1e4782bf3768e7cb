"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine is no failure: no test measures time.
settings.register_profile("dreiklang", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dreiklang")
