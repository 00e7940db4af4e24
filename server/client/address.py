"""Where the server is: a given address, the last one that worked, or what a search finds.

Without an address an app tries three places, again and again: the last address that worked, this
machine, and the network (mDNS). Where several offices answer none is chosen, until ``--server
auto:OFFICE`` or an address says which is ours.
"""

import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from websockets.uri import parse_uri

from server.client.found import FoundServer

AUTO: Final = "auto"
THIS_MACHINE: Final = "ws://127.0.0.1:8765/ws"
FILE_NAME: Final = "server.json"
TRIES_BEFORE_SEARCH: Final = 3

_log = logging.getLogger(__name__)


class Address(Protocol):
    """Where a link shall try to connect."""

    async def next(self) -> str:
        """The websocket address for the next attempt; empty when there is none to try."""

    def worked(self, url: str) -> None:
        """The server answered at ``url``."""


class FixedAddress:
    """A given address. Raises ``websockets.exceptions.InvalidURI`` if it is not a websocket
    address.
    """

    def __init__(self, url: str) -> None:
        parse_uri(url)
        self._url = url

    async def next(self) -> str:
        """The given address."""
        return self._url

    def worked(self, url: str) -> None:
        """Does nothing: the address is fixed."""


Search = Callable[[], Awaitable[list[FoundServer]]]


class SearchedAddress:
    """The last address that worked, then this machine, then what a search finds; again and again.

    ``office`` is the id of our office; when empty, the first that was found is kept for good.
    ``folder`` keeps the address that worked; without one it is not remembered.
    """

    def __init__(self, folder: Path | None, office: str = "", search: Search | None = None) -> None:
        self._file = folder / FILE_NAME if folder else None
        self._search = search or _search_network
        last_url, last_office = self._load()
        # With an office given, a server on this machine may be that of another one.
        self._near = [] if office else [THIS_MACHINE]
        last = [last_url] if last_url and office in ("", last_office) else []
        self._known = last + self._near
        self._office = office or last_office
        self._offices: dict[str, str] = {}
        self._to_try = list(self._known)

    async def next(self) -> str:
        """The next place to ask; the network is searched once all known ones were tried."""
        if not self._to_try:
            self._to_try = self._choose(await self._search()) or list(self._known)
        return self._to_try.pop(0) if self._to_try else ""

    def worked(self, url: str) -> None:
        """Keep this address, and begin with it at the next start."""
        self._office = self._offices.get(url, self._office)
        # A server that was here a moment ago is probably restarting, not moved.
        self._known = [url] * TRIES_BEFORE_SEARCH + self._near
        self._to_try = list(self._known)
        self._save(url)

    def _choose(self, found: Sequence[FoundServer]) -> list[str]:
        ours = [each for each in found if not self._office or each.office == self._office]
        if len({each.office for each in ours}) > 1:
            names = ", ".join(sorted({f"{AUTO}:{each.office}" for each in ours}))
            _log.warning("several offices answer; say which is yours with --server: %s", names)
            return []
        self._offices |= {url: each.office for each in ours for url in each.urls}
        return [url for each in ours for url in each.urls]

    def _load(self) -> tuple[str, str]:
        try:
            kept = json.loads(self._file.read_text("utf-8")) if self._file else {}
            return str(kept.get("url", "")), str(kept.get("office", ""))
        except FileNotFoundError:
            return "", ""
        except (OSError, ValueError, AttributeError) as error:
            _log.warning("ignoring %s: %s", FILE_NAME, error)
            return "", ""

    def _save(self, url: str) -> None:
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({"url": url, "office": self._office}), "utf-8")
        except OSError as error:
            _log.warning("could not keep the server's address: %s", error)


def address_of(server: str, folder: Path | None) -> Address:
    """The ``Address`` for the value of ``--server``: an address, ``auto``, or ``auto:OFFICE``.
    Raises ``websockets.exceptions.InvalidURI`` for text that is none of these.
    """
    kind, _, office = server.partition(":")
    return SearchedAddress(folder, office) if kind == AUTO else FixedAddress(server)


async def _search_network() -> list[FoundServer]:
    try:
        from server.client.discovery import find_servers
    except ImportError as error:
        # An installation without the library can still be told an address.
        _log.warning("the network cannot be searched: %s", error)
        return []
    return await find_servers()
