"""Fetches a page or a picture from the web, and from nowhere else: no file, no machine of one's own network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from plugins.importing.errors import SourceError

PAGE = 20_000_000
"""Bytes of the largest page that is fetched."""
PICTURE = 100_000_000
REDIRECTS = 5
_WAIT = (10, 30)
"""Seconds for a connection, and between two pieces of an answer."""
_EXPECTED = "a page on the public web, beginning with https:// or http://"
_REFUSED = "Open it in the browser; if it shows there, copy its text and import it as pasted text (`import -`)."
_SILENT = (
    "Check the address and the network; or copy the text in the browser and import it as pasted text (`import -`)."
)
_AGENT = "Mozilla/5.0 (compatible; Dreiklang import)"


class PrivateAddressError(OSError):
    """The name leads to a machine that is not on the public web."""


def fetch(address: str, limit: int = PAGE, *, private: bool = False) -> tuple[bytes, str]:
    """(bytes, address after redirects). ``private`` allows addresses of one's own network.

    Every hop is checked where it really connects, so that no name can point to another machine in between.
    Raises ``SourceError``.
    """
    with _session(private=private) as session:
        for _ in range(REDIRECTS + 1):
            _check(address, private=private)
            answer = _asked(session, address)
            with answer:
                target = answer.headers.get("location")
                if answer.is_redirect and target:
                    address = urljoin(address, target)
                    continue
                if answer.status_code != 200:
                    raise SourceError(address, f"the answer {answer.status_code}", "a page", _REFUSED)
                return _within(answer, address, limit), address
    raise SourceError(
        address, f"more than {REDIRECTS} redirects", _EXPECTED, "Open it in the browser and copy its address."
    )


def pictures_of(*, private: bool = False) -> Callable[[str], bytes]:
    """Fetches pictures of a page; empty where one cannot be had, so that it is told of and not lost."""

    def get(address: str) -> bytes:
        try:
            return fetch(address, PICTURE, private=private)[0]
        except SourceError:
            return b""

    return get


def _check(address: str, *, private: bool) -> None:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise SourceError(address, "an address of another kind", _EXPECTED, "Copy the address out of the browser.")
    if private:
        return
    if host.rstrip(".").endswith(("localhost", ".local", ".internal")) or _is_inside(host):
        raise _inside(address)


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False


def _inside(address: str) -> SourceError:
    return SourceError(
        address, "an address inside this machine or its network", _EXPECTED,
        "Save the page in the browser and import the file. (On the command line, --private allows it.)",
    )  # fmt: skip


def _asked(session: requests.Session, address: str) -> requests.Response:
    try:
        return session.get(address, stream=True, allow_redirects=False, timeout=_WAIT, headers={"User-Agent": _AGENT})
    except requests.RequestException as error:
        if _is_private(error):
            raise _inside(address) from None
        found = f"no answer ({type(error).__name__})"
        raise SourceError(address, found, "a page", _SILENT) from None


def _is_private(error: BaseException | None) -> bool:
    seen: set[int] = set()
    stack = [error]
    while stack:
        current = stack.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, PrivateAddressError):
            return True
        stack.extend([current.__cause__, current.__context__, getattr(current, "reason", None)])
        stack.extend(each for each in current.args if isinstance(each, BaseException))
    return False


def _within(answer: requests.Response, address: str, limit: int) -> bytes:
    parts, size = [], 0
    try:
        for part in answer.iter_content(65536):
            size += len(part)
            if size > limit:
                fix = "Save what you need of it, and import that file."
                raise SourceError(address, f"more than {limit / 1e6:.0f} MB", "a page of a usual size", fix)
            parts.append(part)
    except requests.RequestException as error:
        fix = "Try it once more, or save the page in the browser and import the file."
        raise SourceError(address, f"an answer that breaks off ({type(error).__name__})", "a whole page", fix) from None
    return b"".join(parts)


def _session(*, private: bool) -> requests.Session:
    session = requests.Session()
    session.trust_env = private  # a proxy would connect in our place, and could not be checked
    if not private:
        session.mount("http://", _PublicAdapter())
        session.mount("https://", _PublicAdapter())
    return session


def _checked(connection: socket.socket) -> socket.socket:
    """The connection, if the machine at its other end is on the public web; nothing has been sent yet."""
    peer = ipaddress.ip_address(str(connection.getpeername()[0]).partition("%")[0])
    mapped = getattr(peer, "ipv4_mapped", None)
    if not (mapped or peer).is_global or peer.is_multicast:
        connection.close()
        raise PrivateAddressError("not on the public web")
    return connection


class _PublicHttp(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _PublicHttps(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _PublicHttp


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHttps


class _PublicAdapter(HTTPAdapter):
    """Connections whose other end is looked at before anything is sent."""

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: object) -> None:
        """The pools with connections of our own."""
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **options)  # type: ignore[arg-type]
        self.poolmanager.pool_classes_by_scheme = {"http": _HttpPool, "https": _HttpsPool}
