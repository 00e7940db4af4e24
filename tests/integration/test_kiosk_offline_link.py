"""How soon a kiosk knows that the server is gone, and what it does then: real sockets and time."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ids import new_ticket_id
from kiosk.offline.issuer import Issuer
from kiosk.offline.ledger import Ledger
from kiosk.offline.wishes import Given, OfflineState, Wish
from server.client.qt_link import ServerLink
from server.protocol.messages import Role
from tests.support.chaos_proxy import ChaosProxy
from tests.support.server_process import ServerProcess

pytestmark = pytest.mark.slow

KNOWN_WITHIN_S = 3.0
AT_ONCE_S = 2.0
"""Well before pings alone would have told."""
TRIES = 3
SERVICE = "chung_thuc"


class Post:
    """A kiosk without a glass: link, ledger, issuer, and what they said."""

    def __init__(self, ws: str, state: Path) -> None:
        self.link = ServerLink(ws, Role.KIOSK, "K1", state_dir=state)
        self.ledger = Ledger(state)
        self.issuer = Issuer(self.link, self.ledger, new_ticket_id)
        self.connection: list[tuple[str, float]] = []
        self.given: list[tuple[Given, float]] = []
        self.link.connectionChanged.connect(
            lambda word: self.connection.append((word, time.monotonic()))
        )
        self.issuer.issued.connect(lambda given: self.given.append((given, time.monotonic())))
        self.link.start()

    @property
    def state(self) -> OfflineState:
        """How things stand."""
        return self.issuer.state

    def stop(self) -> None:
        """As the kiosk does it."""
        self.link.stop()
        self.issuer.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    """A real server on a Monday morning."""
    with ServerProcess(tmp_path / "data", "--log-level=warning") as server:
        yield server


@pytest.fixture
def cable(server: ServerProcess) -> Iterator[ChaosProxy]:
    """What lies between kiosk and server."""
    with ChaosProxy(int(server.url.rpartition(":")[2])) as cable:
        yield cable


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[[str], Post]]:
    """Kiosks on the same folder, one after the other."""
    made: list[Post] = []

    def post(ws: str) -> Post:
        made.append(Post(ws, tmp_path / "state"))
        return made[-1]

    yield post
    for each in made:
        each.stop()


def stocked(qtbot: QtBot, post: Post) -> None:
    """Wait until it has numbers for every service."""
    qtbot.waitUntil(lambda: len(post.state.left) == 13)


def has_given(post: Post, many: int) -> bool:
    """Whether so many citizens have their number."""
    return len(post.given) == many


def lost_after_s(post: Post, since: float) -> float:
    """How long after ``since`` the kiosk knew."""
    word, at = post.connection[-1]
    assert word == "lost"
    return at - since


def test_a_pulled_cable_is_known_within_three_seconds_and_numbers_go_on(
    qtbot: QtBot, cable: ChaosProxy, make: Callable[[str], Post]
) -> None:
    """No packet says so: only that nothing comes any more."""
    post = make(cable.ws)
    stocked(qtbot, post)
    took_s = []
    for number in range(3):
        qtbot.waitUntil(lambda: post.connection[-1][0] == "live")
        cable.pull()
        began = time.monotonic()
        qtbot.waitUntil(lambda: post.connection[-1][0] == "lost")
        took_s.append(lost_after_s(post, began))
        post.issuer.issue(Wish(SERVICE))
        qtbot.waitUntil(partial(has_given, post, number + 1))
        cable.plug()
    print(f"a pulled cable was known after {took_s}")  # noqa: T201 -- measured
    # Of three the fastest: the others may tell how busy this machine is.
    assert min(took_s) < KNOWN_WITHIN_S
    assert [given.offline for given, _ in post.given] == [True] * 3
    qtbot.waitUntil(lambda: post.state.unsent_count == 0)


def test_a_citizen_amid_a_pulled_cable_has_a_number_within_three_seconds(
    qtbot: QtBot, cable: ChaosProxy, make: Callable[[str], Post]
) -> None:
    """His question was sent into nothing. When it gets there after all it makes no ticket."""
    post = make(cable.ws)
    stocked(qtbot, post)
    took_s = []
    for number in range(TRIES):
        qtbot.waitUntil(lambda: post.connection[-1][0] == "live")
        cable.pull()
        began = time.monotonic()
        post.issuer.issue(Wish(SERVICE))
        qtbot.waitUntil(partial(has_given, post, number + 1))
        took_s.append(post.given[-1][1] - began)
        cable.plug()
        qtbot.waitUntil(lambda: post.state.unsent_count == 0)
    # Of three the fastest: the others may tell how busy this machine is.
    assert min(took_s) < KNOWN_WITHIN_S + 0.2
    assert [given.label for given, _ in post.given] == ["6 950", "6 951", "6 952"]
    qtbot.waitUntil(lambda: post.connection[-1][0] == "live")
    post.issuer.issue(Wish(SERVICE))
    qtbot.waitUntil(partial(has_given, post, TRIES + 1))
    assert not post.given[-1][0].offline
    assert post.given[-1][0].ahead == TRIES, "the paper of each counts once"


def test_a_killed_server_is_known_at_once_and_a_cold_start_gives_numbers_too(
    qtbot: QtBot, server: ServerProcess, make: Callable[[str], Post], tmp_path: Path
) -> None:
    """Server dead, then the kiosk's own power: its ledger and the last view are enough."""
    post = make(server.ws)
    stocked(qtbot, post)
    began = time.monotonic()
    server.kill()
    qtbot.waitUntil(lambda: post.connection[-1][0] == "lost")
    assert lost_after_s(post, began) < AT_ONCE_S
    post.issuer.issue(Wish(SERVICE))
    qtbot.waitUntil(lambda: len(post.given) == 1)
    post.stop()
    again = make(server.ws)
    assert again.state.unsent_count == 1
    qtbot.waitUntil(lambda: again.connection[-1][0] == "lost")
    assert again.state.is_offline
    again.issuer.issue(Wish(SERVICE, "P1"))
    qtbot.waitUntil(lambda: len(again.given) == 1)
    labels = [each.given[0][0].label for each in (post, again)]
    assert labels == ["6 950", "6 951"]
    server.start()
    qtbot.waitUntil(lambda: again.state.unsent_count == 0)
    assert again.state.refused == ()
    again.issuer.issue(Wish(SERVICE))
    qtbot.waitUntil(lambda: len(again.given) == 2)
    assert again.given[1][0].label == "6 001"
