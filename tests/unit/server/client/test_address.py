"""Where an app looks for its server, in which order, and what it remembers."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from websockets.exceptions import InvalidURI

from server.client.address import (
    THIS_MACHINE,
    FixedAddress,
    SearchedAddress,
    address_of,
)
from server.client.found import FoundServer

WARD = FoundServer("ward", "Phường", ("ws://10.0.0.5:8765/ws", "ws://10.1.0.5:8765/ws"))
PROVINCE = FoundServer("province", "Tỉnh", ("ws://10.0.0.9:8765/ws",))


class Network:
    """A network on which these servers answer, and how often it was searched."""

    def __init__(self, *servers: FoundServer) -> None:
        self.servers = list(servers)
        self.search_count = 0

    async def search(self) -> list[FoundServer]:
        """All of them."""
        self.search_count += 1
        return self.servers


async def tried(address: SearchedAddress, count: int) -> list[str]:
    """The next places it would ask, none of which answers."""
    return [await address.next() for _ in range(count)]


async def test_a_given_address_is_the_only_one(tmp_path: Path) -> None:
    """Nobody searches for what somebody said."""
    given = address_of("ws://10.0.0.1:8765/ws", tmp_path)
    assert isinstance(given, FixedAddress)
    assert {await given.next() for _ in range(5)} == {"ws://10.0.0.1:8765/ws"}
    with pytest.raises(InvalidURI):
        address_of("10.0.0.1", tmp_path)


async def test_the_first_start_asks_this_machine_then_the_network(tmp_path: Path) -> None:
    """Every address of the server found is tried before the network is searched again."""
    network = Network(WARD)
    address = SearchedAddress(tmp_path, search=network.search)
    assert await tried(address, 3) == [THIS_MACHINE, *WARD.urls]
    assert network.search_count == 1
    assert await tried(address, 1) == [WARD.urls[0]]
    assert network.search_count == 2


async def test_what_worked_is_asked_first_the_next_time(tmp_path: Path) -> None:
    """And several times before anybody thinks that the server has moved."""
    network = Network(WARD)
    address = SearchedAddress(tmp_path, search=network.search)
    await tried(address, 2)
    address.worked(WARD.urls[0])
    assert await tried(address, 4) == [*[WARD.urls[0]] * 3, THIS_MACHINE]
    next_start = SearchedAddress(tmp_path, search=network.search)
    assert await tried(next_start, 1) == [WARD.urls[0]]


async def test_among_several_offices_none_is_chosen_unless_somebody_says_which(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log then tells how to say it."""
    network = Network(PROVINCE, WARD)
    with caplog.at_level(logging.WARNING):
        assert await tried(SearchedAddress(None, search=network.search), 4) == [THIS_MACHINE] * 4
    assert "auto:province, auto:ward" in caplog.text
    ours = SearchedAddress(tmp_path, "province", network.search)
    assert await tried(ours, 1) == [*PROVINCE.urls], "not whoever answers on this machine"
    ours.worked(PROVINCE.urls[0])
    assert await tried(SearchedAddress(tmp_path, "ward", network.search), 1) == [WARD.urls[0]]
    remembered = SearchedAddress(tmp_path, search=network.search)
    moved = FoundServer("province", "Tỉnh", ("ws://10.0.0.77:8765/ws",))
    network.servers = [moved, WARD]
    assert (await tried(remembered, 3))[-1] == moved.urls[0]


async def test_without_a_network_the_known_places_are_asked_for_ever(tmp_path: Path) -> None:
    """An empty answer of the search is no end."""
    address = SearchedAddress(tmp_path, search=Network().search)
    assert await tried(address, 5) == [THIS_MACHINE] * 5


@pytest.mark.parametrize("spoil", [lambda f: f.write_text("{"), lambda f: f.write_text("[1]")])
async def test_a_spoilt_memory_is_no_memory(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    """A line in the log, and the search begins anew."""
    spoil(tmp_path / "server.json")
    assert await tried(SearchedAddress(tmp_path, search=Network(WARD).search), 1) == [THIS_MACHINE]


async def test_a_full_disk_costs_the_memory_and_nothing_else(tmp_path: Path) -> None:
    """The folder cannot be made: a file is in its way."""
    (tmp_path / "state").write_text("in the way")
    address = SearchedAddress(tmp_path / "state", search=Network(WARD).search)
    address.worked(WARD.urls[0])
    assert await tried(address, 1) == [WARD.urls[0]]


def test_the_memory_is_one_small_file(tmp_path: Path) -> None:
    """Address and office, no secrets."""
    SearchedAddress(tmp_path, "ward").worked("ws://10.0.0.5:8765/ws")
    kept = json.loads((tmp_path / "server.json").read_text("utf-8"))
    assert kept == {"url": "ws://10.0.0.5:8765/ws", "office": "ward"}
