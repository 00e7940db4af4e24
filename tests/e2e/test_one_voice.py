"""Two displays in one hall, one loudspeaker between them: one voice, whoever has it.

Real programs and a real sound server whose output is recorded.
"""

import signal
from pathlib import Path

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
from tests.support.programs import Driven, program, served
from tests.support.sound_server import Recorder

pytestmark = pytest.mark.alone


async def test_of_two_displays_one_speaks_and_the_other_takes_over_when_it_is_killed(
    tmp_path: Path, sound: Recorder
) -> None:
    """The call in whose middle it died is heard whole, from the other; nothing is heard twice."""
    with (
        served(tmp_path / "data") as ready,
        program(*display(tmp_path, ready["ws"], "D1")) as first,
    ):
        Driven(first).sees(READY, PATIENCE_S)
        with program(*display(tmp_path, ready["ws"], "D2")) as second:
            other = Driven(second)
            other.sees(READY, PATIENCE_S)
            async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
                await clerk.ask("open_counter", counter="q6", clerk=CLERK)
                await call(clerk, 1)
                await heard(sound, BANK.clip("desk_6"))
                since = len(sound.sound)
                await call(clerk, 2)
                other.sees("6 002")
                await heard(sound, CHIME, since)
                first.send_signal(signal.SIGKILL)
                await heard(sound, BANK.clip("desk_6"), since)
                await call(clerk, 3)
                await heard(sound, BANK.clip("num_003"), since)
    recording = sound.sound
    assert [times_heard(f"num_00{number}", recording) for number in (1, 2, 3)] == [1, 1, 1]


async def test_a_display_whose_cable_is_pulled_leaves_the_voice_to_the_other(
    tmp_path: Path, sound: Recorder
) -> None:
    """It lives on and knows the next call, but another display says that by now."""
    with (
        served(tmp_path / "data") as ready,
        ChaosProxy(int(ready["ws"].rpartition(":")[2].partition("/")[0])) as cable,
        program(*display(tmp_path, cable.ws, "D1")) as first,
    ):
        Driven(first).sees(READY, PATIENCE_S)
        with program(*display(tmp_path, ready["ws"], "D2")) as second:
            Driven(second).sees(READY, PATIENCE_S)
            async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
                await clerk.ask("open_counter", counter="q6", clerk=CLERK)
                await call(clerk, 1)
                await call(clerk, 2)
                await heard(sound, CHIME)
                cable.pull()
                cable.cut()
                await heard(sound, BANK.clip("num_002"))
                await call(clerk, 3)
                await heard(sound, BANK.clip("num_003"))
    recording = sound.sound
    assert times_heard("num_001", recording) >= 1
    spoken = [times_heard(f"num_00{number}", recording, 0.6) for number in (2, 3)]
    assert spoken == [1, 1]
