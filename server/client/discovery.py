"""Finding servers on the network by mDNS. Imported only for a search: zeroconf is slow to
import.
"""

import asyncio
import logging
from typing import Final

import zeroconf
from zeroconf import InterfaceChoice, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from server.client.found import FoundServer
from server.protocol.lan import NAME, OFFICE, PATH, SERVICE_TYPE

LISTEN_S: Final = 2.0
"""A responder may stay silent for a second after its last answer (RFC 6762 §6)."""
ASK_MS: Final = 1000

_log = logging.getLogger(__name__)


async def find_servers(
    listen_s: float = LISTEN_S,
    interfaces: InterfaceChoice | list[str] = InterfaceChoice.All,
) -> list[FoundServer]:
    """Every server that answers within ``listen_s``; none where there is no network."""
    names: list[str] = []

    def heard(
        zeroconf: Zeroconf,  # noqa: ARG001 -- called with it by name
        service_type: str,  # noqa: ARG001 -- called with it by name
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is not ServiceStateChange.Removed and name not in names:
            names.append(name)

    try:
        network = AsyncZeroconf(interfaces=interfaces)
    except (OSError, zeroconf.Error) as error:
        _log.info("the network cannot be searched: %s", error)
        return []
    try:
        browser = AsyncServiceBrowser(network.zeroconf, SERVICE_TYPE, handlers=[heard])
        await asyncio.sleep(listen_s)
        asked = [_asked(network.zeroconf, name) for name in names]
        found = [each for each in await asyncio.gather(*asked) if each is not None]
        await browser.async_cancel()
    except (OSError, zeroconf.Error) as error:
        _log.info("the search of the network failed: %s", error)
        return []
    finally:
        await network.async_close()
    return sorted(found, key=lambda each: (each.office, each.urls))


async def _asked(network: Zeroconf, name: str) -> FoundServer | None:
    info = AsyncServiceInfo(SERVICE_TYPE, name)
    if not await info.async_request(network, ASK_MS):
        return None
    said = info.decoded_properties
    path = said.get(PATH) or "/ws"
    urls = (
        f"ws://[{ip}]:{info.port}{path}" if ":" in ip else f"ws://{ip}:{info.port}{path}"
        for ip in info.parsed_addresses()
    )
    return FoundServer(said.get(OFFICE) or "", said.get(NAME) or "", tuple(urls))
