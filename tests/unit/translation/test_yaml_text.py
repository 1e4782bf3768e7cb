"""Front matter that every reader of YAML takes for the same words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.translation.yaml_text import scalar

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXT | st.sampled_from(["no", "Yes", "~", "1e3", "18:00", "a: b", "a #b", "- a", "’s-Hertogenbosch", "=", "<<"]))
def test_any_text_is_read_as_itself(text: str) -> None:
    """By the strictest and by the most inventive reader (YAML 1.1 makes false of ``no``)."""
    assert yaml.load(f"a: {scalar(text)}\nb: 1\n", Loader=yaml.BaseLoader) == {"a": text, "b": "1"}
    assert yaml.safe_load(f"a: {scalar(text)}\n") == {"a": text}


@pytest.mark.parametrize("text", ["Kanada kommt nach Hannover", "22 Gäste", "Was nun?", "Forschung, Technik (neu)"])
def test_plain_words_stay_plain(text: str) -> None:
    """Editors should see few quotation marks; a digit at the start needs some."""
    assert scalar(text) == (f'"{text}"' if text[0].isdigit() else text)
