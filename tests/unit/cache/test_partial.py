"""A few outputs of a folder that otherwise stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.cache.fingerprint import Fingerprint
from plugins.cache.output import Output
from plugins.cache.partial import few
from plugins.cache.reasons import Why
from plugins.cache.store import Store


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An output folder with two files."""
    with Store(tmp_path / "cache/store") as store:
        output = Output(tmp_path / "out", store)
        for name in ("a", "b"):
            output.write(name, name.encode(), Fingerprint(name))
        output.commit()
    return tmp_path / "out"


def test_one_is_made_again_and_the_other_stays(root: Path) -> None:
    """The next build knows both."""
    with Store(root.parent / "cache/store") as store:
        with few(root, store) as outputs:
            assert outputs.reason("b", Fingerprint("b")) is None
            reason = outputs.reason("a", Fingerprint("new"))
            assert reason is not None
            assert reason.why is Why.CHANGED
            outputs.write("a", b"new", Fingerprint("new"))
            assert list(outputs.stamps) == ["a"]
        store.flush()
    with Store(root.parent / "cache/store") as store:
        output = Output(root, store)
        assert output.reason("a", Fingerprint("new")) is output.reason("b", Fingerprint("b")) is None
        output.settle()
    assert sorted(path.name for path in root.iterdir()) == ["a", "b"]


def test_what_is_not_known_is_not_guessed(root: Path) -> None:
    """An output of which nothing is remembered, or which has gone."""
    (root / "b").unlink()
    with Store(root.parent / "cache/store") as store, few(root, store) as outputs:
        for path in ("b", "c"):
            with pytest.raises(LookupError):
                outputs.reason(path, Fingerprint("b"))
