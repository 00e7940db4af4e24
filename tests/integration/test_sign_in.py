"""Clerks sign in with a PIN: on real sockets, in a real database."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog

from server.store import clerks
from tests.support.bare_client import Bare, Message
from tests.support.running_office import HandClock, Running, running_office
from tests.support.waiting import soon

AN, BINH, DUNG = "5083", "7416", "9305"
THEN = datetime(2026, 11, 20, tzinfo=UTC)
PINS = {"an": AN, "binh": BINH, "dung": DUNG}


@asynccontextmanager
async def an_office_with_pins(
    folder: Path, clock: HandClock | None = None
) -> AsyncIterator[Running]:
    """A running office whose clerks an, binh and dung (the supervisor) have PINs of their own."""
    async with running_office(folder, clock=clock, pins=True) as server:
        for clerk, pin in PINS.items():
            clerks.give_pin(server.engine, clerk, pin, THEN, must_change=False)
        yield server


async def signs_in(client: Bare, clerk: str, pin: str, new_pin: str = "") -> Message:
    """Try to sign in; the answer."""
    words = {"type": "sign_in", "id": f"s{len(client.texts)}", "clerk": clerk, "pin": pin}
    await client.say(words | {"new_pin": new_pin})
    return await client.until(lambda m: m["type"] in ("signed_in", "error"))


def seat(clerk: str = "an", counter: str = "6") -> dict[str, Any]:
    """What opens a desk."""
    return {"kind": "open_counter", "counter": counter, "clerk": clerk}


async def test_nothing_can_be_done_at_a_desk_before_somebody_has_signed_in(tmp_path: Path) -> None:
    """The view is shown all the same; a kiosk needs nobody."""
    async with (
        an_office_with_pins(tmp_path) as server,
        Bare.joined(server.ws, "counter", scope="6") as desk,
        Bare.joined(server.ws, "kiosk") as kiosk,
    ):
        assert (await kiosk.ask("issue_ticket", ticket="t1", service="copy"))["type"] == "result"
        view = await desk.view(2)
        assert view["desk"]["waiting"] == 1
        refused: list[dict[str, Any]] = [
            seat(),
            {"kind": "issue_ticket", "ticket": "t2", "service": "copy", "insist": True},
            {"kind": "cancel_ticket", "ticket": "t1"},
            {"kind": "move_clerk", "supervisor": "dung", "counter": "6", "to_counter": "8"},
        ]
        for asked in refused:
            assert (await desk.ask(**asked))["code"] == "not_signed_in", asked
        assert (await signs_in(desk, "an", AN))["clerk"] == "an"
        assert (await desk.ask(**seat()))["type"] == "result"


async def test_a_clerk_acts_in_no_name_but_his_own(tmp_path: Path) -> None:
    """Not as a colleague, and not as the supervisor, at a wall screen either."""
    async with (
        an_office_with_pins(tmp_path) as server,
        Bare.joined(server.ws, "counter", scope="6") as desk,
        Bare.joined(server.ws, "wall") as wall,
    ):
        await signs_in(desk, "an", AN)
        refused = await desk.ask(**seat("binh"))
        assert (refused["code"], refused["detail"]) == ("not_signed_in", "binh")
        change: dict[str, Any] = {"kind": "assign_services", "counter": "8", "services": ["copy"]}
        assert (await desk.ask(**change, supervisor="dung"))["code"] == "not_signed_in"
        assert (await desk.ask(**change, supervisor="an"))["code"] == "not_a_supervisor"
        assert (await wall.ask(**change, supervisor="dung"))["code"] == "not_signed_in"
        await signs_in(wall, "dung", DUNG)
        assert (await wall.ask(**change, supervisor="dung"))["type"] == "result"


async def test_only_who_helps_people_gives_numbers_against_the_rules_of_the_kiosk(
    tmp_path: Path,
) -> None:
    """Helpers and supervisors; anybody signed in gives an ordinary number."""
    async with (
        an_office_with_pins(tmp_path) as server,
        Bare.joined(server.ws, "counter") as desk,
    ):
        profile = server.office.profile
        roles = {"an": "helper", "binh": "clerk"}
        people = tuple(
            profile.clerks[0].model_copy(update={"id": name, "role": role})
            for name, role in roles.items()
        )
        server.office._office = server.office._told(profile.model_copy(update={"clerks": people}))
        issue = {"kind": "issue_ticket", "service": "copy"}
        await signs_in(desk, "binh", BINH)
        refused = await desk.ask(**issue, ticket="t1", insist=True)
        assert (refused["code"], refused["detail"]) == ("forbidden", "insist")
        assert (await desk.ask(**issue, ticket="t2"))["type"] == "result"
        await signs_in(desk, "an", AN)
        assert (await desk.ask(**issue, ticket="t3", insist=True))["type"] == "result"


async def test_five_wrong_tries_lock_a_pin_for_longer_and_longer(tmp_path: Path) -> None:
    """Even the right PIN opens nothing then; the answer says how long, and time opens again."""
    clock = HandClock()
    async with (
        an_office_with_pins(tmp_path, clock) as server,
        Bare.joined(server.ws, "counter") as desk,
    ):
        for left in ("4", "3", "2", "1"):
            wrong = await signs_in(desk, "an", "1111")
            assert (wrong["code"], wrong["detail"]) == ("bad_pin", left)
        locked = await signs_in(desk, "an", "1111")
        assert (locked["code"], locked["detail"]) == ("pin_locked", "60")
        assert (await signs_in(desk, "an", AN))["code"] == "pin_locked"
        assert (await signs_in(desk, "binh", BINH))["clerk"] == "binh", "only an is locked"
        clock.forward(1)
        again = await signs_in(desk, "an", "1111")
        assert (again["code"], again["detail"]) == ("pin_locked", "120")
        clock.forward(2)
        assert (await signs_in(desk, "an", AN))["clerk"] == "an"
        assert (await signs_in(desk, "an", "1111"))["detail"] == "4", "a right PIN forgives"


async def test_guesses_sent_all_at_once_are_counted_one_by_one(tmp_path: Path) -> None:
    """Sixty guesses in one breath are five tries and then a locked door."""
    async with an_office_with_pins(tmp_path) as server, Bare.joined(server.ws, "counter") as desk:
        for number in range(60):
            guess = {
                "type": "sign_in",
                "id": f"g{number}",
                "clerk": "an",
                "pin": f"{1000 + number}",
            }
            await desk.say(guess)
        answers = [await desk.until(lambda m: m["type"] == "error") for _ in range(60)]
        codes = [answer["code"] for answer in answers]
        assert (codes.count("bad_pin"), codes.count("pin_locked")) == (4, 56)
        state = clerks.pin_states(server.engine)["an"]
        assert state.wrong_tries == clerks.FREE_TRIES


async def test_a_pin_from_somebody_else_opens_nothing_but_its_own_change(tmp_path: Path) -> None:
    """A first PIN must give way to one that is not easy to guess."""
    async with an_office_with_pins(tmp_path) as server, Bare.joined(server.ws, "counter") as desk:
        clerks.give_pin(server.engine, "an", "804611", THEN)
        assert (await signs_in(desk, "an", "804611"))["code"] == "pin_must_change"
        assert (await desk.ask(**seat()))["code"] == "not_signed_in"
        for weak in ("1234", "0000", "804611", "6868", "1990", "2211"):
            assert (await signs_in(desk, "an", "804611", weak))["code"] == "pin_too_weak", weak
        assert (await signs_in(desk, "an", "804611", "6307"))["clerk"] == "an"
        assert (await signs_in(desk, "an", "804611"))["code"] == "bad_pin"
        assert (await signs_in(desk, "an", "6307"))["clerk"] == "an"


async def test_who_was_given_no_pin_is_told_so(tmp_path: Path) -> None:
    """Instead of counting tries that cannot succeed."""
    async with an_office_with_pins(tmp_path) as server, Bare.joined(server.ws, "counter") as desk:
        for _ in range(6):
            answer = await signs_in(desk, "chi", "5083")
            assert (answer["code"], answer["detail"]) == ("bad_pin", "no_pin")
        assert (await signs_in(desk, "nobody", "5083"))["code"] == "unknown_clerk"


async def test_a_session_goes_on_after_a_pulled_cable_and_a_restarted_server(
    tmp_path: Path,
) -> None:
    """The token of the sign-in is enough, on the same device and that day only."""
    clock = HandClock()
    async with an_office_with_pins(tmp_path, clock) as server:
        async with Bare.joined(server.ws, "counter", scope="6") as desk:
            token = (await signs_in(desk, "an", AN))["session"]
            await desk.ask(**seat())
        async with Bare.joined(server.ws, "counter", scope="6", session=token) as desk:
            assert _welcomed(desk) == "an"
            assert (await desk.ask("call_next", counter="6", clerk="an"))[
                "code"
            ] == "nobody_waiting"
    async with running_office(tmp_path, clock=clock, pins=True) as server:
        async with Bare.joined(server.ws, "counter", scope="6", session=token) as desk:
            assert _welcomed(desk) == "an"
            assert (await desk.ask("call_next", counter="6", clerk="an"))[
                "code"
            ] == "nobody_waiting"
        for stranger in (
            {"session": token, "device": "another"},
            {"session": "x" * 43},
        ):
            async with Bare.joined(server.ws, "counter", **stranger) as desk:
                assert _welcomed(desk) == ""
                assert (await desk.ask(**seat("an", "8")))["code"] == "not_signed_in"
        clock.at += timedelta(days=1)
        server.office.handler.tick()
        async with Bare.joined(server.ws, "counter", session=token) as desk:
            await soon(lambda: server.office.state.day == "2026-11-24")
            assert (await desk.ask(**seat()))["code"] == "not_signed_in"


async def test_signing_out_ends_the_session_for_good(tmp_path: Path) -> None:
    """Its token is worth nothing afterwards."""
    async with an_office_with_pins(tmp_path) as server:
        async with Bare.joined(server.ws, "counter") as desk:
            token = (await signs_in(desk, "an", AN))["session"]
            await desk.say({"type": "sign_out", "id": "out"})
            assert (await desk.until(_is_signed))["clerk"] == ""
            assert (await desk.ask(**seat()))["code"] == "not_signed_in"
        async with Bare.joined(server.ws, "counter", session=token) as desk:
            assert _welcomed(desk) == ""


async def test_signing_in_at_a_second_desk_ends_the_first_sign_in(tmp_path: Path) -> None:
    """The app left behind is told at once; the same person may watch the wall meanwhile."""
    async with (
        an_office_with_pins(tmp_path) as server,
        Bare.joined(server.ws, "counter", device="PC1") as first,
        Bare.joined(server.ws, "counter", device="PC2") as second,
        Bare.joined(server.ws, "wall", device="W1") as wall,
    ):
        await signs_in(first, "dung", DUNG)
        await signs_in(wall, "dung", DUNG)
        await first.ask(**seat("dung"))
        await signs_in(second, "dung", DUNG)
        ended = await first.until(_is_signed)
        assert (ended["id"], ended["clerk"]) == ("", "")
        assert (await first.ask("call_next", counter="6", clerk="dung"))["code"] == "not_signed_in"
        assert (await second.ask(**seat("dung", "8")))["code"] == "clerk_elsewhere"
        assert (await second.ask(**seat("dung", "6")))["type"] == "result"
        change: dict[str, Any] = {"kind": "assign_services", "counter": "8", "services": ["copy"]}
        assert (await wall.ask(**change, supervisor="dung"))["type"] == "result"


async def test_the_next_clerk_takes_over_at_the_same_device(tmp_path: Path) -> None:
    """Signing in as another ends the sign-in before; the ticket in hand stays at the desk."""
    async with (
        an_office_with_pins(tmp_path) as server,
        Bare.joined(server.ws, "counter", scope="6") as desk,
    ):
        await signs_in(desk, "an", AN)
        await desk.ask(**seat("an"))
        await desk.ask("issue_ticket", ticket="t1", service="copy")
        await desk.ask("call_next", counter="6", clerk="an")
        await signs_in(desk, "binh", BINH)
        refused = await desk.ask("start_service", counter="6", clerk="an", ticket="t1")
        assert refused["code"] == "not_signed_in"
        assert (await desk.ask(**seat("binh")))["type"] == "result"
        started = await desk.ask("start_service", counter="6", clerk="binh", ticket="t1")
        assert started["type"] == "result"


async def test_a_new_pin_and_a_new_day_end_sessions_of_apps_that_stay_connected(
    tmp_path: Path,
) -> None:
    """They are told without asking."""
    clock = HandClock()
    async with (
        an_office_with_pins(tmp_path, clock) as server,
        Bare.joined(server.ws, "counter", device="PC1") as one,
        Bare.joined(server.ws, "counter", device="PC2") as two,
    ):
        await signs_in(one, "an", AN)
        await signs_in(two, "binh", BINH)
        clerks.give_pin(server.engine, "an", "804611", THEN)
        await server.office.sign_in.review()
        assert (await one.until(_is_signed))["clerk"] == ""
        assert not [m for m in two.heard("signed_in") if not m["id"]]
        clock.at += timedelta(days=1)
        server.office.handler.tick()
        await soon(lambda: server.office.state.day == "2026-11-24")
        assert (await two.ask(**seat("binh")))["code"] == "not_signed_in"
        await server.office.sign_in.review()
        assert (await two.until(lambda m: _is_signed(m) and not m["id"]))["clerk"] == ""


async def test_no_pin_and_no_token_is_ever_written_to_the_log(tmp_path: Path) -> None:
    """Who signed in, was wrong and got locked is; the digits are not, nor anywhere in the base."""
    lines: list[dict[str, Any]] = []

    def keep(_logger: object, _name: str, event: Any) -> Any:
        lines.append(dict(event))
        raise structlog.DropEvent

    structlog.configure(processors=[keep])
    try:
        async with an_office_with_pins(tmp_path) as server, Bare.joined(server.ws, "counter") as pc:
            token = (await signs_in(pc, "an", AN))["session"]
            for _ in range(5):
                await signs_in(pc, "binh", "9927")
            await pc.ask(**seat())
    finally:
        structlog.reset_defaults()
    text = json.dumps(lines, default=str)
    events = {line["event"] for line in lines}
    assert {"clerk_signed_in", "pin_wrong", "pin_locked"} <= events
    assert not [secret for secret in (AN, "9927", token) if secret in text]
    stored = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert token.encode() not in stored


async def test_an_office_without_pins_signs_nobody_in(tmp_path: Path) -> None:
    """And asks nobody to."""
    async with running_office(tmp_path) as server, Bare.joined(server.ws, "counter") as desk:
        assert (await signs_in(desk, "an", AN))["code"] == "forbidden"
        assert (await desk.ask(**seat()))["type"] == "result"


@pytest.mark.parametrize("role", ["kiosk", "display"])
async def test_nobody_signs_in_at_a_machine_for_citizens(tmp_path: Path, role: str) -> None:
    """A kiosk is no place to try PINs at."""
    async with an_office_with_pins(tmp_path) as server, Bare.joined(server.ws, role) as machine:
        assert (await signs_in(machine, "an", AN))["code"] == "forbidden"


def _welcomed(client: Bare) -> str:
    """Who the greeting said is signed in."""
    return str(client.welcome["clerk"])


def _is_signed(message: Message) -> bool:
    return bool(message["type"] == "signed_in")
