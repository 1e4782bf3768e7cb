"""Addresses of links: where they lead in the end, without what counts readers."""

from __future__ import annotations

import pytest

from plugins.importing.addresses import meant

PAGE = "https://www.hafen.example/kai?id=7&lang=de#plan"


@pytest.mark.parametrize(
    ("address", "led_to"),
    [
        (PAGE, PAGE),
        ("https://hafen.example/kai?utm_source=nl&utm_medium=mail&id=7", "https://hafen.example/kai?id=7"),
        ("https://hafen.example/?fbclid=abc&gclid=x&mc_cid=1&mc_eid=2", "https://hafen.example/"),
        ("https://hafen.example/kai?amp;utm_campaign=x&id=7", "https://hafen.example/kai?id=7"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhafen.example%2Fkai%3Fid%3D7&data=05%7C01",
            "https://hafen.example/kai?id=7",
        ),
        ("https://www.google.com/url?q=https://hafen.example/plan&sa=D&source=editors", "https://hafen.example/plan"),
        ("https://www.google.de/url?sa=t&url=https%3A%2F%2Fhafen.example%2F%3Futm_id%3D1", "https://hafen.example/"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fhafen.example%2F&h=AT", "https://hafen.example/"),
        ("https://urldefense.com/v3/__https://hafen.example/kai__;!!abc$", "https://hafen.example/kai"),
        ("https://www.google.com/search?q=hafen", "https://www.google.com/search?q=hafen"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("mailto:anna@hafen.example?subject=utm_source=1", "mailto:anna@hafen.example?subject=utm_source=1"),
        ("https://hafen.example/kai?state=1&stm=2", "https://hafen.example/kai?state=1&stm=2"),
        ("https://[hafen", "https://[hafen"),
    ],
)
def test_a_link_leads_where_it_was_meant_to(address: str, led_to: str) -> None:
    """What is no wrapper and counts nobody stays as it is."""
    assert meant(address) == led_to
    assert meant(led_to) == led_to
