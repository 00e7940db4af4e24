"""The server makes itself known on the network, and apps find it: mDNS for real, on loopback."""

import asyncio
from pathlib import Path

import pytest
import zeroconf
from zeroconf.asyncio import AsyncZeroconf

from server.announce import MdnsAnnouncement
from server.client.address import SearchedAddress
from server.client.async_client import AsyncClient
from server.client.discovery import LISTEN_S, find_servers
from server.client.found import FoundServer
from server.protocol.messages import Role
from tests.support.running_office import running_office
from tests.support.server_process import ServerProcess
from tests.support.waiting import soon

pytestmark = pytest.mark.slow

LOOPBACK = ["127.0.0.1"]
EVERYWHERE = "--host=0.0.0.0"


async def found_here() -> list[FoundServer]:
    """Servers announced on the loopback interface."""
    return await find_servers(LISTEN_S, LOOPBACK)


async def test_an_app_told_nothing_finds_the_server_and_works_with_it(tmp_path: Path) -> None:
    """From the announcement to the welcome; gone again when it is withdrawn."""
    async with running_office(tmp_path) as server:
        said = MdnsAnnouncement("test-office", "Phường Thử", "127.0.0.1", server.port, LOOPBACK)
        await said.say()
        (found,) = await _of_office("test-office")
        assert (found.name, found.urls) == ("Phường Thử", (server.ws,))
        where = SearchedAddress(tmp_path / "state", "test-office", found_here)
        async with AsyncClient(where, Role.KIOSK, "K1", greeted_within_s=20) as client:
            assert client.welcome.office.id == "ward-hoa-binh"
        again = SearchedAddress(tmp_path / "state", search=found_here)
        assert await again.next() == server.ws
        await said.withdraw()
    assert await _of_office("test-office") == []


async def test_two_offices_on_one_network_are_two(tmp_path: Path) -> None:
    """Even two servers of one office on one machine keep names of their own."""
    several = [
        MdnsAnnouncement("test-a", "A", "127.0.0.1", 1001, LOOPBACK),
        MdnsAnnouncement("test-b", "B", "127.0.0.1", 1002, LOOPBACK),
        MdnsAnnouncement("test-b", "B", "127.0.0.1", 1003, LOOPBACK),
    ]
    await asyncio.gather(*(each.say() for each in several))
    found = [each for each in await found_here() if each.office.startswith("test-")]
    await asyncio.gather(*(each.withdraw() for each in several))
    assert [(each.office, each.urls) for each in found] == [
        ("test-a", ("ws://127.0.0.1:1001/ws",)),
        ("test-b", ("ws://127.0.0.1:1002/ws",)),
        ("test-b", ("ws://127.0.0.1:1003/ws",)),
    ]


async def test_without_a_network_nothing_is_said_and_nothing_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither side raises: it was only a convenience."""

    def no_network(**_: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("server.announce.AsyncZeroconf", no_network)
    monkeypatch.setattr("server.client.discovery.AsyncZeroconf", no_network)
    said = MdnsAnnouncement("test-c", "C", "127.0.0.1", 1004, LOOPBACK)
    said.begin()
    await said.withdraw()
    await said.say()
    await said.withdraw()
    assert await found_here() == []


async def test_a_name_that_cannot_be_registered_is_no_trouble_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Multicast is blocked, or somebody holds our name for ever."""

    async def refused(*_: object, **__: object) -> None:
        raise zeroconf.NonUniqueNameException

    monkeypatch.setattr(AsyncZeroconf, "async_register_service", refused)
    said = MdnsAnnouncement("test-d", "D", "127.0.0.1", 1005, LOOPBACK)
    await said.say()
    await said.withdraw()


def test_a_server_for_this_machine_alone_does_not_announce_itself(tmp_path: Path) -> None:
    """Nor does one that was told not to."""
    for name, options in {"a": ["--host=127.0.0.1"], "b": [EVERYWHERE, "--no-announce"]}.items():
        with ServerProcess(tmp_path / name, *options) as server:
            server.health()
        assert not {"announced", "not_announced"} & {each["event"] for each in server.log()}
    with ServerProcess(tmp_path / "c", EVERYWHERE) as server:
        until = asyncio.run(_said(server))
    assert until <= {"announced", "not_announced"}


async def _of_office(office: str) -> list[FoundServer]:
    return [each for each in await found_here() if each.office == office]


async def _said(server: ServerProcess) -> set[str]:
    told: set[str] = set()

    def has_told() -> bool:
        told.update({"announced", "not_announced"} & {each["event"] for each in server.log()})
        return bool(told)

    await soon(has_told, what="a word on the announcement")
    return told
