"""Between core and wire: nothing is lost on the way in, minutes are honest on the way out."""

import dataclasses
from typing import Literal

import pytest
from pydantic import TypeAdapter

from server.core import commands as core
from server.core import events as e
from server.protocol import commands as wire
from server.protocol.kinds import COMMANDS, kind_of
from server.protocol.messages import CallNotice, PrintNotice
from server.protocol.office import Wire
from server.wire import core_class, notice_of, result_of, to_core, wait_range
from tests.support.builders import at
from tests.support.days import day_of_every_kind

VALUES: dict[str, object] = {
    "minutes": 20,
    "number": 7,
    "insist": True,
    "route": ("route",),
    "services": ("services",),
    "booked_at": at(1),
    "issued_at": at(2),
    "outcome": "confirmed",
    "copy_number": 1,
    "part": "printer",
    "score": 4,
    "reasons": ("reasons",),
    "is_urgent": True,
}
COMMAND: TypeAdapter[wire.AnyCommand] = TypeAdapter(wire.AnyCommand)


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_every_command_of_the_wire_reaches_the_core_with_all_its_fields(
    kind: type[Wire],
) -> None:
    """Each field is given its own name as value, so a swap would show."""
    names = [name for name in kind.model_fields if name != "kind"]
    values = {name: VALUES.get(name, name) for name in names}
    if kind.__name__ != "ReportPaper" and "outcome" in values:
        values["outcome"] = "outcome"
    command = to_core(COMMAND.validate_python({"kind": kind_of(kind)} | values), at(0), "K1")
    assert type(command).__name__ == kind.__name__
    known = dataclasses.asdict(command)
    asker = "device" if "device" in names else "K1"
    assert known.pop("device", asker) == asker, "who asks is said by the connection alone"
    values.pop("device", None)
    assert known == {"at": at(0)} | values


class CallNext(Wire):
    """As on the wire, but it forgot who asks."""

    kind: Literal["call_next"] = "call_next"
    counter: str


class ReturnTicket(Wire):
    """As on the wire, with something the core does not take."""

    kind: Literal["return_ticket"] = "return_ticket"
    ticket: str
    clerk: str


class Applaud(Wire):
    """No command of ours."""

    kind: Literal["applaud"] = "applaud"


@pytest.mark.finding("H8")
@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (CallNext, "CallNext on the wire has no clerk"),
        (ReturnTicket, "ReturnTicket of the core has no clerk"),
        (Applaud, "the core knows no command Applaud"),
    ],
)
def test_a_command_whose_two_classes_do_not_fit_stops_the_program_at_its_start(
    asked: type[Wire], fault: str
) -> None:
    """A field nobody gave is never filled with something else."""
    with pytest.raises(TypeError, match=fault):
        core_class(asked)


def test_every_core_command_but_the_days_own_can_be_asked_on_the_wire() -> None:
    """The day, its rules and appointments, and the look around are the server's business."""
    known = [kind for kind in vars(core).values() if isinstance(kind, type)]
    commands = [kind for kind in known if issubclass(kind, core.Command)]
    parents = {parent for kind in commands for parent in kind.__mro__[1:]}
    leaves = {kind.__name__ for kind in commands if kind not in parents}
    own = {"OpenDay", "ChangeRules", "CloseDay", "BookAppointments", "LookAround", "RecordAdvice"}
    own |= {"MakeForecasts", "LearnCalibration"}
    assert leaves - {kind.__name__ for kind in COMMANDS} == own


@pytest.mark.parametrize(
    ("low_s", "high_s", "expected"),
    [
        (0, 120, (0, 2)),
        (61, 119, (1, 2)),
        (60, 60, (1, 2)),
        (90, 1800, (1, 30)),
        (90, 1801, (0, 35)),
        (3900, 5500, (65, 95)),
    ],
)
def test_minutes_are_rounded_outwards_and_in_fives_beyond_half_an_hour(
    low_s: int, high_s: int, expected: tuple[int, int]
) -> None:
    """Nobody is told less than what was worked out."""
    told = wait_range(low_s, high_s)
    assert told is not None
    assert (told.low_min, told.high_min) == expected


def test_what_cannot_be_known_stays_unknown() -> None:
    """Neither end is made up."""
    assert wait_range(None, None) is None


def test_only_calls_and_papers_make_a_notice_and_its_number_is_its_place_in_the_log() -> None:
    """Everything else is seen on screens, not heard or printed."""
    made = []
    for done in day_of_every_kind():
        notice = notice_of(done.state, done.facts[-1])
        if notice:
            made.append((type(done.facts[-1]), notice))
            assert notice.n == f"{done.state.day}/{done.state.version}"
            assert notice.label == done.state.tickets[notice.ticket].label
    assert {kind for kind, _ in made} == {e.TicketCalled, e.TicketRecalled, e.PrintRequested}
    calls = [notice for _, notice in made if isinstance(notice, CallNotice)]
    assert [call.recall_count for call in calls][:3] == [0, 1, 0]
    papers = [notice for _, notice in made if isinstance(notice, PrintNotice)]
    assert [(paper.device, paper.label, paper.copy_number) for paper in papers] == [
        ("K1", "6 005", 1)
    ]


def test_an_answer_follows_from_the_facts_alone_so_a_replay_gives_the_same_one() -> None:
    """The version is that of the command's last event."""
    for done in day_of_every_kind():
        answer = result_of("id", done.state, done.facts)
        assert answer.version == done.before.version + len(done.facts)
        if isinstance(done.command, core.IssueTicket):
            assert answer.label == done.state.tickets[answer.ticket].label
            assert answer.issued_at == done.command.at
        if isinstance(done.command, core.CallNext):
            assert answer.why is not None
            assert answer.ticket == done.state.desks[done.command.counter].ticket
