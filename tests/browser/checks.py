"""What is asked of a page again and again: no barrier, no sideways scrolling, no jumping."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = {"rules": {"target-size": {"enabled": True}}}
"""Everything axe has on by default (WCAG 2.0 to 2.2 A and AA, best practices), and target size (2.5.8)."""
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def _words(violations: list[dict[str, Any]]) -> list[str]:
    return [f"{v['id']}: {node['html'][:200]}" for v in violations for node in v["nodes"]]


def barriers(page: Page, *, colours_only: bool = False) -> list[str]:
    """What axe finds wrong, one line for each element; colours alone only where axe has looked before.

    A page that an action led to may stand there before its style has come.
    """
    page.wait_for_load_state()
    if not colours_only:
        return _words(Axe().run(page, options=_RULES).response["violations"])
    found = page.evaluate("(options) => axe.run(document, options)", _COLOURS)
    return _words(found["violations"])


def barriers_in_both_schemes(page: Page) -> list[str]:
    """All rules in light, and in dark those which depend on colour."""
    light = barriers(page)
    page.emulate_media(color_scheme="dark")
    return light + [f"dark: {words}" for words in barriers(page, colours_only=True)]


def overflow(page: Page) -> list[str]:
    """Elements that reach out of the window sideways, where the page scrolls sideways at all."""
    page.wait_for_load_state()
    return list(
        page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
              .map((e) => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 8)
              .concat([`page ${document.documentElement.scrollWidth}`])"""
        )
    )


def look_through(page: Page) -> None:
    """Goes to the end of the page, so that every picture is loaded."""
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
            scrollTo(0, y);
            await new Promise(requestAnimationFrame);
          }
          await Promise.all([...document.images].map((i) => i.decode().catch(() => null)));
        }"""
    )


def shifts(page: Page) -> float:
    """Cumulative layout shift of this page so far (web.dev/cls, without the session windows)."""
    return float(
        page.evaluate(
            """() => new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
            })"""
        )
    )
