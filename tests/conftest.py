"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests import guard
from tests.engines.wire import Loopback, Reply, serve

guard.keep_away()

# A slow machine is no failure: no test measures time.
settings.register_profile("dreiklang", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dreiklang")


@pytest.fixture(autouse=True, scope="session")
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test writes into the folder in which the person keeps the program's key."""
    before = os.environ.get("DREIKLANG_STATE")
    os.environ["DREIKLANG_STATE"] = str(tmp_path_factory.mktemp("state"))
    yield
    os.environ.pop("DREIKLANG_STATE")
    if before is not None:
        os.environ["DREIKLANG_STATE"] = before


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine stands between a test and its server."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A loopback server; a test sets its ``answer``."""
    loopback, stop = serve(lambda _seen: Reply(404))
    yield loopback
    stop()
