"""A repeat gets the first answer, word for word, for every kind of command and after a restart."""

from pathlib import Path
from typing import Any

import pytest

from server.protocol.kinds import COMMANDS, kind_of
from tests.support.bare_client import Bare, Message
from tests.support.builders import at
from tests.support.running_office import running_office, verdict_on

HERE: Message = {"counter": "6", "clerk": "an"}
THERE: Message = {"counter": "8", "clerk": "binh"}
OFFLINE: Message = {"number": 950, "issued_at": at(29).isoformat()}
KIOSKS = ("reserve_numbers", "record_offline_ticket", "report_paper", "report_device")


def command(kind: str, *fields: Message, **more: Any) -> Message:
    """One command of the wire."""
    merged: Message = {"kind": kind}
    for each in (*fields, more):
        merged |= each
    return merged


def sent_away(service: str) -> tuple[Message, Message]:
    """Called at the second desk and sent on."""
    held = THERE | {"ticket": "c", "reason": "wrong_service"}
    called = command("call_ticket", THERE, ticket="c", reason="helping_out")
    return called, command("transfer_ticket", held, service=service)


DAY = (
    command("open_counter", HERE),
    command("open_counter", THERE),
    command("issue_ticket", ticket="a", service="copy", priority="P3", language="en"),
    command("issue_ticket", ticket="b", service="copy", route=["birth"]),
    command("issue_ticket", ticket="c", service="birth"),
    command("issue_ticket", ticket="d", service="birth"),
    command("reserve_numbers", service="copy"),
    command("record_offline_ticket", OFFLINE, ticket="e", service="copy"),
    command("report_paper", ticket="e", outcome="unknown"),
    command("report_device", part="printer", status="paper_low"),
    command("print_ticket", ticket="e", clerk="an"),
    command("add_priority", ticket="d", priority="P1", clerk="an"),
    command("add_priority", ticket="d", priority="", clerk="an"),
    command("cancel_ticket", ticket="d", reason="left"),
    command("call_next", HERE),
    command("recall_ticket", HERE, ticket="a"),
    command("mark_no_show", HERE, ticket="a"),
    command("return_ticket", ticket="a"),
    command("call_ticket", HERE, ticket="b", reason="helping_out"),
    command("start_service", HERE, ticket="b"),
    command("undo_last", HERE),
    command("tag_ticket", HERE, ticket="b", tag="no_network"),
    command("start_service", HERE, ticket="b"),
    command("route_ticket", HERE, ticket="b", services=["birth", "copy"]),
    command("complete_ticket", HERE, ticket="b", outcome="accepted"),
    command("issue_ticket", ticket="done", service="copy"),
    command("call_ticket", HERE, ticket="done", reason="helping_out"),
    command("start_service", HERE, ticket="done"),
    command("complete_ticket", HERE, ticket="done", outcome="accepted"),
    command("rate_ticket", counter="6", ticket="done", score=5),
    command("post_notice", supervisor="dung", notice="n", text="Xin chờ", minutes=5),
    command("withdraw_notice", supervisor="dung", notice="n"),
    command("pause_service", supervisor="dung", service="birth", reason="crowd"),
    command("resume_service", supervisor="dung", service="birth"),
    command("call_next", HERE),
    command("hold_ticket", HERE, ticket="a", reason="papers", minutes=5),
    *(*sent_away("copy"), *sent_away("birth"), *sent_away("copy")),
    command("acknowledge_alert", alert="ping_pong:c", clerk="dung", cause="crowd"),
    command("resolve_alert", alert="ping_pong:c", clerk="dung", outcome="explained"),
    command("pause_counter", HERE, reason="break", minutes=5),
    command("resume_counter", HERE),
    command("assign_services", supervisor="dung", counter="9", services=["copy"]),
    command("move_clerk", supervisor="dung", counter="6", to_counter="9"),
    command("close_counter", THERE),
    command("end_day", supervisor="dung"),
)


async def answers(ws: str) -> list[str]:
    """The day's commands with their ids, asked in order; the answers as they came."""
    heard: list[str] = []
    async with (
        Bare.joined(ws, "counter") as counter,
        Bare.joined(ws, "kiosk") as kiosk,
        Bare.joined(ws, "display") as panel,
    ):
        others = dict.fromkeys(KIOSKS, kiosk) | {"rate_ticket": panel}
        for place, asked in enumerate(DAY):
            who = others.get(asked["kind"], counter)
            answer = await who.ask(command_id=f"c{place}", **asked)
            assert answer["type"] == "result", (asked, answer)
            heard.append(who.texts[-1])
    return heard


def test_the_day_below_has_every_command_there_is() -> None:
    """A new command needs a place in it."""
    assert {asked["kind"] for asked in DAY} == {kind_of(asked) for asked in COMMANDS}


@pytest.mark.slow
async def test_after_a_restart_every_command_is_answered_as_before_and_none_is_done_again(
    tmp_path: Path,
) -> None:
    """Also those that made more than one event."""
    async with running_office(tmp_path) as server:
        first = await answers(server.ws)
        version = server.office.state.version
        assert await answers(server.ws) == first
    async with running_office(tmp_path) as server:
        assert await answers(server.ws) == first
        assert server.office.state.version == version
    assert version > len(DAY) + 1, "some commands make several events"
    assert verdict_on(tmp_path).problems == []
