"""The oracle: after any history of edits, the incremental output equals a clean build, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from tests.properties.machine import Incremental


class TestIncremental(Incremental.TestCase):  # type: ignore[misc, valid-type]
    """An ordinary run."""

    settings = settings(max_examples=8, stateful_step_count=12, deadline=None)


@pytest.mark.nightly
class TestIncrementalNightly(Incremental.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=300, stateful_step_count=30, deadline=None)


class OwnTheme(Incremental):
    """With the theme of the product."""

    kinds = st.fixed_dictionaries({"trusting": st.booleans()})


@pytest.mark.nightly
class TestOwnTheme(OwnTheme.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


class Spread(Incremental):
    """With all work done by worker processes."""

    kinds = st.fixed_dictionaries({"trusting": st.just(True), "bare": st.just(True), "spread": st.just(True)})


@pytest.mark.nightly
class TestSpread(Spread.TestCase):  # type: ignore[misc, valid-type]
    """A run of nightly size."""

    settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
