"""What people in the hall see and hear when something breaks. Real programs, a real server."""

import asyncio
import time
from pathlib import Path
from typing import Final

import pytest

from tests.support.bare_client import Bare
from tests.support.chaos_proxy import ChaosProxy
from tests.support.hall import (
    BANK,
    CHIME,
    CLERK,
    PATIENCE_S,
    READY,
    call,
    display,
    heard,
    times_heard,
)
from tests.support.open_doors import open_ward
from tests.support.programs import Driven, program, served
from tests.support.server_process import ServerProcess
from tests.support.slow_proxy import SlowProxy
from tests.support.sound_server import Recorder
from tests.support.waiting import soon

pytestmark = pytest.mark.slow

LOST: Final = "mất kết nối"
HOUR_RATE: Final = 120
HOUR_S: Final = 3600 / HOUR_RATE


def port_of(ws: str) -> int:
    """The port of a websocket's address."""
    return int(ws.rpartition(":")[2].partition("/")[0])


async def gone(screen: Driven, text: str) -> None:
    """Wait until nothing on the screen says this any more."""
    await soon(lambda: not screen.says(text), PATIENCE_S, f"{text!r} gone")


async def test_a_server_that_dies_in_the_middle_of_a_call_does_not_break_it_off(
    tmp_path: Path, sound: Recorder
) -> None:
    """It is said to its end and stays on the screen; after the restart nothing is said again."""
    with (
        ServerProcess(tmp_path / "data") as server,
        program(*display(tmp_path, server.ws, "D1")) as process,
    ):
        screen = Driven(process)
        screen.sees(READY, PATIENCE_S)
        async with Bare.joined(server.ws, "counter", device="C6") as clerk:
            await clerk.ask("open_counter", counter="q6", clerk=CLERK)
            await call(clerk, 1)
            await heard(sound, CHIME)
        server.kill()
        await heard(sound, BANK.clip("desk_6"))
        screen.sees(LOST, PATIENCE_S)
        assert "6 001" in screen.texts()
        server.start()
        await gone(screen, LOST)
        async with Bare.joined(server.ws, "counter", device="C6") as clerk:
            await call(clerk, 2)
            await heard(sound, BANK.clip("num_002"))
            screen.sees("6 002")
    recording = sound.sound
    assert [times_heard(f"num_00{number}", recording) for number in (1, 2)] == [1, 1]


async def test_after_an_hour_without_network_what_was_missed_is_shown_and_not_spoken(
    tmp_path: Path, sound: Recorder
) -> None:
    """The clock goes on meanwhile; a call of the present is spoken again."""
    fast = ("--clock-rate", str(HOUR_RATE))
    with (
        served(tmp_path / "data", *fast) as ready,
        ChaosProxy(port_of(ready["ws"])) as cable,
        program(*display(tmp_path, cable.ws, "D1")) as process,
    ):
        screen = Driven(process)
        screen.sees(READY, PATIENCE_S)
        async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
            await clerk.ask("open_counter", counter="q6", clerk=CLERK)
            cable.pull()
            cable.cut()
            screen.sees(LOST, PATIENCE_S)
            await call(clerk, 1)
            before = screen.texts()
            await asyncio.sleep(HOUR_S)
            assert "6 001" not in screen.texts()
            assert set(screen.texts()) != set(before), "the clock stood still"
            cable.plug()
            screen.sees("6 001", PATIENCE_S)
            await gone(screen, LOST)
            await call(clerk, 2)
            await heard(sound, BANK.clip("num_002"))
    assert times_heard("num_001", sound.sound) == 0


async def test_over_a_slow_and_narrow_line_the_screen_comes_up_and_follows(tmp_path: Path) -> None:
    """A third of a second each way, 5 kB a second: a greeting takes five seconds, a call few."""
    with (
        served(tmp_path / "data") as ready,
        SlowProxy(port_of(ready["ws"]), delay_s=0.3, bytes_per_s=5000) as line,
        program(*display(tmp_path, line.ws, "D1", "--silent")) as process,
    ):
        screen = Driven(process)
        screen.sees(READY, PATIENCE_S)
        await gone(screen, LOST)
        async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
            await clerk.ask("open_counter", counter="q6", clerk=CLERK)
            took_s = []
            for number in range(1, 5):
                began = time.monotonic()
                await call(clerk, number)
                screen.sees(f"6 00{number}", PATIENCE_S)
                took_s.append(time.monotonic() - began)
        assert min(took_s) < 5, took_s
        assert not screen.says(LOST)


def test_the_screen_shows_the_servers_time_whatever_the_pc_believes(tmp_path: Path) -> None:
    """A PC in another year and another part of the world."""
    spring = "2031-03-05T14:07:00+07:00"
    with (
        served(tmp_path / "data", "--clock-start", spring) as ready,
        program(*display(tmp_path, ready["ws"], "D1", "--silent"), TZ="America/New_York") as lobby,
    ):
        screen = Driven(lobby)
        screen.sees("Thứ Tư, 05/03/2031", PATIENCE_S)
        assert any(text in ("14:07", "14:08") for text in screen.texts())


async def test_the_screen_of_a_zone_shows_its_own_desks_and_calls_only(tmp_path: Path) -> None:
    """Upstairs nobody is called to a desk downstairs."""
    office = tmp_path / "office.toml"
    upstairs = 'id = "q6"\n'
    office.write_text(open_ward().replace(upstairs, f'{upstairs}zone = "up"\n', 1), "utf-8")
    with (
        served(tmp_path / "data", "--office", str(office)) as ready,
        program(*display(tmp_path, ready["ws"], "D1", "--silent", "--zone", "up")) as process,
        program(*display(tmp_path, ready["ws"], "D2", "--silent")) as whole,
    ):
        screen, all_of_it = Driven(process), Driven(whole)
        screen.sees(READY, PATIENCE_S)
        all_of_it.sees(READY, PATIENCE_S)
        assert "Thuế, bảo hiểm xã hội" not in screen.texts()
        assert "Thuế, bảo hiểm xã hội" in all_of_it.texts()
        async with Bare.joined(ready["ws"], "counter", device="C1") as clerk:
            await clerk.ask("open_counter", counter="q6", clerk=CLERK)
            await clerk.ask("open_counter", counter="q1", clerk="cb02")
            await clerk.ask("issue_ticket", ticket="t", service="thue")
            called = await clerk.ask("call_next", counter="q1", clerk="cb02")
            assert called["type"] == "result", called
            all_of_it.sees("1 001")
            await call(clerk, 1)
            screen.sees("6 001")
        assert "1 001" not in screen.texts()


async def test_the_panel_over_a_desk_shows_its_call_within_a_second(tmp_path: Path) -> None:
    """From the clerk's touch to the words on the glass; what others call it does not show."""
    with served(tmp_path / "data") as ready:
        words = ("display", "--screen", "desk", "--counter", "q6", "--server", ready["ws"])
        more = ("--device", "P6", "--state", str(tmp_path / "P6"), "--pilot", "--size=800x480")
        with program(*words, *more) as process:
            panel = Driven(process)
            panel.sees("Chứng thực, công thương", PATIENCE_S)
            async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
                here = {"counter": "q6", "clerk": CLERK}
                await clerk.ask("open_counter", **here)
                took_s = []
                for number in range(1, 6):
                    ticket = f"t{number}"
                    await clerk.ask("issue_ticket", ticket=ticket, service="chung_thuc")
                    began = time.monotonic()
                    await clerk.ask("call_next", **here)
                    panel.sees(f"6 00{number}", PATIENCE_S)
                    took_s.append(time.monotonic() - began)
                    await clerk.ask("start_service", ticket=ticket, **here)
                    await clerk.ask("complete_ticket", ticket=ticket, outcome="tiep_nhan", **here)
        assert min(took_s) <= 1, took_s
