"""Notes what a page must never do: ask another host, break its own policy, complain in the console."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

_LISTEN = """
window.__broken = [];
document.addEventListener('securitypolicyviolation', (e) => window.__broken.push(`${e.violatedDirective}: ${e.blockedURI}`));
"""


def _own(url: str) -> bool:
    """Whether the browser asks by itself: a picture shown alone has no page that could name its icon."""
    return url.endswith("/favicon.ico")


class Watch:
    """The troubles of one page, in words."""

    def __init__(self, page: Page, address: str) -> None:
        self.troubles: list[str] = []
        self._page = page
        self._host = urlsplit(address).netloc
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(True, "script", str(error)))
        page.on("request", self._request)
        page.on(
            "response", lambda answer: self._note(answer.status >= 400 and not _own(answer.url), "lost", answer.url)
        )
        page.add_init_script(_LISTEN)

    def _note(self, bad: bool, kind: str, words: str) -> None:
        if bad:
            self.troubles.append(f"{kind}: {words}")

    def _console(self, message: ConsoleMessage) -> None:
        bad = message.type in {"error", "warning"} and not _own(message.location["url"])
        self._note(bad, "console", message.text)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        self._note(parts.scheme not in {"data", "blob"} and parts.netloc != self._host, "another host", request.url)

    def finish(self) -> None:
        """Collects the violations of the page's Content-Security-Policy."""
        for broken in self._page.evaluate("window.__broken || []"):
            self._note(True, "policy", broken)
