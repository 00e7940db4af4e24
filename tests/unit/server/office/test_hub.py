"""Who is sent what: newest view wins, calls are never skipped, nobody waits for the slow."""

import asyncio
import json
from collections.abc import Callable

from server.office.hub import MAX_OUTBOX, Connection, Hub, KeptNotice, Position
from server.protocol.messages import Role


class Renderer:
    """Stands in for the views: counts how often it was asked and tells its present state."""

    def __init__(self) -> None:
        self.state = 0
        self.calls = 0

    def __call__(self, role: Role, scope: str) -> str:
        self.calls += 1
        return f"{role}:{scope}:{self.state}"


def notice(version: int, zone: str = "") -> KeptNotice:
    """A call at this version."""
    return KeptNotice(("2026-11-23", version), f"call {version}", zone=zone)


def joined(hub: Hub, role: Role = Role.DISPLAY, resume_from: Position | None = None) -> Connection:
    """Somebody who has come in."""
    connection = Connection(role, f"{role}-1")
    hub.join(connection, "greeting", resume_from)
    return connection


async def soon(condition: Callable[[], bool]) -> None:
    """Wait until it holds."""
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.001)


async def test_who_comes_back_hears_each_missed_call_once_and_the_next_ones_live() -> None:
    """Nothing between greeting and subscription: there is no await in between."""
    hub = Hub(Renderer())
    hub.publish([notice(1), notice(2), notice(3)])
    display = joined(hub, resume_from=("2026-11-23", 1))
    hub.publish([notice(4)])
    assert list(display.outbox) == ["greeting", "call 2", "call 3", "call 4"]


async def test_who_comes_for_the_first_time_is_not_told_the_calls_of_the_morning() -> None:
    """They are over."""
    hub = Hub(Renderer())
    hub.remember([notice(1)])
    assert list(joined(hub).outbox) == ["greeting"]


async def test_a_place_of_yesterday_is_before_all_of_today() -> None:
    """Positions are compared by day first; version 9 of today is later than 500 of yesterday."""
    hub = Hub(Renderer())
    hub.remember([KeptNotice(("2026-11-22", 500), "old"), notice(9)])
    assert list(joined(hub, resume_from=("2026-11-22", 500)).outbox) == ["greeting", "call 9"]


async def test_only_displays_hear_calls() -> None:
    """A kiosk has nothing to announce."""
    hub = Hub(Renderer())
    others = [joined(hub, role, ("", 0)) for role in Role if role is not Role.DISPLAY]
    hub.publish([notice(1)])
    assert [list(each.outbox) for each in others] == [["greeting"]] * len(others)


async def test_a_rush_of_changes_costs_one_view_a_frame_rendered_once_for_all_of_a_kind() -> None:
    """Two hundred displays are one rendering."""
    render = Renderer()
    hub = Hub(render)
    displays = [joined(hub) for _ in range(200)]
    hub.publish(())
    for state in range(1, 50):
        render.state = state
        hub.publish(())
    await soon(lambda: hub._timer is None)
    assert {hub.view_text(display) for display in displays} == {"display::49"}
    assert render.calls <= 2


async def test_a_view_asked_for_between_frames_is_never_older_than_what_was_published() -> None:
    """A clerk who chooses his desk must not be shown the past he was greeted after."""
    render = Renderer()
    hub = Hub(render)
    clerk = joined(hub, Role.COUNTER)
    hub.publish(())
    assert hub.view_text(clerk) == "counter::0"
    render.state = 1
    hub.publish(())
    assert hub.view_text(clerk) == "counter::1"


async def test_the_first_change_after_a_rest_is_shown_at_once_and_the_next_after_a_frame() -> None:
    """Nobody reads faster than twenty times a second."""
    hub = Hub(Renderer())
    display = joined(hub)
    hub.publish(())
    assert display.wants_view
    display.wants_view = False
    hub.publish(())
    assert not display.wants_view
    await soon(lambda: display.wants_view)


async def test_who_does_not_read_is_given_up_at_the_bound_and_nobody_else_is() -> None:
    """The outbox does not grow beyond it."""
    hub = Hub(Renderer())
    frozen, reading = joined(hub), joined(hub)
    for version in range(MAX_OUTBOX + 10):
        hub.publish([notice(version)])
        reading.outbox.clear()
    assert frozen.lost
    assert not reading.lost
    assert len(frozen.outbox) == MAX_OUTBOX


async def test_who_left_is_sent_nothing_more_and_not_counted() -> None:
    """Also when he left twice."""
    hub = Hub(Renderer())
    display, wall = joined(hub), joined(hub, Role.WALL)
    assert hub.count() == {"kiosk": 0, "counter": 0, "display": 1, "wall": 1, "observer": 0}
    for _ in range(2):
        hub.leave(display)
    hub.publish([notice(1)])
    await soon(lambda: wall.wants_view)
    assert list(display.outbox) == ["greeting"]
    assert not display.wants_view
    assert hub.count()["display"] == 0


def display(hub: Hub, name: str, zone: str = "", *, speaks: bool = True) -> Connection:
    """A lobby screen that has come in."""
    connection = Connection(Role.DISPLAY, name, zone, speaks=speaks)
    hub.join(connection, "greeting", None)
    return connection


def speakers(*displays: Connection) -> list[bool | None]:
    """Who was told last to speak."""
    return [each.is_speaker for each in displays]


def test_a_display_of_a_zone_hears_its_own_calls_and_one_without_a_zone_all() -> None:
    """Two rooms must not shout each other's numbers."""
    hub = Hub(Renderer())
    left, right, whole = display(hub, "L", "left"), display(hub, "R", "right"), display(hub, "W")
    hub.remember([notice(1, zone="left")])
    for kept in (notice(2, zone="left"), notice(3, zone="right")):
        for each in (left, right, whole):
            if kept.is_for(each):
                each.post(kept.text)
    assert [t for t in left.outbox if "call" in t] == ["call 2"]
    assert [t for t in right.outbox if "call" in t] == ["call 3"]
    assert [t for t in whole.outbox if "call" in t] == ["call 2", "call 3"]


def test_a_paper_is_asked_of_one_kiosk_and_of_nobody_else() -> None:
    """Neither the other kiosk nor a display prints it."""
    kept = KeptNotice(("2026-11-23", 1), "print", device="K2")
    assert kept.is_for(Connection(Role.KIOSK, "K2"))
    assert not kept.is_for(Connection(Role.KIOSK, "K1"))
    assert not kept.is_for(Connection(Role.DISPLAY, "K2"))


def test_of_several_displays_in_a_zone_one_speaks_and_the_next_takes_over() -> None:
    """When it dies or its loudspeaker fails; a voice that lives is never relieved."""
    hub = Hub(Renderer())
    first, second, other = display(hub, "1"), display(hub, "2"), display(hub, "3", "upstairs")
    assert speakers(first, second, other) == [True, False, True]
    hub.heard_of_sound(first, is_well=False)
    assert speakers(first, second, other) == [False, True, True]
    hub.heard_of_sound(first, is_well=True)
    assert speakers(first, second) == [False, True], "whoever has the word keeps it"
    hub.leave(second)
    assert speakers(first, other) == [True, True]
    told = [json.loads(text) for text in first.outbox if "speaker" in text]
    changes = [(each["speaks"], each["others"]) for each in told]
    assert changes == [(True, False), (True, True), (False, True), (True, False)]


def test_a_display_without_a_loudspeaker_is_never_chosen_nor_told() -> None:
    """A silent screen in the corridor."""
    hub = Hub(Renderer())
    silent, loud = display(hub, "1", speaks=False), display(hub, "2")
    assert speakers(silent, loud) == [None, True]
    assert list(silent.outbox) == ["greeting"]
