"""Announces the server on the network (mDNS), so that apps find it without an address.

It is a convenience: without a network, or where multicast is blocked, the server works as well
and the log says once that it is not announced.
"""

import asyncio
import logging
import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import Final

import ifaddr
import structlog
import zeroconf
from zeroconf import InterfaceChoice
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from server.protocol.lan import NAME, OFFICE, PATH, SERVICE_TYPE

LONGEST_NAME: Final = 63
"""Bytes of a DNS label."""

log = structlog.get_logger("announce")


class MdnsAnnouncement:
    """The announcement of this office's server on the network, until it is withdrawn."""

    def __init__(
        self,
        office: str,
        name: str,
        host: str,
        port: int,
        interfaces: InterfaceChoice | list[str] = InterfaceChoice.All,
    ) -> None:
        """``host`` is the address bound; a wildcard stands for every address of this machine."""
        # zeroconf warns of every unusual interface; our log does not need that.
        logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
        self._interfaces = interfaces
        label = f"{office}-{port}".encode()[:LONGEST_NAME].decode(errors="ignore")
        self._info = AsyncServiceInfo(
            SERVICE_TYPE,
            f"{label}.{SERVICE_TYPE}",
            port=port,
            parsed_addresses=_addresses(host),
            # A TXT record holds 255 bytes a string.
            properties={OFFICE: office, NAME: name[:80], PATH: "/ws"},
            server=f"{socket.gethostname().split('.')[0] or 'denluot'}.local.",
        )
        self._zeroconf: AsyncZeroconf | None = None
        self._saying: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Announce in the background: asking whether the name is free takes a moment."""
        self._saying = asyncio.create_task(self.say())

    async def say(self) -> None:
        """Announce; where the network does not allow it, log a line and go on."""
        try:
            self._zeroconf = AsyncZeroconf(interfaces=self._interfaces)
            announced = await self._zeroconf.async_register_service(
                self._info, allow_name_change=True
            )
            await announced
        except (OSError, zeroconf.Error) as error:
            log.info("not_announced", why=repr(error))
            return
        log.info("announced", service=self._info.name, addresses=self._info.parsed_addresses())

    async def withdraw(self) -> None:
        """Withdraw the announcement, as far as the network allows."""
        if self._saying is not None:
            self._saying.cancel()
            with suppress(asyncio.CancelledError):
                await self._saying
        if self._zeroconf is not None:
            with suppress(OSError, zeroconf.Error):
                await (await self._zeroconf.async_unregister_service(self._info))
            await self._zeroconf.async_close()


def _addresses(host: str) -> list[str]:
    """Where others reach this machine if it listens on ``host``."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound
        return [host]
    mine = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return [each for each in mine if not ip_address(each).is_loopback]
