"""The door: who is let in, as what, and what each may ask."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from server.office import rights
from server.protocol import codec
from server.protocol.kinds import kind_of
from server.protocol.messages import Role, Welcome
from server.store import devices
from server.web import socket as door
from server.web.socket import CLOSE_REFUSED
from tests.support.bare_client import Bare, Message, hello
from tests.support.builders import MONDAY
from tests.support.running_office import Running, running_office

ROLES = ("kiosk", "counter", "display", "wall", "observer")
DESK = {"counter": "6", "clerk": "an"}
HELD = DESK | {"ticket": "t"}

COMMANDS: dict[str, Message] = {
    "issue_ticket": {"ticket": "t", "service": "copy"},
    "reserve_numbers": {"service": "copy"},
    "record_offline_ticket": {
        **{"ticket": "t", "service": "copy", "number": 1},
        "issued_at": MONDAY.isoformat(),
    },
    "add_priority": {"ticket": "t", "priority": "P1", "clerk": "an"},
    "assign_services": {"supervisor": "dung", "counter": "6", "services": ["copy"]},
    "move_clerk": {"supervisor": "dung", "counter": "6", "to_counter": "9"},
    "cancel_ticket": {"ticket": "t"},
    "return_ticket": {"ticket": "t"},
    "open_counter": DESK,
    "pause_counter": DESK | {"reason": "break", "minutes": 5},
    "resume_counter": DESK,
    "close_counter": DESK,
    "call_next": DESK,
    "call_ticket": HELD | {"reason": "helping_out"},
    "undo_last": DESK,
    "route_ticket": HELD | {"services": ["birth"]},
    "recall_ticket": HELD,
    "start_service": HELD,
    "complete_ticket": HELD | {"outcome": "accepted"},
    "mark_no_show": HELD,
    "hold_ticket": HELD | {"reason": "papers", "minutes": 5},
    "transfer_ticket": HELD | {"service": "birth", "reason": "wrong_service"},
    "tag_ticket": HELD | {"tag": "no_network"},
    "print_ticket": {"ticket": "t", "clerk": "an"},
    "report_paper": {"ticket": "t", "outcome": "confirmed"},
    "acknowledge_alert": {"alert": "device:K1:printer", "clerk": "dung"},
    "resolve_alert": {"alert": "device:K1:printer", "clerk": "dung", "outcome": "repaired"},
    "pause_service": {"supervisor": "dung", "service": "copy", "reason": "crowd"},
    "resume_service": {"supervisor": "dung", "service": "copy"},
    "post_notice": {"supervisor": "dung", "notice": "n", "text": "Xin chờ", "minutes": 5},
    "withdraw_notice": {"supervisor": "dung", "notice": "n"},
    "end_day": {"supervisor": "an"},
    "rate_ticket": {"counter": "6", "ticket": "t", "score": 5},
    "report_device": {"part": "printer", "status": "paper_out"},
}
"""One good example of every command."""


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    """An open door, for all tests here: none of them minds what was asked before."""
    async with running_office(tmp_path_factory.mktemp("door")) as running:
        yield running


@pytest.mark.parametrize("role", ROLES)
async def test_a_hello_is_answered_by_a_welcome_with_office_and_view(
    server: Running, role: str
) -> None:
    """The first screen needs no second message."""
    async with Bare.connected(server.ws) as bare:
        await bare.say(hello(role, scope="6"))
        await bare.hear()
        welcome = codec.decode_server(bare.texts[0])
    assert isinstance(welcome, Welcome)
    assert welcome.view.kind == {"observer": "wall"}.get(role, role)
    assert welcome.view.version == server.office.state.version
    assert welcome.office.unit == "Ủy ban nhân dân phường Hòa Bình"
    assert welcome.at.utcoffset() == MONDAY.astimezone(welcome.at.tzinfo).utcoffset()
    told = len(welcome.office.procedures)
    few = sum(each.code in welcome.office.frequent for each in welcome.office.procedures)
    assert {"kiosk": told > few, "counter": told > few, "display": told == few > 0}.get(
        role, told == 0
    ), "a lobby shows what to bring for what most people come for"


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ("", "bad_message"),
        ("good morning", "bad_message"),
        ({"type": "watch", "scope": "6"}, "bad_message"),
        (hello("kiosk", protocol=99), "incompatible_protocol"),
        (hello("kiosk", protocol=0), "incompatible_protocol"),
        (hello("chief"), "bad_message"),
        (hello("display", resume_from="yesterday"), "bad_message"),
        (hello("kiosk", colour="red"), "bad_message"),
        (hello("kiosk", device=""), "bad_message"),
    ],
)
async def test_a_first_message_that_is_no_good_hello_is_refused_with_a_code_and_the_door_closes(
    server: Running, first: Message | str, code: str
) -> None:
    """The code says why; the connection is of no more use."""
    async with Bare.connected(server.ws) as bare:
        await bare.say(first)
        refusal = await bare.hear()
        assert (refusal["type"], refusal["id"], refusal["code"]) == ("error", None, code)
        assert await bare.closed() == CLOSE_REFUSED


async def test_who_says_nothing_is_sent_away(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A port scanner must not keep a place."""
    monkeypatch.setattr(door, "HELLO_TIMEOUT_S", 0.05)
    async with Bare.connected(server.ws) as bare:
        assert (await bare.hear())["code"] == "bad_message"
        assert await bare.closed() == CLOSE_REFUSED


async def test_who_leaves_before_saying_anything_leaves_no_trace(server: Running) -> None:
    """Neither in the count nor in the log of errors."""
    for _ in range(5):
        async with Bare.connected(server.ws):
            pass
    async with Bare.joined(server.ws, "wall"):
        assert server.office.hub.count() == dict.fromkeys(ROLES, 0) | {"wall": 1}


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_may_ask_exactly_for_what_is_its_business(server: Running, role: str) -> None:
    """A display cannot call, a kiosk cannot complete; what is forbidden leaves no trace."""
    may = {kind_of(asked) for asked in rights.RIGHTS[Role(role)].commands}
    async with Bare.joined(server.ws, role) as bare:
        for kind, fields in COMMANDS.items():
            version = server.office.state.version
            answer = await bare.ask(kind, **fields)
            forbidden = answer["type"] == "error" and answer["code"] == "forbidden"
            assert forbidden != (kind in may), kind
            if forbidden:
                assert server.office.state.version == version


async def test_only_staff_may_insist_on_a_number(server: Running) -> None:
    """A kiosk that asks so is a kiosk somebody has changed."""
    asked: Message = {"ticket": "insisted", "service": "copy", "insist": True}
    async with Bare.joined(server.ws, "kiosk") as kiosk:
        assert (await kiosk.ask("issue_ticket", **asked))["code"] == "forbidden"
    async with Bare.joined(server.ws, "counter") as counter:
        assert (await counter.ask("issue_ticket", **asked))["type"] == "result"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "[" * 5000,
        '{"type":"command","id":"c","command":{"kind":"open_the_safe"}}',
        '{"type":"command","id":"c","command":{"kind":"call_next","counter":"6"}}',
        '{"type":"command","command":{"kind":"issue_ticket","ticket":"t","service":"copy"}}',
        '{"type":"command","id":"c","command":{"kind":"issue_ticket","ticket":"t","service":"copy",'
        '"vip":true}}',
        '{"type":"welcome"}',
    ],
)
async def test_an_unreadable_message_is_told_so_and_the_connection_stays(
    server: Running, text: str
) -> None:
    """One bad message of a vendor's program does not cost its screen."""
    async with Bare.joined(server.ws, "counter") as bare:
        await bare.say(text)
        refusal = await bare.until(lambda message: message["type"] == "error")
        assert (refusal["id"], refusal["code"]) == (None, "bad_message")
        assert (await bare.ask("open_counter", counter="6", clerk="an"))["type"] == "result"


async def test_a_second_hello_is_refused_and_changes_nothing(server: Running) -> None:
    """A display does not become a counter."""
    async with Bare.joined(server.ws, "display") as bare:
        await bare.say(hello("counter"))
        assert (await bare.until(lambda m: m["type"] == "error"))["code"] == "bad_message"
        assert (await bare.ask("open_counter", **DESK))["code"] == "forbidden"


async def test_where_tokens_are_needed_only_a_devices_own_token_for_its_own_role_opens(
    tmp_path: Path,
) -> None:
    """A kiosk's token does not make a counter; a removed device stays outside."""
    async with running_office(tmp_path, needs_tokens=True) as server:
        token = devices.add(server.engine, "kiosk", "K1", MONDAY)
        for role, said in (("kiosk", ""), ("kiosk", "guess"), ("counter", token)):
            async with Bare.connected(server.ws) as bare:
                await bare.say(hello(role, token=said))
                assert (await bare.hear())["code"] == "bad_token"
                assert await bare.closed() == CLOSE_REFUSED
        async with Bare.joined(server.ws, "kiosk", token=token) as kiosk:
            assert (await kiosk.ask("issue_ticket", **COMMANDS["issue_ticket"]))["label"] == "6 001"
        renewed = devices.add(server.engine, "kiosk", "K1", MONDAY)
        assert await _code(server, token) == "bad_token"
        async with Bare.joined(server.ws, "kiosk", token=renewed):
            pass
        assert devices.remove(server.engine, "K1")
        assert not devices.remove(server.engine, "K1")
        assert await _code(server, renewed) == "bad_token"


async def _code(server: Running, token: str) -> str:
    async with Bare.connected(server.ws) as bare:
        await bare.say(hello("kiosk", token=token))
        return str((await bare.hear())["code"])
