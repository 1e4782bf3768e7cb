"""The HTTP client of DeepL's SDK with our time-out, one try, and the Retry-After header kept."""

from __future__ import annotations

import threading
from typing import Any

import requests
from deepl.http_client import HttpClient

_Answer = tuple[int, "str | requests.Response"]


class OneTry(HttpClient):
    """Sends each request once: waiting and trying again belong to the run, which can be stopped.

    (The SDK's own client sleeps up to two minutes between tries, does not read Retry-After, and
    its time-out is a module-wide setting.)
    """

    def __init__(self, timeout: float, certificates: str | None = None) -> None:
        super().__init__(send_platform_info=False, verify_ssl=certificates)
        self.timeout = timeout
        self._last = threading.local()

    @property
    def retry_after(self) -> str:
        """The header of this thread's last answer, or empty."""
        return str(getattr(self._last, "retry_after", ""))

    @property
    def was_page(self) -> bool:
        """Whether this thread's last answer was a web page."""
        return bool(getattr(self._last, "was_page", False))

    def request_with_backoff(
        self,
        method: str,
        url: str,
        data: dict[str, Any] | None,
        json: dict[str, Any] | None,
        headers: dict[str, str],
        stream: bool = False,
        **kwargs: Any,
    ) -> _Answer:
        """One request. Raises ``deepl.exceptions.ConnectionException``."""
        self._last.retry_after, self._last.was_page = "", False
        request = self._prepare_request(method, url, data, json, headers, **kwargs)
        request.hooks["response"].append(self._remember)
        return self._internal_request(request, stream=stream, timeout=self.timeout, allow_redirects=False)

    def _remember(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        self._last.retry_after = response.headers.get("Retry-After", "")
        self._last.was_page = "html" in response.headers.get("Content-Type", "").lower()
